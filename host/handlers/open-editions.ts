/**
 * The editions a host has open, by the name it gave them.
 *
 * A path opened twice is one edition with one writer, so that a window that was reloaded goes on where it was.
 */
import { realpathSync } from "node:fs";
import { basename, resolve } from "node:path";
import { editionToJSON } from "../../core/edition/edition.ts";
import { Problem } from "../../core/problem.ts";
import type { OpenedEdition } from "../contract.ts";
import type { Environment } from "../environment.ts";
import { backupOptions } from "../store/backups.ts";
import { createEditionFile } from "../store/create.ts";
import { inForce } from "../store/decisions.ts";
import type { EditionStore } from "../store/edition-store.ts";
import { isHeld } from "../store/lock.ts";
import type { Act } from "../store/log.ts";
import { openEditionFile } from "../store/store.ts";
import { newId } from "../work/ids.ts";
import { unhurried } from "../work/unhurried.ts";

/** Rows of a long log, and ms after opening in which the first page comes first. */
const LONG = 5000;
const QUIET = 3000;

interface Open {
  readonly name: string;
  readonly path: string;
  readonly store: EditionStore;
  users: number;
}

export class OpenEditions {
  readonly #environment: Environment;
  readonly #keep: () => number;
  readonly #open = new Map<string, Open>();

  /** `keep` tells how many backups are kept beside a file. */
  constructor(environment: Environment, keep: () => number) {
    this.#environment = environment;
    this.#keep = keep;
  }

  /** Opens, or joins, the edition at `path`. Throws a Problem as the store does. */
  open(path: string, readOnly = false): OpenedEdition {
    const real = realPath(path);
    for (const open of this.#open.values()) {
      // One that another program held is opened anew: it may be free by now.
      if (open.store.readOnly === "held") continue;
      if (open.path === real && (open.store.readOnly === "asked") === readOnly) {
        open.users += 1;
        return describe(open);
      }
    }
    const store = this.#openStore(path, readOnly);
    const open = { name: newId(), path: real, store, users: 1 };
    this.#open.set(open.name, open);
    if (store.seq >= LONG) setTimeout(() => void this.#lookBack(open.name), QUIET).unref();
    return describe(open);
  }

  #openStore(path: string, readOnly = false): EditionStore {
    const backups = { ...backupOptions, keep: this.#keep() };
    return openEditionFile(path, { readOnly, now: this.#environment.now(), backups });
  }

  /** Reads who worked where before anybody asks, so that the first who does need not wait for a long evening's log. */
  async #lookBack(name: string): Promise<void> {
    try {
      await unhurried(this.store(name).past.on(""), () => this.store(name));
    } catch {
      // Closed meanwhile, or damaged: whoever asks is told.
    }
  }

  /** Throws a Problem for a name that is not, or no longer, open. */
  store(name: string): EditionStore {
    return this.#find(name).store;
  }

  #find(name: string): Open {
    const open = this.#open.get(name);
    if (!open) throw new Problem("host.not-open");
    return open;
  }

  /**
   * Copies the edition to `path` and goes on with it there, under the same name: a file that was removed, renamed or
   * written over underneath is left to whoever did so. `whole` is false where only what is open could be brought along.
   * Throws a Problem, having changed nothing, where `path` cannot be written.
   */
  move(name: string, path: string, author: string): OpenedEdition & { readonly whole: boolean } {
    const open = this.#find(name);
    const real = realPath(path);
    if (real !== open.path && isHeld(real)) throw new Problem("store.busy", { file: basename(path) });
    const whole = carry(open.store, path, { time: this.#environment.now(), author, label: "move" });
    // Closed first: where the copy takes the lost file's own place, its lock is the old one's.
    open.store.close();
    const moved = { ...open, path: realPath(path), store: this.#openStore(path) };
    this.#open.set(name, moved);
    return { ...describe(moved), whole };
  }

  close(name: string): void {
    const open = this.#open.get(name);
    if (!open) return;
    open.users -= 1;
    if (open.users > 0) return;
    this.#open.delete(name);
    open.store.close();
  }

  /** Closes them all, and waits for backups that are under way. */
  async closeAll(): Promise<void> {
    const stores = [...this.#open.values()].map(({ store }) => store);
    this.#open.clear();
    for (const store of stores) store.close();
    await Promise.all(stores.map((store) => store.settled()));
  }
}

/** Faults of a file that is no longer the edition's own: there is nothing more in it to be copied. */
const foreign = new Set(["store.taken", "store.damaged", "store.not-database", "store.io"]);

/** Writes what `store` holds to `path`; false where that is the edition as it is open, with its pictures, without its past and signatures. */
function carry(store: EditionStore, path: string, act: Act): boolean {
  try {
    store.copyTo(path, true);
    return true;
  } catch (error) {
    if (!(error instanceof Problem) || !foreign.has(error.key)) throw error;
    createEditionFile(path, store.edition, { act, force: true, pictures: wholePictures(store) });
    return false;
  }
}

/** Those of the edition's pictures that the file still has: one is known by its digest, whatever became of the rest. */
function* wholePictures(store: EditionStore) {
  const sources = new Set<string>();
  for (const page of store.edition.pages)
    page.descendants(({ attrs }) => void (typeof attrs.source === "string" && sources.add(attrs.source)));
  for (const digest of sources) {
    try {
      const picture = store.pictures.get(digest);
      if (picture) yield { bytes: picture.bytes, facts: picture };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

function describe({ name, path, store }: Open): OpenedEdition {
  return {
    edition: name,
    path,
    name: basename(path),
    content: editionToJSON(store.edition),
    seq: store.seq,
    readOnly: store.readOnly,
    holder: store.holder,
    decisions: [...inForce(store.decisions.list()).values()],
  };
}

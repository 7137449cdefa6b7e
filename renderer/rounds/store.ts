/**
 * What the open edition's file records of proofs, signatures and releases, and where every page stands.
 *
 * The record is the host's; it is asked for anew when something was signed, in this window or another, and when what was
 * typed has reached the disk. A page that is released keeps its seal here too: a change of it is not made, and whoever
 * tried is asked whether to reopen the page.
 */
import { type Edition, editionFromJSON } from "../../core/edition/edition.ts";
import { type PageState, pageState, proofBefore, releasesInForce } from "../../core/edition/rounds.ts";
import { sharing } from "../../core/edition/share.ts";
import { changedAspects, digestPages, inFull, type PageDigests } from "../../core/edition/versions.ts";
import type { RedItem } from "../../core/report/red-items.ts";
import type { Client } from "../../host/client.ts";
import type { Output } from "../../host/contract.ts";
import type { Observable } from "../desk/store.ts";
import type { Session } from "../session/session.ts";

export type Roll = Output<"rounds.list">;
export type Signature = Roll["signatures"][number];
export type Release = Roll["releases"][number];
export type Reopening = Roll["reopenings"][number];
export type Version = Roll["versions"][number];
export type Standing = PageState<Signature, Release, Reopening>;

export interface RoundsState {
  /** Null until the host has answered. */
  readonly roll: Roll | null;
  /** In printed order. */
  readonly pages: readonly Standing[];
  readonly mode: "sign" | "red";
  /** Versions that red check compares; null for the last proof on which the page was other, and for the edition as it is. */
  readonly before: number | null;
  readonly after: number | null;
  /** Id of the change or correction in front. */
  readonly front: string | null;
  /** The list that is walked by keys: that of the panel which is shown. */
  readonly walked: readonly RedItem[];
}

/** How long after the last change the record is asked for anew, in ms. */
const PAUSE = 300;

const initial: RoundsState = {
  roll: null,
  pages: [],
  mode: "sign",
  before: null,
  after: null,
  front: null,
  walked: [],
};

export class Rounds implements Observable<RoundsState> {
  readonly #client: Client;
  readonly #edition: string;
  readonly #listeners = new Set<() => void>();
  readonly #versions = new Map<number, Promise<Edition>>();
  readonly #ends: (() => void)[] = [];
  #state = initial;
  #session: Session | null = null;
  #sealed = new Map<string, Release>();
  #last: { readonly edition: Edition; readonly pages: readonly PageDigests[] } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Told of a change of a released page that was not made, with how to make it. */
  onRefused: ((page: string, again: () => void) => void) | null = null;

  constructor(client: Client, edition: string) {
    this.#client = client;
    this.#edition = edition;
    this.#ends.push(
      client.on("rounds.changed", (event) => {
        if (event.edition === edition) this.#ask();
      }),
    );
    this.#ask();
  }

  readonly snapshot = (): RoundsState => this.#state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  dispatch(part: Partial<Omit<RoundsState, "roll" | "pages">>): void {
    const changed = Object.entries(part).some(
      ([key, value]) => this.#state[key as keyof RoundsState] !== value,
    );
    if (changed) this.#set(part);
  }

  /** Asks again whenever the session's changes have reached the disk. */
  follow(session: Session): void {
    this.#session = session;
    let { edition } = session.state;
    this.#ends.push(
      session.subscribe(() => {
        const { state } = session;
        if (state.unsaved > 0 || state.edition === edition) return;
        edition = state.edition;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#ask(), PAUSE);
      }),
    );
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const end of this.#ends) end();
    this.#listeners.clear();
  }

  /** Nobody waits: an edition that was closed meanwhile has nothing to tell. */
  #ask(): void {
    this.refresh().catch(() => {});
  }

  async refresh(): Promise<void> {
    const roll = await this.#client.call("rounds.list", { edition: this.#edition });
    this.#sealed = releasesInForce(roll);
    this.#last = null;
    this.#set({ roll, pages: this.#read(roll) });
  }

  #read(roll: Roll): Standing[] {
    const signing = this.#session?.state.edition.style.signing;
    return signing ? roll.now.map((page) => pageState(page, roll, signing)) : [];
  }

  /** The page with this id; undefined before the host has answered. */
  page(id: string): Standing | undefined {
    return this.#state.pages.find(({ page }) => page === id);
  }

  /** Id of the version that is the page's last proof, or null. */
  lastProof(page: string): number | null {
    const state = this.page(page);
    return state?.rounds.find(({ place }) => place === "current")?.version?.id ?? null;
  }

  /** The versions that red check compares on a page: those somebody chose, else the proof it starts from and now. */
  compared(page: string): { readonly before: number | null; readonly after: number | null } {
    const { before, after, roll } = this.#state;
    if (before !== null || !roll) return { before, after };
    const past = after === null ? roll.versions : roll.versions.filter(({ id }) => id < after);
    const later = (roll.versions.find(({ id }) => id === after)?.pages ?? roll.now).filter(
      ({ id }) => id === page,
    );
    return { before: proofBefore(past, later)?.id ?? null, after };
  }

  /** The edition as the version fixed it. */
  edition(version: number): Promise<Edition> {
    let edition = this.#versions.get(version);
    if (!edition) {
      edition = this.#fetch(version);
      edition.catch(() => this.#versions.delete(version));
      this.#versions.set(version, edition);
    }
    return edition;
  }

  async #fetch(version: number): Promise<Edition> {
    const seq = this.#state.roll?.versions.find(({ id }) => id === version)?.seq ?? 0;
    const { content } = await this.#client.call("log.at", { edition: this.#edition, seq });
    const edition = editionFromJSON(content);
    // What both have in common is neither composed nor proofed a second time.
    return this.#session ? sharing(this.#session.state.edition, edition) : edition;
  }

  /** False where a released page would print otherwise; whoever listens is told. As the host's own refusal. */
  admits(before: Edition, after: Edition, again: () => void): boolean {
    if (this.#sealed.size === 0) return true;
    const read = (edition: Edition) => digestPages(edition, inFull, this.#sealed);
    const old = this.#last?.edition === before ? this.#last.pages : read(before);
    const now = read(after);
    const changed = old.find(
      (page) =>
        changedAspects(
          page,
          now.find(({ id }) => id === page.id),
        ).length > 0,
    );
    if (!changed) {
      this.#last = { edition: after, pages: now };
      return true;
    }
    this.#last = { edition: before, pages: old };
    this.onRefused?.(changed.id, again);
    return false;
  }

  #set(part: Partial<RoundsState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of [...this.#listeners]) listener();
  }
}

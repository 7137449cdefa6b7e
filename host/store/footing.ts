/**
 * The file that an open edition stands on, looked at without writing a byte: whether it is still there under its name,
 * may be written, has room for a step, and is as this process left it.
 *
 * A desk that is idle learns in this way what its next step would be told; what SQLite compares when it writes (the
 * file's number) is compared here too, so that neither says of a file what the other does not.
 */
import { accessSync, type BigIntStats, constants, statfsSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { Problem } from "../../core/problem.ts";
import { asProblem, guarded } from "./fault.ts";

export interface FootingOptions {
  /** Whether this process writes the file, so that it has to be writable. */
  readonly written: boolean;
  /** Least free room on the disk in bytes, which a step with its journal needs. */
  readonly room?: number;
}

const ROOM = 128 * 1024;

export class Footing {
  readonly #path: string;
  readonly #file: string;
  readonly #options: FootingOptions;
  readonly #number: bigint | null;
  #left: string;
  #damage: string | null = null;
  /** What was said when the file was opened to be written all the same: some drives count no room and know no rights. */
  #misled = "";

  constructor(path: string, options: FootingOptions) {
    this.#path = path;
    this.#file = basename(path);
    this.#options = options;
    const stat = this.#glance();
    this.#number = stat?.ino ?? null;
    this.#left = markOf(stat);
    if (options.written) this.#misled = this.#refusal()?.key ?? "";
  }

  /** Does `write`, and takes the file for as this process left it, unless somebody else had touched it before. */
  step(write: () => void): void {
    this.checkSound();
    const untouched = markOf(this.#glance()) === this.#left;
    write();
    if (untouched) this.#note();
  }

  /** After the file was read through: where it is damaged, or null. */
  judge(damage: string | null): void {
    this.#damage = damage;
    if (damage === null) this.#note();
  }

  /** Throws a Problem "store.damaged" where the file was found so. */
  checkSound(): void {
    if (this.#damage === null) return;
    throw new Problem("store.damaged", { file: this.#file, place: this.#damage });
  }

  /**
   * True where another program has written to the file since. Throws a Problem: "store.moved" where another file or none
   * stands under its name, "store.denied" where file or folder may not be written, "store.full" where there is no room.
   */
  look(): boolean {
    return guarded(this.#file, () => {
      const stat = this.#stat();
      if (stat?.ino !== this.#number) throw new Problem("store.moved", { file: this.#file });
      this.checkSound();
      if (!this.#options.written) return false;
      const refusal = this.#refusal();
      if (refusal && refusal.key !== this.#misled) throw refusal;
      if (!refusal) this.#misled = "";
      return markOf(stat) !== this.#left;
    });
  }

  /** Why the file system would not take a step, by what it says of rights and room. */
  #refusal(): Problem | null {
    try {
      accessSync(this.#path, constants.W_OK);
      // A step needs a journal beside the file.
      accessSync(dirname(this.#path), constants.W_OK | constants.X_OK);
      const { bavail, bsize } = statfsSync(this.#path);
      const full = bavail * bsize < (this.#options.room ?? ROOM);
      return full ? new Problem("store.full", { file: this.#file }) : null;
    } catch (error) {
      const problem = asProblem(error, this.#file);
      // A file system that cannot say has nothing against it.
      return problem instanceof Problem ? problem : null;
    }
  }

  #note(): void {
    const stat = this.#glance();
    if (stat?.ino === this.#number) this.#left = markOf(stat);
  }

  /** Null where no file stands there. */
  #stat(): BigIntStats | null {
    return statSync(this.#path, { bigint: true, throwIfNoEntry: false }) ?? null;
  }

  /** The same where nothing hangs on it: what cannot be looked at is told by `look`, or by SQLite. */
  #glance(): BigIntStats | null {
    try {
      return this.#stat();
    } catch {
      return null;
    }
  }
}

const markOf = (stat: BigIntStats | null): string => (stat ? `${stat.mtimeNs} ${stat.size}` : "");

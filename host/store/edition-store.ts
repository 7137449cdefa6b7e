/** What an open edition file can do. Whatever has been returned from is on the disk. */
import type { Change } from "../../core/edition/change.ts";
import type { Edition } from "../../core/edition/edition.ts";
import type { BackupOptions } from "./backups.ts";
import type { ReadOnlyReason } from "./connection.ts";
import type { Decision } from "./decisions.ts";
import type { Holder } from "./lock.ts";
import type { Act, LogEntry } from "./log.ts";
import type { Past } from "./past.ts";
import type { Picture, PictureFacts } from "./pictures.ts";
import type { SignOffTables } from "./sign-off.ts";

export interface OpenOptions {
  readonly readOnly?: boolean;
  /** Now, as an ISO instant; told to whoever opens the file next. */
  readonly now?: string;
  /** A snapshot is taken after this many log rows… */
  readonly snapshotRows?: number;
  /** …or after this much log, in UTF-16 units of JSON. */
  readonly snapshotSize?: number;
  /** How long a step waits for another program that has the file locked, in ms. */
  readonly patience?: number;
  /** Backups beside the file; none where not given. */
  readonly backups?: BackupOptions;
}

/** What `compact` has gained, in bytes of the file. */
export interface Compaction {
  readonly before: number;
  readonly after: number;
}

export interface EditionStore extends SignOffTables {
  readonly path: string;
  readonly edition: Edition;
  /** Number of the last log row that `edition` has seen. */
  readonly seq: number;
  readonly readOnly: ReadOnlyReason | null;
  /** Who is writing, where `readOnly` is "held" and they can be named. */
  readonly holder: Holder | null;
  /**
   * Applies `changes`, writes them and returns their row number once they are on the disk. Throws a ChangeError where
   * they do not fit, a Problem where they cannot be written or change a page released for press; either way file and edition stay as they were.
   */
  append(changes: readonly Change[], act: Act): number;
  /** Takes in what another process has written since, where this opening only reads. True where there was something. */
  refresh(): boolean;
  /** Entries from row `from` (default 1) up to row `to` (default the last). */
  log(from?: number, to?: number): Generator<LogEntry>;
  /** The edition as it was after row `seq`; 0 is the blank edition. */
  at(seq: number): Edition;
  /** The same in steps, and who did what on a page. */
  readonly past: Past;
  readonly pictures: {
    list(): PictureFacts[];
    get(digest: string): Picture | null;
    /** Keeps the picture, once. `media` and size as told by whoever decoded it. Returns its facts. */
    add(bytes: Uint8Array, facts: Omit<PictureFacts, "digest">): PictureFacts;
  };
  readonly decisions: {
    list(): Decision[];
    add(decision: Decision): void;
  };
  /**
   * Looks at what stands underneath, writing nothing. True where another program has written to the file since and it is
   * ours all the same: only reading it through can tell whether it is sound. Throws the Problem that the next step would
   * meet: "store.moved", "store.taken", "store.denied", "store.full", "store.damaged".
   */
  look(): boolean;
  /** After the file was read through: where it is damaged, or null. Into a damaged file nothing more is written. */
  judge(damage: string | null): void;
  /** Reads everything and returns what is not as it was written; empty where all is sound. */
  verify(): string[];
  /**
   * Gives back the room of pages no longer used and of snapshots that only save time. Every row of the log, version,
   * signature, decision and picture stays. Throws a Problem where the file cannot be written or the disk is full.
   */
  compact(): Compaction;
  /** Resolves when no backup is under way. */
  settled(): Promise<void>;
  /**
   * Writes a sound, compact copy to `target`, which must not exist unless `force` is given. Throws a Problem
   * "store.taken" where another program has written over the file, "store.damaged" where it was found so: only `edition`
   * and whole pictures are left of it then.
   */
  copyTo(target: string, force?: boolean): void;
  close(): void;
}

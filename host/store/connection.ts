/**
 * The database behind an edition file, and whether it may be written: by whom it is held, and why not.
 *
 * An edition file is input from strangers: nothing in its schema is trusted, no page is taken at its word.
 */
import { basename } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Problem } from "../../core/problem.ts";
import { asProblem } from "./fault.ts";
import { type Holder, type Lock, primary, takeLock } from "./lock.ts";

/** Why a file was opened read-only. `held`: someone else writes it; `folder`: file or folder cannot be written; `full`: no room. */
export type ReadOnlyReason = "asked" | "held" | "folder" | "full";

const SAFE = "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;";
/** Has `act` write all of it or nothing. Throws what `act` throws. */
export function inTransaction(db: DatabaseSync, act: () => void): void {
  // A file written over in place may look unchanged to SQLite (as many transactions, as many pages), which would then
  // write pages it remembers among those of the other file.
  db.exec("PRAGMA shrink_memory");
  db.exec("BEGIN IMMEDIATE");
  try {
    act();
    db.exec("COMMIT");
  } catch (error) {
    // After a full disk SQLite has rolled back by itself.
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

const DURABLE = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;";

/** The lock on the file at `path` for `me`, or why it cannot be had. */
export function lockFor(path: string, me: Holder): { lock: Lock | null; reason: ReadOnlyReason | null } {
  try {
    const lock = takeLock(path, me);
    return { lock, reason: lock ? null : "held" };
  } catch (error) {
    const problem = asProblem(error, basename(path));
    if (!(problem instanceof Problem)) throw problem;
    return { lock: null, reason: problem.key === "store.full" ? "full" : "folder" };
  }
}

/** A connection that waits `timeout` ms for another program's lock. */
export function connect(path: string, readOnly: boolean, timeout: number): DatabaseSync {
  const db = new DatabaseSync(path, {
    readOnly,
    timeout,
    allowExtension: false,
    enableDoubleQuotedStringLiterals: false,
    defensive: true,
  });
  try {
    db.exec(readOnly ? SAFE : SAFE + DURABLE);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Why the file itself cannot be written, or null where it can. */
export function whyNot(db: DatabaseSync): ReadOnlyReason | null {
  try {
    db.exec("BEGIN IMMEDIATE; ROLLBACK");
    return null;
  } catch (error) {
    if (primary(error) === 8) return "folder";
    throw error;
  }
}

/** Why a file that was opened read-only cannot be written, in a Problem. */
export function readOnlyProblem(file: string, reason: ReadOnlyReason, holder: Holder | null): Problem {
  if (reason !== "held") return new Problem(`store.read-only-${reason}`, { file });
  const { user = "?", host = "?", pid = 0, since = "?" } = holder ?? {};
  return new Problem("store.held", { file, user, host, pid, since });
}

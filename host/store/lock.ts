/**
 * Who is writing: one process at a time, by a lock the kernel takes back when that process dies.
 *
 * The lock is SQLite's own, on a small database beside the edition (".A1.dayang.lock") that also says who holds it.
 * Advisory locks that SQLite can take work wherever an edition file works: no heartbeat, no stale lock after kill -9,
 * no clock compared across machines; and opening an edition does not change it. Should two processes ever both win
 * (the lock file removed by hand), every append still compares the log's last row before it writes.
 */
import { existsSync, rmSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";

export interface Holder {
  readonly user: string;
  readonly host: string;
  readonly pid: number;
  /** ISO instant at which the file was opened for writing. */
  readonly since: string;
}

/** User and machine in one word: "editor@desk-3". */
export const stationOf = ({ user, host }: Holder): string => `${user}@${host}`;

export interface Lock {
  release(): void;
}

const lockPath = (path: string) => join(dirname(path), `.${basename(path)}.lock`);

/** Who this process is. `since` is an ISO instant. */
export function thisHolder(since: string): Holder {
  let user: string;
  try {
    user = userInfo().username;
  } catch {
    // A process may run under a uid that no account has.
    user = `uid ${process.getuid?.() ?? "?"}`;
  }
  return { user, host: hostname(), pid: process.pid, since };
}

/** The lock on the edition file at `path`, or null where another opening has it. Throws where no lock file can be made. */
export function takeLock(path: string, holder: Holder): Lock | null {
  const file = lockPath(path);
  try {
    return take(file, holder);
  } catch (error) {
    // A lock file cut short by a crash, or planted, is no database: nobody can hold a lock on it.
    if (![11, 26].includes(primary(error))) throw error;
    rmSync(file, { force: true });
    return take(file, holder);
  }
}

function take(file: string, holder: Holder): Lock | null {
  const db = new DatabaseSync(file, { timeout: 0 });
  try {
    db.exec("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; BEGIN IMMEDIATE");
    db.exec("CREATE TABLE IF NOT EXISTS holder (value TEXT)");
    db.exec("DELETE FROM holder");
    db.prepare("INSERT INTO holder (value) VALUES (?)").run(JSON.stringify(holder));
    // Committed so that others can read the name, and taken again: whoever slips in between has it instead.
    db.exec("COMMIT; BEGIN IMMEDIATE");
  } catch (error) {
    db.close();
    if (primary(error) === 5) return null;
    throw error;
  }
  return {
    release() {
      try {
        // While it is still held: whoever opens the name next makes a new file.
        rmSync(file, { force: true });
      } catch {
        // An open file cannot be removed on Windows; the one left behind is free to be taken.
      }
      db.close();
    },
  };
}

/** Whether somebody holds the lock on `path` now. It is tried and let go at once; nothing is written. */
export function isHeld(path: string): boolean {
  if (!existsSync(lockPath(path))) return false;
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(lockPath(path), { timeout: 0 });
    db.exec("BEGIN IMMEDIATE; ROLLBACK");
    return false;
  } catch (error) {
    return primary(error) === 5;
  } finally {
    db?.close();
  }
}

/** Who holds the lock on `path`, as far as the lock file tells. */
export function readHolder(path: string): Holder | null {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(lockPath(path), { readOnly: true, timeout: 200 });
    const row = db.prepare("SELECT value FROM holder").get();
    const { user, host, pid, since } = JSON.parse(String(row?.value)) as Partial<Holder>;
    return { user: String(user), host: String(host), pid: Number(pid), since: String(since) };
  } catch {
    return null;
  } finally {
    db?.close();
  }
}

/** Primary SQLite result code of an error of node:sqlite; 0 for any other. */
export function primary(error: unknown): number {
  return ((error as { errcode?: number }).errcode ?? 0) & 0xff;
}

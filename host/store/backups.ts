/**
 * Backups beside an edition file: `A1.dayang.1~` is the newest, higher numbers are older ones.
 *
 * They are made a few pages at a time by SQLite's backup, on the connection that writes, so that a step saved
 * meanwhile waits for none of it and stands in the backup too. One gets its name when it is whole, on the disk and
 * found sound; then the others move on by one and the oldest goes. A failure costs nothing but the backup.
 */
import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { backup, type DatabaseSync } from "node:sqlite";
import { discard, publish, sync, temporaryName } from "./publish.ts";

export interface BackupOptions {
  /** How many are kept; 0 for none. */
  readonly keep: number;
  /** One is made on opening, where the file has changed since the last, and after this many log rows. */
  readonly everyRows: number;
}

export const backupOptions: BackupOptions = { keep: 3, everyRows: 500 };

/** Pages (of 4096 bytes) copied at a time. */
const RATE = 64;

export interface Backup {
  readonly path: string;
  /** 1 is the newest. */
  readonly number: number;
  readonly size: number;
  /** When it was made, as an ISO instant by the file system's clock. */
  readonly time: string;
}

export const backupPath = (path: string, number: number) => `${path}.${number}~`;

/** The backups beside `path`, newest first; none where the folder cannot be read. */
export function listBackups(path: string): Backup[] {
  const start = `${basename(path)}.`;
  let names: string[] = [];
  try {
    names = readdirSync(dirname(path));
  } catch {
    return [];
  }
  return names
    .flatMap((name) => {
      const number = name.startsWith(start) ? /^([1-9]\d{0,2})~$/.exec(name.slice(start.length))?.[1] : null;
      const file = join(dirname(path), name);
      const stat = number ? statSync(file, { throwIfNoEntry: false }) : undefined;
      if (!stat?.isFile()) return [];
      return [{ path: file, number: Number(number), size: stat.size, time: stat.mtime.toISOString() }];
    })
    .sort((a, b) => a.number - b.number);
}

/** True where the newest backup is no older than the file. */
export function isBackedUp(path: string): boolean {
  const newest = statSync(backupPath(path, 1), { throwIfNoEntry: false });
  const file = statSync(path, { throwIfNoEntry: false });
  return newest !== undefined && file !== undefined && newest.mtimeMs >= file.mtimeMs;
}

/**
 * Writes a backup of `db`, the edition file at `path`, and moves the older ones on. `isSound` looks at the copy
 * before it gets its name. Resolves with its path, or null where it is not sound. Rejects as the disk or SQLite
 * complains; the older backups are as they were then.
 */
export async function makeBackup(
  db: DatabaseSync,
  path: string,
  keep: number,
  isSound: (copy: string) => boolean,
): Promise<string | null> {
  const temporary = temporaryName(path);
  try {
    await backup(db, temporary, { rate: RATE });
    if (!isSound(temporary)) return null;
    sync(temporary);
    rotate(path, keep);
    publish(temporary, backupPath(path, 1), true);
    return backupPath(path, 1);
  } finally {
    discard(temporary);
  }
}

/** Makes room for a new first one. Cut off anywhere, it has lost none but the oldest. */
function rotate(path: string, keep: number): void {
  for (const { path: old, number } of listBackups(path)) if (number >= keep) rmSync(old);
  // Only as far as there is one after another: a gap takes up the shift.
  let last = 0;
  while (existsSync(backupPath(path, last + 1))) last++;
  for (let number = last; number >= 1; number--) {
    renameSync(backupPath(path, number), backupPath(path, number + 1));
  }
}

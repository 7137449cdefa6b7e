/**
 * How a whole file gets its name: written beside its place under a name nobody looks for, forced to the disk, then
 * linked or renamed. Whoever looks, and whenever the power goes, meets the old file, none, or all of the new one.
 */
import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { Problem } from "../../core/problem.ts";

/** A hidden name in the folder of `path` that no other process uses. */
export const temporaryName = (path: string) =>
  join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);

/**
 * Has `write` make a file under a temporary name and publishes it as `path`. Throws a Problem "store.exists" where
 * the path exists and `force` is not given; whatever is thrown, nothing is left behind.
 */
export function writeBeside(path: string, force: boolean, write: (temporary: string) => void): void {
  const temporary = temporaryName(path);
  try {
    write(temporary);
    sync(temporary);
    publish(temporary, path, force);
  } finally {
    discard(temporary);
  }
}

/** Takes an unpublished file away, with the journal that SQLite may have left beside it. */
export function discard(temporary: string): void {
  for (const leftover of [temporary, `${temporary}-journal`]) rmSync(leftover, { force: true });
}

/** Age in ms at which an unpublished file is one that a crash left. */
const STALE = 3_600_000;

/** Takes away what crashes have left unpublished in `folder`, an hour ago or longer. */
export function sweep(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const file = join(folder, name);
      const own = /^\..+\.[0-9a-f]{12}\.tmp(?:-journal)?$/.test(name);
      if (own && Date.now() - statSync(file).mtimeMs > STALE) rmSync(file, { force: true });
    }
  } catch {
    // Litter is no reason not to open an edition.
  }
}

/** Gives the file `temporary` the name `path`. */
export function publish(temporary: string, path: string, force: boolean): void {
  if (force) renameSync(temporary, path);
  else {
    try {
      linkSync(temporary, path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EEXIST") throw error;
      // Some file systems know no hard links (exFAT, many network drives); a rename is the next best thing.
      if (existsSync(path)) throw new Problem("store.exists", { file: basename(path) });
      renameSync(temporary, path);
    }
  }
  sync(dirname(path));
}

/** Forces a file or folder to the disk; where a folder cannot be opened (Windows) its file system does so itself. */
export function sync(path: string): void {
  let fd: number;
  try {
    fd = openSync(path, "r");
  } catch {
    return;
  }
  try {
    fsyncSync(fd);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") throw error;
  } finally {
    closeSync(fd);
  }
}

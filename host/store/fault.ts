/**
 * What the disk and SQLite complain of, told as a Problem.
 *
 * Only faults of the machine or the file become Problems; anything else is a fault of the program and passes
 * through unchanged.
 */
import { Problem } from "../../core/problem.ts";

/** Primary result codes of SQLite (https://sqlite.org/rescode.html); node:sqlite gives the extended one as `errcode`. */
const READONLY = 8;
const READONLY_DBMOVED = 1032;
const keys: Readonly<Record<number, string>> = {
  3: "store.denied",
  5: "store.busy",
  6: "store.busy",
  [READONLY]: "store.denied",
  10: "store.io",
  11: "store.damaged",
  13: "store.full",
  14: "store.denied",
  26: "store.not-database",
};

const errnos: Readonly<Record<string, string>> = {
  ENOENT: "store.missing",
  EACCES: "store.denied",
  EPERM: "store.denied",
  EROFS: "store.denied",
  EISDIR: "store.directory",
  ENOTDIR: "store.missing",
  ENOSPC: "store.full",
  EDQUOT: "store.full",
  EFBIG: "store.full",
  EIO: "store.io",
  // A network drive that has gone.
  ESTALE: "store.io",
  ENOTCONN: "store.io",
  ETIMEDOUT: "store.io",
  EHOSTDOWN: "store.io",
  ENXIO: "store.io",
  ENODEV: "store.io",
  EEXIST: "store.exists",
  EMFILE: "store.io",
  ENAMETOOLONG: "store.name",
  EINVAL: "store.name",
};

/** `error` as a Problem about `file`, or `error` itself where it is no fault of the machine or the file. */
export function asProblem(error: unknown, file: string): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  const { code, errcode } = error as { code?: string; errcode?: number };
  const detail = error.message;
  if (code === "ERR_SQLITE_ERROR" && errcode !== undefined) {
    const key = errcode === READONLY_DBMOVED ? "store.moved" : keys[errcode & 0xff];
    return key ? new Problem(key, { file, place: detail, detail }, error) : error;
  }
  const key = code && errnos[code];
  return key ? new Problem(key, { file, detail }, error) : error;
}

/** What `act` returns. Throws a Problem about `file` where the machine or the file is at fault. */
export function guarded<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw asProblem(error, file);
  }
}

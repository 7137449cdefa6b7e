/**
 * Looks at a file before SQLite does, byte by byte and read-only, so that a file that is not ours stays exactly as
 * it is: no journal, no lock, no changed header.
 */
import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import { Problem } from "../../core/problem.ts";
import { guarded } from "./fault.ts";
import { APPLICATION_ID, VERSION } from "./tables.ts";

const MAGIC = "SQLite format 3\0";

export interface Inspection {
  /** PRAGMA user_version: which migrations the file has seen. */
  readonly version: number;
  /** Bytes of the file. */
  readonly size: number;
  /** A rollback journal stands beside the file: the last writer did not finish. */
  readonly unfinished: boolean;
}

/** Bytes of the rollback journal beside `path`; 0 where there is none. */
function journalSize(path: string): number {
  return statSync(`${path}-journal`, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * Throws a Problem where `path` is missing, a directory, empty, no database, another application's, from a newer
 * version, or shorter than its header says (https://sqlite.org/fileformat2.html §1.3).
 */
export function inspect(path: string): Inspection {
  return guarded(path, () => {
    const file = basename(path);
    const stat = statSync(path);
    if (stat.isDirectory()) throw new Problem("store.directory", { file });
    if (!stat.isFile()) throw new Problem("store.not-database", { file });
    const fd = openSync(path, "r");
    try {
      const header = Buffer.alloc(100);
      const read = readSync(fd, header, 0, 100, 0);
      if (read === 0) throw new Problem("store.empty", { file });
      if (header.toString("latin1", 0, 16) !== MAGIC) throw new Problem("store.not-database", { file });
      if (read < 100) throw new Problem("store.truncated", { file, size: read, expected: 100 });

      if (header.readUInt32BE(68) !== APPLICATION_ID) throw new Problem("store.foreign", { file });
      const version = header.readUInt32BE(60);
      if (version > VERSION) throw new Problem("store.newer", { file, version, known: VERSION });
      if (version === 0) throw new Problem("store.damaged", { file, place: "user_version 0" });
      // Edition files are never in WAL mode; opening such a file would leave -wal and -shm beside it.
      if (header[18] !== 1 || header[19] !== 1)
        throw new Problem("store.damaged", { file, place: "header 18" });

      const unfinished = journalSize(path) > 0;
      const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16);
      const expected = pageSize * header.readUInt32BE(28);
      // Size last: a writer that finished since the header was read has made the file whole by now.
      const { size } = fstatSync(fd);
      // While a transaction is unfinished the header may speak of pages that the journal will take back.
      if (!unfinished && size < expected) throw new Problem("store.truncated", { file, size, expected });
      return { version, size, unfinished };
    } finally {
      closeSync(fd);
    }
  });
}

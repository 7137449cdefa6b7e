/** Files as they come from a desk: read once, with a limit that is looked at before the first byte. */
import {
  accessSync,
  constants,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import { MAX_BYTES } from "../../core/intake/decode.ts";
import { Problem } from "../../core/problem.ts";
import { guarded } from "../store/fault.ts";
import { temporaryName } from "../store/publish.ts";

export type FileKind = "text" | "picture" | "edition" | "pdf";

const kinds: Readonly<Record<string, FileKind>> = {
  ".dayang": "edition",
  ".pdf": "pdf",
  ".jpg": "picture",
  ".jpeg": "picture",
  ".png": "picture",
  ".tif": "picture",
  ".tiff": "picture",
  ".webp": "picture",
};

/** What a file is by its name; whatever else it is called, it is taken for a text and looked into. */
export const kindOf = (path: string): FileKind => kinds[extname(path).toLowerCase()] ?? "text";

/** The file's bytes. Throws a Problem where it is missing, a folder, unreadable, or longer than `limit` bytes. */
export function readBytes(path: string, limit = MAX_BYTES): Uint8Array {
  const file = basename(path);
  return guarded(file, () => {
    const { size } = statSync(path);
    if (size > limit) throw new Problem("intake.tooLarge", { file, size, limit });
    return readFileSync(path);
  });
}

/** Throws a Problem where `path` is one of `inputs`, is a folder, stands in no folder that can be written, or exists and is not to be replaced. */
export function checkOutput(path: string, inputs: readonly string[], force: boolean): void {
  const file = basename(path);
  if (inputs.some((input) => sameFile(input, path))) throw new Problem("cli.same-file", { file });
  guarded(file, () => {
    const folder = statSync(dirname(path), { throwIfNoEntry: false });
    if (!folder?.isDirectory()) throw new Problem("store.no-folder", { file, folder: dirname(path) });
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) throw new Problem("store.directory", { file });
    if (stat && !force) throw new Problem("store.exists", { file });
    accessSync(dirname(path), constants.W_OK);
  });
}

function sameFile(a: string, b: string): boolean {
  if (resolve(a) === resolve(b)) return true;
  const [x, y] = [statSync(a, { throwIfNoEntry: false }), statSync(b, { throwIfNoEntry: false })];
  return x !== undefined && y !== undefined && x.ino !== 0 && x.ino === y.ino && x.dev === y.dev;
}

/**
 * Writes a whole file beside its place, then puts it there: nobody meets half of one. Throws a Problem where it cannot.
 * `temp` is named by whoever may stop the writing, and takes it away then.
 */
export function writeWhole(path: string, bytes: Uint8Array | string, temp = temporaryName(path)): void {
  const file = basename(path);
  guarded(file, () => {
    try {
      writeFileSync(temp, bytes, { flush: true });
      renameSync(temp, path);
    } finally {
      // Before anybody is told: who reads that the disk is full finds no half file on it.
      rmSync(temp, { force: true });
    }
  });
}

/** Makes a folder, with those above it. Throws a Problem where it cannot. */
export function makeFolder(path: string): void {
  guarded(basename(path), () => mkdirSync(path, { recursive: true }));
}

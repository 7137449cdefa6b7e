/** Folders and hashes for tests of files. */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

export * from "./typing.ts";

/** A folder that goes when the tests of this file are done. */
export function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "dayang-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const hashFile = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

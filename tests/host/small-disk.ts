/** A disk that is soon full: a file system of a few kilobytes in memory. Needs root; elsewhere its tests are skipped, visibly. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** To be called at a file's top. Null where no disk can be mounted. */
export function smallDisk(kilobytes: number): string | null {
  if (process.getuid?.() !== 0) return null;
  const path = mkdtempSync(join(tmpdir(), "dayang-disk-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", path]).status === 0;
  afterAll(() => {
    if (mounted) spawnSync("umount", [path]);
    rmdirSync(path);
  });
  return mounted ? path : null;
}

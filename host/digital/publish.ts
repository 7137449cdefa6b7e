/**
 * How a folder gets its place: made whole under a hidden name, put there in one go, and an earlier one only then taken
 * away. Whoever is stopped in between has its scaffold taken down, and the earlier folder stands where it stood.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sync, temporaryName } from "../store/publish.ts";

/** Paths beside a folder's place: of the new one until it is whole, and of the earlier one until that is so. */
export interface Scaffold {
  readonly fresh: string;
  readonly old: string;
}

export const scaffoldOf = (folder: string): Scaffold => ({
  fresh: temporaryName(folder),
  old: temporaryName(folder),
});

/** Files by their path in the folder. Throws as the file system does; nothing is left half made. */
export function publishFolder(
  folder: string,
  files: ReadonlyMap<string, Uint8Array | string>,
  scaffold: Scaffold,
): void {
  const { fresh, old } = scaffold;
  try {
    mkdirSync(fresh);
    for (const [name, content] of files) {
      const file = join(fresh, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content, { flush: true });
    }
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(fresh, folder);
    sync(dirname(folder));
  } finally {
    takeDown(folder, scaffold);
  }
}

/** Puts an earlier folder back where nothing has taken its place, and takes away what is left beside it. */
export function takeDown(folder: string, { fresh, old }: Scaffold): void {
  if (!existsSync(folder) && existsSync(old)) renameSync(old, folder);
  rmSync(fresh, { recursive: true, force: true });
  rmSync(old, { recursive: true, force: true });
}

/** Folders, for a window without a file dialog. Only names, sizes and times are told; hidden files are not. */
import { readdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { guarded } from "../store/fault.ts";
import { kindOf } from "../work/files.ts";
import type { Handlers, Household } from "./household.ts";

const texts = new Set([".txt", ".docx"]);

export function fileHandlers({ environment }: Household): Pick<Handlers, "files.list"> {
  return {
    "files.list"({ folder: asked }) {
      const folder = resolve(asked || environment.documents);
      const names = guarded(basename(folder), () => readdirSync(folder));
      const entries = names
        .filter((name) => !name.startsWith("."))
        .flatMap((name) => {
          const path = join(folder, name);
          const stat = statSync(path, { throwIfNoEntry: false });
          if (!stat) return [];
          const kind = stat.isDirectory() ? ("folder" as const) : stat.isFile() ? kindOf(path) : null;
          if (!kind || (kind === "text" && !texts.has(extname(name).toLowerCase()))) return [];
          return [{ name, path, kind, size: stat.size, modified: stat.mtime.toISOString() }];
        });
      const parent = dirname(folder);
      return { folder, parent: parent === folder ? null : parent, entries };
    },
  };
}

/** The machine's fonts, for a canvas that draws with the same programs as the press. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Problem } from "../../core/problem.ts";
import { faceIds, fontFile } from "../fonts/files.ts";
import type { Handlers, Household } from "./household.ts";

export function fontHandlers({ settings }: Household): Pick<Handlers, "fonts.list" | "fonts.get"> {
  return {
    "fonts.list": () => {
      const { fontFolders } = settings.read();
      return faceIds.map((id) => {
        const { face, path, substitute } = fontFile(id, fontFolders);
        return { face, file: basename(path), substitute };
      });
    },
    "fonts.get"({ face }) {
      const id = faceIds.find((candidate) => candidate === face);
      if (!id) throw new Problem("host.no-face", { face });
      return { bytes: new Uint8Array(readFileSync(fontFile(id, settings.read().fontFolders).path)) };
    },
  };
}

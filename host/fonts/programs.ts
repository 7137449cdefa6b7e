/**
 * The machine's font programs for the press: metrics from the file that is embedded, and subsetting.
 *
 * Widths come from the same program that is embedded, so a PDF's W array cannot disagree with its font file.
 */
import type { FaceId } from "../../core/edition/style.ts";
import { openFont } from "../../core/fonts/face.ts";
import { readable } from "../../core/fonts/only-glyphs.ts";
import { inMemory } from "../../core/fonts/truetype.ts";
import type { FontProgram } from "../../core/world.ts";
import { fontFile } from "./files.ts";
import { openFontFile, withFontFile } from "./open.ts";
import { subsetFont } from "./subset.ts";

/** A function from face to program; faces answered by one file share its program. */
export function loadPrograms(folders: readonly string[] = []): (id: FaceId) => FontProgram {
  const open = new Map<string, FontProgram>();
  return (id) => {
    const { path } = fontFile(id, folders);
    let program = open.get(path);
    if (!program) {
      program = {
        ...openFontFile(path).metrics,
        pads: withFontFile(path, readable),
        subset: (gids, padded) => withFontFile(path, (font) => subsetFont(font, gids, padded)),
      };
      open.set(path, program);
    }
    return program;
  };
}

/** The program in `bytes`. Throws a RangeError where a required table is missing. */
export function openProgram(bytes: Uint8Array): FontProgram {
  const font = inMemory(bytes);
  return {
    ...openFont(bytes).metrics,
    pads: readable(font),
    subset: (gids, padded) => subsetFont(font, gids, padded),
  };
}

/**
 * Font files opened once for all: a face and a program of one file share one copy in HarfBuzz's memory, which is most
 * of what a process with Chinese fonts weighs.
 */
import { readFileSync } from "node:fs";
import { type OpenFont, openFont } from "../../core/fonts/face.ts";

const opened = new Map<string, OpenFont>();

/** The font in a file. Its bytes are not kept: whoever needs them again (subsetting) reads the file again. */
export function openFontFile(path: string): OpenFont {
  let font = opened.get(path);
  if (!font) {
    font = openFont(readFileSync(path));
    opened.set(path, font);
  }
  return font;
}

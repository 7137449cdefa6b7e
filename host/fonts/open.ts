/**
 * Font files opened once for all: a face and a program of one file share one copy in HarfBuzz's memory, without the
 * outlines. Those few that plates and pictures of a page draw are read from the file.
 */
import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { type OpenFont, openFont } from "../../core/fonts/face.ts";
import { outlineOf } from "../../core/fonts/glyf.ts";
import { withoutOutlines } from "../../core/fonts/outlines.ts";
import { type FontSource, readTables, type Tables } from "../../core/fonts/truetype.ts";
import type { Face } from "../../core/world.ts";

const opened = new Map<string, OpenFont>();

/** The font in a file. Its bytes are not kept: whoever needs them again (subsetting) reads the file again. */
export function openFontFile(path: string): OpenFont {
  let font = opened.get(path);
  if (!font) {
    font = withFontFile(path, (source) => openFont(withoutOutlines(source), outlines(path)));
    opened.set(path, font);
  }
  return font;
}

/** Outlines read from the file one by one; by HarfBuzz, which holds the whole file, where it is no plain TrueType font. */
function outlines(path: string): (gid: number) => string {
  let tables: Tables | null | undefined;
  let whole: Face | undefined;
  return (gid) =>
    withFontFile(path, (source) => {
      tables ??= readTables(source);
      const outline = tables && outlineOf(source, tables, gid);
      if (outline !== null && outline !== undefined) return outline;
      whole ??= openFont(readFileSync(path)).face("song");
      return whole.outline(gid);
    });
}

/** What `use` makes of the font in the file `path`, which is open for so long. */
export function withFontFile<T>(path: string, use: (font: FontSource) => T): T {
  const file = openSync(path, "r");
  try {
    return use({ size: fstatSync(file).size, read: (...range) => readRange(file, ...range) });
  } finally {
    closeSync(file);
  }
}

/** What `use` makes of the whole file's bytes. */
export const withFontBytes = <T>(path: string, use: (bytes: Uint8Array) => T): T => use(readFileSync(path));

function readRange(
  file: number,
  start: number,
  end: number,
  room: Uint8Array = new Uint8Array(end - start),
): Uint8Array {
  const bytes = room.subarray(0, end - start);
  let at = 0;
  while (at < bytes.length) {
    const read = readSync(file, bytes, at, bytes.length - at, start + at);
    if (read === 0) throw new RangeError("the font file became shorter while it was read");
    at += read;
  }
  return bytes;
}

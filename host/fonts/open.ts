/**
 * Font files opened once for all: a face and a program of one file share one copy in HarfBuzz's memory, without the
 * outlines, which nothing on this side of the screen draws.
 */
import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { type OpenFont, openFont } from "../../core/fonts/face.ts";
import { withoutOutlines } from "../../core/fonts/outlines.ts";

const opened = new Map<string, OpenFont>();

/** The font in a file. Its bytes are not kept: whoever needs them again (subsetting) reads the file again. */
export function openFontFile(path: string): OpenFont {
  let font = opened.get(path);
  if (!font) {
    font = withFontBytes(path, (bytes) =>
      openFont(withoutOutlines(bytes), () => openFont(readFileSync(path))),
    );
    opened.set(path, font);
  }
  return font;
}

/** Room that font files are read into, one after the other: a new buffer for each is long garbage before it is freed. */
let room = new Uint8Array(0);

/** What `use` makes of the bytes of the file `path`, which are another file's as soon as it returns. */
export function withFontBytes<T>(path: string, use: (bytes: Uint8Array) => T): T {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    if (room.length < size) room = new Uint8Array(size);
    let end = 0;
    while (end < size) {
      const read = readSync(file, room, end, size - end, end);
      if (read === 0) break;
      end += read;
    }
    return use(room.subarray(0, end));
  } finally {
    closeSync(file);
  }
}

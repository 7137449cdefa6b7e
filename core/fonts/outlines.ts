/**
 * TrueType fonts without their outlines, which are 97 percent of a Chinese font: composition needs none of them, and
 * what is left out never enters HarfBuzz's memory. Glyph ids and boxes stay.
 */
import {
  assembled,
  type FontSource,
  locations,
  padded,
  readTables,
  type Tables,
  tableOf,
  viewOf,
} from "./truetype.ts";

/** A glyph's header: number of contours and bounding box (OpenType, glyf). */
const HEADER = 10;
/** Bytes of the file looked at in one go. */
const WINDOW = 1 << 20;

/**
 * The font with no more of each glyph than its header: for shaping and measuring. The whole of a font that is not one
 * TrueType font.
 */
export function withoutOutlines(font: FontSource): Uint8Array {
  const tables = readTables(font);
  if (!tables) return font.read(0, font.size);
  const lengths = tables.offsets
    .subarray(1)
    .map((end, gid) => Math.min(end - (tables.offsets[gid] as number), HEADER));
  const head = tableOf(font, tables, "head") as Uint8Array;
  viewOf(head).setInt16(50, 1);
  const made: Record<string, Uint8Array> = {
    head,
    glyf: headers(font, tables, lengths),
    loca: locations(lengths),
  };
  const parts = [...tables.byTag.keys()].map((tag) => ({
    tag,
    data: made[tag] ?? (tableOf(font, tables, tag) as Uint8Array),
  }));
  return assembled(tables.version, parts);
}

function headers(font: FontSource, { offsets }: Tables, lengths: Uint32Array): Uint8Array {
  const out = new Uint8Array(lengths.reduce((sum, length) => sum + padded(length), 0));
  const room = new Uint8Array(Math.min(WINDOW, font.size));
  let window: Uint8Array = room.subarray(0, 0);
  let [from, at] = [0, 0];
  lengths.forEach((length, gid) => {
    const start = offsets[gid] as number;
    if (start + length > from + window.length) {
      from = start;
      window = font.read(start, Math.min(font.size, start + room.length), room);
    }
    // Byte by byte: a view for each of thirty thousand glyphs costs more.
    for (let i = 0; i < length; i++) out[at + i] = window[start - from + i] as number;
    at += padded(length);
  });
  return out;
}

/**
 * How the one-byte codes of a simple TrueType font reach its glyphs (ISO 32000-1, 9.6.6.4): by a symbol's own table,
 * by a Macintosh table, or by the Unicode of an encoding whose codes are sure.
 */
import { sfntTable } from "./sfnt.ts";

type GlyphOf = (code: number) => number | null;

/** Null for a code that this reader cannot follow; the whole is null where the program has no table it knows. */
export function simpleGlyphs(program: Uint8Array, encoding: string | null): GlyphOf | null {
  const cmap = sfntTable(program, "cmap");
  if (!cmap || cmap.length < 4) return null;
  try {
    const view = new DataView(cmap.buffer, cmap.byteOffset, cmap.byteLength);
    const [symbol, unicode, macintosh] = [
      [3, 0],
      [3, 1],
      [1, 0],
    ].map(([platform, id]) => subtable(view, platform as number, id as number));
    if (encoding === "WinAnsiEncoding") {
      const latin = (code: number) => (code < 0x7f || code >= 0xa0) && code >= 0x20;
      return unicode ? (code) => (latin(code) ? unicode(code) : null) : null;
    }
    if (encoding !== null) return null;
    if (symbol) return (code) => symbol(0xf000 + code) || symbol(code);
    return macintosh ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A subtable of format 0, 4 or 6 (OpenType, cmap); 0 for a code it does not have. */
function subtable(view: DataView, platform: number, id: number): ((code: number) => number) | null {
  const count = view.getUint16(2);
  for (let i = 0; i < count; i++) {
    const at = 4 + 8 * i;
    if (view.getUint16(at) !== platform || view.getUint16(at + 2) !== id) continue;
    const start = view.getUint32(at + 4);
    const format = view.getUint16(start);
    if (format === 0) return (code) => (code < 256 ? view.getUint8(start + 6 + code) : 0);
    if (format === 6) {
      const [first, length] = [view.getUint16(start + 6), view.getUint16(start + 8)];
      return (code) =>
        code >= first && code < first + length ? view.getUint16(start + 10 + 2 * (code - first)) : 0;
    }
    if (format === 4) return segments(view, start);
  }
  return null;
}

function segments(view: DataView, start: number): (code: number) => number {
  const doubled = view.getUint16(start + 6);
  const [ends, starts] = [start + 14, start + 16 + doubled];
  const [deltas, ranges] = [starts + doubled, starts + 2 * doubled];
  return (code) => {
    for (let at = 0; at < doubled; at += 2) {
      if (code > view.getUint16(ends + at)) continue;
      const from = view.getUint16(starts + at);
      if (code < from) return 0;
      const [delta, range] = [view.getUint16(deltas + at), view.getUint16(ranges + at)];
      const gid = range === 0 ? code : view.getUint16(ranges + at + range + 2 * (code - from));
      return gid === 0 ? 0 : (gid + delta) & 0xffff;
    }
    return 0;
  };
}

/**
 * TrueType fonts with fewer outlines. Outlines are 97 percent of a Chinese font; composition needs none of them, and a
 * page needs those of a few hundred glyphs. What is left out never enters HarfBuzz's memory.
 *
 * Glyph ids stay. A font that is not one TrueType font (CFF, a collection) or whose tables do not hold is given back
 * as it is.
 */

interface Tables {
  readonly view: DataView;
  readonly byTag: ReadonlyMap<string, { readonly offset: number; readonly length: number }>;
  /** Offsets of the glyphs in the file, one more than there are glyphs. */
  readonly offsets: Uint32Array;
}

/** A glyph's header: number of contours and bounding box (OpenType, glyf). */
const HEADER = 10;
/** Flags of a component (OpenType, glyf, composite glyphs). */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

/** The font with every glyph's bounding box and no outline: for shaping and measuring. */
export function withoutOutlines(font: Uint8Array): Uint8Array {
  const tables = readTables(font);
  return tables ? rebuilt(font, tables, () => HEADER, []) : font;
}

/** The font with the outlines of `gids` and of the components they are made of, and without the tables `dropped`. */
export function withOutlinesOf(
  font: Uint8Array,
  gids: Iterable<number>,
  dropped: readonly string[],
): Uint8Array {
  const tables = readTables(font);
  if (!tables) return font;
  const kept = new Set<number>([0]);
  const left = [0, ...gids];
  for (let gid = left.pop(); gid !== undefined; gid = left.pop()) {
    kept.add(gid);
    left.push(...components(tables, gid).filter((part) => !kept.has(part)));
  }
  return rebuilt(font, tables, (gid) => (kept.has(gid) ? Number.POSITIVE_INFINITY : 0), dropped);
}

function readTables(font: Uint8Array): Tables | null {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  if (font.length < 12) return null;
  const byTag = new Map<string, { offset: number; length: number }>();
  const count = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const at = 12 + 16 * i;
    if (at + 16 > font.length) return null;
    const [offset, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (offset + length > font.length) return null;
    byTag.set(String.fromCharCode(...font.subarray(at, at + 4)), { offset, length });
  }
  const [glyf, loca, head, maxp] = ["glyf", "loca", "head", "maxp"].map((tag) => byTag.get(tag));
  if (!glyf || !loca || !head || head.length < 54 || !maxp || maxp.length < 6) return null;
  const long = view.getInt16(head.offset + 50) === 1;
  const glyphs = view.getUint16(maxp.offset + 4);
  if (loca.length < (glyphs + 1) * (long ? 4 : 2)) return null;
  const offsets = new Uint32Array(glyphs + 1);
  for (let gid = 0; gid <= glyphs; gid++) {
    const at = long ? view.getUint32(loca.offset + gid * 4) : view.getUint16(loca.offset + gid * 2) * 2;
    if (at > glyf.length || glyf.offset + at < (offsets[gid - 1] ?? 0)) return null;
    offsets[gid] = glyf.offset + at;
  }
  return { view, byTag, offsets };
}

function components({ view, offsets }: Tables, gid: number): number[] {
  const [start, end] = [offsets[gid] ?? 0, offsets[gid + 1] ?? 0];
  if (end - start < HEADER || view.getInt16(start) >= 0) return [];
  const parts: number[] = [];
  for (let at = start + HEADER; at + 4 <= end; ) {
    const flags = view.getUint16(at);
    parts.push(view.getUint16(at + 2));
    const scale = flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0;
    at += 4 + (flags & WORDS ? 4 : 2) + scale;
    if (!(flags & MORE)) break;
  }
  return parts;
}

/** The font with at most `bytesOf(gid)` bytes of each glyph. Checksums are left at 0, which no shaper reads. */
function rebuilt(
  font: Uint8Array,
  { byTag, offsets }: Tables,
  bytesOf: (gid: number) => number,
  dropped: readonly string[],
): Uint8Array {
  const glyphs = offsets.length - 1;
  const lengths = new Uint32Array(glyphs);
  let size = 0;
  for (let gid = 0; gid < glyphs; gid++) {
    const length = Math.min((offsets[gid + 1] ?? 0) - (offsets[gid] ?? 0), bytesOf(gid));
    lengths[gid] = length;
    size += padded(length);
  }
  const tags = [...byTag.keys()].filter((tag) => !dropped.includes(tag));
  const sizes = new Map(tags.map((tag) => [tag, byTag.get(tag)?.length ?? 0]));
  sizes.set("glyf", size);
  sizes.set("loca", 4 * (glyphs + 1));
  const head = 12 + 16 * tags.length;
  const out = new Uint8Array(head + [...sizes.values()].reduce((sum, length) => sum + padded(length), 0));
  const view = new DataView(out.buffer);
  out.set(font.subarray(0, 12));
  view.setUint16(4, tags.length);
  let at = head;
  tags.forEach((tag, index) => {
    const length = sizes.get(tag) ?? 0;
    const entry = 12 + 16 * index;
    for (let i = 0; i < 4; i++) out[entry + i] = tag.charCodeAt(i);
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, length);
    if (tag === "glyf") writeGlyphs(out.subarray(at, at + size), font, offsets, lengths);
    else if (tag === "loca") writeOffsets(view, at, lengths);
    else {
      const { offset } = byTag.get(tag) as { offset: number };
      out.set(font.subarray(offset, offset + length), at);
      if (tag === "head") view.setInt16(at + 50, 1);
    }
    at += padded(length);
  });
  return out;
}

function writeGlyphs(out: Uint8Array, font: Uint8Array, offsets: Uint32Array, lengths: Uint32Array): void {
  let at = 0;
  for (let gid = 0; gid < lengths.length; gid++) {
    const length = lengths[gid] as number;
    const start = offsets[gid] as number;
    // Copied byte by byte where there are ten: a view for each of thirty thousand glyphs costs more.
    if (length > HEADER) out.set(font.subarray(start, start + length), at);
    else for (let i = 0; i < length; i++) out[at + i] = font[start + i] as number;
    at += padded(length);
  }
}

function writeOffsets(view: DataView, start: number, lengths: Uint32Array): void {
  let at = 0;
  for (let gid = 0; gid < lengths.length; gid++) {
    view.setUint32(start + 4 * gid, at);
    at += padded(lengths[gid] as number);
  }
  view.setUint32(start + 4 * lengths.length, at);
}

const padded = (length: number): number => (length + 3) & ~3;

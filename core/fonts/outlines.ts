/**
 * TrueType fonts with fewer outlines. Outlines are 97 percent of a Chinese font; composition needs none of them, and a
 * page needs those of a few hundred glyphs. What is left out never enters HarfBuzz's memory.
 *
 * A font that is not one TrueType font (CFF, a collection) or whose tables do not hold is left alone.
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

/** The font with every glyph's bounding box and no outline, glyph ids kept: for shaping and measuring. */
export function withoutOutlines(font: Uint8Array): Uint8Array {
  const tables = readTables(font);
  return tables ? rebuilt(font, tables) : font;
}

/** All that draws glyphs by their ids (ISO 32000-1, 9.9), and nothing that finds or lays them out. */
const drawing = ["glyf", "head", "hhea", "hmtx", "loca", "maxp", "cvt ", "fpgm", "prep"];

/**
 * A font of .notdef, `gids` and the components they are made of, in this order: the glyph `gids[i]` gets the id i + 1.
 * Null where `font` is not one sound TrueType font, or has no such glyph.
 */
export function onlyGlyphs(font: Uint8Array, gids: readonly number[]): Uint8Array | null {
  const tables = readTables(font);
  const metrics = tables && readMetrics(tables);
  if (!tables || !metrics) return null;
  const order = [0, ...gids];
  const ids = new Map(order.map((gid, id) => [gid, id]));
  if (ids.size !== order.length) return null;
  for (const gid of order) {
    if (gid >= tables.offsets.length - 1) return null;
    for (const { gid: part } of components(tables, gid)) {
      if (ids.has(part)) continue;
      ids.set(part, order.length);
      order.push(part);
    }
  }
  const glyphs = order.map((gid) => {
    const [start, end] = [tables.offsets[gid] as number, tables.offsets[gid + 1] as number];
    const glyph = copyOf(font, start, end);
    const view = new DataView(glyph.buffer);
    for (const part of components(tables, gid)) view.setUint16(part.at - start, ids.get(part.gid) ?? 0);
    return glyph;
  });
  const table = (tag: string) => {
    const found = tables.byTag.get(tag);
    return found ? copyOf(font, found.offset, found.offset + found.length) : null;
  };
  const made: Record<string, Uint8Array> = {
    glyf: joined(glyphs),
    loca: locations(glyphs),
    hmtx: joined(order.map((gid) => metrics.of(gid))),
  };
  const parts = drawing.flatMap((tag) => {
    const data = made[tag] ?? table(tag);
    return data ? [{ tag, data }] : [];
  });
  const patch = (tag: string, at: number, value: number) => {
    const data = parts.find((part) => part.tag === tag)?.data as Uint8Array;
    new DataView(data.buffer).setUint16(at, value);
  };
  patch("head", 50, 1);
  patch("maxp", 4, order.length);
  patch("hhea", 34, order.length);
  return assembled(font.subarray(0, 4), parts);
}

/** Not `slice`, which for a Buffer is no copy. */
const copyOf = (font: Uint8Array, start: number, end: number) => new Uint8Array(font.subarray(start, end));

interface Metrics {
  /** Advance and left side bearing of a glyph, four bytes. */
  of(gid: number): Uint8Array;
}

function readMetrics({ view, byTag, offsets }: Tables): Metrics | null {
  const [hhea, hmtx] = [byTag.get("hhea"), byTag.get("hmtx")];
  if (!hhea || hhea.length < 36 || !hmtx) return null;
  const long = view.getUint16(hhea.offset + 34);
  const glyphs = offsets.length - 1;
  if (long === 0 || long > glyphs || hmtx.length < 4 * long + 2 * (glyphs - long)) return null;
  return {
    of(gid) {
      const metric = new Uint8Array(4);
      const advance = view.getUint16(hmtx.offset + 4 * Math.min(gid, long - 1));
      const bearing = hmtx.offset + (gid < long ? 4 * gid + 2 : 4 * long + 2 * (gid - long));
      new DataView(metric.buffer).setUint16(0, advance);
      new DataView(metric.buffer).setUint16(2, view.getUint16(bearing));
      return metric;
    },
  };
}

/** Glyphs one after the other, each at a multiple of four. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + padded(part.length), 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += padded(part.length);
  }
  return out;
}

function locations(glyphs: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(4 * (glyphs.length + 1));
  writeOffsets(
    new DataView(out.buffer),
    0,
    Uint32Array.from(glyphs, (glyph) => glyph.length),
  );
  return out;
}

/** Checksums are left at 0, which no shaper reads. */
function assembled(
  version: Uint8Array,
  parts: readonly { readonly tag: string; readonly data: Uint8Array }[],
): Uint8Array {
  const tables = parts.toSorted((a, b) => (a.tag < b.tag ? -1 : 1));
  const head = new Uint8Array(12 + 16 * tables.length);
  const view = new DataView(head.buffer);
  head.set(version);
  view.setUint16(4, tables.length);
  let at = head.length;
  tables.forEach(({ tag, data }, index) => {
    const entry = 12 + 16 * index;
    for (let i = 0; i < 4; i++) head[entry + i] = tag.charCodeAt(i);
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, data.length);
    at += padded(data.length);
  });
  return joined([head, ...tables.map(({ data }) => data)]);
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

/** What a composite glyph is made of, and where in the file each is named. */
function components({ view, offsets }: Tables, gid: number): { readonly gid: number; readonly at: number }[] {
  const [start, end] = [offsets[gid] ?? 0, offsets[gid + 1] ?? 0];
  if (end - start < HEADER || view.getInt16(start) >= 0) return [];
  const parts: { gid: number; at: number }[] = [];
  for (let at = start + HEADER; at + 4 <= end; ) {
    const flags = view.getUint16(at);
    parts.push({ gid: view.getUint16(at + 2), at: at + 2 });
    const scale = flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0;
    at += 4 + (flags & WORDS ? 4 : 2) + scale;
    if (!(flags & MORE)) break;
  }
  return parts;
}

/** The font with no more of each glyph than its header. Checksums are left at 0, which no shaper reads. */
function rebuilt(font: Uint8Array, { byTag, offsets }: Tables): Uint8Array {
  const glyphs = offsets.length - 1;
  const lengths = new Uint32Array(glyphs);
  let size = 0;
  for (let gid = 0; gid < glyphs; gid++) {
    const length = Math.min((offsets[gid + 1] ?? 0) - (offsets[gid] ?? 0), HEADER);
    lengths[gid] = length;
    size += padded(length);
  }
  const tags = [...byTag.keys()];
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
    // Byte by byte: a view for each of thirty thousand glyphs costs more.
    for (let i = 0; i < length; i++) out[at + i] = font[start + i] as number;
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

/**
 * A TrueType font's tables, read from where they lie: a Chinese font is fifteen megabytes, and who needs a few glyphs
 * of it need not hold it. What does not hold together reads as null.
 */

export interface FontSource {
  /** In bytes. */
  readonly size: number;
  /** A copy of the bytes from `start` up to `end`, which lie within the size; in `room` where that is given. */
  read(start: number, end: number, room?: Uint8Array): Uint8Array;
}

export const inMemory = (bytes: Uint8Array): FontSource => ({
  size: bytes.length,
  read(start, end, room = new Uint8Array(end - start)) {
    room.set(bytes.subarray(start, end));
    return room.subarray(0, end - start);
  },
});

export interface Tables {
  /** sfnt version, four bytes. */
  readonly version: Uint8Array;
  readonly byTag: ReadonlyMap<string, { readonly offset: number; readonly length: number }>;
  /** Offsets of the glyphs in the file, one more than there are glyphs. */
  readonly offsets: Uint32Array;
}

/** Flags of a component (OpenType, glyf, composite glyphs). */
export const COMPONENT = {
  WORDS: 0x0001,
  OFFSETS: 0x0002,
  SCALE: 0x0008,
  MORE: 0x0020,
  TWO_SCALES: 0x0040,
  MATRIX: 0x0080,
  SCALED_OFFSETS: 0x0800,
} as const;

export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Null where `font` is not one TrueType font (CFF, a collection) or its glyphs do not lie in it. */
export function readTables(font: FontSource): Tables | null {
  if (font.size < 12) return null;
  const version = font.read(0, 12);
  const count = viewOf(version).getUint16(4);
  if (12 + 16 * count > font.size) return null;
  const directory = font.read(12, 12 + 16 * count);
  const entries = viewOf(directory);
  const byTag = new Map<string, { offset: number; length: number }>();
  for (let i = 0; i < count; i++) {
    const at = 16 * i;
    const [offset, length] = [entries.getUint32(at + 8), entries.getUint32(at + 12)];
    if (offset + length > font.size) return null;
    byTag.set(String.fromCharCode(...directory.subarray(at, at + 4)), { offset, length });
  }
  const offsets = readOffsets(font, byTag);
  return offsets && { version: version.subarray(0, 4), byTag, offsets };
}

/** The bytes of a table; null where the font has none of that name. */
export function tableOf(font: FontSource, { byTag }: Tables, tag: string): Uint8Array | null {
  const found = byTag.get(tag);
  return found ? font.read(found.offset, found.offset + found.length) : null;
}

function readOffsets(font: FontSource, byTag: Tables["byTag"]): Uint32Array | null {
  const [glyf, loca, head, maxp] = ["glyf", "loca", "head", "maxp"].map((tag) => byTag.get(tag));
  if (!glyf || !loca || !head || head.length < 54 || !maxp || maxp.length < 6) return null;
  const long = viewOf(font.read(head.offset + 50, head.offset + 52)).getInt16(0) === 1;
  const glyphs = viewOf(font.read(maxp.offset + 4, maxp.offset + 6)).getUint16(0);
  const length = (glyphs + 1) * (long ? 4 : 2);
  if (loca.length < length) return null;
  const view = viewOf(font.read(loca.offset, loca.offset + length));
  const offsets = new Uint32Array(glyphs + 1);
  for (let gid = 0; gid <= glyphs; gid++) {
    const at = long ? view.getUint32(gid * 4) : view.getUint16(gid * 2) * 2;
    if (at > glyf.length || glyf.offset + at < (offsets[gid - 1] ?? 0)) return null;
    offsets[gid] = glyf.offset + at;
  }
  return offsets;
}

/** A font file of these tables. Checksums are left at 0, which no shaper reads. */
export function assembled(
  version: Uint8Array,
  tables: readonly { readonly tag: string; readonly data: Uint8Array }[],
): Uint8Array {
  const sorted = tables.toSorted((a, b) => (a.tag < b.tag ? -1 : 1));
  const head = new Uint8Array(12 + 16 * sorted.length);
  const view = viewOf(head);
  head.set(version);
  view.setUint16(4, sorted.length);
  let at = head.length;
  sorted.forEach(({ tag, data }, index) => {
    const entry = 12 + 16 * index;
    for (let i = 0; i < 4; i++) head[entry + i] = tag.charCodeAt(i);
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, data.length);
    at += padded(data.length);
  });
  return joined([head, ...sorted.map(({ data }) => data)]);
}

/** Parts one after the other, each at a multiple of four. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + padded(part.length), 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += padded(part.length);
  }
  return out;
}

/** A loca table of long offsets, for glyphs of these lengths one after the other as `joined` puts them. */
export function locations(lengths: ArrayLike<number>): Uint8Array {
  const out = new Uint8Array(4 * (lengths.length + 1));
  const view = viewOf(out);
  let at = 0;
  for (let gid = 0; gid < lengths.length; gid++) {
    view.setUint32(4 * gid, at);
    at += padded(lengths[gid] as number);
  }
  view.setUint32(4 * lengths.length, at);
  return out;
}

export const padded = (length: number): number => (length + 3) & ~3;

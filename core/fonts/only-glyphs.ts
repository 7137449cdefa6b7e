/** A TrueType font cut down to the glyphs that a page shows, numbered anew: what a print file embeds. */
import {
  assembled,
  type FontSource,
  joined,
  locations,
  readTables,
  type Tables,
  tableOf,
  viewOf,
} from "./truetype.ts";

/** All that draws glyphs by their ids (ISO 32000-1, 9.9), and nothing that finds or lays them out. */
const drawing = ["glyf", "head", "hhea", "hmtx", "loca", "maxp", "cvt ", "fpgm", "prep"];

/** A glyph's header, and flags of a component (OpenType, glyf, composite glyphs). */
const HEADER = 10;
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

/**
 * A font of .notdef, `gids` and the components they are made of, in this order: the glyph `gids[i]` gets the id i + 1.
 * Null where `font` is not one sound TrueType font, or has no such glyph.
 */
export function onlyGlyphs(font: FontSource, gids: readonly number[]): Uint8Array | null {
  const tables = readTables(font);
  const metricOf = tables && readMetrics(font, tables);
  if (!tables || !metricOf) return null;
  const order = [0, ...gids];
  const ids = new Map(order.map((gid, id) => [gid, id]));
  if (ids.size !== order.length) return null;
  const glyphs: Uint8Array[] = [];
  for (const gid of order) {
    const [start, end] = [tables.offsets[gid], tables.offsets[gid + 1]];
    if (start === undefined || end === undefined) return null;
    const glyph = font.read(start, end);
    for (const at of components(glyph)) {
      const part = viewOf(glyph).getUint16(at);
      if (!ids.has(part)) {
        ids.set(part, order.length);
        order.push(part);
      }
      viewOf(glyph).setUint16(at, ids.get(part) ?? 0);
    }
    glyphs.push(glyph);
  }
  const made: Record<string, Uint8Array> = {
    glyf: joined(glyphs),
    loca: locations(glyphs.map((glyph) => glyph.length)),
    hmtx: joined(order.map(metricOf)),
    head: patched(font, tables, "head", 50, 1),
    maxp: patched(font, tables, "maxp", 4, order.length),
    hhea: patched(font, tables, "hhea", 34, order.length),
  };
  const parts = drawing.flatMap((tag) => {
    const data = made[tag] ?? tableOf(font, tables, tag);
    return data ? [{ tag, data }] : [];
  });
  return assembled(tables.version, parts);
}

function patched(font: FontSource, tables: Tables, tag: string, at: number, value: number): Uint8Array {
  const data = tableOf(font, tables, tag) as Uint8Array;
  viewOf(data).setUint16(at, value);
  return data;
}

/** Advance and left side bearing of a glyph, four bytes. */
function readMetrics(font: FontSource, tables: Tables): ((gid: number) => Uint8Array) | null {
  const [hhea, hmtx] = [tableOf(font, tables, "hhea"), tableOf(font, tables, "hmtx")];
  if (!hhea || hhea.length < 36 || !hmtx) return null;
  const long = viewOf(hhea).getUint16(34);
  const glyphs = tables.offsets.length - 1;
  if (long === 0 || long > glyphs || hmtx.length < 4 * long + 2 * (glyphs - long)) return null;
  return (gid) => {
    const metric = new Uint8Array(4);
    const advance = 4 * Math.min(gid, long - 1);
    const bearing = gid < long ? 4 * gid + 2 : 4 * long + 2 * (gid - long);
    metric.set(hmtx.subarray(advance, advance + 2));
    metric.set(hmtx.subarray(bearing, bearing + 2), 2);
    return metric;
  };
}

/** Where in a composite glyph the ids of its components stand. */
function components(glyph: Uint8Array): number[] {
  const view = viewOf(glyph);
  if (glyph.length < HEADER || view.getInt16(0) >= 0) return [];
  const found: number[] = [];
  for (let at = HEADER; at + 4 <= glyph.length; ) {
    const flags = view.getUint16(at);
    found.push(at + 2);
    const scale = flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0;
    at += 4 + (flags & WORDS ? 4 : 2) + scale;
    if (!(flags & MORE)) break;
  }
  return found;
}

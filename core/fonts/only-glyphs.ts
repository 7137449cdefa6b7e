/** A TrueType font cut down to the glyphs that a page shows, numbered anew: what a print file embeds. */

import type { PaddedGlyph } from "../world.ts";
import {
  assembled,
  COMPONENT,
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

/** Bytes of a glyph's header. */
const HEADER = 10;

/** True where `onlyGlyphs` can read `font`, whatever glyphs it is asked for. */
export function readable(font: FontSource): boolean {
  const tables = readTables(font);
  return tables !== null && readMetrics(font, tables) !== null;
}

/**
 * A font of .notdef, `gids`, `padded` and the components they are made of, in this order: the glyph `gids[i]` gets the
 * id i + 1. Null where `font` is not one sound TrueType font, or has no such glyph.
 */
export function onlyGlyphs(
  font: FontSource,
  gids: readonly number[],
  padded: readonly PaddedGlyph[] = [],
): Uint8Array | null {
  const tables = readTables(font);
  const metricOf = tables && readMetrics(font, tables);
  if (!tables || !metricOf) return null;
  const order: (number | PaddedGlyph)[] = [0, ...gids];
  const ids = new Map(order.map((gid, id) => [gid, id]));
  if (ids.size !== order.length) return null;
  order.push(...padded);
  const glyphs: Uint8Array[] = [];
  for (const one of order) {
    const gid = typeof one === "number" ? one : one.gid;
    const [start, end] = [tables.offsets[gid], tables.offsets[gid + 1]];
    if (start === undefined || end === undefined) return null;
    const whole = font.read(start, end);
    const glyph = typeof one === "number" ? whole : padding(whole, one);
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
  const metrics = order.map((one) => (typeof one === "number" ? metricOf(one) : paddedMetric(metricOf, one)));
  const hhea = patched(tableOf(font, tables, "hhea"), 34, order.length);
  const widest = metrics.reduce((most, metric) => Math.max(most, viewOf(metric).getUint16(0)), 0);
  const made: Record<string, Uint8Array> = {
    glyf: joined(glyphs),
    loca: locations(glyphs.map((glyph) => glyph.length)),
    hmtx: joined(metrics),
    head: patched(tableOf(font, tables, "head"), 50, 1),
    maxp: profileOf(patched(tableOf(font, tables, "maxp"), 4, order.length), padded.length > 0),
    // advanceWidthMax
    hhea: patched(hhea, 10, widest),
  };
  const parts = drawing.flatMap((tag) => {
    const data = made[tag] ?? tableOf(font, tables, tag);
    return data ? [{ tag, data }] : [];
  });
  return assembled(tables.version, parts);
}

/** A composite glyph of one component, `whole` moved to the right; nothing where there is nothing to draw. */
function padding(whole: Uint8Array, { gid, before }: PaddedGlyph): Uint8Array {
  if (whole.length < HEADER) return new Uint8Array(0);
  const glyph = new Uint8Array(HEADER + 8);
  const [view, from] = [viewOf(glyph), viewOf(whole)];
  [-1, from.getInt16(2) + before, from.getInt16(4), from.getInt16(6) + before, from.getInt16(8)].forEach(
    (value, i) => {
      view.setInt16(2 * i, value);
    },
  );
  view.setUint16(HEADER, COMPONENT.WORDS | COMPONENT.OFFSETS);
  view.setUint16(HEADER + 2, gid);
  view.setInt16(HEADER + 4, before);
  return glyph;
}

function paddedMetric(
  metricOf: (gid: number) => Uint8Array,
  { gid, before, after }: PaddedGlyph,
): Uint8Array {
  const metric = metricOf(gid);
  const view = viewOf(metric);
  view.setUint16(0, view.getUint16(0) + before + after);
  view.setInt16(2, view.getInt16(2) + before);
  return metric;
}

/** maxp, told that there are composite glyphs of one component more than there were (OpenType, maxp 1.0). */
function profileOf(maxp: Uint8Array, composite: boolean): Uint8Array {
  if (!composite || maxp.length < 32) return maxp;
  const view = viewOf(maxp);
  const atLeast = (at: number, value: number) => view.setUint16(at, Math.max(view.getUint16(at), value));
  atLeast(10, view.getUint16(6));
  atLeast(12, view.getUint16(8));
  atLeast(28, 1);
  view.setUint16(30, view.getUint16(30) + 1);
  return maxp;
}

/** `table`, which `readTables` has found, with the 16-bit number `at` changed. */
function patched(table: Uint8Array | null, at: number, value: number): Uint8Array {
  const data = table as Uint8Array;
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
    const scale =
      flags & COMPONENT.SCALE ? 2 : flags & COMPONENT.TWO_SCALES ? 4 : flags & COMPONENT.MATRIX ? 8 : 0;
    at += 4 + (flags & COMPONENT.WORDS ? 4 : 2) + scale;
    if (!(flags & COMPONENT.MORE)) break;
  }
  return found;
}

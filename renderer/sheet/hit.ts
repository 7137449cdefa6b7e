/** From a point of the sheet to what stands there, and from document positions to where they stand. */
import type { GlyphRun, PictureItem, Sheet } from "../../core/compose/sheet.ts";
import type { DocPlace, DocRange } from "../desk/state.ts";
import { boundsOf, holds, type Rect } from "./bounds.ts";

/**
 * The document position a click at (`x`, `y`) pt means: before or after the character there, whichever is nearer.
 * Null where no text of the documents stands near.
 */
export function placeAt(sheet: Sheet, x: number, y: number): DocPlace | null {
  let best: { distance: number; place: DocPlace } | null = null;
  for (const item of sheet.items) {
    if (item.kind !== "glyphs" || item.ref.pos < 0) continue;
    if (!holds(boundsOf(item), x, y)) continue;
    const found = nearest(item, x, y);
    if (found && (!best || found.distance < best.distance)) best = found;
  }
  return best?.place ?? null;
}

function nearest(run: GlyphRun, x: number, y: number): { distance: number; place: DocPlace } | null {
  const [main, cross] = run.vertical ? [y - run.y, x - run.x] : [x - run.x, run.y - 0.38 * run.size - y];
  let best: { distance: number; place: DocPlace } | null = null;
  for (let i = 0; i < run.gids.length; i++) {
    const offset = run.offsets[i] ?? -1;
    if (offset < 0 || run.texts[i] === "") continue;
    const start = run.along[i] ?? 0;
    const end = run.along[i + 1] ?? start + run.size;
    for (const [edge, at] of [
      [start, offset],
      [end, offset + (run.texts[i]?.length ?? 1)],
    ] as const) {
      const distance = Math.abs(main - edge) + Math.abs(cross) * 2;
      if (!best || distance < best.distance)
        best = { distance, place: { page: run.ref.page, pos: run.ref.pos + 1 + at } };
    }
  }
  return best;
}

/** The picture printed at a point of a sheet, the uppermost where several are; null where none is. */
export function pictureAt(sheet: Sheet | undefined, x: number, y: number): PictureItem | null {
  const item = sheet?.items.findLast((candidate) => candidate.kind === "picture" && holds(candidate, x, y));
  return item?.kind === "picture" ? item : null;
}

/** Rectangles in pt that cover the characters of `range`; for an empty one, the caret's line at its place. */
export function rectsOf(sheet: Sheet, range: DocRange): Rect[] {
  const rects: Rect[] = [];
  for (const item of sheet.items) {
    if (item.kind !== "glyphs" || item.ref.pos < 0 || item.ref.page !== range.page) continue;
    const base = item.ref.pos + 1;
    if (base > range.to) continue;
    const last = item.offsets.findLast((offset) => offset >= 0) ?? -1;
    if (last < 0 || range.to < base + (item.offsets[0] ?? 0) || range.from > base + last + 2) continue;
    const rect = span(item, range.from - base, range.to - base);
    if (rect) rects.push(rect);
  }
  // Between two lines a caret stands at the head of the second.
  return range.from === range.to ? rects.slice(-1) : rects;
}

/** The part of a run from text offset `from` to `to`, as a rectangle; an empty span is a hair wide. */
export function span(run: GlyphRun, from: number, to: number): Rect | null {
  let start: number | null = null;
  let end = 0;
  for (let i = 0; i < run.gids.length; i++) {
    const offset = run.offsets[i] ?? -1;
    if (offset < 0) continue;
    const length = Math.max(1, run.texts[i]?.length ?? 1);
    const begins = run.along[i] ?? 0;
    const ends = run.along[i + 1] ?? begins + run.size;
    if (from === to) {
      if (offset === from) return slice(run, begins, begins);
      if (offset + length === from && i === run.gids.length - 1) return slice(run, ends, ends);
    } else if (offset < to && offset + length > from) {
      start ??= begins;
      end = ends;
    }
  }
  return start === null ? null : slice(run, start, end);
}

function slice(run: GlyphRun, start: number, end: number): Rect {
  const { x, y, size } = run;
  if (run.vertical) return { x: x - size / 2, y: y + start, width: size, height: end - start };
  return { x: x + start, y: y - 0.88 * size, width: end - start, height: size };
}

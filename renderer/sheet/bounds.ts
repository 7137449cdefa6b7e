/** Rectangles on the sheet, in pt, and the ones that items are drawn within. */
import type { GlyphRun, SheetItem } from "../../core/compose/sheet.ts";

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const meets = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export const holds = (r: Rect, x: number, y: number): boolean =>
  x >= r.x && x < r.x + r.width && y >= r.y && y < r.y + r.height;

export function union(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

export const grown = (r: Rect, by: number): Rect => ({
  x: r.x - by,
  y: r.y - by,
  width: r.width + 2 * by,
  height: r.height + 2 * by,
});

const known = new WeakMap<SheetItem, Rect>();

/** Where an item may leave ink: generous for glyphs (an em and a quarter round each origin), exact for the rest. */
export function boundsOf(item: SheetItem): Rect {
  let rect = known.get(item);
  if (!rect) {
    rect = measure(item);
    known.set(item, rect);
  }
  return rect;
}

function measure(item: SheetItem): Rect {
  switch (item.kind) {
    case "glyphs":
      return glyphBounds(item);
    case "rule": {
      const half = item.width / 2;
      const x = Math.min(item.x1, item.x2) - half;
      const y = Math.min(item.y1, item.y2) - half;
      const width = Math.abs(item.x2 - item.x1) + item.width;
      const height = Math.abs(item.y2 - item.y1) + item.width;
      return { x, y, width, height };
    }
    default:
      return { x: item.x, y: item.y, width: item.width, height: item.height };
  }
}

function glyphBounds({ x, y, size, vertical, along, across }: GlyphRun): Rect {
  let [first, last] = [along[0] ?? 0, along[0] ?? 0];
  for (const offset of along) {
    if (offset < first) first = offset;
    if (offset > last) last = offset;
  }
  let [least, most] = [0, 0];
  for (const offset of across ?? []) {
    if (offset < least) least = offset;
    if (offset > most) most = offset;
  }
  // A dash of two em is the longest glyph a face of ours has.
  const tail = 2.1 * size;
  if (vertical)
    return {
      x: x + least - 0.75 * size,
      y: y + first - 0.25 * size,
      width: most - least + 1.5 * size,
      height: last - first + tail + 0.25 * size,
    };
  return {
    x: x + first - 0.25 * size,
    y: y + least - 1.1 * size,
    width: last - first + tail + 0.25 * size,
    height: most - least + 1.5 * size,
  };
}

/**
 * What a new composition changes of what is drawn: rectangles that cover every difference of ink, and little else.
 *
 * Document positions are not ink: an article that only moved in its document is not drawn again.
 */
import type { SheetItem } from "../../core/compose/sheet.ts";
import { boundsOf, grown, meets, type Rect, union } from "./bounds.ts";

/** Rectangles in pt, none touching another; empty where the ink is the same. */
export function damage(before: readonly SheetItem[], after: readonly SheetItem[]): Rect[] {
  if (before === after) return [];
  const standing = new Map<number, SheetItem[]>();
  for (const item of before) {
    const key = placeKey(item);
    const there = standing.get(key);
    if (there) there.push(item);
    else standing.set(key, [item]);
  }
  const rects: Rect[] = [];
  for (const item of after) {
    const there = standing.get(placeKey(item));
    const same = there?.findIndex((other) => sameInk(other, item)) ?? -1;
    if (there && same >= 0) there.splice(same, 1);
    else add(rects, boundsOf(item));
  }
  for (const gone of standing.values()) for (const item of gone) add(rects, boundsOf(item));
  return rects;
}

function placeKey(item: SheetItem): number {
  const [x, y] = item.kind === "rule" ? [item.x1, item.y1] : [item.x, item.y];
  return Math.round(x * 64) * 0x20000 + Math.round(y * 64);
}

function sameInk(a: SheetItem, b: SheetItem): boolean {
  if (a === b) return true;
  if (a.kind === "glyphs" && b.kind === "glyphs") {
    return (
      a.x === b.x &&
      a.y === b.y &&
      a.face === b.face &&
      a.size === b.size &&
      a.stretch === b.stretch &&
      a.vertical === b.vertical &&
      same(a.gids, b.gids) &&
      same(a.along, b.along) &&
      same(a.across ?? [], b.across ?? []) &&
      sameValues(a.ink, b.ink)
    );
  }
  return a.kind !== "glyphs" && a.kind === b.kind && sameValues(a, b);
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a === b || (a.length === b.length && a.every((value, i) => value === b[i]));

function sameValues(a: object, b: object): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Adds a rectangle, joined with those it meets: text that reflows becomes one rectangle and not a hundred. */
function add(rects: Rect[], rect: Rect): void {
  let joined = rect;
  for (let i = 0; i < rects.length; ) {
    const other = rects[i] as Rect;
    if (meets(grown(other, 1), joined)) {
      joined = union(other, joined);
      rects.splice(i, 1);
      i = 0;
    } else i++;
  }
  rects.push(joined);
}

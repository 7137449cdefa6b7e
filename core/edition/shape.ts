/**
 * The shape of a block on the grid: its rectangle with corners taken out (L-shaped and stepped blocks, 异形块).
 *
 * Only corners are taken, so every column of a block is one stretch of lines, and neighbouring columns always share
 * lines: a shape is of one piece, has no hole, and text reads through it column by column.
 */
import { type Corner, corners, type Notch, type Place, type Stretch, stretchOf } from "./place.ts";

/** Most corners taken out of one block: steps at all four. */
const MOST_NOTCHES = 12;

/** Rectangles that together cover a block's cells and nothing else; they may overlap, so that no seam shows. */
export function rectanglesOf(place: Place): Place[] {
  if (!place.notches?.length) return [place];
  const found: Place[] = [];
  for (let column = place.column; column < place.column + place.columns; column++) {
    const { from, to } = stretchOf(place, column) as Stretch;
    const holds = (other: number) => {
      const stretch = stretchOf(place, other);
      return stretch !== null && stretch.from <= from && stretch.to >= to;
    };
    let left = column;
    while (holds(left - 1)) left--;
    let right = column;
    while (holds(right + 1)) right++;
    const rectangle = { column: left, line: from, columns: right - left + 1, lines: to - from };
    if (!found.some((other) => JSON.stringify(other) === JSON.stringify(rectangle))) found.push(rectangle);
  }
  return found;
}

/** True where every column keeps lines, neighbours share some, and head and foot keep a column each. */
export function isWhole(place: Place): boolean {
  let before: Stretch | null = null;
  let head = false;
  let foot = false;
  for (let column = place.column; column < place.column + place.columns; column++) {
    const { from, to } = stretchOf(place, column) as Stretch;
    if (from >= to || (before && Math.max(before.from, from) >= Math.min(before.to, to))) return false;
    head ||= from === place.line;
    foot ||= to === place.line + place.lines;
    before = { from, to };
  }
  return head && foot;
}

/**
 * `place` with a corner taken out of it, or filled where `columns` or `lines` is 0; of a corner that has steps all are
 * replaced. Null where the shape would fall apart.
 */
export function withCorner(place: Place, corner: Corner, columns: number, lines: number): Place | null {
  const others = (place.notches ?? []).filter((notch) => notch.corner !== corner);
  return shaped(place, columns > 0 && lines > 0 ? [...others, { corner, columns, lines }] : others);
}

/** `place` as a rectangle with `notches` taken out of it; null where that is no shape of one piece. */
export function shaped(place: Place, notches: readonly Notch[]): Place | null {
  const { column, line, columns, lines } = place;
  const plain: Place = { column, line, columns, lines };
  const next = notches.length > 0 ? { ...plain, notches } : plain;
  return areNotches(next.notches, next) && isWhole(next) ? next : null;
}

/** `rectangle` with what of `notches` still has room in it, each as large as it may be. */
export function reshaped(rectangle: Place, notches: readonly Notch[] = []): Place {
  const fitting = notches.map(({ corner, columns, lines }) => ({
    corner,
    columns: Math.min(columns, rectangle.columns - 1),
    lines: Math.min(lines, rectangle.lines - 1),
  }));
  for (let n = fitting.length; n >= 0; n--) {
    const kept = fitting.slice(0, n).filter(({ columns, lines }) => columns > 0 && lines > 0);
    const place = shaped(rectangle, kept);
    if (place) return place;
  }
  return rectangle;
}

/** True where `value` could be the corners taken out of `place`, as far as their kinds and numbers go. */
export function areNotches(value: unknown, place: Pick<Place, "columns" | "lines">): boolean {
  if (value === undefined) return true;
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_NOTCHES) return false;
  const within = (n: unknown, most: number) =>
    Number.isInteger(n) && (n as number) >= 1 && (n as number) < most;
  return value.every(
    (notch: Partial<Notch> | null | undefined) =>
      corners.includes(notch?.corner as Corner) &&
      within(notch?.columns, place.columns) &&
      within(notch?.lines, place.lines),
  );
}

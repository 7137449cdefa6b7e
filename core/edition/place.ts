/**
 * Where a block stands on its page: a rectangle of grid cells, corners of it perhaps taken out (shape.ts).
 *
 * One cell is one basic column (基本栏) wide and one body line deep. Places are integers, so a block can never
 * stand between columns or off the baseline grid.
 */
import { areNotches, bandOf, isWhole, type Notch, stretchOf } from "./shape.ts";

/** A rectangle on the page grid. `column` and `line` count from 0 at the top left of the type area (版心). */
export interface Place {
  /** First basic column, from 0. */
  readonly column: number;
  /** First body line, from 0. */
  readonly line: number;
  /** Width in basic columns, at least 1. */
  readonly columns: number;
  /** Depth in body lines, at least 1. */
  readonly lines: number;
  /** Corners taken out of the rectangle; absent where there are none. A neighbour may stand in them. */
  readonly notches?: readonly Notch[];
}

/** True where two places share at least one cell. */
export function overlaps(a: Place, b: Place): boolean {
  const meet =
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns &&
    a.line < b.line + b.lines &&
    b.line < a.line + a.lines;
  if (!meet || (!a.notches && !b.notches)) return meet;
  const last = Math.min(a.column + a.columns, b.column + b.columns);
  for (let column = Math.max(a.column, b.column); column < last; column++) {
    const [x, y] = [stretchOf(a, column), stretchOf(b, column)];
    if (x && y && x.from < y.to && y.from < x.to) return true;
  }
  return false;
}

/** True where two places are the same cells, told in the same way. */
export function samePlace(a: Place | null, b: Place | null): boolean {
  if (!a || !b) return a === b;
  const same = a.column === b.column && a.line === b.line && a.columns === b.columns && a.lines === b.lines;
  return same && JSON.stringify(a.notches ?? []) === JSON.stringify(b.notches ?? []);
}

/** True where `place` lies wholly within a grid of `columns` × `lines` cells. */
export function fitsGrid(place: Place, columns: number, lines: number): boolean {
  return (
    place.column >= 0 &&
    place.line >= 0 &&
    place.columns >= 1 &&
    place.lines >= 1 &&
    place.column + place.columns <= columns &&
    place.line + place.lines <= lines
  );
}

/** Reading order of places: top to bottom, then left to right by their heads; blocks with no place come last, in document order. */
export function comparePlaces(a: Place | null, b: Place | null): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return a.line - b.line || bandOf(a).column - bandOf(b).column;
}

/** Most cells a place counts in either direction: more than any grid has, and few enough to compose. */
const MOST = 1000;

/**
 * `value` as a place, or null. Throws a RangeError where it is neither null nor a rectangle of integers up to 1000 with
 * corners taken out that leave it of one piece.
 */
export function checkPlace(value: unknown): Place | null {
  if (value === null) return null;
  const place = value as Partial<Record<keyof Place, unknown>>;
  for (const key of ["column", "line", "columns", "lines"] as const) {
    const n = place?.[key];
    const least = key === "column" || key === "line" ? 0 : 1;
    if (!Number.isInteger(n) || (n as number) < least || (n as number) > MOST) {
      throw new RangeError(`place.${key} is ${JSON.stringify(n)}, not a whole number of cells`);
    }
  }
  if (!areNotches(place.notches, value as Place) || !isWhole(value as Place))
    throw new RangeError(
      `place.notches is ${JSON.stringify(place.notches)?.slice(0, 200)}, no corners of the block`,
    );
  return value as Place;
}

/** The same for what is always a rectangle: a picture, an advert, the masthead. */
export function checkRectangle(value: unknown): Place | null {
  const place = checkPlace(value);
  if (place?.notches) throw new RangeError("place.notches belongs to blocks of text");
  return place;
}

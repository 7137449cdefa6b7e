/**
 * Where a block stands on its page: a rectangle of grid cells.
 *
 * One cell is one basic column (基本栏) wide and one body line deep. Places are integers, so a block can never
 * stand between columns or off the baseline grid.
 */

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
}

/** True where two places share at least one cell. */
export function overlaps(a: Place, b: Place): boolean {
  return (
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns &&
    a.line < b.line + b.lines &&
    b.line < a.line + a.lines
  );
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

/** Reading order of places: top to bottom, then left to right; blocks with no place come last, in document order. */
export function comparePlaces(a: Place | null, b: Place | null): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return a.line - b.line || a.column - b.column;
}

/** Most cells a place counts in either direction: more than any grid has, and few enough to compose. */
const MOST = 1000;

/** `value` as a place, or null. Throws a RangeError where it is neither null nor a rectangle of integers up to 1000. */
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
  return value as Place;
}

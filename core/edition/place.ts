/**
 * Where a block stands on its page: a rectangle of grid cells, corners of it perhaps taken out (shape.ts).
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
  /** Corners taken out of the rectangle; absent where there are none. A neighbour may stand in them. */
  readonly notches?: readonly Notch[];
}

export type Corner = "nw" | "ne" | "sw" | "se";
export const corners: readonly Corner[] = ["nw", "ne", "sw", "se"];

/** A corner taken out of a block, in cells. Several of one corner make steps. */
export interface Notch {
  readonly corner: Corner;
  /** Width in basic columns and depth in body lines, at least 1, less than the block has. */
  readonly columns: number;
  readonly lines: number;
}

/** Lines of one column of a block: `to` is excluded. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The lines a block has in a column of the page; null where it does not reach that column. */
export function stretchOf(place: Place, column: number): Stretch | null {
  const at = column - place.column;
  if (at < 0 || at >= place.columns) return null;
  let from = place.line;
  let to = place.line + place.lines;
  for (const { corner, columns, lines } of place.notches ?? []) {
    if (corner.endsWith("w") ? at >= columns : at < place.columns - columns) continue;
    if (corner.startsWith("n")) from = Math.max(from, place.line + lines);
    else to = Math.min(to, place.line + place.lines - lines);
  }
  return { from, to };
}

/** The columns at a block's head, or at its foot, that no corner takes: where its headline stands. */
export function bandOf(place: Place, edge: "head" | "foot" = "head"): { column: number; columns: number } {
  if (!place.notches) return place;
  const whole = Array.from({ length: place.columns }, (_, i) => place.column + i).filter((column) => {
    const stretch = stretchOf(place, column);
    return edge === "head" ? stretch?.from === place.line : stretch?.to === place.line + place.lines;
  });
  return { column: whole[0] ?? place.column, columns: Math.max(1, whole.length) };
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

/** The outline of a block on the sheet, with the corners that its shape takes out. */
import { type Place, stretchOf } from "../../edition/place.ts";
import type { Grid } from "./grid.ts";

/** In pt on the sheet. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The outline of a place in pt, clockwise from the left end of its head. */
export function outlineOf(place: Place, grid: Grid): Point[] {
  const head: Point[] = [];
  const foot: Point[] = [];
  for (let column = place.column; column < place.column + place.columns; column++) {
    const stretch = stretchOf(place, column);
    if (!stretch) continue;
    const left = grid.columnX(column);
    const right = left + grid.span(1);
    const [top, bottom] = [grid.lineTop(stretch.from), grid.lineTop(stretch.to)];
    // The part that reaches farther out has its side at the step.
    step(head, left, right, top, (before) => top < before);
    step(foot, left, right, bottom, (before) => bottom > before);
  }
  return [...head, ...foot.reverse()];
}

function step(
  line: Point[],
  left: number,
  right: number,
  y: number,
  reaches: (before: number) => boolean,
): void {
  const last = line.at(-1);
  if (last && last.y === y) {
    line[line.length - 1] = { x: right, y };
    return;
  }
  if (last && reaches(last.y)) line[line.length - 1] = { x: left, y: last.y };
  line.push({ x: last && !reaches(last.y) ? last.x : left, y }, { x: right, y });
}

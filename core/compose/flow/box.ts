/**
 * Boxes round a block: a rule, a tint, or an ornamental border, inside the block's cells.
 *
 * A box takes one character at either side and one line at head and foot, so what stands in it stays on the grid. It
 * follows the block's shape.
 */
import { type Place, type Stretch, stretchOf } from "../../edition/place.ts";
import type { BoxStyle } from "../../edition/schema.ts";
import { rectanglesOf } from "../../edition/shape.ts";
import type { HouseStyle } from "../../edition/style.ts";
import { BLACK, grey, type Ink, type Rule, type SheetItem, type Tint } from "../sheet.ts";
import type { Grid } from "./grid.ts";

/** Characters at the sides, and lines at head and foot, that a box takes from its block. */
export const boxInset = (box: BoxStyle): number => (box === "none" ? 0 : 1);

/** A point in pt, and the direction into the box from there: a corner of an outline. */
interface Vertex {
  readonly x: number;
  readonly y: number;
  readonly inX: 1 | -1;
  readonly inY: 1 | -1;
}

const turn = (x: number, y: number, inX: number, inY: number): Vertex => ({
  x,
  y,
  inX: inX > 0 ? 1 : -1,
  inY: inY > 0 ? 1 : -1,
});

/** Where a box's border runs in a column: half a line outside the first and last text line's cells. */
function edges({ from, to }: Stretch, grid: Grid): { top: number; bottom: number } {
  const last = to < grid.lines ? to - 1 : to;
  return {
    top: grid.lineTop(from) + grid.pitch * 0.25,
    bottom: grid.lineTop(last) - grid.pitch * 0.25,
  };
}

/** The outline of a place's shape, clockwise from the left end of its head. */
function outlineOf(place: Place, grid: Grid): Vertex[] {
  const columns = Array.from({ length: place.columns }, (_, i) => {
    const column = place.column + i;
    const left = grid.columnX(column);
    return { left, right: left + grid.span(1), ...edges(stretchOf(place, column) as Stretch, grid) };
  });
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last) return [];
  const head: Vertex[] = [turn(first.left, first.top, 1, 1)];
  const foot: Vertex[] = [turn(first.left, first.bottom, 1, -1)];
  columns.slice(1).forEach((right, i) => {
    const left = columns[i] as typeof right;
    // The part that reaches farther out has its side at the step; the other's edge runs up to it.
    if (right.top < left.top) head.push(turn(right.left, left.top, 1, 1), turn(right.left, right.top, 1, 1));
    if (right.top > left.top)
      head.push(turn(left.right, left.top, -1, 1), turn(left.right, right.top, -1, 1));
    if (right.bottom > left.bottom)
      foot.push(turn(right.left, left.bottom, 1, -1), turn(right.left, right.bottom, 1, -1));
    if (right.bottom < left.bottom)
      foot.push(turn(left.right, left.bottom, -1, -1), turn(left.right, right.bottom, -1, -1));
  });
  head.push(turn(last.right, last.top, -1, 1));
  foot.push(turn(last.right, last.bottom, -1, -1));
  return [...head, ...foot.reverse()];
}

/** The outline `by` pt further in. */
const inset = (outline: readonly Vertex[], by: number): Vertex[] =>
  outline.map((corner) => ({ ...corner, x: corner.x + corner.inX * by, y: corner.y + corner.inY * by }));

const rules = (outline: readonly Vertex[], width: number): Rule[] =>
  outline.map(({ x: x1, y: y1 }, i): Rule => {
    const { x: x2, y: y2 } = outline[(i + 1) % outline.length] as Vertex;
    return { kind: "rule", x1, y1, x2, y2, width, ink: BLACK };
  });

function tints(place: Place, grid: Grid, ink: Ink): Tint[] {
  return rectanglesOf(place).map(({ column, line, columns, lines }): Tint => {
    const { top, bottom } = edges({ from: line, to: line + lines }, grid);
    return {
      kind: "tint",
      x: grid.columnX(column),
      y: top,
      width: grid.span(columns),
      height: bottom - top,
      ink,
    };
  });
}

export function boxItems(box: BoxStyle, place: Place, grid: Grid, style: HouseStyle): SheetItem[] {
  if (box === "none") return [];
  const outline = outlineOf(place, grid);
  if (box === "rule") return rules(outline, 0.5);
  if (box === "tint") return [...tints(place, grid, grey(style.layout.tint)), ...rules(outline, 0.35)];
  return ornament(outline);
}

/** Side of the square at a corner of an ornamental border, in pt. */
const SQUARE = 6.2;

/** 文武线 with squares at the corners: an ornamental border of rules alone. */
function ornament(outline: readonly Vertex[]): SheetItem[] {
  const squares = [...outline]
    .sort((a, b) => a.x - b.x || a.y - b.y)
    .flatMap(({ x, y, inX, inY }) => {
      const left = inX > 0 ? x : x - SQUARE;
      const top = inY > 0 ? y : y - SQUARE;
      const square = (by: number, ink: Ink): Tint => ({
        kind: "tint",
        x: left + by,
        y: top + by,
        width: SQUARE - 2 * by,
        height: SQUARE - 2 * by,
        ink,
      });
      return [square(0, BLACK), square(1.3, grey(0)), square(2.2, BLACK)];
    });
  return [...rules(inset(outline, 0.9), 1.8), ...rules(inset(outline, 3.4), 0.35), ...squares];
}

/**
 * Boxes round a block: a rule, a tint, or an ornamental border, inside the block's cells.
 *
 * A box takes one character at either side and one line at head and foot, so what stands in it stays on the grid.
 */
import type { Place } from "../../edition/place.ts";
import type { BoxStyle } from "../../edition/schema.ts";
import type { HouseStyle } from "../../edition/style.ts";
import { BLACK, grey, type Rule, type SheetItem, type Tint } from "../sheet.ts";
import type { Grid } from "./grid.ts";

/** Characters at the sides, and lines at head and foot, that a box takes from its block. */
export const boxInset = (box: BoxStyle): number => (box === "none" ? 0 : 1);

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function outline({ x, y, width, height }: Rect, weight: number, dash?: readonly number[]): Rule[] {
  const rule = (x1: number, y1: number, x2: number, y2: number): Rule => ({
    kind: "rule",
    x1,
    y1,
    x2,
    y2,
    width: weight,
    ...(dash ? { dash } : {}),
    ink: BLACK,
  });
  return [
    rule(x, y, x + width, y),
    rule(x + width, y, x + width, y + height),
    rule(x + width, y + height, x, y + height),
    rule(x, y + height, x, y),
  ];
}

const inset = (rect: Rect, by: number): Rect => ({
  x: rect.x + by,
  y: rect.y + by,
  width: rect.width - 2 * by,
  height: rect.height - 2 * by,
});

export function boxItems(box: BoxStyle, place: Place, grid: Grid, style: HouseStyle): SheetItem[] {
  if (box === "none") return [];
  const foot = place.line + place.lines;
  const last = foot < grid.lines ? foot - 1 : foot;
  // Half a line outside the first and last text line's cells: even air on all four sides.
  const y = grid.lineTop(place.line) + grid.pitch * 0.25;
  const rect: Rect = {
    x: grid.columnX(place.column),
    y,
    width: grid.span(place.columns),
    height: grid.lineTop(last) - grid.pitch * 0.25 - y,
  };
  const tint: Tint = { kind: "tint", ...rect, ink: grey(style.layout.tint) };
  if (box === "rule") return outline(rect, 0.5);
  if (box === "tint") return [tint, ...outline(rect, 0.35)];
  return ornament(rect);
}

/** 文武线 with a set-in dotted line and squares at the corners: an ornamental border of rules alone. */
function ornament(rect: Rect): SheetItem[] {
  const outer = inset(rect, 0.9);
  const inner = inset(rect, 3.4);
  const size = 6.2;
  const corners: SheetItem[] = [];
  for (const cx of [rect.x, rect.x + rect.width - size]) {
    for (const cy of [rect.y, rect.y + rect.height - size]) {
      corners.push({ kind: "tint", x: cx, y: cy, width: size, height: size, ink: BLACK });
      corners.push({
        kind: "tint",
        x: cx + 1.3,
        y: cy + 1.3,
        width: size - 2.6,
        height: size - 2.6,
        ink: grey(0),
      });
      corners.push({
        kind: "tint",
        x: cx + 2.2,
        y: cy + 2.2,
        width: size - 4.4,
        height: size - 4.4,
        ink: BLACK,
      });
    }
  }
  return [...outline(outer, 1.8), ...outline(inner, 0.35), ...corners];
}

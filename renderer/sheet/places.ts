/**
 * Blocks on the page grid as the sheet handles them: their rectangles, and what a drag makes of a place.
 *
 * Every result is a whole number of cells within the grid; what would leave it stops at its edge.
 */
import type { Node } from "prosemirror-model";
import { type Grid, pageGrid } from "../../core/compose/flow/grid.ts";
import type { Place } from "../../core/edition/place.ts";
import { rectanglesOf, reshaped } from "../../core/edition/shape.ts";
import type { HouseStyle } from "../../core/edition/style.ts";
import { holds, type Rect } from "./bounds.ts";

export interface PlacedBlock {
  readonly id: string;
  readonly kind: string;
  readonly node: Node;
  readonly place: Place;
  /** The rectangle it stands in, and those its shape covers: the same where no corner is taken out. */
  readonly rect: Rect;
  readonly parts: readonly Rect[];
}

export function placedBlocks(page: Node, style: HouseStyle): PlacedBlock[] {
  const grid = pageGrid(style);
  const blocks: PlacedBlock[] = [];
  page.forEach((node) => {
    const place = node.attrs.place as Place | null;
    if (!place) return;
    blocks.push({
      id: node.attrs.id as string,
      kind: node.type.name,
      node,
      place,
      rect: rectOf(place, grid),
      parts: rectanglesOf(place).map((part) => rectOf(part, grid)),
    });
  });
  return blocks;
}

const rectOf = (place: Place, grid: Grid): Rect => ({
  x: grid.columnX(place.column),
  y: grid.lineTop(place.line),
  width: grid.span(place.columns),
  height: place.lines * grid.pitch,
});

/** The block at a point: the smallest, where several lie over each other. */
export function blockAt(blocks: readonly PlacedBlock[], x: number, y: number): PlacedBlock | null {
  let best: PlacedBlock | null = null;
  for (const block of blocks) {
    if (!block.parts.some((part) => holds(part, x, y))) continue;
    if (!best || area(block.rect) < area(best.rect)) best = block;
  }
  return best;
}

const area = (rect: Rect) => rect.width * rect.height;

/** What is held in a drag: the block itself, or edges of it by compass. */
export type Handle = "move" | "n" | "s" | "e" | "w" | "ne" | "nw" | "se" | "sw";
export const handles: readonly Handle[] = ["nw", "n", "ne", "e", "se", "s", "sw", "w"];

/** Where a handle stands, in fractions of the block's width and height. */
export const handleAt = (handle: Handle): readonly [x: number, y: number] => [
  handle.includes("w") ? 0 : handle.includes("e") ? 1 : 0.5,
  handle.includes("n") ? 0 : handle.includes("s") ? 1 : 0.5,
];

/** `place` after its handle was dragged by (`dx`, `dy`) cells. */
export function dragged(
  place: Place,
  handle: Handle,
  dx: number,
  dy: number,
  columns: number,
  lines: number,
): Place {
  const between = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
  if (handle === "move") {
    return {
      ...place,
      column: between(place.column + dx, 0, columns - place.columns),
      line: between(place.line + dy, 0, lines - place.lines),
    };
  }
  let { column: left, line: top } = place;
  let right = left + place.columns;
  let bottom = top + place.lines;
  if (handle.includes("w")) left = between(left + dx, 0, right - 1);
  if (handle.includes("e")) right = between(right + dx, left + 1, columns);
  if (handle.includes("n")) top = between(top + dy, 0, bottom - LEAST_LINES);
  if (handle.includes("s")) bottom = between(bottom + dy, top + LEAST_LINES, lines);
  return reshaped({ column: left, line: top, columns: right - left, lines: bottom - top }, place.notches);
}

/** A block less deep than this can hold neither headline nor picture. */
export const LEAST_LINES = 3;

/** Points to cells, rounded to the nearest column and line. */
export function cellsOf(grid: Grid, dx: number, dy: number): readonly [columns: number, lines: number] {
  const column = grid.columns > 1 ? grid.columnX(1) - grid.columnX(0) : grid.areaWidth;
  return [Math.round(dx / column), Math.round(dy / grid.pitch)];
}

/** Room that nothing stands in: where a plan goes on, and what is left for an advert or a filler (补白). */
import type { Node } from "prosemirror-model";
import { overlaps, type Place } from "../../edition/place.ts";
import { rectanglesOf } from "../../edition/shape.ts";
import type { HouseStyle } from "../../edition/style.ts";

/** Cells under which room is no room. */
const LEAST = 40;

/** The largest free rectangle of a page with blocks on it; null where there is none worth filling. */
export function freeRoom(page: Node, { grid }: HouseStyle): Place | null {
  const places = page.children.flatMap(({ attrs }) => (attrs.place as Place | null) ?? []);
  const free = places.length > 0 ? largestFree(places, grid.columns, grid.lines) : null;
  return free && free.columns * free.lines >= LEAST ? free : null;
}

/** The empty rectangle with the most cells; null on a full page. Corners taken out of blocks are free. */
export function largestFree(blocks: readonly Place[], columns: number, lines: number): Place | null {
  const taken = blocks.flatMap(rectanglesOf);
  let found: Place | null = null;
  for (let column = 0; column < columns; column++) {
    for (let width = 1; column + width <= columns; width++) {
      const over = taken
        .filter((place) => overlaps(place, { column, line: 0, columns: width, lines }))
        .sort((a, b) => a.line - b.line);
      let line = 0;
      for (const place of [...over, { line: lines, lines: 0 }]) {
        const depth = place.line - line;
        if (depth > 3 && (!found || depth * width > found.lines * found.columns))
          found = { column, line, columns: width, lines: depth };
        line = Math.max(line, place.line + place.lines);
      }
    }
  }
  return found;
}

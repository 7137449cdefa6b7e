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
export const largestFree = (blocks: readonly Place[], columns: number, lines: number): Place | null =>
  freeRectangles(blocks, columns, lines)[0] ?? null;

const cells = (place: Place) => place.columns * place.lines;

/** For every stretch of columns the deepest empty rectangle over all of it, that with the most cells first. */
function freeRectangles(blocks: readonly Place[], columns: number, lines: number): Place[] {
  const taken = blocks.flatMap(rectanglesOf);
  const found: Place[] = [];
  for (let column = 0; column < columns; column++) {
    for (let width = 1; column + width <= columns; width++) {
      const over = taken
        .filter((place) => overlaps(place, { column, line: 0, columns: width, lines }))
        .sort((a, b) => a.line - b.line);
      let line = 0;
      let deepest: Place | null = null;
      for (const place of [...over, { line: lines, lines: 0 }]) {
        const depth = place.line - line;
        if (depth > 3 && depth > (deepest?.lines ?? 0))
          deepest = { column, line, columns: width, lines: depth };
        line = Math.max(line, place.line + place.lines);
      }
      if (deepest) found.push(deepest);
    }
  }
  return found.sort((a, b) => cells(b) - cells(a));
}

/** Rooms into which an empty space is parted at most, and lines of the shallowest. */
const ROOMS = 3;
const SHALLOWEST = 10;

/**
 * What blocks leave free as rooms that do not overlap, the largest first: from the largest rectangle there is, and from
 * the largest of another width.
 */
export function freeRooms(blocks: readonly Place[], columns: number, lines: number): Place[][] {
  const all = freeRectangles(blocks, columns, lines);
  const [first] = all;
  const other = all.find((one) => one.columns !== first?.columns && one.lines !== first?.lines);
  return [first, other].flatMap((start) => {
    if (!start) return [];
    const rooms = [start];
    while (rooms.length < ROOMS) {
      const next = largestFree([...blocks, ...rooms], columns, lines);
      if (!next || cells(next) < LEAST || next.lines < SHALLOWEST) break;
      rooms.push(next);
    }
    return [rooms];
  });
}

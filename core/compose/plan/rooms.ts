/**
 * Plans round blocks that stand already: what they leave free is parted into rooms, and each room gets a structure.
 */
import { overlaps, type Place } from "../../edition/place.ts";
import { freeRooms } from "./free.ts";
import type { Piece } from "./piece.ts";
import { filling, MASTHEAD, misfit, type Scheme, type Search } from "./scheme.ts";
import { alternatives, best } from "./schemes.ts";
import { type Slices, slice } from "./slice.ts";

/** Sets of blocks tried in a room beside the largest, and pieces of each. */
const SETS = 40;
const PIECES = 2;
/** Lines by which a structure may be shallower than its room at its deepest: every block gives some air. */
const AIR = 4;

export function inFreeSpace(search: Search): Scheme[] {
  const { leaves, masthead, fixed, context } = search;
  const { grid } = context;
  const taken = fixed.map(({ place }) => place);
  let head: Place | null = null;
  if (masthead) {
    const wanted = { column: 0, line: 0, columns: grid.columns, lines: MASTHEAD };
    head = taken.some((place) => overlaps(place, wanted)) ? null : wanted;
    if (head) taken.push(head);
  }
  if (leaves.length === 0) return [];
  const schemes = freeRooms(taken, grid.columns, grid.lines).flatMap((rooms) => {
    const [main] = rooms as [Place];
    const lines = Math.round(Math.max(...rooms.map((room) => room.lines)) * search.crowd);
    const columns = Math.max(...rooms.map((room) => room.columns));
    const options = { columns, lines, target: main.lines, keep: 12, bucket: 6 };
    return alternatives(search, options).flatMap((items) => {
      const slices = slice(items, options);
      const parted = rooms.length > 1 && search.crowd === 1 ? inRooms(slices, slices.full, rooms, head) : [];
      if (parted.length > 0) return parted;
      return slices.at(slices.full, main.columns).flatMap((piece) => filling(piece, head, main, search, 0));
    });
  });
  return best(schemes, search);
}

/** Every room filled: the smallest with some of the blocks, the largest with what is left. */
function inRooms(slices: Slices, set: number, rooms: readonly Place[], head: Place | null): Scheme[] {
  const [main, ...rest] = rooms as [Place, ...Place[]];
  const room = rest.at(-1);
  if (!room)
    return fitting(slices, set, main).map(({ piece, cost }) => ({
      masthead: head,
      parts: [{ piece, region: main }],
      cost,
      unfilled: 0,
    }));
  const filled: { held: number; piece: Piece; cost: number }[] = [];
  for (let held = (set - 1) & set; held > 0; held = (held - 1) & set)
    for (const one of fitting(slices, held, room).slice(0, PIECES)) filled.push({ held, ...one });
  filled.sort((a, b) => a.cost - b.cost);
  return filled.slice(0, SETS).flatMap(({ held, piece, cost }) =>
    inRooms(slices, set ^ held, rooms.slice(0, -1), head).map((scheme) => ({
      ...scheme,
      parts: [...scheme.parts, { piece, region: room }],
      cost: scheme.cost + cost,
    })),
  );
}

/** Pieces of a set of blocks that a room can hold and that can fill it, with what they cost there. */
function fitting(slices: Slices, set: number, room: Place): { piece: Piece; cost: number }[] {
  return slices
    .at(set, room.columns)
    .filter(({ min, max }) => min <= room.lines && max >= room.lines - AIR)
    .map((piece) => ({ piece, cost: piece.cost + misfit(piece, room.lines) }));
}

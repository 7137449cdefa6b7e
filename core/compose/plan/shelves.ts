/**
 * Plans without a search: for a page with too little on it, and for one that no structure can hold.
 */
import { overlaps, type Place } from "../../edition/place.ts";
import type { Grid } from "../flow/grid.ts";
import { largestFree } from "./free.ts";
import type { Leaf, LeafContext, Shape } from "./leaf.ts";
import { bare, type Candidate, type PlannedBlock } from "./proposal.ts";
import { MASTHEAD, type Search } from "./scheme.ts";
import { tryShape } from "./trial.ts";

/** True where the blocks would fill less than a part of the page: then it is not to be stretched full. */
const SPARSE = 0.55;

export function isSparse(leaves: readonly Leaf[], headed: boolean, grid: Grid): boolean {
  const area = leaves.reduce(
    (sum, leaf) => sum + Math.max(0, ...leaf.shapes.map((s) => s.columns * s.ideal)),
    0,
  );
  return area < (grid.lines - (headed ? MASTHEAD : 0)) * grid.columns * SPARSE;
}

/** With a page to itself a story is broad rather than deep: a continuation over two to four columns. */
function roomy(shape: Shape): number {
  if (shape.leaf.kind !== "continuation") return shape.cost;
  const width = shape.columns < 2 ? 20 : shape.columns > 4 ? 10 : 0;
  return width + Math.max(0, shape.ideal - BROAD) + shape.columns * 0.5;
}

/** Body lines a continuation is deep, headline and all, before it takes another column. */
const BROAD = 18;

/** A page with little on it: blocks side by side from the top, shelf after shelf, the rest left free. */
export function shelves({ masthead, leaves, context }: Search): Candidate {
  const { grid } = context;
  const blocks: PlannedBlock[] = [];
  const room = { column: 0, line: 0, columns: grid.columns, lines: grid.lines };
  if (masthead) {
    blocks.push(bare(masthead.attrs.id, { ...room, lines: MASTHEAD }));
    room.line = MASTHEAD;
    room.lines -= MASTHEAD;
  }
  const isAdvert = (leaf: Leaf) => leaf.kind === "advert";
  for (const leaf of leaves.filter(isAdvert)) {
    const [shape] = leaf.shapes;
    if (!shape || room.lines < shape.ideal) continue;
    room.lines -= shape.ideal;
    const line = room.line + room.lines;
    blocks.push(bare(leaf.id, { column: 0, line, columns: shape.columns, lines: shape.ideal }));
  }
  const rest = leaves.filter((leaf) => !isAdvert(leaf));
  blocks.push(...onShelves(rest, room, context));
  return { blocks, jumps: [], filler: null, cost: 0, reasons: [{ code: "sparse", cost: 0, blocks: [] }] };
}

/** Blocks side by side from the top of a room, shelf after shelf; what finds no room is left out. */
export function onShelves(leaves: readonly Leaf[], room: Place, context: LeafContext): PlannedBlock[] {
  const blocks: PlannedBlock[] = [];
  const [right, foot] = [room.column + room.columns, room.line + room.lines];
  let { column, line } = room;
  let depth = 0;
  for (const leaf of [...leaves].sort((a, b) => a.rank - b.rank)) {
    const tooDeep = ({ ideal }: Shape) => Math.max(0, ideal - (foot - line)) * 2;
    const shape = leaf.shapes
      .filter(({ columns }) => columns <= room.columns)
      .sort((a, b) => roomy(a) + tooDeep(a) - roomy(b) - tooDeep(b))[0];
    if (!shape) continue;
    if (column + shape.columns > right) {
      line += depth;
      column = room.column;
      depth = 0;
    }
    const most = foot - line;
    if (most < 4) break;
    const depths = [0, 1, -1, 2, -2, 3, 4, 5, 6].map((by) => Math.max(4, Math.min(most, shape.ideal + by)));
    const tries = depths.map((lines) => {
      const place = { column, line, columns: shape.columns, lines };
      return { place, trial: tryShape(shape, place, context) };
    });
    const { place, trial } = tries.reduce((best, one) => (one.trial.cost < best.trial.cost ? one : best));
    const { headlineSize, squeeze, over, short } = trial;
    blocks.push({ id: leaf.id, place, dress: shape.dress, headlineSize, squeeze, over, short });
    column += shape.columns;
    depth = Math.max(depth, place.lines);
  }
  return blocks;
}

/**
 * When no structure holds all blocks: one after the other into the largest space left, each as deep as it needs or
 * as there is. Nothing is dropped; what finds no space stays without a place, and the sheet says so.
 */
export function shelved(search: Search): Candidate {
  const { leaves, masthead, fixed, context } = search;
  const { grid } = context;
  const taken = fixed.map(({ place }) => place);
  const blocks: PlannedBlock[] = [];
  if (masthead) {
    const place = { column: 0, line: 0, columns: grid.columns, lines: MASTHEAD };
    if (!taken.some((other) => overlaps(place, other))) {
      taken.push(place);
      blocks.push(bare(masthead.attrs.id, place));
    }
  }
  const area = leaves.reduce((sum, leaf) => sum + cheapest(leaf).columns * cheapest(leaf).ideal, 0);
  const room = grid.columns * grid.lines - taken.reduce((sum, place) => sum + place.columns * place.lines, 0);
  // Where there is more text than page, every block gives up its part.
  const share = Math.min(1, room / Math.max(1, area));
  for (const leaf of [...leaves].sort((a, b) => a.rank - b.rank)) {
    const free = largestFree(taken, grid.columns, grid.lines);
    if (!free) break;
    const shapes = leaf.shapes.filter((shape) => shape.columns <= free.columns);
    const shape = shapes.sort((a, b) => a.cost - b.cost)[0];
    if (!shape) continue;
    const place = {
      column: free.column,
      line: free.line,
      columns: shape.columns,
      lines: Math.min(free.lines, Math.max(6, Math.floor(shape.ideal * share))),
    };
    taken.push(place);
    blocks.push({ id: leaf.id, place, dress: shape.dress, headlineSize: 0, squeeze: 0, over: 0, short: 0 });
  }
  return {
    blocks,
    jumps: [],
    filler: null,
    cost: 500,
    reasons: [{ code: "shelved", cost: 500, blocks: [] }],
  };
}

const cheapest = (leaf: Leaf): { columns: number; ideal: number } =>
  [...leaf.shapes].sort((a, b) => a.cost - b.cost)[0] ?? { columns: 1, ideal: 1 };

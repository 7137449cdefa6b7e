/**
 * Plans without a search: for a page with too little on it, and for one that no structure can hold.
 */
import { overlaps } from "../../edition/place.ts";
import type { Grid } from "../flow/grid.ts";
import { largestFree } from "./free.ts";
import { type Leaf, type Shape, tryShape } from "./leaf.ts";
import { bare, type PlannedBlock, type PlanProposal } from "./proposal.ts";
import { MASTHEAD, type Search } from "./scheme.ts";

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
export function shelves(search: Search): Omit<PlanProposal, "page"> {
  const { grid } = search.context;
  const blocks: PlannedBlock[] = [];
  let line = 0;
  if (search.masthead) {
    blocks.push(bare(search.masthead.attrs.id, { column: 0, line, columns: grid.columns, lines: MASTHEAD }));
    line = MASTHEAD;
  }
  let column = 0;
  let depth = 0;
  let last = grid.lines;
  const isAdvert = (leaf: Leaf) => leaf.kind === "advert";
  for (const leaf of search.leaves.filter(isAdvert)) {
    const [shape] = leaf.shapes;
    if (!shape || last - shape.ideal < line) continue;
    last -= shape.ideal;
    blocks.push(bare(leaf.id, { column: 0, line: last, columns: shape.columns, lines: shape.ideal }));
  }
  for (const leaf of search.leaves.filter((one) => !isAdvert(one)).sort((a, b) => a.rank - b.rank)) {
    const shape = [...leaf.shapes].sort((a, b) => roomy(a) - roomy(b))[0];
    if (!shape) continue;
    if (column + shape.columns > grid.columns) {
      line += depth;
      column = 0;
      depth = 0;
    }
    const lines = Math.min(shape.ideal, last - line);
    if (lines < 4) break;
    const place = { column, line, columns: shape.columns, lines };
    const { headlineSize, over, short } = tryShape(shape, place, search.context);
    blocks.push({ id: leaf.id, place, dress: shape.dress, headlineSize, over, short });
    column += shape.columns;
    depth = Math.max(depth, lines);
  }
  return { blocks, filler: null, cost: 0, reasons: [{ code: "sparse", cost: 0, blocks: [] }] };
}

/**
 * When no structure holds all blocks: one after the other into the largest space left, each as deep as it needs or
 * as there is. Nothing is dropped; what finds no space stays without a place, and the sheet says so.
 */
export function shelved(search: Search): Omit<PlanProposal, "page"> {
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
    blocks.push({ id: leaf.id, place, dress: shape.dress, headlineSize: 0, over: 0, short: 0 });
  }
  return { blocks, filler: null, cost: 500, reasons: [{ code: "shelved", cost: 500, blocks: [] }] };
}

const cheapest = (leaf: Leaf): { columns: number; ideal: number } =>
  [...leaf.shapes].sort((a, b) => a.cost - b.cost)[0] ?? { columns: 1, ideal: 1 };

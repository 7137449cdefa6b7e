/**
 * Planning (排版方案): places for the blocks that have none.
 *
 * A plan is found by searching slicing structures (slice.ts), dividing the depth by real composition (allot.ts) and
 * judging the page as a whole (judge.ts); the cost of each is stated in the proposal. Same edition, same seed, same
 * plan. Blocks that have a place keep it.
 */

import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { applyChanges, type Change } from "../../edition/change.ts";
import type { Edition } from "../../edition/edition.ts";
import type { Place } from "../../edition/place.ts";
import { overlaps } from "../../edition/place.ts";
import { type NewId, settle } from "../../edition/settle.ts";
import type { Faces } from "../../world.ts";
import { composeBlocks } from "../compose.ts";
import { pageGrid } from "../flow/grid.ts";
import { type Allotted, type Allotting, allot, type Region } from "./allot.ts";
import { type JudgedBlock, layoutFaults } from "./judge.ts";
import { type Dress, type Leaf, type LeafContext, leafContext, makeLeaf, tryShape } from "./leaf.ts";
import { chanceOf } from "./seed.ts";
import { blockOf, gathered, type Piece, type SliceOptions, slice } from "./slice.ts";

export interface PlannedBlock {
  readonly id: string;
  readonly place: Place;
  readonly dress: Dress;
  /** Headline size in pt; 0 where the block has none to set. */
  readonly headlineSize: number;
  /** Body lines over (text that did not fit and goes nowhere) and short. */
  readonly over: number;
  readonly short: number;
}

export interface PlanProposal {
  readonly page: string;
  readonly blocks: readonly PlannedBlock[];
  /** Lower is better; the sum of the reasons. */
  readonly cost: number;
  readonly reasons: readonly {
    readonly code: string;
    readonly cost: number;
    readonly blocks: readonly string[];
  }[];
}

export interface ProposalOptions {
  readonly seed: number;
  /** Proposals wanted. */
  readonly count: number;
}

/** Items searched; more blocks are first gathered into as many. */
const SEARCHED = 10;
/** Structures divided and judged in full. */
const TRIED = 90;

/** Different plans for the blocks of a page that have no place, best first. Empty where every block has one. */
export function proposals(
  edition: Edition,
  page: Node,
  faces: Faces,
  options: ProposalOptions,
): PlanProposal[] {
  const { inputs } = composeBlocks(edition, faces);
  const grid = pageGrid(edition.style);
  const open: Node[] = [];
  const fixed: { node: Node; place: Place }[] = [];
  let masthead: Node | null = null;
  page.forEach((block) => {
    const place = block.attrs.place as Place | null;
    if (place) fixed.push({ node: block, place });
    else if (block.type.name === "masthead") masthead = block;
    else open.push(block);
  });
  if (open.length === 0 && !masthead) return [];
  const context = leafContext(edition.style, faces, grid.columns, grid.lines);
  const leaves = ranked(open).map(({ node, rank }) => {
    const input = inputs.get(node.attrs.id) ?? null;
    const lead = rank === 1 && node.type.name === "article";
    return makeLeaf(
      node,
      rank,
      input && { ...input, lead, second: rank % 2 === 1 && node.type.name === "article" },
      context,
    );
  });
  const search: Search = {
    leaves,
    masthead,
    fixed,
    context,
    options,
    allotting: { context, trials: new Map(), slack: { under: 2, over: 6 } },
  };
  if (fixed.length === 0 && isSparse(search)) return [{ ...shelves(search), page: page.attrs.id }];
  const schemes = fixed.length === 0 ? wholePage(search) : inFreeSpace(search);
  const found = schemes.map((scheme) => realize(scheme, search)).filter((p) => p !== null);
  found.sort((a, b) => a.cost - b.cost);
  const chosen = different(found, options.count);
  if (chosen.length > 0) return chosen.map((proposal) => ({ ...proposal, page: page.attrs.id }));
  return [{ ...shelved(search), page: page.attrs.id }];
}

interface Search {
  readonly leaves: readonly Leaf[];
  readonly masthead: Node | null;
  readonly fixed: readonly { readonly node: Node; readonly place: Place }[];
  readonly context: LeafContext;
  readonly options: ProposalOptions;
  readonly allotting: Allotting;
}

/** Ranks as given; blocks that have none follow those that do, in document order. */
function ranked(blocks: readonly Node[]): { node: Node; rank: number }[] {
  const given = blocks.map((node) => (node.attrs.rank as number | undefined) ?? 0);
  const taken = Math.max(0, ...given);
  let next = taken;
  return blocks.map((node, i) => {
    const own = given[i] as number;
    if (node.type.name !== "article") return { node, rank: 50 + i };
    if (own === 0) next++;
    return { node, rank: own > 0 ? own : next };
  });
}

/** Pieces with the regions they fill, and the masthead's place. */
interface Scheme {
  readonly masthead: Place | null;
  readonly parts: readonly { readonly piece: Piece; readonly region: Region }[];
  readonly cost: number;
}

/** The blocks' shapes as pieces, costs shaken a little by the seed; many blocks gathered into fewer items. */
function alternatives(search: Search, options: SliceOptions): readonly (readonly Piece[])[] {
  const { seed } = search.options;
  const items = search.leaves.map((leaf) =>
    leaf.shapes.map((shape) => {
      const { columns, dress } = shape;
      const luck = chanceOf(seed, `${leaf.id} ${columns} ${dress.box} ${dress.direction}`);
      return blockOf({ ...shape, cost: shape.cost + luck * 0.5 });
    }),
  );
  return gathered(items, SEARCHED, options);
}

/** Schemes for a page on which nothing stands yet, the most promising first. */
function wholePage(search: Search): Scheme[] {
  const { leaves, masthead, context } = search;
  const { columns, lines } = context.grid;
  if (leaves.length === 0)
    return masthead ? [{ masthead: { column: 0, line: 0, columns, lines: 17 }, parts: [], cost: 0 }] : [];
  const options = { columns, lines, keep: 9, bucket: 6 };
  const items = alternatives(search, options);
  if (items.length > SEARCHED) return [];
  const slices = slice(items, options);
  const { full } = slices;
  const schemes: Scheme[] = [];
  if (!masthead) {
    for (const piece of slices.at(full, columns)) schemes.push(...filling(piece, null, 0, 0, lines, 0));
    return best(schemes);
  }
  for (const depth of [16, 17, 18, 15]) {
    const place = { column: 0, line: 0, columns, lines: depth };
    for (const piece of slices.at(full, columns))
      schemes.push(...filling(piece, place, 0, depth, lines - depth, Math.abs(depth - 17) * 0.1));
  }
  const wide = Math.round(columns * 0.625);
  const beside = columns - wide;
  // Masthead at the left, its ear (报眼) a short story.
  for (const [i, item] of items.entries()) {
    const bit = 2 ** i;
    if (item[0]?.rank === 1 || full === bit) continue;
    for (const ear of slices.at(bit, beside)) {
      if (ear.kind !== "block" || ear.shape.dress.direction === "vertical") continue;
      for (let depth = Math.max(15, ear.min); depth <= Math.min(21, ear.max + 2); depth++) {
        const place = { column: 0, line: 0, columns: wide, lines: depth };
        for (const piece of slices.at(full ^ bit, columns).slice(0, 8)) {
          for (const scheme of filling(
            piece,
            place,
            0,
            depth,
            lines - depth,
            ear.cost * 0.6 + Math.abs(depth - 18) * 0.15,
          ))
            schemes.push({
              ...scheme,
              parts: [{ piece: ear, region: { column: wide, line: 0, lines: depth } }, ...scheme.parts],
            });
        }
      }
    }
  }
  // Masthead at the left, a story or two running down beside it and the pages under it.
  for (let right = 1; right < full; right++) {
    if ((right & leadBit(items)) !== 0) continue;
    for (const b of slices.at(right, beside)) {
      if (b.min > lines || b.max < lines - 4) continue;
      for (const a of slices.at(full ^ right, wide)) {
        const depth = 17;
        if (a.min > lines - depth || a.max < lines - depth - 4) continue;
        const place = { column: 0, line: 0, columns: wide, lines: depth };
        schemes.push({
          masthead: place,
          parts: [
            { piece: a, region: { column: 0, line: depth, lines: lines - depth } },
            { piece: b, region: { column: wide, line: 0, lines } },
          ],
          cost: a.cost + b.cost + 2.5 + misfit(a, lines - depth) + misfit(b, lines),
        });
      }
    }
  }
  return best(schemes);
}

const leadBit = (items: readonly (readonly Piece[])[]) => {
  const lead = items.findIndex((pieces) => pieces.some((piece) => piece.rank === 1));
  return lead < 0 ? 0 : 2 ** lead;
};

const misfit = (piece: Piece, lines: number) =>
  Math.abs(piece.ideal - lines) * 0.06 +
  Math.max(0, piece.min - lines) * 2 +
  Math.max(0, lines - piece.max) * 1;

function filling(
  piece: Piece,
  masthead: Place | null,
  column: number,
  line: number,
  lines: number,
  cost: number,
): Scheme[] {
  if (piece.min > lines) return [];
  // Too little text for the page: it stands at the top, the rest stays free for what is still to come.
  const depth = piece.max < lines * 0.72 ? Math.min(lines, piece.ideal) : lines;
  return [
    {
      masthead,
      parts: [{ piece, region: { column, line, lines: depth } }],
      cost: piece.cost + cost + misfit(piece, depth),
    },
  ];
}

/** The most promising schemes, each kind of masthead with its share: a page is not to have three of one cast. */
function best(schemes: Scheme[]): Scheme[] {
  const kinds = Map.groupBy(
    schemes,
    ({ masthead, parts }) => `${masthead?.columns ?? 0} ${parts.length} ${parts[0]?.region.line === 0}`,
  );
  const share = Math.ceil(TRIED / Math.max(1, kinds.size));
  return [...kinds.values()].flatMap((kind) => kind.sort((a, b) => a.cost - b.cost).slice(0, share));
}

function realize(scheme: Scheme, search: Search): Omit<PlanProposal, "page"> | null {
  const blocks: Allotted[] = [];
  let fit = 0;
  let structure = 0;
  for (const { piece, region } of scheme.parts) {
    const allotted = allot(piece, region, search.allotting);
    if (!allotted) return null;
    blocks.push(...allotted.blocks);
    fit += allotted.cost;
    structure += piece.cost;
  }
  const { columns, lines } = search.context.grid;
  const head = scheme.masthead && scheme.masthead.columns === columns ? scheme.masthead.lines : 0;
  const judged = blocks.map(
    ({ shape, place, trial }): JudgedBlock => ({
      id: shape.leaf.id,
      place,
      rank: shape.leaf.rank,
      plainHeadline:
        shape.leaf.input !== null && shape.dress.box === "none" && shape.dress.direction === "horizontal",
      headlineSize: trial.headlineSize,
      verticalHeadline: shape.dress.direction === "vertical",
      pictured:
        shape.leaf.kind === "picture" ||
        shape.leaf.node.children.some((child) => child.type.name === "picture"),
    }),
  );
  const faults = layoutFaults(judged, columns, lines, head);
  const reasons = [
    { code: "structure", cost: structure, blocks: [] },
    { code: "fit", cost: fit, blocks: [] },
    ...faults.map(({ code, cost, blocks: ids }) => ({ code, cost, blocks: ids })),
  ];
  const planned: PlannedBlock[] = blocks.map(({ shape, place, trial }) => ({
    id: shape.leaf.id,
    place,
    dress: shape.dress,
    headlineSize: trial.headlineSize,
    over: trial.over,
    short: trial.short,
  }));
  if (scheme.masthead && search.masthead) {
    const dress: Dress = { direction: "horizontal", box: "none" };
    planned.unshift({
      id: search.masthead.attrs.id,
      place: scheme.masthead,
      dress,
      headlineSize: 0,
      over: 0,
      short: 0,
    });
  }
  return { blocks: planned, cost: reasons.reduce((sum, reason) => sum + reason.cost, 0), reasons };
}

/** The best, then the best that differ from all chosen before in the places of a third of their blocks. */
function different(
  found: readonly Omit<PlanProposal, "page">[],
  count: number,
): Omit<PlanProposal, "page">[] {
  const chosen: Omit<PlanProposal, "page">[] = [];
  for (const share of [0.4, 0.25, 0]) {
    for (const proposal of found) {
      if (chosen.length >= count) return chosen;
      if (chosen.includes(proposal)) continue;
      const unlike = chosen.every((other) => distance(proposal, other) > share * proposal.blocks.length);
      if (unlike) chosen.push(proposal);
    }
  }
  return chosen;
}

function distance(a: Omit<PlanProposal, "page">, b: Omit<PlanProposal, "page">): number {
  let apart = 0;
  for (const block of a.blocks) {
    const other = b.blocks.find((candidate) => candidate.id === block.id);
    if (!other) apart++;
    else if (
      other.place.columns !== block.place.columns ||
      other.place.column !== block.place.column ||
      Math.abs(other.place.line - block.place.line) > 10
    )
      apart++;
  }
  return apart;
}

/** Plans for the largest rectangle that blocks with a place leave free. */
function inFreeSpace(search: Search): Scheme[] {
  const { leaves, masthead, fixed, context } = search;
  const { grid } = context;
  const taken = fixed.map(({ place }) => place);
  let head: Place | null = null;
  if (masthead) {
    const wanted = { column: 0, line: 0, columns: grid.columns, lines: 17 };
    head = taken.some((place) => overlaps(place, wanted)) ? null : wanted;
    if (head) taken.push(head);
  }
  const free = largestFree(taken, grid.columns, grid.lines);
  if (!free || leaves.length === 0) return [];
  const options = { columns: free.columns, lines: free.lines, keep: 9, bucket: 6 };
  const items = alternatives(search, options);
  if (items.length > SEARCHED) return [];
  const slices = slice(items, options);
  return best(
    slices
      .at(slices.full, free.columns)
      .flatMap((piece) => filling(piece, head, free.column, free.line, free.lines, 0)),
  );
}

/** The empty rectangle with the most cells; null on a full page. */
export function largestFree(taken: readonly Place[], columns: number, lines: number): Place | null {
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

/** True where the blocks would fill less than a part of the page: then it is not to be stretched full. */
const SPARSE = 0.55;

function isSparse({ leaves, masthead, context: { grid } }: Search): boolean {
  const area = leaves.reduce(
    (sum, leaf) => sum + Math.max(0, ...leaf.shapes.map((s) => s.columns * s.ideal)),
    0,
  );
  return area < (grid.lines - (masthead ? MASTHEAD : 0)) * grid.columns * SPARSE;
}

const MASTHEAD = 17;

/** A page with little on it: blocks side by side from the top, shelf after shelf, the rest left free. */
function shelves(search: Search): Omit<PlanProposal, "page"> {
  const { grid } = search.context;
  const blocks: PlannedBlock[] = [];
  let line = 0;
  if (search.masthead) {
    blocks.push(bare(search.masthead.attrs.id, { column: 0, line, columns: grid.columns, lines: MASTHEAD }));
    line = MASTHEAD;
  }
  let column = 0;
  let depth = 0;
  for (const leaf of [...search.leaves].sort((a, b) => a.rank - b.rank)) {
    const shape = [...leaf.shapes].sort((a, b) => a.cost - b.cost)[0];
    if (!shape) continue;
    if (column + shape.columns > grid.columns) {
      line += depth;
      column = 0;
      depth = 0;
    }
    const lines = Math.min(shape.ideal, grid.lines - line);
    if (lines < 4) break;
    const place = { column, line, columns: shape.columns, lines };
    const { headlineSize, over, short } = tryShape(shape, place, search.context);
    blocks.push({ id: leaf.id, place, dress: shape.dress, headlineSize, over, short });
    column += shape.columns;
    depth = Math.max(depth, lines);
  }
  return { blocks, cost: 0, reasons: [{ code: "sparse", cost: 0, blocks: [] }] };
}

const bare = (id: string, place: Place): PlannedBlock => ({
  id,
  place,
  dress: { direction: "horizontal", box: "none" },
  headlineSize: 0,
  over: 0,
  short: 0,
});

/**
 * When no structure holds all blocks: one after the other into the largest space left, each as deep as it needs or
 * as there is. Nothing is dropped; what finds no space stays without a place, and the sheet says so.
 */
function shelved(search: Search): Omit<PlanProposal, "page"> {
  const { leaves, masthead, fixed, context } = search;
  const { grid } = context;
  const taken = fixed.map(({ place }) => place);
  const blocks: PlannedBlock[] = [];
  if (masthead) {
    const place = { column: 0, line: 0, columns: grid.columns, lines: 17 };
    if (!taken.some((other) => overlaps(place, other))) {
      taken.push(place);
      blocks.push({
        id: masthead.attrs.id,
        place,
        dress: { direction: "horizontal", box: "none" },
        headlineSize: 0,
        over: 0,
        short: 0,
      });
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
  return { blocks, cost: 500, reasons: [{ code: "shelved", cost: 500, blocks: [] }] };
}

const cheapest = (leaf: Leaf): { columns: number; ideal: number } =>
  [...leaf.shapes].sort((a, b) => a.cost - b.cost)[0] ?? { columns: 1, ideal: 1 };

/** The steps that carry out a proposal on its page. */
export function applyProposal(page: Node, proposal: PlanProposal): Transform {
  const tr = new Transform(page);
  const byId = new Map(proposal.blocks.map((block) => [block.id, block]));
  const ranks = new Map<string, number>();
  const open: Node[] = [];
  page.forEach((block) => {
    if (byId.has(block.attrs.id) && block.type.name !== "masthead") open.push(block);
  });
  for (const { node, rank } of ranked(open)) if (node.type.name === "article") ranks.set(node.attrs.id, rank);
  page.forEach((block, pos) => {
    const planned = byId.get(block.attrs.id);
    if (!planned) return;
    const set = (name: string, value: unknown) => {
      if (name in block.attrs && block.attrs[name] !== value) tr.setNodeAttribute(pos, name, value);
    };
    set("place", planned.place);
    set("box", planned.dress.box);
    set("headlineDirection", planned.dress.direction);
    if (planned.headlineSize > 0) set("headlineSize", planned.headlineSize);
    const rank = ranks.get(block.attrs.id);
    if (rank !== undefined) set("rank", rank);
  });
  return tr;
}

export interface PlanOptions {
  readonly newId: NewId;
  readonly seed?: number;
}

/**
 * The edition with a place for every block that had none. Jumps without a continuation get one, and the page it stands
 * on where there is none; blocks that have a place keep it.
 */
export function planEdition(
  edition: Edition,
  faces: Faces,
  { newId, seed = 1 }: PlanOptions,
): { readonly edition: Edition; readonly changes: readonly Change[] } {
  const changes: Change[] = [...settle(edition, newId, { imported: true })];
  let current = applyChanges(edition, changes);
  for (const { attrs } of current.pages) {
    const page = current.pages.find((candidate) => candidate.attrs.id === attrs.id) as Node;
    const [proposal] = proposals(current, page, faces, { seed, count: 1 });
    if (!proposal) continue;
    const tr = applyProposal(page, proposal);
    if (tr.steps.length === 0) continue;
    const change: Change = { kind: "steps", page: page.attrs.id, steps: tr.steps };
    changes.push(change);
    current = applyChanges(current, [change]);
  }
  return { edition: current, changes };
}

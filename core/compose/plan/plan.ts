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
import { type NewId, settle } from "../../edition/settle.ts";
import type { Faces } from "../../world.ts";
import { composeBlocks } from "../compose.ts";
import { type Grid, pageGrid } from "../flow/grid.ts";
import { largestFree } from "./free.ts";
import { leafContext } from "./leaf.ts";
import { type Measured, measured } from "./measure.ts";
import type { PlanProposal } from "./proposal.ts";
import {
  type Candidate,
  climb,
  different,
  neighbours,
  type Realized,
  realize,
  settled,
  stepped,
} from "./realize.ts";
import { MASTHEAD, type ProposalOptions, type Search } from "./scheme.ts";
import { inFreeSpace, wholePage } from "./schemes.ts";
import { fillerLeaf, makeLeaf } from "./shapes.ts";
import { isSparse, shelved, shelves } from "./shelves.ts";

export type { PlannedBlock, PlanProposal } from "./proposal.ts";
export type { ProposalOptions } from "./scheme.ts";

/** Plans that are bettered move by move. */
const CLIMBED = 10;
/** Plans whose seams are moved line by line. */
const SETTLED = 60;
/** Plans in which a block is stepped for a try. */
const STEPPED = 24;
/** Plans whose neighbours are composed, too, where there are not enough without faults. */
const REPAIRED = 12;
/** Where copy is more than page: structures are sought as if the page were so many times as deep. */
const CROWDED = 2;

/** Blocks up to which any of them may run over the whole width. */
const FEW = 5;

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
  const context = leafContext(edition.style, faces, grid.columns, grid.lines, open.length <= FEW);
  const listed = ranked(open);
  const leafOf = ({ node, rank }: { node: Node; rank: number }, share = 1) => {
    const input = inputs.get(node.attrs.id) ?? null;
    const article = node.type.name === "article";
    return makeLeaf(
      node,
      rank,
      input && { ...input, lead: rank === 1 && article, second: rank % 2 === 1 && article },
      context,
      share,
    );
  };
  const due = listed.map((one) => leafOf(one));
  const sparse = fixed.length === 0 && isSparse(due, masthead !== null, grid);
  const searchFor = ({ share, filler }: Measured): Search => {
    const leaves = due.map((leaf, i) => {
      const part = share.get(leaf.id) ?? 1;
      return part === 1 ? leaf : leafOf(listed[i] as (typeof listed)[number], part);
    });
    if (filler > 0) leaves.push(fillerLeaf(filler, context));
    const allotting = { context, trials: new Map(), slack: { under: 2, over: 6 } };
    return { leaves, masthead, fixed, context, options, crowd: 1, allotting };
  };
  const plain = searchFor({ share: new Map(), filler: 0 });
  if (sparse) return [{ ...shelves(plain), page: page.attrs.id }];
  const tries = measured(due, roomFor(masthead, fixed, grid));
  const all: Realized[] = [];
  for (const asked of tries) {
    all.push(...sought(searchFor(asked)));
    if (all.some(({ plain: faults }) => faults === 0)) break;
  }
  if (all.length > 0) return chosenOf(all);
  const slack = { under: grid.lines, over: 6 };
  const crowded = sought({ ...plain, crowd: CROWDED, allotting: { ...plain.allotting, slack } });
  return crowded.length > 0 ? chosenOf(crowded) : [{ ...shelved(plain), page: page.attrs.id }];

  /** Faults an editor would name are put forward only where there is nothing else, 碰题 last of all. */
  function chosenOf(found: readonly Realized[]): PlanProposal[] {
    const sorted = [...found].sort((a, b) => a.cost - b.cost);
    const spotless = sorted.filter(({ plain: faults }) => faults === 0);
    const clean = sorted.filter(
      ({ reasons }) => !reasons.some(({ code }) => code === "headlines-side-by-side"),
    );
    return [spotless, clean, sorted]
      .reduce<readonly Candidate[]>((before, list) => different(list, options.count, before), [])
      .map(({ blocks, filler, cost, reasons }) => ({ page: page.attrs.id, blocks, filler, cost, reasons }));
  }
}

/** Cells that blocks without a place can have. */
function roomFor(masthead: Node | null, fixed: readonly { place: Place }[], grid: Grid): number {
  const head = { column: 0, line: 0, columns: grid.columns, lines: MASTHEAD };
  const taken = [...fixed.map(({ place }) => place), ...(masthead ? [head] : [])];
  const free = largestFree(taken, grid.columns, grid.lines);
  return free ? free.columns * free.lines : 0;
}

/** Plans found by search, best first. */
function sought(search: Search) {
  const schemes = search.fixed.length === 0 ? wholePage(search) : inFreeSpace(search);
  const realized = schemes.flatMap((scheme) => realize(scheme, search) ?? []);
  realized.sort((a, b) => a.cost - b.cost);
  const found = realized.map((one, place) => {
    const climbed = place < CLIMBED ? climb(one, search) : one;
    return place < SETTLED ? settled(climbed, search) : climbed;
  });
  found.sort((a, b) => a.cost - b.cost);
  found.splice(0, STEPPED, ...found.slice(0, STEPPED).map((one) => stepped(one, search)));
  found.sort((a, b) => a.cost - b.cost);
  const spotless = found.filter(({ plain }) => plain === 0).length;
  if (spotless >= search.options.count) return found;
  const repaired = found.slice(0, REPAIRED).flatMap((one) => neighbours(one, search));
  return [...found, ...repaired].sort((a, b) => a.cost - b.cost);
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

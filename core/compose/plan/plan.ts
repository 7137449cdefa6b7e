/**
 * Planning (排版方案): places for the blocks that have none.
 *
 * A plan is found by searching slicing structures (slice.ts), dividing the depth by real composition (allot.ts) and
 * judging the page as a whole (judge.ts); the cost of each is stated in the proposal. Same edition, same seed, same
 * plan. Blocks that have a place keep it.
 */
import type { Node } from "prosemirror-model";
import { applyChanges, type Change } from "../../edition/change.ts";
import type { Edition } from "../../edition/edition.ts";
import type { Place } from "../../edition/place.ts";
import { type NewId, settle } from "../../edition/settle.ts";
import type { Faces } from "../../world.ts";
import { composeBlocks } from "../compose.ts";
import { type Grid, pageGrid } from "../flow/grid.ts";
import type { Trials } from "./allot.ts";
import { printed, type Realized, stated } from "./assess.ts";
import { climb, neighbours, settled, stepped } from "./better.ts";
import { carriedOut } from "./carry-out.ts";
import { different, silent } from "./different.ts";
import { fillerLeaf } from "./filler.ts";
import { freeRooms } from "./free.ts";
import { leafContext } from "./leaf.ts";
import { type Measured, measured } from "./measure.ts";
import { targets, withOnward } from "./onward.ts";
import type { PlanProposal } from "./proposal.ts";
import { ranked } from "./ranked.ts";
import { realize } from "./realize.ts";
import { inFreeSpace } from "./rooms.ts";
import { fewer, MASTHEAD, type ProposalOptions, type Search } from "./scheme.ts";
import { wholePage } from "./schemes.ts";
import { type Asked, makeLeaf } from "./shapes.ts";
import { isSparse, shelved, shelves } from "./shelves.ts";

export { applyProposal, carriedOut } from "./carry-out.ts";
export type { PlannedBlock, PlannedJump, PlanProposal } from "./proposal.ts";
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

/** Blocks over which only the gentlest and the last of what may be asked of them is tried. */
const MANY = 10;
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
  const leafOf = ({ node, rank }: { node: Node; rank: number }, asked?: Asked) => {
    const input = inputs.get(node.attrs.id) ?? null;
    const article = node.type.name === "article";
    return makeLeaf(
      node,
      rank,
      input && { ...input, lead: rank === 1 && article, second: rank % 2 === 1 && article },
      context,
      asked,
    );
  };
  const due = listed.map((one) => leafOf(one));
  const sparse = fixed.length === 0 && isSparse(due, masthead !== null, grid);
  // Blocks of which the same is asked are composed once, whatever is asked of the others.
  const trials: Trials = new Map();
  const searchFor = ({ share, jumping, filler }: Measured): Search => {
    const leaving = due.filter(({ id }) => jumping.includes(id));
    const cells = new Map(leaving.map(({ id, text }) => [id, text * (1 - (share.get(id) ?? 1))]));
    const onward = targets(edition, page, cells);
    full ||= onward.size < cells.size;
    const leaves = due.map((leaf, i) => {
      const part = share.get(leaf.id) ?? 1;
      const jump = onward.get(leaf.id) ?? null;
      return part === 1 ? leaf : leafOf(listed[i] as (typeof listed)[number], { share: part, jump });
    });
    if (filler > 0) leaves.push(fillerLeaf(filler, context));
    const allotting = { context, trials, slack: { under: 2, over: 6 } };
    return { leaves, masthead, fixed, context, options, crowd: 1, allotting };
  };
  let full = false;
  const plain = searchFor({ share: new Map(), jumping: [], filler: 0 });
  if (sparse) return [{ ...shelves(plain), page: page.attrs.id }];
  const { maxJumps } = edition.style.plan;
  const all: Realized[] = [];
  const known = new Map<Realized, Realized | null>();
  const inPrint = (plan: Realized) => {
    if (!known.has(plan)) known.set(plan, printed(plan, plain));
    return known.get(plan) ?? null;
  };
  const isEnough = (found: readonly Realized[]) =>
    silent(found, options.count, inPrint).length >= options.count;
  const tries = measured(due, roomFor(masthead, fixed, grid), maxJumps);
  for (const asked of due.length > MANY ? [...tries.slice(0, 1), ...tries.slice(1).slice(-1)] : tries) {
    all.push(...sought(searchFor(asked), isEnough));
    all.sort((a, b) => a.cost - b.cost);
    if (isEnough(all)) break;
  }
  if (all.length > 0) return chosenOf(all);
  const slack = { under: grid.lines, over: 6 };
  const crowded = sought({ ...plain, crowd: CROWDED, allotting: { ...plain.allotting, slack } }, isEnough);
  return crowded.length > 0 ? chosenOf(crowded) : [{ ...shelved(plain), page: page.attrs.id }];

  /** Where text is over, why it does not go on elsewhere: at no cost, for it is no fault of the plan. */
  function limited(proposal: PlanProposal): PlanProposal {
    if (maxJumps === 0 || !proposal.blocks.some(({ over }) => over > 0)) return proposal;
    const code = full ? "onward-full" : proposal.jumps.length >= maxJumps ? "jump-limit" : null;
    return code ? { ...proposal, reasons: [...proposal.reasons, { code, cost: 0, blocks: [] }] } : proposal;
  }

  /** Faults an editor would name are put forward only where there is nothing else, 碰题 last of all. */
  function chosenOf(found: readonly Realized[]): PlanProposal[] {
    const sorted = [...found].sort((a, b) => a.cost - b.cost);
    const clean = sorted.filter(
      ({ faults }) => !faults.some(({ code }) => code === "headlines-side-by-side"),
    );
    return [clean, sorted]
      .reduce<readonly Realized[]>(
        (before, list) => different(list, options.count, before),
        silent(sorted, options.count, inPrint),
      )
      .map((one) => withOnward(edition, limited({ ...stated(one, plain), page: page.attrs.id }), faces));
  }
}

/** Cells that blocks without a place can have. */
function roomFor(masthead: Node | null, fixed: readonly { place: Place }[], grid: Grid): number {
  const head = { column: 0, line: 0, columns: grid.columns, lines: MASTHEAD };
  const taken = [...fixed.map(({ place }) => place), ...(masthead ? [head] : [])];
  const [rooms = []] = freeRooms(taken, grid.columns, grid.lines);
  return rooms.reduce((sum, room) => sum + room.columns * room.lines, 0);
}

/** Plans found by search, best first; bettered once more where there are not enough without faults. */
function sought(search: Search, isEnough: (found: readonly Realized[]) => boolean): Realized[] {
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
  if (isEnough(found)) return found;
  const repaired = found.slice(0, fewer(REPAIRED, search)).flatMap((one) => neighbours(one, search));
  return [...found, ...repaired].sort((a, b) => a.cost - b.cost);
}

export interface PlanOptions {
  readonly newId: NewId;
  readonly seed?: number;
}

export interface PlannedEdition {
  readonly edition: Edition;
  readonly changes: readonly Change[];
  /** What was taken for each page that was planned. */
  readonly taken: readonly PlanProposal[];
}

/**
 * The edition with a place for every block that had none. Jumps without a continuation get one, and the page it stands
 * on where there is none; blocks that have a place keep it.
 */
export function planEdition(
  edition: Edition,
  faces: Faces,
  { newId, seed = 1 }: PlanOptions,
): PlannedEdition {
  const changes: Change[] = [...settle(edition, newId, { imported: true })];
  const taken: PlanProposal[] = [];
  let current = applyChanges(edition, changes);
  // Pages that jumps lead to come behind the page they leave, and are planned in their turn.
  for (let i = 0; i < current.pages.length; i++) {
    const page = current.pages[i] as Node;
    const [proposal] = proposals(current, page, faces, { seed, count: 1 });
    if (!proposal) continue;
    taken.push(proposal);
    const more = carriedOut(current, proposal, newId);
    changes.push(...more);
    current = applyChanges(current, more);
  }
  return { edition: current, changes, taken };
}

/**
 * From a scheme to a plan: depths divided, the page judged, the plan bettered move by move.
 *
 * A plan's cost is the sum of its reasons: structure, fit, and each fault of the page as a whole.
 */
import type { Place } from "../../edition/place.ts";
import { type Allotted, allot, tried } from "./allot.ts";
import { type JudgedBlock, layoutFaults } from "./judge.ts";
import { FILLER } from "./leaf.ts";
import { HEAVY } from "./picture-faults.ts";
import { bare, type PlannedBlock, type PlanProposal } from "./proposal.ts";
import { rearranged } from "./rearrange.ts";
import type { Scheme, Search } from "./scheme.ts";
import { seamsOf, shifted } from "./seams.ts";
import { moved, sketched, UNFILLED } from "./sketch.ts";
import { stepsOf } from "./steps.ts";

/** Moves by which a plan is bettered at most. */
const MOVES = 4;

/** The plan bettered by changing neighbours over, as long as the page as a whole gains. */
export function climb(start: Realized, search: Search): Realized {
  const { columns, lines } = search.context.grid;
  let now = start;
  for (let move = 0; move < MOVES; move++) {
    let next = now;
    now.scheme.parts.forEach((part, i) => {
      for (const piece of rearranged(part.piece, columns, lines)) {
        const parts = now.scheme.parts.map((p, k) => (k === i ? { ...p, piece } : p));
        const other = realize({ ...now.scheme, parts }, search);
        if (other && other.cost < next.cost - 1e-9) next = other;
      }
    });
    if (next === now) break;
    now = next;
  }
  return now;
}

/** Moves of a plan that are composed in search of one without faults. */
const REPAIRS = 7;

/** The plans one move away that promise most by their sketches, seams settled. */
export function neighbours(start: Realized, search: Search): Realized[] {
  const { columns, lines } = search.context.grid;
  const sketch = sketched(start.scheme, columns, lines);
  return moved(sketch, columns, lines)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, REPAIRS)
    .flatMap(({ scheme }) => {
      const next = realize(scheme, search);
      return next ? [settled(next, search)] : [];
    });
}

export interface Realized extends Omit<PlanProposal, "page"> {
  readonly scheme: Scheme;
  /** Faults that an editor would name: of the layout, and blocks that are overset or have a hole, and a foot left free. */
  readonly plain: number;
  readonly allotted: readonly Allotted[];
}

export function realize(scheme: Scheme, search: Search): Realized | null {
  const blocks: Allotted[] = [];
  for (const { piece, region } of scheme.parts) {
    const allotted = allot(piece, region, search.allotting);
    if (!allotted) return null;
    blocks.push(...allotted.blocks);
  }
  return assessed(scheme, blocks, search);
}

/** What a story costs that has more text than the page has room for. */
const OVERSET = 4;

/** What a stepped block costs: it is to mend more than a fault of taste. */
const STEPPED = 2.5;

/** What the page costs with its blocks as they stand. */
function assessed(scheme: Scheme, blocks: readonly Allotted[], search: Search): Realized {
  const structure = scheme.parts.reduce((sum, { piece }) => sum + piece.cost, 0);
  const fit = blocks.reduce((sum, { trial }) => sum + trial.cost, 0);
  const { columns, lines } = search.context.grid;
  const head = scheme.masthead?.lines ?? 0;
  const judged = blocks.map(
    ({ shape, place, trial }): JudgedBlock => ({
      id: shape.leaf.id,
      place,
      rank: shape.leaf.rank,
      plainHeadline:
        shape.leaf.input !== null && shape.dress.box === "none" && shape.dress.direction === "horizontal",
      headlineSize: trial.headlineSize,
      verticalHeadline: shape.dress.direction === "vertical",
      pictured: shape.leaf.pictured,
      ear: place.line + place.lines <= head,
    }),
  );
  const steps = blocks.filter(({ place }) => place.notches).map(({ shape }) => shape.leaf.id);
  const faults = layoutFaults(judged, columns, lines, head);
  const cut = blocks.filter(({ trial }) => trial.beyond > 0).map(({ shape }) => shape.leaf.id);
  const reasons = [
    ...(cut.length > 0 ? [{ code: "overset", cost: cut.length * OVERSET, blocks: cut }] : []),
    ...(steps.length > 0 ? [{ code: "stepped", cost: steps.length * STEPPED, blocks: steps }] : []),
    { code: "structure", cost: structure, blocks: [] },
    { code: "fit", cost: fit, blocks: [] },
    ...(scheme.unfilled > 0 ? [{ code: "unfilled", cost: scheme.unfilled * UNFILLED, blocks: [] }] : []),
    ...faults.map(({ code, cost, blocks: ids }) => ({ code, cost, blocks: ids })),
  ];
  const planned = blocks
    .filter(({ shape }) => shape.leaf.id !== FILLER)
    .map(
      ({ shape, place, trial }): PlannedBlock => ({
        id: shape.leaf.id,
        place,
        dress: shape.dress,
        headlineSize: trial.headlineSize,
        over: trial.over + trial.beyond,
        short: trial.short,
      }),
    );
  const filler = blocks.find(({ shape }) => shape.leaf.id === FILLER)?.place ?? null;
  if (scheme.masthead && search.masthead) planned.unshift(bare(search.masthead.attrs.id, scheme.masthead));
  const cost = reasons.reduce((sum, reason) => sum + reason.cost, 0);
  const { holeLines } = search.context.style.layout;
  const unfit = blocks.filter(({ trial }) => trial.over > 0 || trial.hole > holeLines || trial.lost > HEAVY);
  const open = scheme.unfilled > 0 ? 1 : 0;
  const plain = faults.filter((fault) => fault.plain).length + unfit.length + open;
  return { blocks: planned, filler, cost, reasons, scheme, plain, allotted: blocks };
}

/** Lines by which a seam is moved at once. */
const SHIFTS = [-1, 1, -2, 2, -4, 4];
/** Least depth in body lines of a block whose seam is moved. */
const LEAST = 8;
/** Seams moved in one plan at most. */
const SETTLED = 12;

/** The plan with its seams moved line by line, as long as the page as a whole gains. */
export function settled(start: Realized, search: Search, moves = SETTLED): Realized {
  let now = start;
  for (let move = 0; move < moves; move++) {
    let next = now;
    const places = now.allotted.map(({ place }) => place);
    for (const seam of seamsOf(places))
      for (const by of SHIFTS) {
        const shiftedTo = shifted(places, seam, by, LEAST);
        if (!shiftedTo) continue;
        const moved = replaced(now, (i) => shiftedTo[i], search);
        if (moved.cost < next.cost - 1e-9) next = moved;
      }
    if (next === now) break;
    now = next;
  }
  return now;
}

/** The plan with other places for some of its blocks, each composed there. */
function replaced(from: Realized, placeOf: (index: number) => Place | undefined, search: Search): Realized {
  const { lines } = search.context.grid;
  const blocks = from.allotted.map((block, i): Allotted => {
    const place = placeOf(i) ?? block.place;
    if (place === block.place) return block;
    const foot = place.line + place.lines >= lines;
    return { ...block, place, trial: tried(block.shape, place, foot, search.allotting) };
  });
  return assessed(from.scheme, blocks, search);
}

/** Steps that are settled, the best as they stand. */
const STEPS = 3;
/** Seams moved after a step. */
const AFTER_STEP = 4;

/** The plan with a stepped block in it, where that makes the page better by more than the step costs; else as it is. */
export function stepped(start: Realized, search: Search): Realized {
  const places = start.allotted.map(({ place }) => place);
  const free = (i: number) => {
    const { leaf, dress } = (start.allotted[i] as Allotted).shape;
    return leaf.kind === "article" && dress.box === "none" && dress.direction === "horizontal";
  };
  const tries = stepsOf(places, free)
    .map((step) => replaced(start, (i) => step.places.get(i), search))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, STEPS)
    .map((one) => settled(one, search, AFTER_STEP));
  return tries.reduce((best, one) => (one.cost < best.cost - 1e-9 ? one : best), start);
}

export type Candidate = Omit<PlanProposal, "page">;

/** `before`, and up to `count` more: the best, then the best that differ from all chosen before in a third of their blocks. */
export function different(
  found: readonly Candidate[],
  count: number,
  before: readonly Candidate[],
): readonly Candidate[] {
  const chosen = [...before];
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

function distance(a: Candidate, b: Candidate): number {
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

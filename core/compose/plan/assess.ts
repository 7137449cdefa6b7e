/**
 * What a plan costs with its blocks as they stand: structure, fit, and each fault of the page as a whole; and the plan
 * as it is put forward, with its cost stated.
 */
import { comparePlaces } from "../../edition/place.ts";
import type { Allotted } from "./allot.ts";
import { type JudgedBlock, type LayoutFault, layoutFaults } from "./judge.ts";
import { FILLER } from "./leaf.ts";
import { HEAVY } from "./picture-faults.ts";
import { bare, type Candidate, type PlannedBlock, type PlannedJump } from "./proposal.ts";
import type { Scheme, Search } from "./scheme.ts";
import { UNFILLED } from "./sketch.ts";
import { inPrint } from "./trial.ts";

/** What a story costs that has more text than the page has room for. */
const OVERSET = 4;

/** What each jump costs that planning makes: a reader who turns the page is a reader lost. */
const JUMP = 3;

/** What a stepped block costs: it is to mend more than a fault of taste. */
const STEPPED = 2.5;

/** A scheme with its depths divided, composed and judged. */
export interface Realized {
  readonly scheme: Scheme;
  readonly allotted: readonly Allotted[];
  readonly faults: readonly LayoutFault[];
  readonly cost: number;
  /** Faults that an editor would name: of the layout, and blocks that are overset or have a hole, and a foot left free. */
  readonly plain: number;
}

const isOver = ({ trial }: Allotted) => trial.beyond > 0;
const isJumping = ({ trial }: Allotted) => trial.onward > 0;
const isStepped = ({ place }: Allotted) => place.notches !== undefined;

/** What the page costs with its blocks as they stand; null where that is no less than `bound`. */
export function assessed(
  scheme: Scheme,
  allotted: readonly Allotted[],
  search: Search,
  bound = Infinity,
): Realized | null {
  let cost = scheme.unfilled * UNFILLED;
  for (const { piece } of scheme.parts) cost += piece.cost;
  for (const one of allotted) {
    cost += one.trial.cost;
    if (isOver(one)) cost += OVERSET;
    if (isJumping(one)) cost += JUMP;
    if (isStepped(one)) cost += STEPPED;
  }
  if (cost >= bound) return null;
  const faults = faultsOf(scheme, allotted, search);
  for (const fault of faults) cost += fault.cost;
  if (cost >= bound) return null;
  const { holeLines } = search.context.style.layout;
  const unfit = allotted.filter(
    ({ trial: { over, hole, lost, scrap, beyond } }) =>
      over > 0 || beyond > 0 || hole > holeLines || lost > HEAVY || scrap,
  );
  // An advert belongs at the foot, or in the ear.
  const high = allotted.filter(
    ({ shape, place }) =>
      shape.leaf.kind === "advert" &&
      place.line + place.lines < search.context.grid.lines &&
      place.line >= (scheme.masthead?.lines ?? 0),
  );
  const open = scheme.unfilled > 0 ? 1 : 0;
  const plain = faults.filter((fault) => fault.plain).length + unfit.length + high.length + open;
  return { scheme, allotted, faults, cost, plain };
}

function faultsOf(scheme: Scheme, allotted: readonly Allotted[], { context }: Search): LayoutFault[] {
  const { columns, lines } = context.grid;
  const head = scheme.masthead?.lines ?? 0;
  const judged = allotted.map(
    ({ shape: { leaf, dress }, place, trial }): JudgedBlock => ({
      id: leaf.id,
      place,
      rank: leaf.rank,
      plainHeadline: leaf.input !== null && dress.box === "none" && dress.direction === "horizontal",
      headlineSize: trial.headlineSize,
      verticalHeadline: dress.direction === "vertical",
      pictured: leaf.pictured,
      ear: place.line + place.lines <= head,
    }),
  );
  return layoutFaults(judged, columns, lines, head);
}

/** A plan without faults as it will be printed; null where something is then over or leaves a hole. */
export function printed(plan: Realized, { context }: Search): Realized | null {
  const { holeLines } = context.style.layout;
  const allotted: Allotted[] = [];
  for (const one of plan.allotted) {
    const trial = inPrint(one.shape, one.place, one.trial, holeLines, context);
    if (!trial) return null;
    allotted.push({ ...one, trial });
  }
  return { ...plan, allotted };
}

/** The plan as it is put forward; its cost is the sum of its reasons. */
export function stated({ scheme, allotted, faults, cost }: Realized, { masthead }: Search): Candidate {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const each = (code: string, cost: number, is: (one: Allotted) => boolean) => {
    const blocks = allotted.filter(is).map(({ shape }) => shape.leaf.id);
    return blocks.length > 0 ? [{ code, cost: cost * blocks.length, blocks }] : [];
  };
  const reasons = [
    ...each("overset", OVERSET, isOver),
    ...each("jumps", JUMP, isJumping),
    ...each("stepped", STEPPED, isStepped),
    { code: "structure", cost: sum(scheme.parts.map(({ piece }) => piece.cost)), blocks: [] },
    { code: "fit", cost: sum(allotted.map(({ trial }) => trial.cost)), blocks: [] },
    ...(scheme.unfilled > 0 ? [{ code: "unfilled", cost: scheme.unfilled * UNFILLED, blocks: [] }] : []),
    ...faults.map(({ code, cost, blocks }) => ({ code, cost, blocks })),
  ];
  const blocks = allotted.filter(({ shape }) => shape.leaf.id !== FILLER).map(plannedBlock);
  const filler = allotted.find(({ shape }) => shape.leaf.id === FILLER)?.place ?? null;
  if (scheme.masthead && masthead) blocks.unshift(bare(masthead.attrs.id, scheme.masthead));
  return { blocks, jumps: plannedJumps(allotted), filler, cost, reasons };
}

const plannedBlock = ({ shape, place, trial }: Allotted): PlannedBlock => ({
  id: shape.leaf.id,
  place,
  dress: shape.dress,
  headlineSize: trial.headlineSize,
  squeeze: trial.squeeze,
  over: trial.over + trial.beyond,
  short: trial.short,
});

const plannedJumps = (allotted: readonly Allotted[]): PlannedJump[] =>
  allotted
    .filter(isJumping)
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ shape: { leaf }, trial }) => ({
      article: leaf.id,
      target: leaf.jump as string,
      characters: trial.onward,
      onward: null,
    }));

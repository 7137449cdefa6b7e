/**
 * From a scheme to a plan: depths divided, the page judged, the plan bettered move by move.
 *
 * A plan's cost is the sum of its reasons: structure, fit, and each fault of the page as a whole.
 */
import { type Allotted, allot } from "./allot.ts";
import { type JudgedBlock, layoutFaults } from "./judge.ts";
import { bare, type PlannedBlock, type PlanProposal } from "./proposal.ts";
import { rearranged } from "./rearrange.ts";
import type { Scheme, Search } from "./schemes.ts";

/** What a line left free at the page's foot costs. */
const UNFILLED = 5;

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
        const tried = realize({ ...now.scheme, parts }, search);
        if (tried && tried.cost < next.cost - 1e-9) next = tried;
      }
    });
    if (next === now) break;
    now = next;
  }
  return now;
}

export type Realized = Omit<PlanProposal, "page"> & { readonly scheme: Scheme };

export function realize(scheme: Scheme, search: Search): Realized | null {
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
    ...(scheme.unfilled > 0 ? [{ code: "unfilled", cost: scheme.unfilled * UNFILLED, blocks: [] }] : []),
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
  if (scheme.masthead && search.masthead) planned.unshift(bare(search.masthead.attrs.id, scheme.masthead));
  return { blocks: planned, cost: reasons.reduce((sum, reason) => sum + reason.cost, 0), reasons, scheme };
}

/** The best, then the best that differ from all chosen before in the places of a third of their blocks. */
export function different(
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

/** Proposals that a desk would call different: not the same structure with its blocks a line deeper. */
import type { Realized } from "./assess.ts";

/** `before`, and up to `count` more: the best, then the best that differ from all chosen before in a third of their blocks. */
export function different(
  found: readonly Realized[],
  count: number,
  before: readonly Realized[],
): readonly Realized[] {
  const chosen = [...before];
  for (const share of [0.4, 0.25, 0]) {
    for (const proposal of found) {
      if (chosen.length >= count) return chosen;
      if (chosen.includes(proposal)) continue;
      const unlike = chosen.every((other) => distance(proposal, other) > share * proposal.allotted.length);
      if (unlike) chosen.push(proposal);
    }
  }
  return chosen;
}

function distance(a: Realized, b: Realized): number {
  let apart = 0;
  for (const block of a.allotted) {
    const other = b.allotted.find(({ shape }) => shape.leaf.id === block.shape.leaf.id);
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

/** Up to `count` different plans without a fault, the best first, as they are `printed`; null says that one has a fault then. */
export function silent(
  found: readonly Realized[],
  count: number,
  printed: (plan: Realized) => Realized | null,
): readonly Realized[] {
  let pool = found.filter(({ plain }) => plain === 0);
  for (;;) {
    const chosen = different(pool, count, []);
    const broken = chosen.filter((plan) => printed(plan) === null);
    if (broken.length === 0) return chosen.flatMap((plan) => printed(plan) ?? []);
    pool = pool.filter((plan) => !broken.includes(plan));
  }
}

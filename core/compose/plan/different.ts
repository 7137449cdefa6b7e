/** Proposals that a desk would call different: not the same structure with its blocks a line deeper, nor turned left to right. */
import type { Place } from "../../edition/place.ts";
import type { Realized } from "./assess.ts";

/** Of a plan: its cost, and where it puts what. */
export interface Laid {
  readonly cost: number;
  readonly scheme: { readonly masthead: { readonly columns: number } | null };
  readonly allotted: readonly {
    readonly shape: {
      readonly leaf: { readonly id: string; readonly rank: number; readonly pictured: boolean };
    };
    readonly place: Place;
  }[];
}

/** Parts of the page that are to differ, the most first, each as long as it costs no more than so much over the best. */
const APART = [
  { share: 0.5, over: 12 },
  { share: 0.4, over: Infinity },
  { share: 0.25, over: Infinity },
  { share: 0, over: Infinity },
];
/** Lead and photograph make a page's face: they count so many times. */
const FACE = 2;
/** Lines by which a block may stand higher or lower and be where it was. */
const NEAR = 10;

/** `before`, and up to `count` in all: the best, then the best that differ from all chosen before. */
export function different<P extends Laid>(
  found: readonly P[],
  count: number,
  before: readonly P[],
): readonly P[] {
  const chosen = [...before];
  const best = Math.min(...found.map(({ cost }) => cost));
  for (const { share, over } of APART) {
    for (const plan of found) {
      if (chosen.length >= count) return chosen;
      if (chosen.includes(plan) || plan.cost > best + over) continue;
      if (chosen.every((other) => distance(plan, other) > share)) chosen.push(plan);
    }
  }
  return chosen;
}

/** Part of the page that stands elsewhere, or in another width; what stands where it would in a mirror is no elsewhere. */
function distance(a: Laid, b: Laid): number {
  const columns = Math.max(
    ...[a, b].flatMap((plan) => plan.allotted.map(({ place }) => place.column + place.columns)),
  );
  const head = a.scheme.masthead?.columns !== b.scheme.masthead?.columns ? FACE : 0;
  let apart = head;
  let all = head;
  for (const { shape, place } of a.allotted) {
    const weight = shape.leaf.rank === 1 || shape.leaf.pictured ? FACE : 1;
    const other = b.allotted.find((one) => one.shape.leaf.id === shape.leaf.id)?.place;
    all += weight;
    const alike =
      other?.columns === place.columns &&
      (other.column === place.column || other.column === columns - place.column - place.columns) &&
      Math.abs(other.line - place.line) <= NEAR;
    if (!alike) apart += weight;
  }
  return apart / Math.max(1, all);
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
    if (broken.length === 0)
      return chosen.flatMap((plan) => printed(plan) ?? []).sort((a, b) => a.cost - b.cost);
    pool = pool.filter((plan) => !broken.includes(plan));
  }
}

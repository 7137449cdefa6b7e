/**
 * What a relation is before it is tied to a reading: figures by entry, with what their words claim.
 */
import type { RelationKind } from "../proofing.ts";
import { amount, type Entry, grain } from "./stream.ts";

/** stated: the words say that it must hold; likely: a reader would expect it, a person must look. */
export type Certainty = "stated" | "likely";

export interface Claim {
  readonly kind: RelationKind;
  readonly holds: boolean;
  readonly total: Entry;
  /** Entries may repeat (各2例 for two names). */
  readonly parts: readonly Entry[];
  /** Those of the parts that are taken away. */
  readonly minus?: readonly Entry[];
  /** What the parts give, in the total's printed unit. */
  readonly computed: number;
  readonly certainty: Certainty;
  /** Which sentence the finding needs, beside its kind: "subset", "contacts", "unstated". */
  readonly note?: string;
}

/** Sums of parts, as often as names share them. */
export const sumOf = (parts: readonly Entry[]) =>
  parts.reduce((sum, part) => sum + amount(part) * part.times, 0);

/** 6200万 of 2800万, 2100万 and 1300万: figures that end in noughts, but for one at most, were not rounded to them. */
const isExact = (figures: readonly Entry[]) =>
  figures.every(({ mention }) => mention.scale > 1 && mention.scale === figures[0]?.mention.scale) &&
  figures.filter(({ mention }) => mention.ulp !== 1 || mention.value % 10 !== 0).length <= 1;

/** How far sum and total may lie apart because each was rounded: half a last digit each, at most two of the coarsest. */
export function tolerance(total: Entry, parts: readonly Entry[]): number {
  if (parts.length > 2 && isExact([total, ...parts])) return 1e-9 * Math.abs(amount(total));
  let coarsest = grain(total);
  let slack = coarsest / 2;
  for (const part of parts) {
    coarsest = Math.max(coarsest, grain(part));
    slack += (grain(part) * part.times) / 2;
  }
  // A total so coarse that rounding hides a fortieth of it is taken as it stands; beside 超2亿 it is not.
  const share = [total, ...parts].some(isVague) ? 12 : 40;
  const most = Math.min(slack, 2 * coarsest, Math.abs(amount(total)) / share);
  return most * 1.0001 + 1e-9 * Math.abs(amount(total));
}

/** Whether a sum may stand as printed, approximations (超, 近, 约, 余) taken at their word. */
export function agrees(total: Entry, sum: number, parts: readonly Entry[]): boolean {
  const value = amount(total);
  const slack = tolerance(total, parts);
  if (Math.abs(sum - value) <= slack) return true;
  switch (total.mention.approximation) {
    case "over":
      return (
        sum >= value && sum <= value + (isRound(total) ? value : Math.min(roundness(total), value * 0.2))
      );
    case "under":
      return sum <= value && sum > value * (isRound(total) ? 0.8 : 0.9);
    case "about":
      return Math.abs(sum - value) <= value * 0.05;
    default:
      return false;
  }
}

/** 百余, 近万: a size without a digit. */
const isRound = ({ mention: { value, ulp, scale } }: Entry) => ulp === value && ulp * scale > 1;

/** What is hidden behind a round number: 超过770万 is under 780万, 超过2000 under 3000. */
function roundness({ mention: { value, ulp, scale } }: Entry): number {
  let unit = ulp;
  while (unit * 10 <= value && Math.abs(value / (unit * 10) - Math.round(value / (unit * 10))) < 1e-9)
    unit *= 10;
  return unit * scale;
}

/** 超, 余, 近 and the like give a bound only. */
export const isVague = ({ mention }: Entry) =>
  mention.approximation === "over" || mention.approximation === "under";
export const isApproximate = (entry: Entry) => entry.mention.approximation !== null;

/** Each entry as often as it counts. */
export const spread = (parts: readonly Entry[]) =>
  parts.flatMap((part) => (part.times > 1 ? Array.from({ length: part.times }, () => part) : [part]));

export function claimOf(
  kind: RelationKind,
  total: Entry,
  parts: readonly Entry[],
  computed: number,
  holds: boolean,
  certainty: Certainty,
  note?: string | undefined,
): Claim {
  const scale = total.mention.scale;
  const printed = Number((computed / scale).toPrecision(12));
  return {
    kind,
    holds,
    total,
    parts: spread(parts),
    computed: printed,
    certainty,
    ...(note === undefined ? {} : { note }),
  };
}

export function sumClaim(
  total: Entry,
  list: readonly Entry[],
  holds: boolean,
  certainty: Certainty,
  note?: string,
): Claim {
  return claimOf("sum", total, list, sumOf(list), holds, certainty, note);
}

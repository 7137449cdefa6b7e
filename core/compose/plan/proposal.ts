/** A plan put forward: what each block would get, and what the whole costs and why. */
import type { Place } from "../../edition/place.ts";
import type { Dress } from "./leaf.ts";

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
  /** Room left free for an advert or a filler (补白), where there is too little copy; null for none. */
  readonly filler: Place | null;
  /** Lower is better; the sum of the reasons. */
  readonly cost: number;
  readonly reasons: readonly {
    readonly code: string;
    readonly cost: number;
    readonly blocks: readonly string[];
  }[];
}

/** A block that has nothing to decide but its place. */
export const bare = (id: string, place: Place): PlannedBlock => ({
  id,
  place,
  dress: { direction: "horizontal", box: "none" },
  headlineSize: 0,
  over: 0,
  short: 0,
});

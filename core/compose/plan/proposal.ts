/** A plan put forward: what each block would get, and what the whole costs and why. */
import type { Place } from "../../edition/place.ts";
import type { Dress } from "./leaf.ts";

export interface PlannedBlock {
  readonly id: string;
  readonly place: Place;
  readonly dress: Dress;
  /** Headline size in pt; 0 where the block has none to set. */
  readonly headlineSize: number;
  /** Lines saved by tighter setting, or, negative, gained by looser (挤行、抻行). */
  readonly squeeze: number;
  /** Body lines over (text that did not fit and goes nowhere) and short. */
  readonly over: number;
  readonly short: number;
}

/** A story that goes on on another page (转版) for the plan's sake. */
export interface PlannedJump {
  readonly article: string;
  /** Number of the page it goes on on; made where there is none. */
  readonly target: string;
  /** Characters that go on there. */
  readonly characters: number;
  /** Where its continuation stands there; null where it waits for that page to be planned, or finds no room. */
  readonly onward: PlannedBlock | null;
}

export interface PlanProposal {
  readonly page: string;
  readonly blocks: readonly PlannedBlock[];
  /** In reading order, so that they are numbered as listed. */
  readonly jumps: readonly PlannedJump[];
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

/** A plan before the page it is for is named, and before what goes on elsewhere has its place there. */
export type Candidate = Omit<PlanProposal, "page">;

/** A block that has nothing to decide but its place. */
export const bare = (id: string, place: Place): PlannedBlock => ({
  id,
  place,
  dress: { direction: "horizontal", box: "none" },
  headlineSize: 0,
  squeeze: 0,
  over: 0,
  short: 0,
});

/** What was asked for on a proof, at a place of its text, and whether it was made. */

/** Characters of one textblock: `pos` is the position before it in its page document. */
export interface TextPlace {
  /** Id of the page document, and of the block on it. */
  readonly page: string;
  readonly block: string;
  readonly pos: number;
  /** UTF-16 offsets in the textblock. */
  readonly from: number;
  readonly to: number;
}

/** Something that was asked for on the earlier version. */
export interface Correction {
  readonly id: string;
  /** Where on the earlier version; `from` and `to` alike where something is to be put in. */
  readonly place: TextPlace;
  /** What is to stand there; null where it was only said that something is wrong. */
  readonly text: string | null;
  /** Other places at which it can be put right: the figures that a sum speaks of. */
  readonly elsewhere?: readonly TextPlace[];
  /** Whether what was wrong is right now, as far as somebody can tell. `now` is where the words stand, or null. */
  readonly settled?: (now: TextPlace | null) => boolean;
}

/**
 * made: as it was asked; other: put right in another way, or wrong in another way; changed: something was changed there,
 * and only a person can say whether it is what was meant; open: not made; gone: the words are no longer there.
 */
export type Outcome = "made" | "other" | "changed" | "open" | "gone";

export interface CheckedCorrection<C extends Correction = Correction> {
  readonly correction: C;
  readonly outcome: Outcome;
  /** What was asked about, and what stands there now; "" where nothing does. */
  readonly before: string;
  readonly after: string;
  /** Where it stands on the later version; null where it is gone. */
  readonly now: TextPlace | null;
  /** True where the words stand in another part than they did. */
  readonly moved: boolean;
}

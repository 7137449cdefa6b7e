/** What a page proof is asked to show. */
import type { Locale } from "../../catalogue/message.ts";
import type { SetText } from "../options.ts";
import type { Area } from "./badges.ts";
import type { Correction } from "./correction-marks.ts";
import type { PaperChoice } from "./paper.ts";
import type { Revision } from "./revisions.ts";
import type { ProofFigureState, ProofVoice } from "./styles.ts";

/** What is to be said about one place of a sheet. Notes are numbered here, sheet by sheet, as they stand beside it. */
export interface ProofNote {
  /** Index of the sheet. */
  readonly sheet: number;
  /** Where the words stand, in pt on the sheet; none where the words are not on it (overset text). */
  readonly boxes: readonly Area[];
  /** A finding's severity; "comment" and "query" are what a person remarked. */
  readonly severity: ProofVoice;
  /** The words, and what to put in their place, as a proofreader would write it in the margin. */
  readonly quote?: string;
  readonly fix?: string;
  readonly text: string;
  /** What a proofreader would mark for the fix. */
  readonly correction?: Correction;
}

export interface ProofFigure {
  readonly sheet: number;
  readonly boxes: readonly Area[];
  readonly state: ProofFigureState;
}

export interface ProofRequest {
  readonly created: string;
  readonly setText: SetText;
  readonly locale: Locale;
  readonly paper: string;
  readonly date: string;
  readonly creator?: string;
  /** Every figure with its state; left out where nobody looked at the figures. */
  readonly figures?: readonly ProofFigure[];
  /** Findings of each sheet that were decided on and are not among the notes, counted in its foot; none where not given. */
  readonly ignored?: readonly number[];
  /** Width of the margin at each side in pt. */
  readonly margin?: number;
  /** What was changed since the last proof, and which that was. */
  readonly revisions?: readonly Revision[];
  readonly since?: ProofSince;
  /** Who has signed what, by sheet. */
  readonly signed?: readonly ProofSignature[];
  /** The paper it is printed on; at full size on paper as large as it takes where not given. */
  readonly paperSize?: PaperChoice;
}

/** The proof that changes are counted from, as people call it. */
export interface ProofSince {
  readonly name: string;
  /** ISO 8601 with offset. */
  readonly time: string;
}

/** Columns and rows of the table that a proof is signed in. */
export const proofStages = ["first", "second", "third", "release"] as const;
export const proofRoles = ["editor", "reader", "responsible", "duty"] as const;

/** A signature that stands in a cell of the table. */
export interface ProofSignature {
  readonly sheet: number;
  readonly stage: (typeof proofStages)[number];
  readonly role: (typeof proofRoles)[number];
  readonly name: string;
  /** As it is printed: "2-17 23:40". */
  readonly time: string;
  /** The page was changed after it was signed. */
  readonly stale: boolean;
}

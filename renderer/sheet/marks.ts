/** A stretch of text that is underlined on the sheet: a finding, or a figure with its state. */
export type MarkKind =
  | "error"
  | "warning"
  | "advice"
  | "verified"
  | "contradicted"
  | "unchecked"
  /** Checked by a person. */
  | "checked"
  /** Words that somebody commented on, or asks the author about. */
  | "comment"
  | "query"
  /** Evidence: a place that the mark in front speaks of. */
  | "evidence";

/** Characters of one textblock. */
export interface MarkPlace {
  /** Id of the page document, and the position before the textblock. */
  readonly page: string;
  readonly pos: number;
  /** UTF-16 offsets in the textblock. */
  readonly from: number;
  readonly to: number;
}

export interface SheetMark extends MarkPlace {
  /** Names the finding, figure or thread; the desk's `mark` is the one in front. */
  readonly id: string;
  readonly kind: MarkKind;
  /** Shown as strongly as the one in front: the place that a link led to, the parts of a sum. */
  readonly lit?: boolean;
  /** Places a line is drawn to: the parts of a total. */
  readonly links?: readonly MarkPlace[];
}

/** A stretch of text that is underlined on the sheet: a finding, or a figure with its state. */
export type MarkKind = "error" | "warning" | "advice" | "verified" | "contradicted" | "unchecked";

export interface SheetMark {
  /** Names the finding or figure; the desk's `mark` is the one in front. */
  readonly id: string;
  readonly kind: MarkKind;
  /** Id of the page document, and the position before the textblock. */
  readonly page: string;
  readonly pos: number;
  /** UTF-16 offsets in the textblock. */
  readonly from: number;
  readonly to: number;
}

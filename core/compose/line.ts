/**
 * A paragraph and the lines it is set in: what break/ takes and gives, and flow/ stacks into columns.
 *
 * A line knows nothing of where it will stand: its runs start at x = 0 (the column's left edge) and y = 0 (the
 * baseline). Moving a line is adding to both.
 */
import type { FaceId, HouseStyle } from "../edition/style.ts";
import type { DocRef, GlyphRun, Ink } from "./sheet.ts";

/** Text of one face from one textblock. A paragraph may be several: a run-in dateline, then the body. */
export interface StyledText {
  readonly text: string;
  readonly face: FaceId;
  readonly ref: DocRef;
  /** Offset in its textblock of the first UTF-16 unit; −1 for derived text. */
  readonly offset: number;
  readonly role: string;
}

export interface ParagraphSetting {
  /** Type size in pt. */
  readonly size: number;
  readonly ink: Ink;
  /** First-line indent in em. */
  readonly indent: number;
  readonly align: "justify" | "start" | "center" | "end";
  readonly text: HouseStyle["text"];
  /** Lines wanted, one more or fewer than is natural; kept to only where every line stays within tolerance. */
  readonly lines?: number;
}

/** Width of the lines in pt: one number, or by line where a picture stands in the column's way. */
export type Measure = number | ((line: number) => { readonly inset: number; readonly width: number });

export interface Line {
  readonly runs: readonly GlyphRun[];
  /** Span in the paragraph's whole text (all its StyledTexts joined), UTF-16 offsets; the next line starts at `end`. */
  readonly start: number;
  readonly end: number;
  /** Ink-to-ink width as set, in pt. */
  readonly width: number;
  /** Extra space between two Han characters of the line, in em: 0 natural, negative never. */
  readonly gap: number;
  /** Last line of its paragraph. */
  readonly last: boolean;
  /** True where no allowed break fits the measure and the line runs over it. */
  readonly overfull: boolean;
}

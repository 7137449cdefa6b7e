/** What the sheet underlines in this view: findings when proofing, figures in the figures view. */
import type { SheetMark } from "../sheet/marks.ts";

const none: readonly SheetMark[] = [];

/** The same array while nothing has changed. */
export function useSheetMarks(): readonly SheetMark[] {
  return none;
}

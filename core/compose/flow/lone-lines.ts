/**
 * Lone lines: a paragraph's last line alone at a column's head (孤行), or its first alone at a column's foot.
 *
 * A picture that straddles a column parts it as its foot does, so what stands under one is at a head, too.
 */
import type { Slot } from "./frame.ts";

export interface LoneLines {
  /** Last lines that stand alone at a column's head. */
  readonly head: number;
  /** First lines that stand alone at a column's foot, their paragraph two lines or more longer. */
  readonly foot: number;
}

export const NONE: LoneLines = { head: 0, foot: 0 };

/** True where the slot does not stand right under the one before it. */
export const startsColumn = (slots: readonly Slot[], index: number): boolean => {
  const [before, slot] = [slots[index - 1], slots[index]];
  return !!before && !!slot && (slot.column !== before.column || slot.line !== before.line + 1);
};

/** Slots of one column from `index` to its foot, or to what parts it. */
export function columnLeft(slots: readonly Slot[], index: number): number {
  let left = 1;
  while (index + left < slots.length && !startsColumn(slots, index + left)) left++;
  return Math.min(left, slots.length - index);
}

/** Lone lines of a paragraph set in `lines` lines from slot `at` on; `begins` and `ends` tell whether it does so here. */
export function loneIn(
  slots: readonly Slot[],
  at: number,
  lines: number,
  begins: boolean,
  ends: boolean,
): LoneLines {
  if (lines < 2) return NONE;
  const head = ends && startsColumn(slots, at + lines - 1) ? 1 : 0;
  const foot = begins && lines > 2 && startsColumn(slots, at + 1) ? 1 : 0;
  return head + foot === 0 ? NONE : { head, foot };
}

/**
 * Crossheads (小标题) in a column: broken by sense, a whole number of body lines deep, a line of air over them, and never
 * at a column's foot: what has no room for two lines of its text under it goes to the head of the next column.
 */

import type { Slot } from "./frame.ts";
import { displayWidth } from "./heading.ts";
import { columnLeft, startsColumn } from "./lone-lines.ts";
import type { PourContext, PourText } from "./poured.ts";
import { breakBySense, type SenseLine } from "./sense.ts";
import type { BodyItem, Field, Story } from "./story.ts";

export const CROSSHEAD_SIZE = 10.5;

export function crossheadLines(
  field: Field,
  width: number,
  { style, faces }: PourContext,
): readonly SenseLine[] {
  const measure = (slice: string) =>
    displayWidth(
      [{ text: slice, face: style.faces.crosshead, ref: { page: "", pos: 0 }, offset: 0, role: "" }],
      { size: CROSSHEAD_SIZE },
      faces,
    );
  for (let count = 1; count <= 6; count++) {
    const broken = breakBySense(field.text, count, width / style.layout.condense, measure);
    if (broken) return broken.lines;
  }
  const lines: SenseLine[] = [];
  const chars = Math.max(1, Math.floor(width / CROSSHEAD_SIZE));
  for (let start = 0; start < field.text.length; start += chars)
    lines.push({ start, end: Math.min(field.text.length, start + chars) });
  return lines;
}

/** Lines of text that stay with a crosshead, in its column. */
const KEPT = 2;

/**
 * Where the crosshead at `index` of the story stands that would come at slot `at`: slots left empty before it, and slots
 * it takes; null where the frame has no room for it.
 */
export function crossheadAt(
  { story, from, until }: PourText,
  index: number,
  slots: readonly Slot[],
  at: number,
  context: PourContext,
): { readonly lines: readonly SenseLine[]; readonly skipped: number; readonly deep: number } | null {
  const { field } = story.body[index] as Extract<BodyItem, { kind: "crosshead" }>;
  const stacked = story.body[index - 1]?.kind === "crosshead" && index > from.item;
  let skipped = 0;
  for (let next = at; next < slots.length; next = at + skipped) {
    const { width } = slots[next] as Slot;
    const lines = crossheadLines(field, width, context);
    const head = next === 0 || startsColumn(slots, next);
    const deep = head || stacked ? lines.length : lines.length + 1;
    const left = columnLeft(slots, next);
    const alone = left < deep + following(story, index, until, width, context) + KEPT;
    if (!head && alone && next + left < slots.length) skipped += left;
    else return next + deep > slots.length ? null : { lines, skipped, deep };
  }
  return null;
}

/** Lines of the crossheads that stand right under the one at `index`: they stay together. */
function following(story: Story, index: number, until: number, width: number, context: PourContext): number {
  let lines = 0;
  for (let next = index + 1; next < until; next++) {
    const item = story.body[next] as BodyItem;
    if (item.kind !== "crosshead") break;
    lines += crossheadLines(item.field, width, context).length;
  }
  return lines;
}

/** The body's ink: text lines, crossheads and jump lines as runs where they stand on the sheet. */
import type { GlyphRun, SheetItem } from "../sheet.ts";
import { CROSSHEAD_SIZE } from "./crosshead.ts";
import type { Slot } from "./frame.ts";
import { ASCENT, type Grid } from "./grid.ts";
import { derived, displayWidth, moved, setDisplay } from "./heading.ts";
import { sliceField } from "./headline-rows.ts";
import type { PourContext, PouredCrosshead, PouredLine } from "./poured.ts";

const JUMP_LEAD = ">>> ";

export const jumpTexts = (line: string, { style }: PourContext) => [
  derived(JUMP_LEAD, "hei-bold", "jump"),
  derived(line, style.faces.jump, "jump"),
];

/** A jump line at the right of its slot. */
export function jumpLineInk(line: string, slot: Slot, grid: Grid, context: PourContext): GlyphRun[] {
  const set = setDisplay(jumpTexts(line, context), { size: grid.size }, context.faces);
  const x = slot.x + slot.width - set.width;
  return set.runs.map((run) => moved(run, x, grid.baseline(slot.line)));
}

/** A crosshead centred in the slots it covers; `tag` is the page of positions that belong to another block. */
export function crossheadInk(
  crosshead: PouredCrosshead,
  grid: Grid,
  context: PourContext,
  tag: string,
): GlyphRun[] {
  const { field, lines, slots } = crosshead;
  const first = slots[0] as Slot;
  const { faces, style } = context;
  const height = slots.length * grid.pitch;
  const step = grid.pitch * 1.05;
  const inked = CROSSHEAD_SIZE + (lines.length - 1) * step;
  const runs: GlyphRun[] = [];
  lines.forEach((span, i) => {
    const texts = sliceField(field, style.faces.crosshead, "crosshead", span.start, span.end);
    const natural = displayWidth(texts, { size: CROSSHEAD_SIZE }, faces);
    const stretch = Math.min(1, first.width / natural);
    const line = setDisplay(texts, { size: CROSSHEAD_SIZE, stretch }, faces);
    const y = grid.lineTop(first.line) + (height - inked) / 2 + i * step + ASCENT * CROSSHEAD_SIZE;
    for (const run of line.runs) {
      const set = moved(run, first.x + (first.width - line.width) / 2, y);
      runs.push(tag ? { ...set, ref: { page: tag, pos: set.ref.pos } } : set);
    }
  });
  return runs;
}

/** A text line in its slot, its positions relative to its block. */
export function lineInk({ line, slot, pos }: PouredLine, grid: Grid, tag: string): GlyphRun[] {
  const y = grid.baseline(slot.line);
  return line.runs.map((run) => ({
    ...run,
    x: run.x + slot.x,
    y: run.y + y,
    ref: { page: tag, pos: run.ref.pos + pos },
  }));
}

/** Body items in document order: crossheads stand between the paragraphs they part, derived lines last. */
export function inOrder(items: readonly SheetItem[]): SheetItem[] {
  const key = (item: SheetItem) =>
    item.kind === "glyphs" && item.ref.pos >= 0 ? item.ref.pos : Number.MAX_SAFE_INTEGER;
  return items
    .map((item, i) => ({ item, i, key: key(item) }))
    .sort((a, b) => a.key - b.key || a.i - b.i)
    .map(({ item }) => item);
}

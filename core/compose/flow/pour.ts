/**
 * Pouring: a story's items into a frame's slots, in order, a line to a slot.
 *
 * No character is set twice and none is skipped: what is poured is exactly the story from `from` up to `end`. What a
 * reader would stumble over (a lone line at a column's head or foot, a crosshead cut off from its text) is counted
 * in `faults`, so that the block can choose the frame with the fewest.
 */
import type { Line } from "../line.ts";
import { crossheadAt, crossheadLines } from "./crosshead.ts";
import type { Frame, Slot } from "./frame.ts";
import { loneIn, NONE } from "./lone-lines.ts";
import { paragraphLines } from "./paragraph.ts";
import type { PourContext, PouredCrosshead, PouredLine, Pouring, PourText } from "./poured.ts";
import type { BodyItem, Cursor } from "./story.ts";

export function pour(text: PourText, frame: Frame, context: PourContext): Pouring {
  const { story, from, until } = text;
  const { slots } = frame;
  const lines: PouredLine[] = [];
  const crossheads: PouredCrosshead[] = [];
  let at = 0;
  let skipped = 0;
  let lone = NONE;
  const done = (end: Cursor | null): Pouring => ({
    lines,
    crossheads,
    end,
    used: at,
    lone,
    faults: 2 * lone.head + lone.foot + skipped,
  });

  for (let index = from.item; index < until; index++) {
    const item = story.body[index] as BodyItem;
    if (item.kind === "jump") continue;
    const start = index === from.item ? from.offset : 0;
    if (at >= slots.length) return done({ item: index, offset: start });
    if (item.kind === "crosshead") {
      const stand = crossheadAt(text, index, slots, at, context);
      if (!stand) return done({ item: index, offset: 0 });
      skipped += stand.skipped;
      at += stand.skipped;
      crossheads.push({ field: item.field, lines: stand.lines, slots: slots.slice(at, at + stand.deep) });
      at += stand.deep;
      continue;
    }
    const set = paragraphAt(text, index, item, frame, at, context);
    if (!set) continue;
    const { head, foot } = loneIn(slots, at, set.lines.length, start === 0, set.ends);
    lone = { head: lone.head + head, foot: lone.foot + foot };
    for (const line of set.lines) {
      const slot = slots[at];
      if (!slot) return done({ item: index, offset: start + line.start });
      lines.push({ line, slot, pos: item.field.pos });
      at++;
    }
  }
  return done(null);
}

type ParagraphItem = Extract<BodyItem, { kind: "paragraph" }>;

/** The lines of a paragraph from slot `at` on, as far as the text has it; `ends` where its own end is among them. */
export function paragraphAt(
  text: PourText,
  index: number,
  item: ParagraphItem,
  frame: Frame,
  at: number,
  context: PourContext,
): { readonly lines: readonly Line[]; readonly ends: boolean } | null {
  const { from, until, cut } = text;
  const start = index === from.item ? from.offset : 0;
  const to = index === until - 1 && cut !== null ? cut : item.length;
  if (start >= to && item.length > 0) return null;
  const broken = (end: number) => {
    const measure = frame.even
      ? (frame.slots[at] as Slot).width
      : widthsFrom(frame.slots, at, end - start, context);
    return wanted(text, index, item, { from: start, to: end }, measure, context);
  };
  const lines = (to < item.length && upTo(broken(item.length), to - start)) || broken(to);
  return { lines, ends: to === item.length };
}

/** A paragraph in the number of lines that is wanted of it, where it can be had; else in its natural number. */
function wanted(
  { counts, gains, kai }: PourText,
  index: number,
  item: ParagraphItem,
  span: { readonly from: number; readonly to: number },
  measure: number | readonly number[],
  { style, faces }: PourContext,
): readonly Line[] {
  const gain = gains?.get(index);
  const count =
    counts?.get(index) ??
    (gain && span.to === item.length
      ? paragraphLines(item, span, measure, style, faces, kai).length + gain
      : undefined);
  const asked = count === undefined ? span : { ...span, count };
  return paragraphLines(item, asked, measure, style, faces, kai);
}

/** The lines of a whole paragraph up to a cut that falls on a line's end: the last of them is justified as it was. */
function upTo(lines: readonly Line[], cut: number): readonly Line[] | null {
  const at = lines.findIndex((line) => line.end === cut);
  return at < 0 ? null : lines.slice(0, at + 1);
}

/** Widths of the slots that a text of `length` from slot `first` on can reach: one number where all are the same. */
function widthsFrom(
  slots: readonly Slot[],
  first: number,
  length: number,
  { style }: PourContext,
): number | readonly number[] {
  const widths: number[] = [];
  let room = 0;
  // Twice its natural length bounds what a paragraph, stretched and indented, can take.
  for (let n = first; n < slots.length && room < (2 * length + 8) * style.grid.size; n++) {
    const { width } = slots[n] as Slot;
    widths.push(width);
    room += width;
  }
  const [one = style.grid.size] = widths;
  return widths.every((width) => Math.abs(width - one) < 0.01) ? one : widths;
}

/** Slots the text takes in a frame of one endless column `width` pt wide. */
export function linesNeeded(text: PourText, width: number, context: PourContext): number {
  let needed = 0;
  for (let index = text.from.item; index < text.until; index++) {
    const item = text.story.body[index] as BodyItem;
    if (item.kind === "jump") continue;
    if (item.kind === "crosshead") {
      const stacked = text.story.body[index - 1]?.kind === "crosshead" && index > text.from.item;
      needed += crossheadLines(item.field, width, context).length + (stacked ? 0 : 1);
      continue;
    }
    const from = index === text.from.item ? text.from.offset : 0;
    const to = index === text.until - 1 && text.cut !== null ? text.cut : item.length;
    if (from < to) needed += wanted(text, index, item, { from, to }, width, context).length;
  }
  return needed;
}

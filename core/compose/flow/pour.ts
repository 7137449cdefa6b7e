/**
 * Pouring: a story's items into a frame's slots, in order, a line to a slot.
 *
 * No character is set twice and none is skipped: what is poured is exactly the story from `from` up to `end`. What a
 * reader would stumble over (a lone line at a column's head or foot, a crosshead cut off from its text) is counted
 * in `faults`, so that the block can choose the frame with the fewest.
 */
import type { HouseStyle } from "../../edition/style.ts";
import type { Faces } from "../../world.ts";
import type { Line } from "../line.ts";
import type { Frame, Slot } from "./frame.ts";
import { displayWidth } from "./heading.ts";
import { paragraphLines } from "./paragraph.ts";
import { breakBySense, type SenseLine } from "./sense.ts";
import type { BodyItem, Cursor, Field, Story } from "./story.ts";

export interface PouredLine {
  readonly line: Line;
  readonly slot: Slot;
  /** Position of the paragraph, relative to its block. */
  readonly pos: number;
}

export interface PouredCrosshead {
  readonly field: Field;
  readonly lines: readonly SenseLine[];
  /** Slots it covers, the first to the last. */
  readonly slots: readonly Slot[];
}

export interface Pouring {
  readonly lines: readonly PouredLine[];
  readonly crossheads: readonly PouredCrosshead[];
  /** Where the text goes on; null where all of it is set. */
  readonly end: Cursor | null;
  /** Slots used, counting those that had to stay empty. */
  readonly used: number;
  readonly faults: number;
  /** Paragraphs whose last line stands alone at a column's head (孤行): the items that column's change could mend. */
  readonly widows: readonly { readonly item: number; readonly first: number }[];
  /** Lines of each paragraph poured, by item. */
  readonly counts: ReadonlyMap<number, number>;
}

export interface PourText {
  readonly story: Story;
  readonly from: Cursor;
  /** Items before this index are poured; of the last of them only up to `cut` (its whole length where null). */
  readonly until: number;
  readonly cut: number | null;
  readonly kai: boolean;
  /** Lines wanted of a paragraph, by item: one more or fewer than natural, so that no line stands alone. */
  readonly counts?: ReadonlyMap<number, number>;
  /** Lines more or fewer than natural that a tighter or looser setting of the block asks for, by item. */
  readonly gains?: ReadonlyMap<number, number>;
}

export interface PourContext {
  readonly style: HouseStyle;
  readonly faces: Faces;
  /** True while layouts are only compared: lone lines are counted, not mended. */
  readonly draft?: boolean;
}

export const CROSSHEAD_SIZE = 10.5;

function crossheadLines(field: Field, width: number, { style, faces }: PourContext): readonly SenseLine[] {
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

/** Attempts at mending lone lines in one pouring. */
const ATTEMPTS = 24;

/**
 * `pour`, then lone last lines mended where a paragraph of the column before can be set a line shorter or longer
 * within tolerance. Never at the price of a line that no longer fits.
 */
export function pourMended(text: PourText, frame: Frame, context: PourContext): Pouring {
  let best = pour(text, frame, context);
  if (context.draft) return best;
  let counts: ReadonlyMap<number, number> = new Map();
  let attempts = 0;
  for (let mended = true; mended && best.widows.length > 0 && attempts < ATTEMPTS; ) {
    mended = false;
    for (const tried of mends(best, counts)) {
      if (++attempts > ATTEMPTS) break;
      const pouring = pour({ ...text, counts: tried }, frame, context);
      if (pouring.faults >= best.faults || (pouring.end !== null && best.end === null)) continue;
      best = pouring;
      counts = tried;
      mended = true;
      break;
    }
  }
  return best;
}

/** Line counts that might mend the first lone line, the paragraph itself before those over it. */
function* mends(
  pouring: Pouring,
  counts: ReadonlyMap<number, number>,
): Generator<ReadonlyMap<number, number>> {
  for (const { item, first } of pouring.widows) {
    for (let index = item; index >= first; index--) {
      const lines = pouring.counts.get(index);
      if (lines === undefined || counts.has(index)) continue;
      if (lines > 2) yield new Map([...counts, [index, lines - 1]]);
      yield new Map([...counts, [index, lines + 1]]);
    }
  }
}

export function pour(text: PourText, frame: Frame, context: PourContext): Pouring {
  const { story, from, until, cut } = text;
  const { slots } = frame;
  const lines: PouredLine[] = [];
  const crossheads: PouredCrosshead[] = [];
  let at = 0;
  let faults = 0;
  const widows: { item: number; first: number }[] = [];
  const counts = new Map<number, number>();
  /** First item that starts in each column. */
  const starts = new Map<number, number>();
  /** Slots of the same column from `index` on. */
  const left = (index: number) => {
    const column = slots[index]?.column;
    let n = 0;
    while (slots[index + n]?.column === column && index + n < slots.length) n++;
    return n;
  };
  const done = (end: Cursor | null): Pouring => ({
    lines,
    crossheads,
    end,
    used: at,
    faults,
    widows,
    counts,
  });

  for (let index = from.item; index < until; index++) {
    const item = story.body[index] as BodyItem;
    if (item.kind === "jump") continue;
    const start = index === from.item ? from.offset : 0;
    if (at >= slots.length) return done({ item: index, offset: start });
    if (item.kind === "crosshead") {
      const slot = slots[at] as Slot;
      const set = crossheadLines(item.field, slot.width, context);
      const head = at === 0 || slots[at - 1]?.column !== slot.column;
      const stacked = story.body[index - 1]?.kind === "crosshead" && index > from.item;
      const deep = head || stacked ? set.length : set.length + 1;
      const room = left(at);
      if (
        !head &&
        room < deep + following(story, index, until, slot.width, context) + 2 &&
        at + room < slots.length
      ) {
        // It would stand alone at the column's foot: the next column takes it.
        faults += room;
        at += room;
        index--;
        continue;
      }
      if (at + deep > slots.length) return done({ item: index, offset: 0 });
      crossheads.push({ field: item.field, lines: set, slots: slots.slice(at, at + deep) });
      at += deep;
      continue;
    }
    const to = index === until - 1 && cut !== null ? cut : item.length;
    if (start >= to && item.length > 0) continue;
    const first = at;
    const broken = (until: number) => {
      const measure = frame.even
        ? (slots[first] as Slot).width
        : widthsFrom(slots, first, until - start, context);
      return wanted(text, index, item, { from: start, to: until }, measure, context);
    };
    const set = (to < item.length && upTo(broken(item.length), to - start)) || broken(to);
    counts.set(index, set.length);
    const column = (slots[at] as Slot).column;
    if (!starts.has(column)) starts.set(column, index);
    for (const [n, line] of set.entries()) {
      const slot = slots[at];
      if (!slot) return done({ item: index, offset: start + line.start });
      const head = at > 0 && slots[at - 1]?.column !== slot.column;
      if (head && set.length > 1 && n === set.length - 1) {
        faults += 2;
        widows.push({ item: index, first: starts.get(slots[at - 1]?.column ?? 0) ?? index });
      }
      if (head && n === 1 && set.length > 2) faults += 1;
      lines.push({ line, slot, pos: item.field.pos });
      at++;
    }
  }
  return done(null);
}

/** A paragraph in the number of lines that is wanted of it, where it can be had; else in its natural number. */
function wanted(
  { counts, gains, kai }: PourText,
  index: number,
  item: Extract<BodyItem, { kind: "paragraph" }>,
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

/**
 * Where an article leaves its page: the cut before a jump line.
 *
 * The text falls apart at a paragraph's end, else at a sentence's, with at least two lines on either side, where that
 * leaves no more than `REACH` lines empty before the jump line; else at the end of the last line that has room.
 */
import type { Frame } from "./frame.ts";
import { paragraphLines } from "./paragraph.ts";
import { pour } from "./pour.ts";
import type { PourContext, Pouring, PourText } from "./poured.ts";
import type { BodyItem, Cursor } from "./story.ts";

const SENTENCE_END = /[。？！…][”’」』）]*/gu;

export interface JumpCut {
  readonly text: PourText;
  readonly pouring: Pouring;
  /** Where the continuation begins. */
  readonly rest: Cursor;
}

/** Lines that may stay empty before the jump line so that it falls at a better place. */
const REACH = 2;

/** The best cut of `text`, which is longer than `frame`; `frame` leaves out the slot of the jump line. */
export function cutForJump(text: PourText, frame: Frame, context: PourContext): JumpCut | null {
  const full = pour(text, frame, context);
  if (!full.end) return null;
  const { end } = full;
  // Ends of paragraphs and sentences first; a line's end only where none of them is near.
  const found = bestOf(text, end, frame, context, "sense");
  if (found && found.cost < LINE_END) return found.cut;
  const line = bestOf(text, end, frame, context, "line");
  return (found && (!line || found.cost <= line.cost) ? found : line)?.cut ?? null;
}

/** What a cut at a line's end costs beside its empty lines. */
const LINE_END = 4.5;

const emptiness = (lines: number) => lines * (1 + lines * 0.3);

interface Candidate {
  readonly rest: Cursor;
  readonly until: number;
  readonly cut: number | null;
  readonly penalty: number;
}

function bestOf(
  text: PourText,
  end: Cursor,
  frame: Frame,
  context: PourContext,
  where: "sense" | "line",
): { cut: JumpCut; cost: number } | null {
  const candidates: Candidate[] = [];
  const first = where === "sense" ? end.item - 3 : end.item - 1;
  for (let index = end.item; index >= Math.max(text.from.item, first); index--) {
    const item = text.story.body[index] as BodyItem;
    // The end of the item before this one, unless that leaves a crosshead without its text.
    if (where === "sense" && index > text.from.item && text.story.body[index - 1]?.kind === "paragraph")
      candidates.push({ rest: { item: index, offset: 0 }, until: index, cut: null, penalty: 0 });
    if (item.kind === "paragraph") {
      const limit = index === end.item ? end.offset : item.length;
      candidates.push(...cutsInside(text, index, item, limit, frame, context, where));
    }
  }
  let best: { cut: JumpCut; cost: number } | null = null;
  for (const { rest, until, cut, penalty } of candidates) {
    const part = { ...text, until, cut };
    const pouring = pour(part, frame, context);
    if (pouring.end) continue;
    const hole = frame.slots.length - pouring.used;
    const cost = emptiness(hole) + penalty + (hole > REACH ? 40 : 0) + (pouring.lines.length === 0 ? 100 : 0);
    if (!best || cost < best.cost) best = { cut: { text: part, pouring, rest }, cost };
    // Candidates come from the end backwards: from here on the hole alone costs more.
    if (emptiness(hole) > (best?.cost ?? Infinity) + 12) break;
  }
  return best;
}

function cutsInside(
  text: PourText,
  index: number,
  item: Extract<BodyItem, { kind: "paragraph" }>,
  limit: number,
  frame: Frame,
  context: PourContext,
  where: "sense" | "line",
): Candidate[] {
  const start = index === text.from.item ? text.from.offset : 0;
  const joined = (item.dateline?.text ?? "") + item.field.text;
  const width = frame.slots[0]?.width ?? 0;
  const lines = paragraphLines(
    item,
    { from: start, to: item.length },
    width,
    context.style,
    context.faces,
    text.kai,
  );
  const cuts: Candidate[] = [];
  const add = (at: number, penalty: number) => {
    if (at <= start || at > limit || at >= item.length) return;
    const on = lines.filter((line) => start + line.start < at).length;
    const under = lines.filter((line) => start + line.end > at).length;
    if (on < 2 || under < 2) return;
    cuts.push({ rest: { item: index, offset: at }, until: index + 1, cut: at, penalty });
  };
  if (where === "sense")
    for (const match of joined.matchAll(SENTENCE_END)) add(match.index + match[0].length, 1.5);
  else for (const line of lines) add(start + line.end, LINE_END);
  return cuts.reverse();
}

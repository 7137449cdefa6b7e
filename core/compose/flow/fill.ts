/**
 * A frame filled: columns levelled at the foot, lone lines avoided, the cut before a jump line chosen, and where the text
 * goes on.
 */
import { type Frame, raised, roomTo, type Slot } from "./frame.ts";
import { displayWidth } from "./heading.ts";
import { jumpTexts } from "./ink.ts";
import { cutForJump } from "./jump-cut.ts";
import { startsColumn } from "./lone-lines.ts";
import { loneCost, pourMended } from "./mend.ts";
import { pour } from "./pour.ts";
import type { PourContext, Pouring } from "./poured.ts";
import type { Setting } from "./setting.ts";
import type { Cursor } from "./story.ts";

export interface Filled {
  readonly pouring: Pouring;
  /** Where the story goes on; null where its end is reached. */
  readonly rest: Cursor | null;
  /** True where the text was cut before its end for want of room. */
  readonly cut: boolean;
  /** Slot of the jump line; `runIn` where it shares the last text line's. */
  readonly jumpSlot: Slot | null;
  readonly runIn: boolean;
}

/** Space between text and a jump line run in behind it, in em. */
const JUMP_SPACE = 1;

export function filled(setting: Setting, whole: Frame): Filled {
  const { input, context, text } = setting;
  const { story } = text;
  const { frame, pouring: all } = levelled(setting, whole);
  if (!input.jumpLine)
    return { pouring: all, rest: all.end, cut: all.end !== null, jumpSlot: null, runIn: false };

  const onward: Cursor = { item: Math.min(text.until + 1, story.body.length), offset: 0 };
  if (!all.end) {
    const slot = frame.slots[all.used];
    if (slot) return { pouring: all, rest: onward, cut: false, jumpSlot: slot, runIn: false };
    const last = all.lines.at(-1);
    const width = jumpWidth(input.jumpLine, context);
    if (last && last.line.width + JUMP_SPACE * context.style.grid.size + width <= last.slot.width)
      return { pouring: all, rest: onward, cut: false, jumpSlot: last.slot, runIn: true };
  }
  const most = { ...frame, slots: frame.slots.slice(0, -1) };
  const cut = cutForJump(text, most, context);
  const foot = frame.slots.at(-1) ?? null;
  if (cut) {
    const pouring = pourMended(cut.text, most, context);
    return { pouring, rest: cut.rest, cut: true, jumpSlot: foot, runIn: false };
  }
  // Not even two lines have room: what fits is set, the line follows.
  const shorter = pour(text, most, context);
  return { pouring: shorter, rest: shorter.end ?? onward, cut: true, jumpSlot: foot, runIn: false };
}

interface Level {
  readonly frame: Frame;
  readonly pouring: Pouring;
}

/** Lines of a column that is begun at all, at least. */
const SHORTEST = 2;
/** Lines lower, or higher, than the text needs that the foot may stand where that leaves fewer lone lines. */
const LOWER = 2;
/** What a line lower, or higher, costs beside a lone line; and a jump line at a column's head, away from its text. */
const AWAY = 1.6;
const JUMP_ALONE = 6;

/** Where text is short, columns that end at one line: the frame's foot rises as far as the text still fits. */
function levelled({ input, room, context, text }: Setting, frame: Frame): Level {
  const jump = input.jumpLine ? 1 : 0;
  const natural = pour(text, frame, context);
  const used = natural.used + jump;
  const highest = Math.min(...frame.slots.map(({ line }) => line)) + SHORTEST;
  const fitting = (to: number): Level | null => {
    const tried = raised(frame, to);
    const limit = tried.slots.length - jump;
    if (limit < 0) return null;
    const pouring = pourMended(text, tried, context, limit);
    return !pouring.end && pouring.used <= limit ? { frame: tried, pouring } : null;
  };
  let to = room.to;
  while (to > Math.max(room.from, highest) && roomTo(frame, to - 1) >= used) to--;
  for (; to <= room.to; to++) {
    const level = fitting(to);
    if (level) return context.draft ? level : better(level, to);
  }
  return { frame, pouring: pourMended(text, frame, context) };

  function better(level: Level, foot: number): Level {
    const costOf = ({ frame: { slots }, pouring }: Level) =>
      loneCost(pouring) + (jump && startsColumn(slots, pouring.used) ? JUMP_ALONE : 0);
    let best = level;
    let least = costOf(level);
    for (const tried of [foot + 1, foot - 1, foot + 2]) {
      if (least === 0) break;
      if (tried > room.to || tried < highest || tried > foot + LOWER) continue;
      const other = fitting(tried);
      if (!other) continue;
      const cost = costOf(other) + AWAY * Math.abs(tried - foot);
      if (cost < least) [best, least] = [other, cost];
    }
    return best;
  }
}

const jumpWidth = (line: string, context: PourContext) =>
  displayWidth(jumpTexts(line, context), { size: context.style.grid.size }, context.faces);

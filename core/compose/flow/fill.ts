/**
 * A frame filled: columns levelled at the foot, the cut before a jump line chosen, and where the text goes on.
 */
import type { Frame, Slot } from "./frame.ts";
import { displayWidth } from "./heading.ts";
import { jumpTexts } from "./ink.ts";
import { cutForJump } from "./jump-cut.ts";
import { type PourContext, type Pouring, pour, pourMended } from "./pour.ts";
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
  const frame = levelled(setting, whole);
  const all = pourMended(text, frame, context);
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

/** Where text is short, columns that end at one line: the frame's foot rises as far as the text still fits. */
function levelled({ input, room, context, text }: Setting, frame: Frame): Frame {
  const jump = input.jumpLine ? 1 : 0;
  const used = pour(text, frame, context).used + jump;
  const raised = (to: number) => ({ ...frame, slots: frame.slots.filter((slot) => slot.line < to) });
  let to = room.to;
  while (to > room.from && raised(to - 1).slots.length >= used) to--;
  for (; to < room.to; to++) {
    const tried = raised(to);
    const pouring = pour(text, tried, context);
    if (!pouring.end && pouring.used + jump <= tried.slots.length) return tried;
  }
  return frame;
}

const jumpWidth = (line: string, context: PourContext) =>
  displayWidth(jumpTexts(line, context), { size: context.style.grid.size }, context.faces);

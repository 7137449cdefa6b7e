/**
 * One article or continuation in its place: headline group, pictures, text columns, jump line.
 *
 * The result depends on the block's node, the story and the style alone, and its positions are relative to the
 * block (page "") or to the story it continues (page STORY): so it is cached by node, and an edit elsewhere on the
 * page costs it nothing. Text that does not fit is never dropped: `rest` says where it goes on.
 */
import type { BoxStyle } from "../../edition/schema.ts";
import type { SetLine, SheetItem } from "../sheet.ts";
import { type Arrangement, arranged, textColumns, variants } from "./arrange.ts";
import { boxItems } from "./box.ts";
import { columnRules } from "./column-rules.ts";
import { type Filled, filled } from "./fill.ts";
import { pageGrid } from "./grid.ts";
import { moved } from "./heading.ts";
import { crossheadInk, inOrder, jumpLineInk, lineInk } from "./ink.ts";
import type { LoneLines } from "./lone-lines.ts";
import { loneCost } from "./mend.ts";
import { pictureLoss, setPicture } from "./picture.ts";
import { linesNeeded } from "./pour.ts";
import type { PourContext } from "./poured.ts";
import { roomOf } from "./room.ts";
import type { BlockInput, Setting } from "./setting.ts";
import { gainsOf } from "./squeeze.ts";
import { type Cursor, lengthFrom, type Story } from "./story.ts";

/** `ref.page` of runs whose positions are relative to the story's article rather than to the block. */
export const STORY = "@story";

export interface BlockNote {
  readonly code: string;
  readonly detail: string;
}

export interface SetBlock {
  readonly items: readonly SheetItem[];
  readonly lines: readonly Omit<SetLine, "block">[];
  readonly linesSet: number;
  readonly linesAvailable: number;
  readonly characters: number;
  /** Size of the headline as set, in pt. */
  readonly headlineSize: number;
  /** What the headline group costs in looks (0 is good), for planning. */
  readonly headlineCost: number;
  /** Body lines of the headline group. */
  readonly headlineDepth: number;
  /** Text lines left empty, and lines of air the headline group was given beyond its need. */
  readonly blank: number;
  /** Text columns that have any line set. */
  readonly across: number;
  readonly air: number;
  /** Largest part of one of its pictures that the frame cuts off; 1 where a picture has no room. */
  readonly lost: number;
  /** Where the story goes on; null where its end is reached. */
  readonly rest: Cursor | null;
  /** True where the text was cut before its end for want of room. */
  readonly cut: boolean;
  readonly faults: number;
  readonly lone: LoneLines;
  readonly notes: readonly BlockNote[];
}

export function setBlock(input: BlockInput, head: Story, context: PourContext): SetBlock {
  const grid = pageGrid(context.style);
  const { node, place, story, from, until } = input;
  const box = node.attrs.box as BoxStyle;
  const room = roomOf(place, box, grid);
  const columns = textColumns(input, room, grid);
  const plain = { story, from, until, cut: null, kai: input.kai };
  const squeeze = (node.attrs.squeeze as number | undefined) ?? 0;
  const gains = gainsOf(plain, squeeze, columns[0]?.width ?? grid.size, context);
  const text = gains ? { ...plain, gains } : plain;
  const setting: Setting = { input, context, grid, room, columns, text, head };
  const { arrangement, flow } = withFewestLone(setting, arranged(setting));
  return draw(setting, arrangement, flow, boxItems(box, place, grid, context.style));
}

/** The arrangement filled, a line of it given or taken where that leaves fewer lone lines. */
function withFewestLone(setting: Setting, arrangement: Arrangement) {
  let best = { arrangement, flow: filled(setting, arrangement.frame) };
  let least = loneCost(best.flow.pouring);
  if (setting.context.draft || least === 0) return best;
  const { cut } = best.flow;
  for (const { tried, cost } of variants(setting, arrangement)) {
    if (cost >= least) continue;
    const flow = filled(setting, tried.frame);
    const total = loneCost(flow.pouring) + cost;
    if (flow.cut === cut && total < least) [best, least] = [{ arrangement: tried, flow }, total];
  }
  return best;
}

function draw(setting: Setting, arrangement: Arrangement, flow: Filled, box: readonly SheetItem[]): SetBlock {
  const { input, grid, context, text } = setting;
  const { frame, option, vertical, depth } = arrangement;
  // A draft is only measured: what it would look like is never seen.
  const ink = context.draft ? NO_INK : inkOf(setting, arrangement, flow, box);
  const notes = [...ink.notes];

  const used = flow.pouring.used + (flow.jumpSlot && !flow.runIn ? 1 : 0);
  const available = frame.slots.length;
  const over = flow.rest && !input.continued ? lengthFrom(text.story, flow.rest) : 0;
  if (over > 0) notes.push({ code: "overset", detail: String(over) });
  if (input.continued && input.jumpLine && available < 3) notes.push({ code: "no-room", detail: "" });
  const width = frame.slots[0]?.width ?? grid.size;
  const overLines = over > 0 && flow.rest ? linesNeeded({ ...text, from: flow.rest }, width, context) : 0;
  const short = flow.cut ? 0 : available - used;
  return {
    items: ink.items,
    lines: ink.lines,
    linesSet: used + overLines,
    linesAvailable: available,
    characters: over > 0 ? over : -short * Math.max(1, Math.round(width / grid.size)) || 0,
    headlineSize: option?.size ?? vertical?.size ?? 0,
    headlineCost: option?.cost ?? vertical?.cost ?? 0,
    headlineDepth: depth,
    blank: Math.max(0, available - used),
    across: new Set(flow.pouring.lines.map(({ slot }) => slot.column)).size,
    air: option ? depth - option.depth : 0,
    lost: lostOf(setting, arrangement),
    rest: flow.rest,
    cut: flow.cut,
    faults: flow.pouring.faults,
    lone: flow.pouring.lone,
    notes,
  };
}

function lostOf({ input, head, context, grid }: Setting, { pictures }: Arrangement): number {
  if (input.foreign || head.pictures.length === 0) return 0;
  const lost = pictures.map(({ picture, lines, obstacle: { x1, x2 } }) =>
    pictureLoss(picture, x2 - x1, lines, context.style, grid, context.faces),
  );
  return Math.max(pictures.length < head.pictures.length ? 1 : 0, ...lost);
}

interface Ink {
  readonly items: readonly SheetItem[];
  readonly lines: readonly Omit<SetLine, "block">[];
  readonly notes: readonly BlockNote[];
}

const NO_INK: Ink = { items: [], lines: [], notes: [] };

/** What a block leaves on the sheet, and what it had to leave undone. */
function inkOf(setting: Setting, arrangement: Arrangement, flow: Filled, box: readonly SheetItem[]): Ink {
  const { input, grid, context } = setting;
  const notes: BlockNote[] = [];
  const pictures = pictureInk(setting, arrangement, notes);
  const tag = input.foreign ? STORY : "";
  const lines: Omit<SetLine, "block">[] = [];
  const body: SheetItem[] = [];
  for (const poured of flow.pouring.lines) {
    const { line, slot } = poured;
    const set = lineInk(poured, grid, tag);
    body.push(...set);
    lines.push({ column: slot.column, baseline: grid.baseline(slot.line), x: slot.x, width: slot.width });
    if (line.overfull)
      notes.push({ code: "overfull", detail: set.map((run) => run.texts.join("")).join("") });
  }
  for (const crosshead of flow.pouring.crossheads) body.push(...crossheadInk(crosshead, grid, context, tag));
  if (flow.jumpSlot) body.push(...jumpLineInk(input.jumpLine as string, flow.jumpSlot, grid, context));
  const asked = input.node.attrs.headlineDirection === "vertical" && setting.head.headline;
  if (asked && !arrangement.vertical) notes.push({ code: "headline-not-vertical", detail: "" });
  const { columnRules: isRuled, hairline } = context.style.layout;
  const used = isRuled ? flow.pouring.lines.map(({ slot }) => slot) : [];
  const rules = columnRules(arrangement.frame.slots, used, grid, hairline);
  const items = [...box, ...rules, ...headInk(setting, arrangement), ...pictures, ...inOrder(body)];
  return { items, lines, notes };
}

function headInk({ room, grid }: Setting, { option, vertical, depth }: Arrangement): SheetItem[] {
  const group = option?.set(depth).map((run) => moved(run, room.head.x, grid.lineTop(room.from))) ?? [];
  return [...group, ...(vertical?.runs ?? [])];
}

function pictureInk(
  { input, grid, context, head }: Setting,
  { pictures, frame }: Arrangement,
  notes: BlockNote[],
) {
  const items: SheetItem[] = [];
  for (const { picture, from, lines, obstacle } of pictures) {
    const { x1, x2 } = obstacle;
    const under = frame.slots.some((s) => s.line === from - 1 && s.x < x2 && s.x + s.width > x1);
    const set = setPicture(picture, x1, x2 - x1, from, lines, context.style, grid, context.faces, under);
    items.push(...set.items);
    if (set.missing) notes.push({ code: "picture-missing", detail: picture.caption?.text ?? "" });
  }
  if (!input.foreign)
    for (const picture of head.pictures)
      if (!pictures.some((placed) => placed.picture === picture))
        notes.push({ code: "picture-no-room", detail: picture.caption?.text ?? "" });
  return items;
}

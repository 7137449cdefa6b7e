/**
 * One article or continuation in its rectangle: headline group, pictures, text columns, jump line.
 *
 * The result depends on the block's node, the story and the style alone, and its positions are relative to the
 * block (page "") or to the story it continues (page STORY): so it is cached by node, and an edit elsewhere on the
 * page costs it nothing. Text that does not fit is never dropped: `rest` says where it goes on.
 */
import type { Node } from "prosemirror-model";
import type { Place } from "../../edition/place.ts";
import type { BoxStyle } from "../../edition/schema.ts";
import type { GlyphRun, SetLine, SheetItem } from "../sheet.ts";
import { boxInset, boxItems } from "./box.ts";
import { type Column, columnsOver, type Frame, frameOf, type Obstacle, type Slot } from "./frame.ts";
import { ASCENT, type Grid, pageGrid } from "./grid.ts";
import { derived, displayWidth, moved, setDisplay } from "./heading.ts";
import { type HeadlineOption, type HeadlineSpec, headlineOptions, sliceField } from "./headline.ts";
import { cutForJump } from "./jump-cut.ts";
import { pictureDepth, setPicture } from "./picture.ts";
import {
  CROSSHEAD_SIZE,
  linesNeeded,
  type PourContext,
  type Pouring,
  type PourText,
  pour,
  pourMended,
} from "./pour.ts";
import { type Cursor, lengthFrom, type Story, type StoryPicture } from "./story.ts";
import { type VerticalGroup, verticalGroup } from "./vertical.ts";

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
  readonly air: number;
  /** Where the story goes on; null where its end is reached. */
  readonly rest: Cursor | null;
  /** True where the text was cut before its end for want of room. */
  readonly cut: boolean;
  readonly faults: number;
  readonly notes: readonly BlockNote[];
}

export interface BlockInput {
  readonly node: Node;
  readonly place: Place;
  /** The story whose body flows here and the span of it: from a cursor up to the jump at `until` (or the end). */
  readonly story: Story;
  readonly from: Cursor;
  readonly until: number;
  /** True where the body's text belongs to another block (a continuation's). */
  readonly foreign: boolean;
  readonly kai: boolean;
  readonly lead: boolean;
  readonly second: boolean;
  /** The jump that ends the text here, as printed; null for none. */
  readonly jumpLine: string | null;
  /** True where what does not fit can go on elsewhere. */
  readonly continued: boolean;
  readonly backLine: string | null;
}

/** The rectangle a block's contents stand in, in pt across and grid lines down (`to` excluded). */
export interface Inner {
  readonly x: number;
  readonly width: number;
  readonly from: number;
  readonly to: number;
}

/** Inside of a block's place: without the line that parts it from the block under it, and without its box. */
function innerOf(place: Place, box: BoxStyle, grid: Grid): Inner {
  const inset = boxInset(box);
  const foot = place.line + place.lines;
  const to = (foot < grid.lines ? foot - 1 : foot) - inset;
  const from = Math.min(place.line + inset, to);
  return {
    x: grid.columnX(place.column) + inset * grid.size,
    width: grid.span(place.columns) - 2 * inset * grid.size,
    from,
    to,
  };
}

/** Text columns of a block: as many as it is wide, or as its node asks for (破栏). */
export function textColumns(node: Node, place: Place): number {
  const asked = node.attrs.textColumns as number;
  return asked > 0 ? Math.min(asked, place.columns * 3) : place.columns;
}

interface Setting {
  readonly input: BlockInput;
  readonly context: PourContext;
  readonly grid: Grid;
  readonly inner: Inner;
  readonly columns: readonly Column[];
  readonly text: PourText;
  /** Story whose headline group this is: the article's, or the continuation's own. */
  readonly head: Story;
}

/** Pictures of a block with their cells on the page. */
interface PlacedPicture {
  readonly picture: StoryPicture;
  readonly from: number;
  readonly lines: number;
  readonly obstacle: Obstacle;
}

export function setBlock(input: BlockInput, head: Story, context: PourContext): SetBlock {
  const grid = pageGrid(context.style);
  const { node, place, story, from, until } = input;
  const box = node.attrs.box as BoxStyle;
  const inner = innerOf(place, box, grid);
  const columns = columnsOver(grid, inner.x, inner.width, textColumns(node, place));
  const text: PourText = { story, from, until, cut: null, kai: input.kai };
  const setting: Setting = { input, context, grid, inner, columns, text, head };
  const chosen = choose(setting);
  return draw(setting, chosen, boxItems(box, place, grid, context.style));
}

/** One way to set the block: its headline group and the frame that leaves. */
interface Arrangement {
  readonly option: HeadlineOption | null;
  readonly vertical: VerticalGroup | null;
  /** Lines the group takes. */
  readonly depth: number;
  readonly pictures: readonly PlacedPicture[];
  readonly frame: Frame;
}

function headlineSpec({ input, inner, head, context }: Setting): HeadlineSpec {
  const { node, place, lead, second, backLine } = input;
  const { style } = context;
  const boxed = node.attrs.box !== "none";
  const continuation = node.type.name === "continuation";
  return {
    story: head,
    width: inner.width,
    columns: place.columns,
    lead,
    continuation,
    commentary: input.kai,
    size: (node.attrs.headlineSize as number | undefined) ?? 0,
    align: lead || boxed || (place.columns >= 4 && !continuation) ? "center" : "start",
    second,
    back: backLine ? derived(backLine, style.faces.jump, "jump") : null,
  };
}

/** Chooses the headline group that lets the text fit best. */
function choose(setting: Setting): Arrangement {
  const { input, inner, columns, context, grid, text } = setting;
  const spec = headlineSpec(setting);
  const width = columns[0]?.width ?? 0;
  const needed = linesNeeded(text, width, context) + (input.jumpLine ? 1 : 0);
  if (input.node.attrs.headlineDirection === "vertical" && input.place.columns >= 2) {
    const vertical = verticalGroup(spec, inner, input.place, context.style, grid, context.faces);
    if (vertical) return cropped(setting, arrange(setting, null, vertical, vertical.depth));
  }
  let best: { arrangement: Arrangement; cost: number } | null = null;
  const options = headlineOptions(spec, context.style, grid, context.faces);
  for (const option of options.slice(0, 14)) {
    const arrangement = arrange(setting, option, null, option.depth);
    const room = arrangement.frame.slots.length;
    const over = needed - room;
    let cost = option.cost;
    if (over > 0 && !input.continued) cost += 30 + over * 2;
    if (over < 0) cost += (-over / columns.length) * 0.9;
    // A jump should still leave the page a fair piece of the story.
    if (input.continued && room < columns.length * context.style.layout.minJumpLines) cost += 20;
    if (!best || cost < best.cost) best = { arrangement, cost };
  }
  const { arrangement } = best as { arrangement: Arrangement };
  return cropped(setting, settle(setting, arrangement, needed));
}

function arrange(
  setting: Setting,
  option: HeadlineOption | null,
  vertical: VerticalGroup | null,
  depth: number,
  grow = 0,
): Arrangement {
  const { inner, columns, grid } = setting;
  const top = Math.min(inner.to, inner.from + (vertical ? 0 : depth));
  const pictures = placePictures(setting, top, vertical, grow);
  const obstacles = pictures.map((p) => p.obstacle);
  if (vertical) obstacles.push(vertical.obstacle);
  return { option, vertical, depth, pictures, frame: frameOf(grid, columns, top, inner.to, obstacles) };
}

/** Lines left over deepen the headline group while they are a full row, so that the columns end at the foot. */
function settle(setting: Setting, arrangement: Arrangement, needed: number): Arrangement {
  if (needed === 0) return arrangement;
  const { columns, text, context } = setting;
  const limit = setting.input.backLine ? 1 : Math.max(2, Math.floor(arrangement.depth / 3));
  const rows = Math.floor((arrangement.frame.slots.length - needed) / columns.length);
  let best = arrangement;
  for (let extra = Math.max(0, Math.min(limit, rows) - 1); extra <= Math.min(limit, rows + 1); extra++) {
    const tried = arrange(setting, arrangement.option, null, arrangement.depth + extra);
    const pouring = pour(text, tried.frame, context);
    const room = tried.frame.slots.length - (setting.input.jumpLine ? 1 : 0);
    if (extra > 0 && (pouring.end || pouring.used > room)) break;
    best = tried;
  }
  return best;
}

/** Parts of its own depth by which a picture may be cropped shallower, or deeper, to make the text come out even. */
const SHALLOWER = 0.25;
const DEEPER = 0.35;

/** Pictures nobody placed give their text room, or take the room it leaves, by their crop. */
function cropped(setting: Setting, arrangement: Arrangement): Arrangement {
  const { text, context, input } = setting;
  const free = arrangement.pictures.filter(({ picture }) => picture.node.attrs.place === null);
  if (free.length === 0) return arrangement;
  const { option, vertical, depth } = arrangement;
  const lines = Math.min(...free.map((placed) => placed.lines));
  const fits = (tried: Arrangement) => {
    const pouring = pour(text, tried.frame, context);
    return !pouring.end && pouring.used + (input.jumpLine ? 1 : 0) <= tried.frame.slots.length;
  };
  if (fits(arrangement)) {
    let best = arrangement;
    for (let grow = 1; grow <= Math.floor(lines * DEEPER); grow++) {
      const tried = arrange(setting, option, vertical, depth, grow);
      if (!fits(tried)) break;
      best = tried;
    }
    return best;
  }
  if (input.continued) return arrangement;
  for (let grow = -1; grow >= -Math.floor(lines * SHALLOWER); grow--) {
    const tried = arrange(setting, option, vertical, depth, grow);
    if (fits(tried)) return tried;
  }
  return arrangement;
}

/** Text columns a picture straddles that nobody placed: three or four of a wide block, a narrow one's whole width. */
export const straddled = (columns: number): number => (columns >= 6 ? 4 : Math.min(columns, 3));

function placePictures(
  setting: Setting,
  top: number,
  vertical: VerticalGroup | null,
  grow: number,
): PlacedPicture[] {
  const { input, inner, grid, context, head, columns } = setting;
  if (input.foreign) return [];
  const placed: PlacedPicture[] = [];
  let next = top;
  for (const picture of head.pictures) {
    const asked = picture.node.attrs.place as Place | null;
    let x1: number;
    let x2: number;
    let from: number;
    let to: number;
    if (asked) {
      const column = input.place.column + asked.column;
      x1 = Math.max(grid.columnX(column), inner.x);
      x2 = Math.min(grid.columnX(column) + grid.span(asked.columns), inner.x + inner.width);
      from = Math.max(input.place.line + asked.line, top);
      to = Math.min(input.place.line + asked.line + asked.lines, inner.to);
    } else {
      const count = straddled(columns.length);
      const first = vertical?.side === "right" ? 0 : columns.length - count;
      const last = columns[first + count - 1] as Column;
      x1 = (columns[first] as Column).x;
      x2 = last.x + last.width;
      from = next;
      const natural = pictureDepth(picture, x2 - x1, context.style, grid, context.faces);
      to = Math.min(from + Math.max(SHALLOWEST, natural + grow), inner.to);
      next = to;
    }
    if (to - from < SHALLOWEST || x2 - x1 < grid.size) continue;
    placed.push({ picture, from, lines: to - from, obstacle: { x1, x2, from, to } });
  }
  return placed;
}

/** Lines under which there is no room for a picture and its caption. */
const SHALLOWEST = 4;

function draw(setting: Setting, arrangement: Arrangement, box: readonly SheetItem[]): SetBlock {
  const { input, inner, grid, context, text } = setting;
  const { story } = text;
  const { frame, option, vertical, depth, pictures } = arrangement;
  const items: SheetItem[] = [...box];
  const notes: BlockNote[] = [];
  if (option) for (const run of option.set(depth)) items.push(moved(run, inner.x, grid.lineTop(inner.from)));
  if (vertical) items.push(...vertical.runs);
  for (const { picture, from, lines: deep, obstacle } of pictures) {
    const { x1, x2 } = obstacle;
    const set = setPicture(picture, x1, x2 - x1, from, deep, context.style, grid, context.faces);
    items.push(...set.items);
    if (set.missing) notes.push({ code: "picture-missing", detail: picture.caption?.text ?? "" });
  }

  if (!input.foreign)
    for (const picture of setting.head.pictures)
      if (!pictures.some((placed) => placed.picture === picture))
        notes.push({ code: "picture-no-room", detail: picture.caption?.text ?? "" });

  const flow = flowText(setting, levelled(setting, frame));
  const tag = input.foreign ? STORY : "";
  const lines: Omit<SetLine, "block">[] = [];
  const body: SheetItem[] = [];
  for (const { line, slot, pos } of flow.pouring.lines) {
    const baseline = grid.baseline(slot.line);
    for (const run of line.runs) body.push(placeRun(run, slot.x, baseline, tag, pos));
    lines.push({ column: slot.column, baseline, x: slot.x, width: slot.width });
    if (line.overfull) notes.push({ code: "overfull", detail: textOfRuns(line.runs) });
  }
  for (const crosshead of flow.pouring.crossheads) body.push(...drawCrosshead(crosshead, grid, context, tag));
  if (flow.jumpSlot) body.push(...drawJumpLine(input.jumpLine as string, flow, grid, context));
  items.push(...inOrder(body));

  const used = flow.pouring.used + (flow.jumpSlot && !flow.runIn ? 1 : 0);
  const room = frame.slots.length;
  const rest = flow.rest;
  const over = rest && !input.continued ? lengthFrom(story, rest) : 0;
  if (over > 0) notes.push({ code: "overset", detail: String(over) });
  if (input.continued && input.jumpLine && frame.slots.length < 3)
    notes.push({ code: "no-room", detail: "" });
  const perLine = Math.max(1, Math.round((frame.slots[0]?.width ?? grid.size) / grid.size));
  const width = frame.slots[0]?.width ?? 1;
  const overLines = over > 0 && rest ? linesNeeded({ ...text, from: rest }, width, context) : 0;
  const short = flow.cut ? 0 : room - used;
  return {
    items,
    lines,
    linesSet: used + overLines,
    linesAvailable: room,
    characters: over > 0 ? over : -short * perLine || 0,
    headlineSize: option?.size ?? vertical?.size ?? 0,
    headlineCost: option?.cost ?? vertical?.cost ?? 0,
    headlineDepth: depth,
    blank: Math.max(0, room - used),
    air: option ? depth - option.depth : 0,
    rest,
    cut: flow.cut,
    faults: flow.pouring.faults,
    notes,
  };
}

interface Flowed {
  readonly pouring: Pouring;
  readonly rest: Cursor | null;
  readonly cut: boolean;
  /** Slot of the jump line; `runIn` where it shares the last text line's. */
  readonly jumpSlot: Slot | null;
  readonly runIn: boolean;
}

/** Space between text and a jump line run in behind it, in em. */
const JUMP_SPACE = 1;

/** Where text is short, columns of equal line counts: the frame's foot rises as far as the text still fits. */
function levelled(setting: Setting, frame: Frame): Frame {
  const { input, inner, columns, context, text } = setting;
  const jump = input.jumpLine ? 1 : 0;
  const fitsTo = (to: number): Frame | null => {
    const slots = frame.slots.filter((slot) => slot.line < to);
    const raised = { ...frame, slots };
    const pouring = pour(text, raised, context);
    return pouring.end || pouring.used + jump > slots.length ? null : raised;
  };
  const used = pour(text, frame, context).used + jump;
  let best = frame;
  for (let to = inner.to - Math.floor((frame.slots.length - used) / columns.length); to < inner.to; to++) {
    const raised = fitsTo(to);
    if (raised) {
      best = raised;
      break;
    }
  }
  return best;
}

function flowText(setting: Setting, frame: Frame): Flowed {
  const { input, context, text } = setting;
  const { story } = text;
  const whole = pourMended(text, frame, context);
  if (!input.jumpLine)
    return { pouring: whole, rest: whole.end, cut: whole.end !== null, jumpSlot: null, runIn: false };

  const onward: Cursor = { item: Math.min(text.until + 1, story.body.length), offset: 0 };
  const next = (pouring: Pouring): Slot | null => frame.slots[pouring.used] ?? null;
  if (!whole.end) {
    const slot = next(whole);
    if (slot) return { pouring: whole, rest: onward, cut: false, jumpSlot: slot, runIn: false };
    const last = whole.lines.at(-1);
    const width = jumpWidth(input.jumpLine, context);
    if (last && last.line.width + JUMP_SPACE * context.style.grid.size + width <= last.slot.width)
      return { pouring: whole, rest: onward, cut: false, jumpSlot: last.slot, runIn: true };
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

const JUMP_LEAD = ">>> ";

const jumpTexts = (line: string, { style }: PourContext) => [
  derived(JUMP_LEAD, "hei-bold", "jump"),
  derived(line, style.faces.jump, "jump"),
];

const jumpWidth = (line: string, context: PourContext) =>
  displayWidth(jumpTexts(line, context), { size: context.style.grid.size }, context.faces);

function drawJumpLine(line: string, flow: Flowed, grid: Grid, context: PourContext): SheetItem[] {
  const slot = flow.jumpSlot as Slot;
  const set = setDisplay(jumpTexts(line, context), { size: grid.size }, context.faces);
  const x = slot.x + slot.width - set.width;
  return set.runs.map((run) => moved(run, x, grid.baseline(slot.line)));
}

function drawCrosshead(
  crosshead: Pouring["crossheads"][number],
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

function placeRun(run: GlyphRun, x: number, y: number, tag: string, pos: number): GlyphRun {
  return { ...run, x: run.x + x, y: run.y + y, ref: { page: tag, pos: run.ref.pos + pos } };
}

const textOfRuns = (runs: readonly GlyphRun[]) => runs.map((run) => run.texts.join("")).join("");

/** Body items in document order: crossheads stand between the paragraphs they part, derived lines last. */
function inOrder(items: readonly SheetItem[]): SheetItem[] {
  const key = (item: SheetItem) =>
    item.kind === "glyphs" && item.ref.pos >= 0 ? item.ref.pos : Number.MAX_SAFE_INTEGER;
  return items
    .map((item, i) => ({ item, i, key: key(item) }))
    .sort((a, b) => a.key - b.key || a.i - b.i)
    .map(({ item }) => item);
}

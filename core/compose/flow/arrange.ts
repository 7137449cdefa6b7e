/**
 * How a block is arranged: the headline group, the pictures, and the frame they leave to the text.
 *
 * Of the headline groups that fit the measure the one is chosen that lets the text end at the block's foot; what is
 * then over or short is given to the group's air and to the pictures' crop.
 */
import { brokenColumns, columnsOver, type Frame, frameOf } from "./frame.ts";
import { derived } from "./heading.ts";
import { type HeadlineOption, type HeadlineSpec, headlineOptions } from "./headline.ts";
import { captionDepth, pictureLoss } from "./picture.ts";
import { type PlacedPicture, placePictures, straddled } from "./place-pictures.ts";
import { linesNeeded, pour } from "./pour.ts";
import { linesIn, type Room } from "./room.ts";
import type { Setting } from "./setting.ts";
import { headlineSide, type VerticalGroup, verticalGroup } from "./vertical.ts";

/** One way to set the block: its headline group and the frame that leaves. */
export interface Arrangement {
  readonly option: HeadlineOption | null;
  readonly vertical: VerticalGroup | null;
  /** Lines the group takes. */
  readonly depth: number;
  readonly pictures: readonly PlacedPicture[];
  readonly frame: Frame;
  /** Lines by which the pictures nobody placed are deeper than they would be by themselves, and columns wider. */
  readonly grow: number;
  readonly wider: number;
}

function headlineSpec({ input, room, head, context }: Setting): HeadlineSpec {
  const { node, lead, second, backLine } = input;
  const { columns, width } = room.head;
  const boxed = node.attrs.box !== "none";
  const continuation = node.type.name === "continuation";
  return {
    story: head,
    width,
    columns,
    lead,
    continuation,
    commentary: input.kai,
    size: (node.attrs.headlineSize as number | undefined) ?? 0,
    align: lead || boxed || (columns >= 4 && !continuation) ? "center" : "start",
    second,
    back: backLine ? derived(backLine, context.style.faces.jump, "jump") : null,
  };
}

/** The arrangement whose headline group lets the text fit best. */
export function arranged(setting: Setting): Arrangement {
  const { input, columns, context, grid, text } = setting;
  const spec = headlineSpec(setting);
  const width = columns[0]?.width ?? 0;
  const needed = linesNeeded(text, width, context) + (input.jumpLine ? 1 : 0);
  if (input.node.attrs.headlineDirection === "vertical" && input.place.columns >= 2) {
    const side = headlineSide(input.node.attrs.headlineSide, input.place, grid);
    const vertical = verticalGroup(spec, roomAt(setting, side), side, context.style, grid, context.faces);
    if (vertical) return cropped(setting, arrange(setting, null, vertical, vertical.depth));
  }
  let best: { arrangement: Arrangement; cost: number } | null = null;
  const options = headlineOptions(spec, context.style, grid, context.faces);
  for (const option of options.slice(0, 14)) {
    const arrangement = arrange(setting, option, null, option.depth);
    const slots = arrangement.frame.slots.length;
    const over = needed - slots;
    let cost = option.cost;
    if (over > 0 && !input.continued) cost += 30 + over * 2;
    if (over < 0) cost += (-over / columns.length) * 0.9;
    // A jump should still leave the page a fair piece of the story.
    if (input.continued && slots < columns.length * context.style.layout.minJumpLines) cost += 20;
    if (!best || cost < best.cost) best = { arrangement, cost };
  }
  const { arrangement } = best as { arrangement: Arrangement };
  return cropped(setting, settle(setting, arrangement, needed));
}

/** The room with the lines of the column at whose edge a vertical headline stands. */
function roomAt({ input: { node, place }, room, grid }: Setting, side: "left" | "right"): Room {
  const column = side === "right" ? place.column + place.columns - 1 : place.column;
  return { ...room, ...linesIn(place, column, node.attrs.box, grid) };
}

function arrange(
  setting: Setting,
  option: HeadlineOption | null,
  vertical: VerticalGroup | null,
  depth: number,
  grow = 0,
  wider = 0,
): Arrangement {
  const { room, columns, grid } = setting;
  const top = Math.min(room.to, room.from + (vertical ? 0 : depth));
  const pictures = placePictures(setting, top, vertical, grow, wider);
  const obstacles = [...room.corners, ...pictures.map((p) => p.obstacle)];
  if (vertical) obstacles.push(vertical.obstacle);
  const frame = frameOf(grid, columns, top, room.to, obstacles);
  return { option, vertical, depth, pictures, frame, grow, wider };
}

/** What a line of air, or of a picture, more or less than the block asks for costs beside a lone line. */
const VARIED = 1.2;
/** How much less a headline group may please that takes a line or two more or less. */
const LIKED = 2;

/**
 * The same block with a line less or more of air in its headline group, its pictures a line shallower or deeper, or
 * another headline that is as good; what that costs beside a lone line.
 */
export function* variants(
  setting: Setting,
  from: Arrangement,
): Generator<{ readonly tried: Arrangement; readonly cost: number }> {
  const { option, vertical, depth, grow, wider } = from;
  for (const change of [-1, 1]) {
    if (option && depth + change >= option.depth && depth + change <= option.depth + airOf(setting, option))
      yield { tried: arrange(setting, option, null, depth + change, grow, wider), cost: VARIED };
    if (from.pictures.some(({ picture }) => picture.node.attrs.place === null))
      yield { tried: arrange(setting, option, vertical, depth, grow + change, wider), cost: VARIED };
  }
  if (!option) return;
  const { style, faces } = setting.context;
  for (const other of headlineOptions(headlineSpec(setting), style, setting.grid, faces)) {
    const less = other.cost - option.cost;
    if (other.depth === depth || Math.abs(other.depth - depth) > 2 || less > LIKED) continue;
    yield {
      tried: arrange(setting, other, null, other.depth, grow, wider),
      cost: VARIED + Math.max(0, less),
    };
  }
}

/** Lines of air a headline group may be given beyond its need. */
const airOf = ({ input }: Setting, option: HeadlineOption): number =>
  input.backLine ? 1 : Math.max(2, Math.floor(option.depth / 3));

/** Lines left over deepen the headline group while they are a full row, so that the columns end at the foot. */
function settle(setting: Setting, arrangement: Arrangement, needed: number): Arrangement {
  if (needed === 0) return arrangement;
  const { columns, text, context } = setting;
  const { option } = arrangement;
  const limit = option ? airOf(setting, option) : 0;
  const rows = Math.floor((arrangement.frame.slots.length - needed) / columns.length);
  let best = arrangement;
  for (let extra = Math.max(0, Math.min(limit, rows) - 1); extra <= Math.min(limit, rows + 1); extra++) {
    const tried = arrange(setting, option, null, arrangement.depth + extra);
    const pouring = pour(text, tried.frame, context);
    const slots = tried.frame.slots.length - (setting.input.jumpLine ? 1 : 0);
    if (extra > 0 && (pouring.end || pouring.used > slots)) break;
    best = tried;
  }
  return best;
}

/** Parts of its own depth by which a picture may be cropped shallower, or deeper, to make the text come out even. */
const SHALLOWER = 0.25;
const DEEPER = 0.35;
/** Part of a picture that may be cut off by setting it wider. */
const CUT_OFF = 0.1;
/** Rows left empty at which a picture nobody placed is set a column wider. */
const WIDER = 2;

/** Pictures nobody placed give their text room, or take the room it leaves, by their crop. */
function cropped(setting: Setting, arrangement: Arrangement): Arrangement {
  const { text, context, input } = setting;
  const free = arrangement.pictures.filter(({ picture }) => picture.node.attrs.place === null);
  if (free.length === 0) return arrangement;
  const { option, vertical, depth } = arrangement;
  // The caption gives nothing: only what is shown of the picture grows or shrinks.
  const lines = Math.min(
    ...free.map(
      ({ picture, lines, obstacle: { x1, x2 } }) =>
        lines - captionDepth(picture, x2 - x1, context.style, context.faces),
    ),
  );
  const emptyRows = ({ frame }: Arrangement) =>
    (frame.slots.length - pour(text, frame, context).used) / setting.columns.length;
  const fits = (tried: Arrangement) => {
    const pouring = pour(text, tried.frame, context);
    return !pouring.end && pouring.used + (input.jumpLine ? 1 : 0) <= tried.frame.slots.length;
  };
  const grown = (from: Arrangement, wider: number) => {
    let best = from;
    for (let grow = 1; grow <= Math.floor(lines * DEEPER); grow++) {
      const tried = arrange(setting, option, vertical, depth, grow, wider);
      if (!fits(tried)) break;
      best = tried;
    }
    return best;
  };
  if (fits(arrangement)) {
    const deeper = grown(arrangement, 0);
    // Far too little text: the picture takes another column rather than leave a hole under it.
    if (free.length > 1 || emptyRows(deeper) < WIDER) return deeper;
    const wider = arrange(setting, option, vertical, depth, 0, 1);
    const shown = wider.pictures.every(
      ({ picture, lines: deep, obstacle: { x1, x2 } }) =>
        pictureLoss(picture, x2 - x1, deep, context.style, setting.grid, context.faces) < CUT_OFF,
    );
    return shown && fits(wider) ? grown(wider, 1) : deeper;
  }
  if (!input.continued)
    for (let grow = -1; grow >= -Math.floor(lines * SHALLOWER); grow--) {
      const tried = arrange(setting, option, vertical, depth, grow);
      if (fits(tried)) return tried;
    }
  const less = narrower(setting, arrangement, fits);
  return less !== arrangement && fits(less) ? grown(less, less.wider) : less;
}

/** Lines that a picture leaves to each column of its text, at least, where it can be narrower. */
const LEFT = 6;

/** A picture that straddles fewer columns where the text has no room beside or under it as it is. */
function narrower(
  setting: Setting,
  arrangement: Arrangement,
  fits: (tried: Arrangement) => boolean,
): Arrangement {
  const { option, vertical, depth, frame } = arrangement;
  const { columns, input } = setting;
  const wanted = Math.min(LEFT * columns.length, (setting.room.to - setting.room.from) * columns.length);
  if (input.continued && frame.slots.length >= wanted) return arrangement;
  let best = arrangement;
  for (let fewer = 1; fewer < straddled(columns.length); fewer++) {
    const tried = arrange(setting, option, vertical, depth, 0, -fewer);
    if (input.continued ? tried.frame.slots.length >= wanted : fits(tried)) return tried;
    // Text is over all the same: it keeps some of its room.
    if (best.frame.slots.length < wanted) best = tried;
  }
  return best;
}

/** Text columns of a block: as many as it is wide, or as its node asks for (破栏). */
export function textColumns({ node, place }: Setting["input"], room: Room, grid: Setting["grid"]) {
  const asked = node.attrs.textColumns as number;
  if (asked === 0 || asked === place.columns) return columnsOver(grid, room.x, room.width, place.columns);
  return brokenColumns(grid, room.x, room.width, Math.min(asked, place.columns * 3));
}

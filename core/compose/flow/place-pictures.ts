/**
 * Where a block's pictures stand: in the cells that somebody gave them, else at the head of the text, straddling columns.
 */
import type { Place, Stretch } from "../../edition/place.ts";
import type { Obstacle } from "./frame.ts";
import { pictureDepth } from "./picture.ts";
import { between } from "./room.ts";
import type { Setting } from "./setting.ts";
import type { StoryPicture } from "./story.ts";
import type { VerticalGroup } from "./vertical.ts";

/** A picture of a block with its cells on the page. */
export interface PlacedPicture {
  readonly picture: StoryPicture;
  readonly from: number;
  readonly lines: number;
  readonly obstacle: Obstacle;
}

/**
 * The pictures that have room under line `top`; those nobody placed `grow` lines deeper and `wider` columns wider than
 * they would be by themselves.
 */
export function placePictures(
  setting: Setting,
  top: number,
  vertical: VerticalGroup | null,
  grow: number,
  wider: number,
): PlacedPicture[] {
  const { input, room, head } = setting;
  if (input.foreign) return [];
  const placed: PlacedPicture[] = [];
  let next = top;
  for (const picture of head.pictures) {
    const asked = picture.node.attrs.place as Place | null;
    const { x1, x2, from, to } = asked
      ? askedPlace(setting, asked, top)
      : freePlace(setting, picture, { from: next, to: room.to }, vertical, grow, wider);
    if (!asked) next = to;
    if (to - from < SHALLOWEST || x2 - x1 < setting.grid.size) continue;
    placed.push({ picture, from, lines: to - from, obstacle: { x1, x2, from, to } });
  }
  return placed;
}

/** The cells somebody gave a picture, as far as the block has them. */
function askedPlace({ input, room, grid }: Setting, asked: Place, top: number): Obstacle {
  const x = grid.columnX(input.place.column + asked.column);
  const x1 = Math.max(x, room.x);
  const x2 = Math.min(x + grid.span(asked.columns), room.x + room.width);
  const free = between(room, x1, x2, { from: top, to: room.to });
  const line = input.place.line + asked.line;
  return { x1, x2, from: Math.max(line, free.from), to: Math.min(line + asked.lines, free.to) };
}

/** Cells for a picture nobody placed: at the right, or away from a vertical headline there, where the shape has room. */
function freePlace(
  { columns, room, grid, context }: Setting,
  picture: StoryPicture,
  lines: Stretch,
  vertical: VerticalGroup | null,
  grow: number,
  wider: number,
): Obstacle {
  // A vertical headline has a column to itself.
  const open = vertical ? (vertical.side === "left" ? columns.slice(1) : columns.slice(0, -1)) : columns;
  const count = Math.max(1, Math.min(straddled(columns.length) + wider, open.length));
  const firsts = Array.from({ length: open.length - count + 1 }, (_, i) => i);
  if (vertical?.side !== "right") firsts.reverse();
  let best: Obstacle = { x1: 0, x2: 0, from: lines.from, to: lines.from };
  for (const first of firsts) {
    const [left, right] = [open[first], open[first + count - 1]];
    if (!left || !right) continue;
    const x1 = left.x;
    const x2 = right.x + right.width;
    const natural = pictureDepth(picture, x2 - x1, context.style, grid, context.faces);
    const wanted = Math.max(SHALLOWEST, natural + grow);
    const free = between(room, x1, x2, lines);
    const to = Math.min(free.from + wanted, free.to);
    if (to - free.from > best.to - best.from) best = { x1, x2, from: free.from, to };
    if (to - free.from >= wanted) break;
  }
  return best;
}

/** Lines under which there is no room for a picture and its caption. */
const SHALLOWEST = 4;

/** Text columns a picture straddles that nobody placed: three or four of a wide block, a narrow one's whole width. */
export const straddled = (columns: number): number => (columns >= 6 ? 4 : Math.min(columns, 3));

/**
 * An advert in its place: its picture, a thin border, and the word 广告 the law asks for.
 *
 * An advertiser's picture is never distorted and hardly cropped: where the frame differs from it by no more than
 * `TRIMMED` it fills the frame, else it stands whole in the middle. Words are printed only while there is no picture.
 */
import type { Node } from "prosemirror-model";
import type { Place } from "../../edition/place.ts";
import type { Crop } from "../../edition/schema.ts";
import type { HouseStyle } from "../../edition/style.ts";
import type { Faces } from "../../world.ts";
import { ASCENT, type Grid } from "../flow/grid.ts";
import { derived, moved, setDisplay } from "../flow/heading.ts";
import { BLACK, type SheetItem, WHITE } from "../sheet.ts";

const SIZE = 7.875;
/** Air over an advert, in pt. */
const ABOVE = 2;
/** Part of the picture's width or height that may be trimmed so that it fills its frame. */
const TRIMMED = 0.04;

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The rectangle in pt that an advert's border encloses at `place`. */
function advertFrame(place: Place, grid: Grid): Rect {
  const y = grid.lineTop(place.line) + ABOVE;
  const last = place.line + place.lines;
  const foot = last < grid.lines ? grid.lineTop(last - 1) + grid.pitch / 2 : grid.lineTop(last);
  return { x: grid.columnX(place.column), y, width: grid.span(place.columns), height: foot - y };
}

/** Body lines of an advert of `aspect` (width to height), `columns` wide; at the page's foot where `foot`. */
export function advertDepth(aspect: number, columns: number, foot: boolean, grid: Grid): number {
  const height = grid.span(columns) / aspect + ABOVE + (foot ? 0 : grid.pitch / 2);
  return Math.max(3, Math.round(height / grid.pitch));
}

/** Where the picture stands in its frame, and what of it shows. */
function fitted(frame: Rect, width: number, height: number): Rect & { readonly crop: Crop } {
  if (width <= 0 || height <= 0) return { ...frame, crop: { x: 0, y: 0, width: 1, height: 1 } };
  const ratio = frame.width / frame.height / (width / height);
  const across = Math.min(1, ratio);
  const down = Math.min(1, 1 / ratio);
  if (Math.min(across, down) >= 1 - TRIMMED)
    return { ...frame, crop: { x: (1 - across) / 2, y: (1 - down) / 2, width: across, height: down } };
  const shown = { width: frame.width * down, height: frame.height * across };
  return {
    x: frame.x + (frame.width - shown.width) / 2,
    y: frame.y + (frame.height - shown.height) / 2,
    ...shown,
    crop: { x: 0, y: 0, width: 1, height: 1 },
  };
}

export function advertItems(
  block: Node,
  place: Place,
  pos: number,
  page: Node,
  style: HouseStyle,
  grid: Grid,
  faces: Faces,
): SheetItem[] {
  const { source } = block.attrs as { source: string | null };
  const { crop, ...picture } = fitted(advertFrame(place, grid), block.attrs.width, block.attrs.height);
  const { x, y, width, height } = picture;
  const items: SheetItem[] = [{ kind: "picture", ...picture, source, crop, block: block.attrs.id }];
  block.forEach((child, offset) => {
    const text = child.textContent;
    if (!text || source) return;
    const ref = { page: page.attrs.id as string, pos: pos + 1 + offset };
    const size = Math.min(36, (width * 0.9) / [...text].length, height * 0.6);
    const line = setDisplay(
      [{ text, face: style.faces.headline, role: "caption", ref, offset: 0 }],
      { size },
      faces,
    );
    for (const run of line.runs)
      items.push(moved(run, x + (width - line.width) / 2, y + height / 2 + (ASCENT - 0.5) * size));
  });
  const mark = setDisplay([derived("广告", "hei", "advert")], { size: SIZE }, faces);
  const w = mark.width + 5;
  items.push({
    kind: "tint",
    x: x + width - w,
    y: y + height - SIZE - 4,
    width: w,
    height: SIZE + 4,
    ink: WHITE,
  });
  for (const run of mark.runs) items.push(moved(run, x + width - w + 2.5, y + height - 2 - SIZE * 0.12));
  const corners = [
    [x, y, x + width, y],
    [x + width, y, x + width, y + height],
    [x + width, y + height, x, y + height],
    [x, y + height, x, y],
  ] as const;
  for (const [x1, y1, x2, y2] of corners)
    items.push({ kind: "rule", x1, y1, x2, y2, width: 0.5, ink: BLACK });
  return items;
}

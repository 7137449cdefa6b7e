/**
 * A picture with its caption and credit: the frame keeps its cells, the crop keeps the frame's aspect ratio.
 *
 * The picture fills its cells from the top; caption lines (楷) stand under it a body line each, the credit behind them.
 * The last line of the cells stays empty where text follows; under text, half of it goes over the picture.
 */
import type { Crop, Focus } from "../../edition/schema.ts";
import type { HouseStyle } from "../../edition/style.ts";
import type { Faces } from "../../world.ts";
import { setParagraph } from "../break/paragraph.ts";
import type { StyledText } from "../line.ts";
import { BLACK, type SheetItem } from "../sheet.ts";
import type { Grid } from "./grid.ts";
import { moved } from "./heading.ts";
import type { StoryPicture } from "./story.ts";

/** Width to height taken for a picture whose pixels nobody knows yet. */
const DEFAULT_ASPECT = 1.5;

interface PictureAttrs {
  readonly width: number;
  readonly height: number;
  readonly crop: Crop;
  readonly focus: Focus;
}

function aspectOf(picture: StoryPicture): number {
  const { width, height, crop } = picture.node.attrs as PictureAttrs;
  return width > 0 && height > 0 ? (width * crop.width) / (height * crop.height) : DEFAULT_ASPECT;
}

function captionLines(picture: StoryPicture, width: number, style: HouseStyle, faces: Faces) {
  const texts: StyledText[] = [];
  const add = (text: string, pos: number, role: string) =>
    texts.push({ text, face: style.faces.caption, ref: { page: "", pos }, offset: 0, role });
  const { caption, credit } = picture;
  if (caption) add(caption.text, caption.pos, "caption");
  if (credit) {
    if (caption)
      texts.push({
        text: "　",
        face: style.faces.caption,
        ref: { page: "", pos: -1 },
        offset: -1,
        role: "credit",
      });
    add(credit.text, credit.pos, "credit");
  }
  if (texts.length === 0) return [];
  return setParagraph(
    texts,
    { size: style.grid.size, ink: BLACK, indent: 0, align: "justify", text: style.text },
    width,
    faces,
  );
}

/** Body lines under a picture `width` pt wide: its caption, and the line that parts it from the text. */
export const captionDepth = (picture: StoryPicture, width: number, style: HouseStyle, faces: Faces): number =>
  captionLines(picture, width, style, faces).length + 1;

/** Body lines a picture takes at `width` pt with its own aspect ratio, caption included. */
export function pictureDepth(
  picture: StoryPicture,
  width: number,
  style: HouseStyle,
  grid: Grid,
  faces: Faces,
): number {
  const under = captionDepth(picture, width, style, faces);
  return Math.max(4, Math.round(width / aspectOf(picture) / grid.pitch)) + under;
}

/** Part of a picture that a frame of `width` pt and `lines` body lines, caption included, cuts off. */
export function pictureLoss(
  picture: StoryPicture,
  width: number,
  lines: number,
  style: HouseStyle,
  grid: Grid,
  faces: Faces,
): number {
  const shown = Math.max(1, lines - captionDepth(picture, width, style, faces)) * grid.pitch;
  const ratio = width / shown / aspectOf(picture);
  return 1 - Math.min(ratio, 1 / ratio);
}

/** Air between a picture and its caption beside the caption's own, in pt. */
const OVER_CAPTION = 2;
/** Part of the empty line at a picture's foot that goes over it where text stands there. */
const UNDER_TEXT = 0.45;

/**
 * The picture in a rectangle from line `line` on, `lines` deep, `underText` where text ends right over it; positions
 * relative to the picture's block.
 */
export function setPicture(
  picture: StoryPicture,
  x: number,
  width: number,
  line: number,
  lines: number,
  style: HouseStyle,
  grid: Grid,
  faces: Faces,
  underText = false,
): { readonly items: readonly SheetItem[]; readonly missing: boolean } {
  const caption = captionLines(picture, width, style, faces);
  const foot = Math.max(1, lines - caption.length - 1);
  const down = underText ? UNDER_TEXT * grid.pitch : 0;
  const top = grid.lineTop(line) + (grid.pitch - grid.size) / 2 + down;
  const height = Math.max(grid.pitch, grid.lineTop(line + foot) - OVER_CAPTION + down - top);
  const source = picture.node.attrs.source as string | null;
  const crop = fittedCrop(picture, width / height);
  const items: SheetItem[] = [
    { kind: "picture", x, y: top, width, height, source, crop, block: picture.node.attrs.id as string },
  ];
  caption.forEach((set, i) => {
    const inset = caption.length === 1 ? (width - set.width) / 2 : 0;
    for (const run of set.runs) items.push(moved(run, x + inset, grid.baseline(line + foot + i) + down));
  });
  return { items, missing: source === null };
}

/**
 * The crop narrowed to the frame's aspect ratio, with the focal point as near its middle as the crop allows. A
 * picture whose focal point nobody set (its centre) keeps a little more of its upper part, where faces are.
 */
function fittedCrop(picture: StoryPicture, frameAspect: number): Crop {
  const { width, height, crop, focus } = picture.node.attrs as PictureAttrs;
  if (width <= 0 || height <= 0) return crop;
  const aspect = (width * crop.width) / (height * crop.height);
  const across = crop.width * Math.min(1, frameAspect / aspect);
  const down = crop.height * Math.min(1, aspect / frameAspect);
  const unset = focus.x === 0.5 && focus.y === 0.5;
  const about = (from: number, whole: number, kept: number, point: number) =>
    Math.min(from + whole - kept, Math.max(from, point - kept / 2));
  return {
    x: unset ? crop.x + (crop.width - across) / 2 : about(crop.x, crop.width, across, focus.x),
    y: unset ? crop.y + (crop.height - down) * 0.4 : about(crop.y, crop.height, down, focus.y),
    width: across,
    height: down,
  };
}

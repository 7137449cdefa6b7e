/**
 * Other crops of a picture, shallower or deeper by steps, about its focal point: what a remedy may try.
 */
import type { Node } from "prosemirror-model";
import type { Crop, Focus } from "../../edition/schema.ts";

/** Steps in percent of the height that is shown now; under the last too little of a picture would be left. */
const STEPS = [5, 10, 15, 20, 25, 30];

/** Crops of `picture`, the mildest first; none while nobody knows its pixels, or where somebody gave it its cells. */
export function cropsOf(
  picture: Node,
  shallower: boolean,
): { readonly picture: Node; readonly crop: Crop; readonly kept: number }[] {
  const { width, height, place, crop, focus } = picture.attrs as {
    width: number;
    height: number;
    place: unknown;
    crop: Crop;
    focus: Focus;
  };
  if (width <= 0 || height <= 0 || place !== null) return [];
  return STEPS.flatMap((step) => {
    const next = shallower ? lower(crop, focus, 1 - step / 100) : narrower(crop, focus, 1 - step / 100);
    return [{ picture, crop: next, kept: 100 - step }];
  });
}

/** The crop with a part of its height, so that it is set less deep at the same width. */
const lower = (crop: Crop, focus: Focus, part: number): Crop => {
  const height = rounded(crop.height * part);
  return { ...crop, y: about(crop.y, crop.height, height, focus.y), height };
};

/** The crop with a part of its width, so that it is set deeper. */
const narrower = (crop: Crop, focus: Focus, part: number): Crop => {
  const width = rounded(crop.width * part);
  return { ...crop, x: about(crop.x, crop.width, width, focus.x), width };
};

/** Where a part of `kept` begins, its middle as near `point` as the whole allows. */
const about = (from: number, whole: number, kept: number, point: number) =>
  rounded(Math.min(from + whole - kept, Math.max(from, point - kept / 2)));

/** A crop is read and compared by people: four places. */
const rounded = (n: number) => Math.round(n * 10_000) / 10_000;

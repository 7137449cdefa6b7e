/** A crop after one of its handles was dragged. */
import type { Crop } from "../../core/edition/schema.ts";
import type { Handle } from "./places.ts";

/** Least side of a crop, as a fraction of the picture. */
const LEAST = 0.05;

/** `dx` and `dy` in fractions of the whole picture; the result stays within it. */
export function cropped(crop: Crop, handle: Handle, dx: number, dy: number): Crop {
  const between = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
  if (handle === "move") {
    return {
      ...crop,
      x: between(crop.x + dx, 0, 1 - crop.width),
      y: between(crop.y + dy, 0, 1 - crop.height),
    };
  }
  let { x: left, y: top } = crop;
  let right = left + crop.width;
  let bottom = top + crop.height;
  if (handle.includes("w")) left = between(left + dx, 0, right - LEAST);
  if (handle.includes("e")) right = between(right + dx, left + LEAST, 1);
  if (handle.includes("n")) top = between(top + dy, 0, bottom - LEAST);
  if (handle.includes("s")) bottom = between(bottom + dy, top + LEAST, 1);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

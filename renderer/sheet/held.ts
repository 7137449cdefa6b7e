/** What the pointer takes hold of on the selected block: a handle of its rectangle, or of a corner taken out of it. */
import type { Grid } from "../../core/compose/flow/grid.ts";
import type { Point } from "../../core/compose/flow/outline.ts";
import { type Corner, corners, type Notch } from "../../core/edition/place.ts";
import { type Handle, handleAt, handles, type PlacedBlock } from "./places.ts";
import { notchHandles } from "./shape.ts";

export interface Held {
  readonly block: PlacedBlock;
  readonly handle: Handle;
  readonly notch: Notch | null;
}

/** The corner that is being taken out, and what of it was out before. */
export interface Cut {
  readonly corner: Corner;
  readonly held: Notch | null;
}

export const cursors: Readonly<Record<Handle, string>> = {
  move: "default",
  n: "ns-resize",
  s: "ns-resize",
  e: "ew-resize",
  w: "ew-resize",
  ne: "nesw-resize",
  sw: "nesw-resize",
  nw: "nwse-resize",
  se: "nwse-resize",
};

/** What of `block` is within `reach` pt of a point. */
export function heldAt(block: PlacedBlock, point: Point, reach: number, grid: Grid): Held | null {
  const near = (x: number, y: number) => Math.abs(point.x - x) <= reach && Math.abs(point.y - y) <= reach;
  for (const { notch, x, y } of notchHandles(block.place, grid))
    if (near(x, y)) return { block, handle: notch.corner, notch };
  const { x, y, width, height } = block.rect;
  for (const handle of handles) {
    const [fx, fy] = handleAt(handle);
    if (near(x + fx * width, y + fy * height)) return { block, handle, notch: null };
  }
  return null;
}

/** A corner is taken out by the handle of what is out already, or by the block's own corner with Alt held. */
export function cutOf({ block, handle, notch }: Held, alt: boolean): Cut | null {
  if (notch) return { corner: notch.corner, held: notch };
  const corner = corners.find((known) => known === handle);
  const holdsText = block.kind === "article" || block.kind === "continuation";
  return alt && corner && holdsText ? { corner, held: null } : null;
}

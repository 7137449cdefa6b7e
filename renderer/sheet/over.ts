/** What stands over a page that is shown: marks, selection, frames of blocks and how they fit, in painting order. */

import { pageGrid } from "../../core/compose/flow/grid.ts";
import { outlineOf } from "../../core/compose/flow/outline.ts";
import type { Sheet } from "../../core/compose/sheet.ts";
import { overlaps } from "../../core/edition/place.ts";
import type { HouseStyle } from "../../core/edition/style.ts";
import type { DeskState } from "../desk/state.ts";
import { translator } from "../i18n/locale.tsx";
import { meets, type Rect } from "./bounds.ts";
import { rectsOf } from "./hit.ts";
import type { SheetMark } from "./marks.ts";
import {
  colours,
  type Frame,
  flag,
  paintFlag,
  paintGrid,
  paintLinks,
  paintMark,
  paintOutline,
  paintRange,
  paintSelected,
  paintWash,
} from "./overlay.ts";
import type { PlacedBlock } from "./places.ts";
import { footOf, notchHandles } from "./shape.ts";

export interface Over {
  readonly sheet: Sheet;
  readonly state: DeskState;
  readonly style: HouseStyle;
  readonly blocks: readonly PlacedBlock[];
  readonly marks: readonly SheetMark[];
  /** Id of the block under the pointer. */
  readonly hover: string | null;
  /** Words at the block that is dragged; null while none is. */
  readonly dragging: string | null;
  readonly writable: boolean;
  readonly font: string;
  /** The part of the page in sight, in pt. */
  readonly view: Rect;
}

export function paintOver(ctx: CanvasRenderingContext2D, over: Over, frame: Frame): void {
  const { sheet, state, blocks, marks } = over;
  const layout = state.view === "layout";
  const selected = blocks.find((block) => block.id === state.block);
  if (over.dragging !== null) paintGrid(ctx, pageGrid(over.style), frame);
  if (layout && selected) {
    for (const block of blocks)
      if (block !== selected && overlaps(block.place, selected.place))
        for (const a of block.parts)
          for (const b of selected.parts) paintWash(ctx, intersection(a, b), colours.overlap, frame);
  }
  for (const mark of marks) paintMark(ctx, sheet, mark, mark.id === state.mark, frame);
  for (const mark of marks) paintLinks(ctx, sheet, mark, frame);
  if (state.selection) {
    const { from, to } = state.selection;
    paintRange(ctx, rectsOf(sheet, state.selection), from === to, frame);
  }
  if (layout || state.view === "write") paintFits(ctx, over, frame);
  const hovered = layout ? blocks.find((block) => block.id === over.hover && block !== selected) : undefined;
  const grid = pageGrid(over.style);
  if (hovered) paintOutline(ctx, outlineOf(hovered.place, grid), frame);
  if (selected && layout)
    paintSelected(
      ctx,
      selected.rect,
      outlineOf(selected.place, grid),
      over.writable ? notchHandles(selected.place, grid) : null,
      frame,
    );
  else if (selected && state.view === "write") paintOutline(ctx, outlineOf(selected.place, grid), frame);
  if (selected && over.dragging) {
    const { rect } = selected;
    const [right, top] = [frame.x + (rect.x + rect.width) * frame.scale, frame.y + rect.y * frame.scale];
    flag(ctx, over.dragging, right, top - 4 * frame.dpr, colours.select, frame.dpr, over.font);
  }
}

function paintFits(ctx: CanvasRenderingContext2D, over: Over, frame: Frame): void {
  const { sheet, state, view } = over;
  const t = translator(state.locale);
  for (const fit of sheet.fits) {
    if (fit.characters === 0 || !meets(fit, view)) continue;
    // A block that is a little short says so where it is looked at; one that is over says so always.
    const looked = fit.block === state.block || fit.block === over.hover || frame.scale / frame.dpr >= 1;
    if (fit.characters < 0 && !looked) continue;
    const key = fit.characters > 0 ? "desk.fit.over" : "desk.fit.short";
    const place = over.blocks.find(({ id }) => id === fit.block)?.place;
    const at = place?.notches ? { ...fit, ...footOf(place, pageGrid(over.style)) } : fit;
    paintFlag(ctx, at, t(key, { n: Math.abs(fit.characters) }), frame, over.font);
  }
}

function intersection(a: Rect, b: Rect): Rect {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y),
  };
}

/**
 * Proofreading marks (GB/T 14706—1993) drawn in red on the words, and small before the note in the margin. A line
 * leads from the mark between the lines of type to the margin.
 */
import type { Ink } from "../../compose/sheet.ts";
import type { Box } from "../boxes.ts";
import type { Content } from "../content.ts";
import type { Area } from "./badges.ts";
import type { CorrectionKind } from "./correction.ts";
import { type Pen, roundBox } from "./pen.ts";

/** A correction where it stands on the sheet. */
export interface Correction {
  readonly kind: CorrectionKind;
  /** The words that change; for what is put between, or a gap that is changed, the character beside it. */
  readonly boxes: readonly Area[];
  /** The second of two that change places. */
  readonly others?: readonly Area[];
  /** Side of the character that something is put at. */
  readonly edge?: "before" | "after";
}

export const MARK: Ink = { c: 0, m: 100, y: 90, k: 5 };
/** The lead is fainter than the mark: it crosses other people's columns. */
const LEAD: Ink = { c: 0, m: 45, y: 40, k: 0 };
const WEIGHT = 0.55;
const ROOM = 0.9;

/** Draws the mark; gives the point in PDF space that the lead starts at, null where nothing is on the sheet. */
export function drawCorrection(
  content: Content,
  pen: Pen,
  correction: Correction,
  at: (area: Area) => Box,
): readonly [number, number] | null {
  const boxes = correction.boxes.map(at);
  const [first] = boxes;
  if (!first) return null;
  pen.stroke(content, MARK, WEIGHT);
  const vertical = correction.boxes[0]?.vertical ?? false;
  switch (correction.kind) {
    case "replace":
      for (const box of boxes) ring(content, box);
      break;
    case "delete":
      for (const box of boxes) strike(content, box, vertical);
      loop(content, boxes.at(-1) ?? first);
      break;
    case "transpose":
      swap(content, first, (correction.others ?? []).map(at)[0] ?? first, vertical);
      break;
    default: {
      const spot = between(first, correction.edge ?? "after", vertical);
      gap(content, correction.kind, spot, first, vertical);
      return [spot[0], first[1] - ROOM];
    }
  }
  return [first[0], first[1] - ROOM];
}

/** From the mark along the white between two lines to the edge of the page at `x`. */
export function drawLead(
  content: Content,
  pen: Pen,
  [startX, startY]: readonly [number, number],
  x: number,
): void {
  pen.stroke(content, LEAD, 0.3);
  content.draw(startX, startY, "m", x, startY, "l S");
}

/** The mark by itself, about `size` pt high, its middle at (`x`, `y`): for the margin and the key. */
export function drawSymbol(
  content: Content,
  pen: Pen,
  kind: CorrectionKind,
  x: number,
  y: number,
  size: number,
): void {
  pen.stroke(content, MARK, WEIGHT);
  const [w, h] = [size * 0.5, size * 0.4];
  const box: Box = [x - w, y - h, x + w, y + h];
  if (kind === "replace") ring(content, box);
  else if (kind === "delete") {
    strike(content, [x - w, y - h, x + w * 0.4, y + h], false);
    loop(content, [x - w, y - h, x + w * 0.4, y + h]);
  } else if (kind === "transpose") swap(content, [x - w, y - h, x, y + h], [x, y - h, x + w, y + h], false);
  else {
    // Small on the page, for it stands between characters; here nothing stands beside it.
    content.draw("q 1.5 0 0 1.5", x, y, "cm");
    gap(content, kind, [0, 0], [0, kind === "insert" ? 0.6 : 0, 0, -0.8], false);
    content.draw("Q");
  }
}

function ring(content: Content, [x1, y1, x2, y2]: Box): void {
  const box: Box = [x1 - ROOM, y1 - ROOM * 0.6, x2 + ROOM, y2 + ROOM * 0.6];
  roundBox(content, box, Math.min(box[2] - box[0], box[3] - box[1]) / 2.2);
  content.draw("S");
}

function strike(content: Content, [x1, y1, x2, y2]: Box, vertical: boolean): void {
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  if (vertical) content.draw(x, y2, "m", x, y1, "l S");
  else content.draw(x1, y, "m", x2, y, "l S");
}

/** The curl that ends a deletion. */
function loop(content: Content, [, y1, x2, y2]: Box): void {
  const y = (y1 + y2) / 2;
  content.draw(x2, y, "m", x2 + 3, y, x2 + 6, y + 4.6, x2 + 3.2, y + 4.6, "c");
  content.draw(x2 + 0.8, y + 4.6, x2 + 2, y - 1, x2 + 5, y - 1.4, "c S");
}

/** Over the one, under the other (or at either side of a line that runs down). */
function swap(content: Content, a: Box, b: Box, vertical: boolean): void {
  if (vertical) {
    content.draw(a[2] + ROOM, a[3], "m", a[2] + ROOM, a[1], "l");
    content.draw(a[2] + ROOM, b[3], b[0] - ROOM, a[1], b[0] - ROOM, b[3], "c", b[0] - ROOM, b[1], "l S");
    return;
  }
  content.draw(a[0], a[3] + ROOM, "m", a[2] - 1, a[3] + ROOM, "l");
  content.draw(a[2] + 2.4, a[3] + ROOM, b[0] - 2.4, b[1] - ROOM, b[0] + 1, b[1] - ROOM, "c");
  content.draw(b[2], b[1] - ROOM, "l S");
}

function between(
  [x1, y1, x2, y2]: Box,
  edge: "before" | "after",
  vertical: boolean,
): readonly [number, number] {
  if (vertical) return [x2, edge === "before" ? y2 : y1];
  return [edge === "before" ? x1 : x2, (y1 + y2) / 2];
}

/** At a gap: a caret under it for what is put in, # over it for a space, ∧ over it for closing up. */
function gap(
  content: Content,
  kind: CorrectionKind,
  [x, y]: readonly [number, number],
  [, foot, , head]: Box,
  vertical: boolean,
): void {
  if (vertical) {
    content.draw(x + 3.4, y + 2.4, "m", x + 0.4, y, "l", x + 3.4, y - 2.4, "l S");
    return;
  }
  if (kind === "insert")
    content.draw(x - 2.4, foot - 2.6, "m", x, foot + 1.4, "l", x + 2.4, foot - 2.6, "l S");
  else if (kind === "close")
    content.draw(x - 2.2, head - 0.4, "m", x, head + 2.4, "l", x + 2.2, head - 0.4, "l S");
  else {
    for (const d of [-0.9, 0.9]) {
      content.draw(x + d - 0.5, head - 1.2, "m", x + d + 0.5, head + 2.8, "l S");
      content.draw(x - 2.2, head + 0.8 + d, "m", x + 2.2, head + 0.8 + d, "l S");
    }
  }
}

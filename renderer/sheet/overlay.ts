/**
 * What is drawn over the printed page and never printed: selection, underlines, block frames, fit. Colours are fixed:
 * the paper is white in either theme.
 */

import type { Point } from "../../core/compose/flow/outline.ts";
import type { BlockFit, GlyphRun, Sheet } from "../../core/compose/sheet.ts";
import type { Rect } from "./bounds.ts";
import { span } from "./hit.ts";
import type { MarkKind, MarkPlace, SheetMark } from "./marks.ts";
import type { Surface } from "./paint.ts";
import { handleAt, handles } from "./places.ts";

export const colours = {
  select: "#2f6fb5",
  selectWash: "rgb(47 111 181 / 0.20)",
  hover: "rgb(47 111 181 / 0.55)",
  overlap: "rgb(200 40 31 / 0.14)",
  over: "#b3261e",
  short: "#2463a8",
  grid: "rgb(47 111 181 / 0.22)",
} as const;

const markColours: Readonly<Record<MarkKind, readonly [line: string, wash: string]>> = {
  error: ["#c8281f", "rgb(200 40 31 / 0.13)"],
  warning: ["#b87900", "rgb(214 145 0 / 0.15)"],
  advice: ["#4d7fb8", "rgb(77 127 184 / 0.12)"],
  verified: ["#2b7341", "rgb(43 115 65 / 0.16)"],
  contradicted: ["#c8281f", "rgb(200 40 31 / 0.20)"],
  unchecked: ["#8a6d1f", "rgb(214 170 40 / 0.22)"],
  checked: ["#2463a8", "rgb(36 99 168 / 0.14)"],
  comment: ["#6b4fa0", "rgb(107 79 160 / 0.20)"],
  query: ["#0f6b6b", "rgb(15 107 107 / 0.18)"],
  evidence: ["#6b4fa0", "rgb(107 79 160 / 0.16)"],
};

/** Type smaller than this, in CSS px, carries no sign: it would be covered. */
const SIGNED = 11;
/** The sign of a figure's state. */
const markSigns: Partial<Readonly<Record<MarkKind, string>>> = {
  verified: "✓",
  contradicted: "✗",
  unchecked: "?",
  checked: "人",
};

/** Takes pt of a sheet to device pixels. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** Device pixels to a CSS pixel. */
  readonly dpr: number;
}

const toPixels = (rect: Rect, { x, y, scale }: Frame): Rect => ({
  x: x + rect.x * scale,
  y: y + rect.y * scale,
  width: rect.width * scale,
  height: rect.height * scale,
});

/** Runs of a sheet by the position of the textblock they print, whichever page holds it. */
const indexes = new WeakMap<Sheet, Map<number, GlyphRun[]>>();

function runsOf(sheet: Sheet, page: string, pos: number): readonly GlyphRun[] {
  let index = indexes.get(sheet);
  if (!index) {
    index = new Map();
    for (const item of sheet.items) {
      if (item.kind !== "glyphs" || item.ref.pos < 0) continue;
      const runs = index.get(item.ref.pos);
      if (runs) runs.push(item);
      else index.set(item.ref.pos, [item]);
    }
    indexes.set(sheet, index);
  }
  return index.get(pos)?.filter((run) => run.ref.page === page) ?? [];
}

/** Rectangles of a mark's characters, in pt. */
export function markRects(sheet: Sheet, mark: MarkPlace): Rect[] {
  return runsOf(sheet, mark.page, mark.pos).flatMap((run) => span(run, mark.from, mark.to) ?? []);
}

/** Underlines differ in shape as well as in colour; figures have a wash under them, and a sign. */
export function paintMark(ctx: Surface, sheet: Sheet, mark: SheetMark, current: boolean, frame: Frame): void {
  const [line, wash] = markColours[mark.kind];
  const { dpr } = frame;
  const strong = current || mark.lit === true;
  const rects = markRects(sheet, mark);
  for (const rect of rects) {
    const { x, y, width, height } = toPixels(rect, frame);
    if (strong || isFigure(mark.kind) || isComment(mark.kind)) {
      ctx.fillStyle = wash;
      ctx.fillRect(x, y, width, height);
    }
    // What belongs to the one in front is washed twice: boxes round all of it would hide the words.
    if (mark.lit && !current) ctx.fillRect(x, y, width, height);
    if (current && mark.kind !== "evidence") {
      const room = Math.min(1.5 * dpr, height * 0.15);
      ctx.strokeStyle = line;
      ctx.lineWidth = Math.max(1, Math.min(1.5 * dpr, height * 0.12));
      ctx.strokeRect(x - room, y - room, width + 2 * room, height + 2 * room);
    }
    const thin = Math.max(1, Math.min(1.6, height * 0.07) * dpr);
    const foot = y + height + Math.max(1, height * 0.08);
    ctx.strokeStyle = line;
    ctx.lineWidth = thin;
    underline(ctx, mark.kind, x, foot, width, thin, height);
  }
  const sign = markSigns[mark.kind];
  const last = rects.at(-1);
  if (sign && last && last.height * frame.scale >= SIGNED * dpr) {
    const { x, y, width, height } = toPixels(last, frame);
    badge(ctx, sign, x + width, y, Math.max(5 * dpr, height * 0.26), line);
  }
}

/** Two lines: certainly wrong. A wave: look. Dots: a matter of style. Figures: whole, double, dotted, dashed. */
function underline(
  ctx: Surface,
  kind: MarkKind,
  x: number,
  y: number,
  width: number,
  thin: number,
  height: number,
): void {
  const along = (at: number, dashes: number[] = []) => {
    ctx.setLineDash(dashes);
    ctx.beginPath();
    ctx.moveTo(x, at);
    ctx.lineTo(x + width, at);
    ctx.stroke();
    ctx.setLineDash([]);
  };
  switch (kind) {
    case "error":
    case "contradicted":
      along(y);
      along(y + thin * 2);
      break;
    case "warning":
      ctx.beginPath();
      wave(ctx, x, y + thin, width, Math.max(2, height * 0.16));
      ctx.stroke();
      break;
    case "advice":
    case "unchecked":
      along(y, [thin * 1.2, thin * 1.8]);
      break;
    case "checked":
      along(y, [thin * 4, thin * 2]);
      break;
    default:
      along(y);
  }
}

/** A sign in a small disc whose centre is (`x`, `y`). */
function badge(ctx: Surface, sign: string, x: number, y: number, radius: number, colour: string): void {
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fill();
  ctx.fillStyle = "#fff";
  ctx.font = `600 ${radius * 1.4}px "Noto Sans SC", "Dayang Hei", sans-serif`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(sign, x, y + radius * 0.08);
  ctx.textAlign = "start";
}

/** Lines from a mark to the places it is tied to, bowed so that they can be told from column rules. */
export function paintLinks(ctx: Surface, sheet: Sheet, mark: SheetMark, frame: Frame): void {
  const [start] = markRects(sheet, mark);
  if (!start || !mark.links) return;
  const [line] = markColours[mark.kind];
  const { dpr } = frame;
  const from = toPixels(start, frame);
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  ctx.strokeStyle = line;
  ctx.fillStyle = line;
  ctx.lineWidth = 1.25 * dpr;
  for (const place of mark.links) {
    const [end] = markRects(sheet, place);
    if (!end) continue;
    const to = toPixels(end, frame);
    // A line ends at the near edge of the part, so that its digits stay legible.
    const [tx, ty] = [to.x + to.width / 2, to.y > y ? to.y - 2 * dpr : to.y + to.height + 2 * dpr];
    const [dx, dy] = [tx - x, ty - y];
    const bow = Math.min(40 * dpr, Math.hypot(dx, dy) * 0.18);
    const length = Math.hypot(dx, dy) || 1;
    ctx.globalAlpha = 0.75;
    ctx.beginPath();
    ctx.moveTo(x + (dx / length) * from.width * 0.5, dy > 0 ? from.y + from.height : from.y);
    ctx.quadraticCurveTo(x + dx / 2 - (dy / length) * bow, y + dy / 2 + (dx / length) * bow, tx, ty);
    ctx.stroke();
    ctx.globalAlpha = 1;
    ctx.beginPath();
    ctx.arc(tx, ty, 2.25 * dpr, 0, 2 * Math.PI);
    ctx.fill();
  }
}

const isFigure = (kind: MarkKind) => kind in markSigns;
const isComment = (kind: MarkKind) => kind === "comment" || kind === "query";

function wave(ctx: Surface, x: number, y: number, width: number, step: number): void {
  ctx.moveTo(x, y);
  for (let at = 0, up = true; at < width; at += step, up = !up) {
    const end = Math.min(width, at + step);
    ctx.quadraticCurveTo(x + (at + end) / 2, y + (up ? step * 0.55 : -step * 0.55), x + end, y);
  }
}

export function paintRange(ctx: Surface, rects: readonly Rect[], empty: boolean, frame: Frame): void {
  for (const rect of rects) {
    const { x, y, width, height } = toPixels(rect, frame);
    if (empty) {
      ctx.fillStyle = colours.over;
      ctx.fillRect(Math.round(x - frame.dpr), y - 2 * frame.dpr, 2 * frame.dpr, height + 4 * frame.dpr);
    } else {
      ctx.fillStyle = colours.selectWash;
      ctx.fillRect(x, y - height * 0.1, width, height * 1.2);
    }
  }
}

/** Half a handle's side, in CSS px. */
export const HANDLE = 4;

function trace(ctx: Surface, outline: readonly Point[], { x, y, scale }: Frame): void {
  ctx.beginPath();
  outline.forEach((point, i) => {
    const [px, py] = [Math.round(x + point.x * scale) + 0.5, Math.round(y + point.y * scale) + 0.5];
    if (i === 0) ctx.moveTo(px, py);
    else ctx.lineTo(px, py);
  });
  ctx.closePath();
  ctx.stroke();
}

/** The selected block's outline; its handles, and those of its corners taken out, where it may be changed. */
export function paintSelected(
  ctx: Surface,
  rect: Rect,
  outline: readonly Point[],
  notches: readonly Point[] | null,
  frame: Frame,
): void {
  const { dpr } = frame;
  const { x, y, width, height } = toPixels(rect, frame);
  ctx.strokeStyle = colours.select;
  ctx.lineWidth = 1.5 * dpr;
  trace(ctx, outline, frame);
  if (!notches) return;
  ctx.lineWidth = dpr;
  const half = HANDLE * dpr;
  for (const handle of handles) {
    const [fx, fy] = handleAt(handle);
    const left = Math.round(x + fx * width - half) + 0.5;
    const top = Math.round(y + fy * height - half) + 0.5;
    ctx.fillStyle = "#fff";
    ctx.fillRect(left, top, 2 * half - 1, 2 * half - 1);
    ctx.strokeRect(left, top, 2 * half - 1, 2 * half - 1);
  }
  for (const point of notches) {
    ctx.beginPath();
    ctx.arc(frame.x + point.x * frame.scale, frame.y + point.y * frame.scale, half, 0, 2 * Math.PI);
    ctx.fillStyle = "#fff";
    ctx.fill();
    ctx.stroke();
  }
}

export function paintOutline(ctx: Surface, outline: readonly Point[], frame: Frame): void {
  ctx.strokeStyle = colours.hover;
  ctx.lineWidth = frame.dpr;
  trace(ctx, outline, frame);
}

export function paintWash(ctx: Surface, rect: Rect, colour: string, frame: Frame): void {
  const { x, y, width, height } = toPixels(rect, frame);
  ctx.fillStyle = colour;
  ctx.fillRect(x, y, width, height);
}

/** Words on a small flag: how much a block is over or short, at its lower right corner inside. */
export function paintFlag(ctx: Surface, fit: BlockFit, words: string, frame: Frame, font: string): void {
  const { dpr } = frame;
  const { x, y, width, height } = toPixels(fit, frame);
  flag(ctx, words, x + width, y + height, fit.characters > 0 ? colours.over : colours.short, dpr, font);
}

/** A flag whose lower right corner stands at (`right`, `bottom`). */
export function flag(
  ctx: Surface,
  words: string,
  right: number,
  bottom: number,
  colour: string,
  dpr: number,
  font: string,
): void {
  ctx.font = `${11 * dpr}px ${font}`;
  const width = ctx.measureText(words).width + 10 * dpr;
  const height = 17 * dpr;
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.roundRect(right - width, bottom - height, width, height, 3 * dpr);
  ctx.fill();
  ctx.fillStyle = "#fff";
  ctx.textBaseline = "middle";
  ctx.fillText(words, right - width + 5 * dpr, bottom - height / 2 + 0.5 * dpr);
}

/** Columns and every fifth line of the grid, while a block is dragged. */
export function paintGrid(
  ctx: Surface,
  grid: {
    readonly columns: number;
    readonly lines: number;
    readonly top: number;
    readonly left: number;
    readonly areaWidth: number;
    readonly areaHeight: number;
    columnX(column: number): number;
    span(n: number): number;
    lineTop(line: number): number;
  },
  frame: Frame,
): void {
  ctx.fillStyle = colours.grid;
  const { x, y, scale, dpr } = frame;
  for (let column = 0; column < grid.columns; column++) {
    for (const edge of [grid.columnX(column), grid.columnX(column) + grid.span(1)])
      ctx.fillRect(Math.round(x + edge * scale), y + grid.top * scale, dpr, grid.areaHeight * scale);
  }
  for (let line = 0; line <= grid.lines; line += 5)
    ctx.fillRect(
      x + grid.left * scale,
      Math.round(y + grid.lineTop(line) * scale),
      grid.areaWidth * scale,
      dpr,
    );
}

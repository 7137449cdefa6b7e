/**
 * What is drawn over the printed page and never printed: selection, underlines, block frames, fit. Colours are fixed:
 * the paper is white in either theme.
 */
import type { BlockFit, GlyphRun, Sheet } from "../../core/compose/sheet.ts";
import type { Rect } from "./bounds.ts";
import { span } from "./hit.ts";
import type { MarkKind, SheetMark } from "./marks.ts";
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
  verified: ["#2b7341", "rgb(43 115 65 / 0.14)"],
  contradicted: ["#c8281f", "rgb(200 40 31 / 0.18)"],
  unchecked: ["#8a6d1f", "rgb(214 170 40 / 0.16)"],
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

/** Runs of a sheet by the textblock they print. */
const indexes = new WeakMap<Sheet, Map<string, GlyphRun[]>>();

function runsOf(sheet: Sheet, page: string, pos: number): readonly GlyphRun[] {
  let index = indexes.get(sheet);
  if (!index) {
    index = new Map();
    for (const item of sheet.items) {
      if (item.kind !== "glyphs" || item.ref.pos < 0) continue;
      const key = `${item.ref.page} ${item.ref.pos}`;
      const runs = index.get(key);
      if (runs) runs.push(item);
      else index.set(key, [item]);
    }
    indexes.set(sheet, index);
  }
  return index.get(`${page} ${pos}`) ?? [];
}

/** Rectangles of a mark's characters, in pt. */
export function markRects(sheet: Sheet, mark: SheetMark): Rect[] {
  return runsOf(sheet, mark.page, mark.pos).flatMap((run) => span(run, mark.from, mark.to) ?? []);
}

/** Underlines differ in shape as well as in colour: wave, dashes, dots; figures have a wash under them. */
export function paintMark(ctx: Surface, sheet: Sheet, mark: SheetMark, current: boolean, frame: Frame): void {
  const [line, wash] = markColours[mark.kind];
  const { dpr } = frame;
  for (const rect of markRects(sheet, mark)) {
    const { x, y, width, height } = toPixels(rect, frame);
    if (current || isFigure(mark.kind)) {
      ctx.fillStyle = wash;
      ctx.fillRect(x, y, width, height);
    }
    if (current) {
      ctx.strokeStyle = line;
      ctx.lineWidth = 1.5 * dpr;
      ctx.strokeRect(x - 1.5 * dpr, y - 1.5 * dpr, width + 3 * dpr, height + 3 * dpr);
    }
    const foot = y + height + Math.max(1, height * 0.1);
    ctx.strokeStyle = line;
    ctx.lineWidth = Math.max(1, Math.min(2.5, height * 0.09)) * Math.min(dpr, 1.25);
    ctx.setLineDash(dashes(mark.kind, Math.max(2, height * 0.18)));
    ctx.beginPath();
    if (mark.kind === "error" || mark.kind === "contradicted")
      wave(ctx, x, foot, width, Math.max(2, height * 0.16));
    else {
      ctx.moveTo(x, foot);
      ctx.lineTo(x + width, foot);
    }
    ctx.stroke();
    ctx.setLineDash([]);
  }
}

const isFigure = (kind: MarkKind) => kind === "verified" || kind === "contradicted" || kind === "unchecked";

function dashes(kind: MarkKind, unit: number): number[] {
  if (kind === "warning") return [unit * 2, unit];
  if (kind === "advice" || kind === "unchecked") return [unit * 0.6, unit * 0.8];
  return [];
}

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

export function paintSelected(ctx: Surface, rect: Rect, withHandles: boolean, frame: Frame): void {
  const { dpr } = frame;
  const { x, y, width, height } = toPixels(rect, frame);
  ctx.strokeStyle = colours.select;
  ctx.lineWidth = 1.5 * dpr;
  ctx.strokeRect(x, y, width, height);
  if (!withHandles) return;
  ctx.lineWidth = dpr;
  for (const handle of handles) {
    const [fx, fy] = handleAt(handle);
    const half = HANDLE * dpr;
    const left = Math.round(x + fx * width - half) + 0.5;
    const top = Math.round(y + fy * height - half) + 0.5;
    ctx.fillStyle = "#fff";
    ctx.fillRect(left, top, 2 * half - 1, 2 * half - 1);
    ctx.strokeRect(left, top, 2 * half - 1, 2 * half - 1);
  }
}

export function paintOutline(ctx: Surface, rect: Rect, frame: Frame): void {
  const { x, y, width, height } = toPixels(rect, frame);
  ctx.strokeStyle = colours.hover;
  ctx.lineWidth = frame.dpr;
  ctx.strokeRect(Math.round(x) + 0.5, Math.round(y) + 0.5, Math.round(width), Math.round(height));
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

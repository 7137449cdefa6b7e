/** Jumps that are looked at: both ends lit, and in a spread a thread from one to the other. */
import type { JumpEnd } from "./jump-ends.ts";
import { colours, type Frame, flag } from "./overlay.ts";

interface Shown {
  readonly ends: readonly JumpEnd[];
  /** Frames of the pages in sight, by page id. */
  readonly frames: ReadonlyMap<string, Frame>;
  /** The end under the pointer, and the words that say where it leads. */
  readonly under: { readonly end: JumpEnd; readonly words: string } | null;
  readonly font: string;
}

export function paintJumps(ctx: CanvasRenderingContext2D, { ends, frames, under, font }: Shown): void {
  for (const end of ends) {
    const frame = frames.get(end.page);
    if (frame) paintEnd(ctx, end, frame, end === under?.end);
  }
  for (const out of ends) {
    if (out.way !== "out") continue;
    const into = ends.find(({ jump, way }) => jump === out.jump && way === "in");
    const [from, to] = [frames.get(out.page), into && frames.get(into.page)];
    if (into && from && to) paintThread(ctx, corner(out, from, "foot"), corner(into, to, "head"), from.dpr);
  }
  if (under) {
    const frame = frames.get(under.end.page);
    if (!frame) return;
    const { x, width, y, height } = under.end.rect;
    const right = frame.x + (x + width) * frame.scale + 4 * frame.dpr;
    const above = frame.y + y * frame.scale - 6 * frame.dpr;
    // At the head of the window there is room below only.
    const foot = above > 24 * frame.dpr ? above : frame.y + (y + height) * frame.scale + 24 * frame.dpr;
    flag(ctx, under.words, Math.max(right, 140 * frame.dpr), foot, colours.select, frame.dpr, font);
  }
}

function paintEnd(ctx: CanvasRenderingContext2D, { rect }: JumpEnd, frame: Frame, strong: boolean): void {
  const { dpr } = frame;
  const x = frame.x + rect.x * frame.scale - 2 * dpr;
  const y = frame.y + rect.y * frame.scale - dpr;
  ctx.beginPath();
  ctx.roundRect(x, y, rect.width * frame.scale + 4 * dpr, rect.height * frame.scale + 2 * dpr, 2 * dpr);
  ctx.fillStyle = colours.selectWash;
  ctx.fill();
  ctx.strokeStyle = colours.select;
  ctx.lineWidth = (strong ? 1.5 : 1) * dpr;
  ctx.stroke();
}

const corner = ({ rect }: JumpEnd, frame: Frame, edge: "foot" | "head") => ({
  x: frame.x + (rect.x + rect.width / 2) * frame.scale,
  y: frame.y + (edge === "foot" ? rect.y + rect.height : rect.y) * frame.scale,
});

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Hangs from the first to the second, so that it is told from column rules. */
function paintThread(ctx: CanvasRenderingContext2D, from: Point, to: Point, dpr: number): void {
  const sag = Math.min(120 * dpr, Math.abs(to.x - from.x) * 0.25);
  ctx.strokeStyle = colours.select;
  ctx.fillStyle = colours.select;
  ctx.lineWidth = 1.5 * dpr;
  ctx.globalAlpha = 0.7;
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.bezierCurveTo(from.x, from.y + sag, to.x, to.y - sag, to.x, to.y);
  ctx.stroke();
  ctx.globalAlpha = 1;
  ctx.beginPath();
  ctx.arc(to.x, to.y, 2.5 * dpr, 0, 2 * Math.PI);
  ctx.fill();
}

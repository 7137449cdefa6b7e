/** Derived lines of a page's furniture: words set once at a point, and the rules beside them. */
import type { FaceId } from "../../edition/style.ts";
import type { Faces } from "../../world.ts";
import { derived, displayWidth, moved, setDisplay } from "../flow/heading.ts";
import { BLACK, type GlyphRun, type Rule } from "../sheet.ts";

export const rule = (x1: number, y1: number, x2: number, y2: number, width: number): Rule => ({
  kind: "rule",
  x1,
  y1,
  x2,
  y2,
  width,
  ink: BLACK,
});

interface Word {
  readonly text: string;
  readonly face: FaceId;
  readonly size: number;
  readonly role: string;
  readonly tracking?: number;
}

/** One derived line with its left, middle or right at `x`, its baseline at `y`; never wider than `limit`. */
export function word(
  w: Word,
  x: number,
  y: number,
  align: "start" | "center" | "end",
  faces: Faces,
  limit = Infinity,
): GlyphRun[] {
  if (!w.text) return [];
  const texts = [derived(w.text, w.face, w.role)];
  const tracking = w.tracking ?? 0;
  const natural = displayWidth(texts, { size: w.size, tracking }, faces);
  const stretch = natural > limit ? limit / natural : 1;
  const line = setDisplay(texts, { size: w.size, stretch, tracking: natural > limit ? 0 : tracking }, faces);
  const dx = align === "start" ? 0 : align === "center" ? -line.width / 2 : -line.width;
  return line.runs.map((run) => moved(run, x + dx, y));
}

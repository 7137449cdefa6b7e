/** Revision marks: a bar beside every line that was changed since the last proof (改样线). */
import type { Ink, Sheet } from "../../compose/sheet.ts";
import type { Box } from "../boxes.ts";
import type { Content } from "../content.ts";
import type { Area } from "./badges.ts";
import type { Pen } from "./pen.ts";

export interface Revision {
  readonly sheet: number;
  /** Changed words where they stand now; where some were taken out, the character that closed the gap. */
  readonly areas: readonly Area[];
}

export const REVISED: Ink = { c: 85, m: 20, y: 0, k: 10 };
const WEIGHT = 1.4;
/** From the line's edge: within the gap between columns. */
const AWAY = 3;

/**
 * Each line once, however many changes it has; at its right where one of `badges` stands at its left. Gives how many
 * lines are marked.
 */
export function drawRevisions(
  content: Content,
  pen: Pen,
  sheet: Sheet,
  areas: readonly Area[],
  badges: readonly Area[],
  at: (area: Area) => Box,
): number {
  const bars = new Map<string, Area>();
  for (const area of areas) {
    const [left, right] = barsOf(area, sheet);
    const bar = badges.some((badge) => meets(badge, left)) ? right : left;
    bars.set([bar.x, bar.y].map(Math.round).join(" "), bar);
  }
  pen.stroke(content, REVISED, WEIGHT);
  for (const bar of bars.values()) {
    const [x1, y1, , y2] = at(bar);
    content.draw(x1, y1, "m", x1, y2, "l S");
  }
  return bars.size;
}

/** At the left and at the right of the line that `area` stands in. */
function barsOf(area: Area, sheet: Sheet): readonly [Area, Area] {
  const { x, y, width, height } = area;
  const line = area.vertical
    ? undefined
    : sheet.lines.find(
        (l) =>
          l.baseline > y && l.baseline <= y + height + 0.5 && l.x <= x + 1 && l.x + l.width >= x + width - 1,
      );
  const [start, length] = line ? [line.x, line.width] : [x, width];
  const bar = { y, width: 0, height };
  return [
    { ...bar, x: start - AWAY },
    { ...bar, x: start + length + AWAY },
  ];
}

const meets = (a: Area, bar: Area): boolean =>
  a.x <= bar.x && bar.x <= a.x + a.width && a.y < bar.y + bar.height && bar.y < a.y + a.height;

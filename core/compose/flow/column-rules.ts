/**
 * Rules between the columns of a block (栏线), where the house asks for them: down the middle of the gap, as far as
 * the text of the column before it goes. What straddles two columns interrupts them.
 */
import { BLACK, type Rule } from "../sheet.ts";
import type { Slot } from "./frame.ts";
import type { Grid } from "./grid.ts";

/** A rule of fewer lines looks like a slip. */
const SHORTEST = 3;

/** Stretch of lines, `to` excluded, beside which the gap's middle is at `x` pt. */
interface Run {
  readonly x: number;
  readonly from: number;
  to: number;
}

/** Rules of `width` pt between the columns of `slots`, `used` of which have text. */
export function columnRules(
  slots: readonly Slot[],
  used: readonly Slot[],
  grid: Grid,
  width: number,
): Rule[] {
  const byColumn = Map.groupBy(slots, (slot) => slot.column);
  const foot = new Map<number, number>();
  for (const { column, line } of used) foot.set(column, Math.max(line, foot.get(column) ?? line));
  return [...foot].flatMap(([column, last]) => {
    if (!foot.has(column + 1)) return [];
    const left = (byColumn.get(column) ?? []).filter(({ line }) => line <= last);
    const right = new Map(byColumn.get(column + 1)?.map((slot) => [slot.line, slot]));
    const runs: Run[] = [];
    for (const slot of left.toSorted((a, b) => a.line - b.line)) {
      const other = right.get(slot.line);
      if (!other) continue;
      const x = (slot.x + slot.width + other.x) / 2;
      const run = runs.at(-1);
      // Where text passes a picture beside the gap, the middle is somewhere else.
      if (run?.to === slot.line && Math.abs(run.x - x) < 0.01) run.to++;
      else runs.push({ x, from: slot.line, to: slot.line + 1 });
    }
    return runs.filter(({ from, to }) => to - from >= SHORTEST).map((run) => upright(run, grid, width));
  });
}

const upright = ({ x, from, to }: Run, grid: Grid, width: number): Rule => ({
  kind: "rule",
  x1: x,
  y1: grid.lineTop(from) + (grid.pitch - grid.size) / 2,
  x2: x,
  y2: grid.lineTop(to) - (grid.pitch - grid.size) / 2,
  width,
  ink: BLACK,
});

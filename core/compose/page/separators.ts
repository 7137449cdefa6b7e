/**
 * Hairlines between neighbouring blocks: down the middle of the gap beside them, through the empty line under them.
 *
 * A box is its own border, so none stands against one; a masthead closes itself.
 */
import type { Place } from "../../edition/place.ts";
import type { HouseStyle } from "../../edition/style.ts";
import type { Grid } from "../flow/grid.ts";
import { BLACK, type Rule } from "../sheet.ts";

export interface Neighbour {
  readonly place: Place;
  /** True where the block draws its own border. */
  readonly bordered: boolean;
  readonly masthead: boolean;
}

/** A column rule of fewer lines, with none over or under it, looks like a slip. */
const SHORTEST = 8;

export function separators(blocks: readonly Neighbour[], grid: Grid, style: HouseStyle): Rule[] {
  const width = style.layout.hairline;
  const rules: Rule[] = [];
  const upright: { column: number; from: number; to: number; rule: Rule }[] = [];
  for (const a of blocks) {
    const foot = a.place.line + a.place.lines;
    const right = a.place.column + a.place.columns;
    for (const b of blocks) {
      if (a === b || a.bordered || b.bordered) continue;
      if (b.place.line === foot && !a.masthead) {
        const from = Math.max(a.place.column, b.place.column);
        const to = Math.min(right, b.place.column + b.place.columns);
        if (from >= to) continue;
        const y = grid.lineTop(foot - 1) + grid.pitch / 2;
        rules.push({
          kind: "rule",
          x1: grid.columnX(from),
          y1: y,
          x2: grid.columnX(from) + grid.span(to - from),
          y2: y,
          width,
          ink: BLACK,
        });
      }
      if (b.place.column === right && !(a.masthead && b.masthead)) {
        const from = Math.max(a.place.line, b.place.line);
        const to = Math.min(foot, b.place.line + b.place.lines);
        if (from >= to) continue;
        const x = grid.columnX(right) - grid.gap / 2;
        // Where one of the two goes on, so does the rule: it meets the next one without a gap.
        const ends = foot === b.place.line + b.place.lines;
        const last = to >= grid.lines ? grid.lineTop(to) : ends ? grid.lineTop(to - 1) : grid.lineTop(to) + 2;
        const rule: Rule = {
          kind: "rule",
          x1: x,
          y1: grid.lineTop(from) + 2,
          x2: x,
          y2: last,
          width,
          ink: BLACK,
        };
        upright.push({ column: right, from, to, rule });
      }
    }
  }
  const goesOn = (one: (typeof upright)[number]) =>
    upright.some((o) => o.column === one.column && (o.to === one.from || o.from === one.to));
  for (const one of upright) if (one.to - one.from >= SHORTEST || goesOn(one)) rules.push(one.rule);
  return rules;
}

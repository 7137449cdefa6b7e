/**
 * Hairlines between neighbouring blocks: down the middle of the gap beside them, through the empty line under them.
 *
 * They follow the blocks' shapes, column by column. A box is its own border, so none stands against one; a masthead
 * closes itself.
 */
import { type Place, type Stretch, stretchOf } from "../../edition/place.ts";
import { rectanglesOf } from "../../edition/shape.ts";
import type { HouseStyle } from "../../edition/style.ts";
import type { Grid } from "../flow/grid.ts";
import { BLACK, type Rule } from "../sheet.ts";

export interface Neighbour {
  readonly place: Place;
  /** True where the block draws its own border. */
  readonly bordered: boolean;
  readonly masthead: boolean;
}

/** A rule down the gap after a column; `from` and `to` (excluded) in grid lines. */
interface Upright extends Stretch {
  /** The column behind the gap. */
  readonly column: number;
  readonly rule: Rule;
}

/** A column rule of fewer lines, with none over or under it, looks like a slip. */
const SHORTEST = 8;

export function separators(blocks: readonly Neighbour[], grid: Grid, style: HouseStyle): Rule[] {
  const width = style.layout.hairline;
  const across: Rule[] = [];
  const standing: Upright[] = [];
  for (const a of blocks) {
    for (const b of blocks) {
      if (a === b || a.bordered || b.bordered) continue;
      if (!a.masthead) across.push(...level(a.place, b.place, grid, width));
      if (!a.masthead || !b.masthead) standing.push(...beside(a.place, b.place, grid, width));
    }
  }
  const goesOn = (one: Upright) =>
    standing.some((o) => o.column === one.column && (o.to === one.from || o.from === one.to));
  const upright = standing.filter((one) => one.to - one.from >= SHORTEST || goesOn(one));
  return [...joined(across, blocks, grid), ...upright.map(({ rule }) => rule)];
}

/** Rules at one height are one where a block goes on over, or under, the gap between them. */
function joined(rules: readonly Rule[], blocks: readonly Neighbour[], grid: Grid): Rule[] {
  const bridged = (left: Rule, right: Rule) =>
    Math.abs(left.y1 - right.y1) < 0.01 &&
    right.x1 > left.x2 &&
    right.x1 - left.x2 < grid.gap + 0.01 &&
    blocks.some(({ place }) =>
      rectanglesOf(place).some(({ column, columns, line, lines }) => {
        const x = grid.columnX(column);
        const ends = [line, line + lines].map((at) => grid.lineTop(at - 1) + grid.pitch / 2);
        const meets = ends.some((y) => Math.abs(y - left.y1) < 0.01);
        return meets && x < left.x2 && x + grid.span(columns) > right.x1;
      }),
    );
  const found: Rule[] = [];
  for (const rule of rules.toSorted((a, b) => a.y1 - b.y1 || a.x1 - b.x1)) {
    const before = found.at(-1);
    if (before && bridged(before, rule)) found[found.length - 1] = { ...before, x2: rule.x2 };
    else found.push(rule);
  }
  return found;
}

/** Rules where `b` begins right under `a`, one to each run of columns. */
function level(a: Place, b: Place, grid: Grid, width: number): Rule[] {
  if (a.line + a.lines < b.line || b.line + b.lines < a.line) return [];
  const rules: Rule[] = [];
  const last = Math.min(a.column + a.columns, b.column + b.columns);
  let run: { from: number; line: number } | null = null;
  for (let column = Math.max(a.column, b.column); column <= last; column++) {
    const over = column < last ? stretchOf(a, column) : null;
    const meets = over !== null && stretchOf(b, column)?.from === over.to ? over.to : null;
    if (run && run.line !== meets) {
      const x1 = grid.columnX(run.from);
      const y = grid.lineTop(run.line - 1) + grid.pitch / 2;
      rules.push({
        kind: "rule",
        x1,
        y1: y,
        x2: x1 + grid.span(column - run.from),
        y2: y,
        width,
        ink: BLACK,
      });
      run = null;
    }
    if (meets !== null) run ??= { from: column, line: meets };
  }
  return rules;
}

/** Rules down the gaps where a column of `a` ends and one of `b` begins. */
function beside(a: Place, b: Place, grid: Grid, width: number): Upright[] {
  const found: Upright[] = [];
  const first = Math.max(a.column, b.column - 1);
  const last = Math.min(a.column + a.columns, b.column + b.columns - 1);
  for (let column = first; column < last; column++) {
    const [left, right] = [stretchOf(a, column), stretchOf(b, column + 1)];
    // Where either goes on through the gap, none of the two ends here.
    if (!left || !right || meeting(left, stretchOf(b, column)) || meeting(stretchOf(a, column + 1), right))
      continue;
    const from = Math.max(left.from, right.from);
    const to = Math.min(left.to, right.to);
    if (from >= to) continue;
    const x = grid.columnX(column + 1) - grid.gap / 2;
    // Where one of the two goes on, so does the rule: it meets the next one without a gap.
    const y2 =
      to >= grid.lines
        ? grid.lineTop(to)
        : left.to === right.to
          ? grid.lineTop(to - 1)
          : grid.lineTop(to) + 2;
    const rule: Rule = { kind: "rule", x1: x, y1: grid.lineTop(from) + 2, x2: x, y2, width, ink: BLACK };
    found.push({ column: column + 1, from, to, rule });
  }
  return found;
}

const meeting = (a: Stretch | null, b: Stretch | null) =>
  a !== null && b !== null && a.from < b.to && b.from < a.to;

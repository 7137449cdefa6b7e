/**
 * What it costs to bring a line to its measure, and how it is brought there: CLREQ §3.5's stages, taken in order.
 *
 * First squeeze (挤进): line-end mark → word spaces → interpuncts → brackets → ，、；： → Han–Latin → 。？！.
 * Else open (拉伸): word spaces → Han–Latin → ，、；： back to their em, then brackets (house) → all gaps equally.
 * Within a stage all places give the same share. The blank of a mark at a line's edge is dropped before any of this.
 */
import { type Prepared, SHRINK_STAGES, STRETCH_STAGES } from "../prepare/prepare.ts";

/**
 * Cost of using up a stage, in the order of its stages. Costs grow with the square of the share used, so that two
 * lines give a little before one gives all. A Han–Han gap of .05 em costs 570 (see gapCost).
 */
const SHRINK_COST: readonly number[] = [4, 3, 6, 9, 9, 24];
const STRETCH_COST: readonly number[] = [4, 6, 10, 10];

/** A line of one Latin run has no place to open: what it lacks, seen as a ragged edge, is judged as this many gaps. */
const RAGGED_GAPS = 8;

/** Widths closer than this, in em, are the same: sums of thirds and advances are not exact. */
export const EPSILON = 1e-6;

/** A line whose Han characters are parted by more than this, in em, is seen to be loose. */
const SEEN = 0.05;
/** A loose line costs this at once: two lines that are not seen are better than one that is. */
const LOOSE_COST = 1500;
/** So does leaving the character grid; a gap under `OFF_GRID` em costs its share. */
const OFF_GRID_COST = 450;
const OFF_GRID = 0.02;

/**
 * Cost of parting Han characters by `gap` em. Leaving the character grid at all costs at once, so that few lines
 * leave it, and so does being seen to; beyond that the cost rises faster than the gap, so that no one line pays for
 * its neighbours.
 */
export function gapCost(gap: number): number {
  const steps = gap / SEEN;
  const loose = gap > SEEN + EPSILON ? LOOSE_COST : 0;
  return loose + OFF_GRID_COST * Math.min(1, gap / OFF_GRID) + 40 * steps * (1 + steps * (1 + steps));
}

/** How a line from cell `from` up to, not including, cell `to` is brought to its measure. */
export interface Adjustment {
  /** Share of each shrink stage that is used, 0–1. */
  readonly shrink: readonly number[];
  readonly stretch: readonly number[];
  /** Equal gap in em. */
  readonly gap: number;
}

export const UNCHANGED: Adjustment = {
  shrink: new Array<number>(SHRINK_STAGES).fill(0),
  stretch: new Array<number>(STRETCH_STAGES).fill(0),
  gap: 0,
};

/** Cost of narrowing the line by `amount` em; Infinity where it cannot give as much. */
export function shrinkCost(line: Prepared, from: number, to: number, amount: number): number {
  let rest = amount;
  let cost = 0;
  for (let stage = 0; stage < SHRINK_STAGES && rest > EPSILON; stage++) {
    const give = between(line.shrinks[stage] as Float64Array, from, to);
    if (give < EPSILON) continue;
    const share = Math.min(1, rest / give);
    cost += (SHRINK_COST[stage] as number) * share * share;
    rest -= give;
  }
  return rest > EPSILON ? Number.POSITIVE_INFINITY : cost;
}

/** Cost of opening the line by `amount` em, and the gap that is left to the last stage. */
export function stretchCost(line: Prepared, from: number, to: number, amount: number): number {
  let rest = amount;
  let cost = 0;
  for (let stage = 0; stage < STRETCH_STAGES && rest > EPSILON; stage++) {
    const give = between(line.stretches[stage] as Float64Array, from, to);
    if (give < EPSILON) continue;
    const share = Math.min(1, rest / give);
    cost += (STRETCH_COST[stage] as number) * share * share;
    rest -= give;
  }
  return rest > EPSILON ? cost + gapCost(rest / (between(line.gaps, from, to) || RAGGED_GAPS)) : cost;
}

/** Equal gap in em of the line opened by `amount`. */
export function gapOf(line: Prepared, from: number, to: number, amount: number): number {
  const rest = amount - between(line.stretch, from, to);
  return rest > EPSILON ? rest / (between(line.gaps, from, to) || RAGGED_GAPS) : 0;
}

/** The adjustment for a line that is `demand` em short of its measure (negative: over it). */
export function adjust(line: Prepared, from: number, to: number, demand: number): Adjustment {
  if (Math.abs(demand) <= EPSILON) return UNCHANGED;
  let rest = Math.abs(demand);
  const take = (sums: readonly Float64Array[]) =>
    sums.map((sum) => {
      const give = between(sum, from, to);
      if (give < EPSILON || rest <= EPSILON) return 0;
      const share = Math.min(1, rest / give);
      rest -= give * share;
      return share;
    });
  if (demand < 0) return { ...UNCHANGED, shrink: take(line.shrinks) };
  const stretch = take(line.stretches);
  const gaps = between(line.gaps, from, to);
  return { ...UNCHANGED, stretch, gap: rest > EPSILON && gaps > 0 ? rest / gaps : 0 };
}

/** Sum over the spaces inside the line: the one after its last cell is its edge. */
function between(sum: Float64Array, from: number, to: number): number {
  return (sum[to - 1] as number) - (sum[from] as number);
}

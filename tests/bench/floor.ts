/**
 * What no setting of a text can go below: its fewest lines, its least mean gap, its fewest loose lines, each sought
 * alone over every way to break each paragraph with no line over its measure and no lone last character.
 *
 * A rival below the floor lets text hang out of the column, leaves lone characters or breaks words and rules. Such
 * breaks are admitted here only in paragraphs that cannot be set without, as the breaker does.
 */
import { EPSILON, gapOf } from "../../core/compose/break/stages.ts";
import { CLASS } from "../../core/compose/prepare/classes.ts";
import { type Prepared, prepare } from "../../core/compose/prepare/prepare.ts";
import { STRENGTH, type Strength } from "../../core/compose/prepare/words.ts";
import type { HouseStyle } from "../../core/edition/style.ts";
import type { Faces } from "../../core/world.ts";

export interface Floor {
  readonly lines: number;
  readonly mean: number;
  readonly over05: number;
}

interface Text extends Prepared {
  /** Pairs of neighbouring Han characters before each cell: a line without one has no gap to be measured. */
  readonly pairs: Float64Array;
}

/** Cost of a line. `gap` in em between its Han characters; null for a last line and one without two of them. */
type Cost = (gap: number | null) => number;

const INDENT = 2;
const ADMITTED: readonly Strength[] = [STRENGTH.kept, STRENGTH.inside, STRENGTH.forbidden];
const STEPS = 16;
/** Share of the measure a line may lack. A character alone on its line parts no others, but sets nothing either. */
const SPARSE = 0.5;

/** Floors of `paragraphs` set to `measure` em in the face 宋. */
export function floorOf(
  paragraphs: readonly string[],
  measure: number,
  style: HouseStyle["text"],
  faces: Faces,
): Floor {
  const texts = paragraphs.map((text) => readText(text, style, faces));
  const total = (cost: Cost) =>
    texts.reduce((sum, text) => sum + cheapest(text, measure, style.minLastLine, cost), 0);
  // The mean is under m in some setting if and only if the gaps less m each can add up to less than nothing.
  let [low, high] = [0, 1];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (total((gap) => (gap === null ? 0 : gap - middle)) < 0) high = middle;
    else low = middle;
  }
  return {
    lines: total(() => 1),
    mean: low,
    over05: total((gap) => (gap !== null && gap > 0.05 + 1e-4 ? 1 : 0)),
  };
}

function readText(text: string, style: HouseStyle["text"], faces: Faces): Text {
  const ref = { page: "bench", pos: 0 };
  const prepared = prepare([{ text, face: "song", ref, offset: 0, role: "paragraph" }], style, faces);
  const { cells } = prepared;
  const pairs = new Float64Array(cells.length + 1);
  cells.forEach((cell, at) => {
    const next = cells[at + 1];
    const isPair = cell.kind === CLASS.han && next?.kind === CLASS.han;
    pairs[at + 1] = (pairs[at] as number) + (isPair ? 1 : 0);
  });
  return { ...prepared, pairs };
}

/** The least that the lines of a paragraph cost; a lone last character or a sparse line only where it must be. */
function cheapest(text: Text, measure: number, minLastLine: number, cost: Cost): number {
  for (const [least, sparse] of [
    [minLastLine, SPARSE],
    [0, SPARSE],
    [0, 1],
  ] as const) {
    for (const strength of ADMITTED) {
      const found = cheapestWithin(text, measure, { strength, least, sparse }, cost);
      if (found < Number.POSITIVE_INFINITY) return found;
    }
  }
  return cost(null);
}

function cheapestWithin(
  text: Text,
  measure: number,
  { strength, least, sparse }: { strength: Strength; least: number; sparse: number },
  cost: Cost,
): number {
  const count = text.cells.length;
  const between = (sum: Float64Array, from: number, to: number) =>
    (sum[to] as number) - (sum[from] as number);
  const costs = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  costs[0] = 0;
  for (let from = 0; from < count; from++) {
    if (costs[from] === Number.POSITIVE_INFINITY) continue;
    const width = from === 0 ? measure - INDENT : measure;
    for (let to = from + 1; to <= count; to++) {
      const ideal = between(text.widths, from, to) - (text.ideals[to - 1] as number);
      const give = between(text.shrink, from, to - 1);
      if (ideal - give > width + EPSILON) break;
      const demand = width - ideal - (text.breakWidths[to - 1] as number);
      if ((text.strengths[to - 1] as number) > strength || demand + give < -EPSILON) continue;
      const isLast = to === count;
      if (isLast && from > 0 && between(text.characters, from, to) < least) continue;
      if (!isLast && demand > width * sparse) continue;
      const isMeasured = !isLast && between(text.pairs, from, to - 1) > 0;
      const gap = isMeasured ? gapOf(text, from, to, Math.max(0, demand)) : null;
      costs[to] = Math.min(costs[to] as number, (costs[from] as number) + cost(gap));
    }
  }
  return costs[count] as number;
}

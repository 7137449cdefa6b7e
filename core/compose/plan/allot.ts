/**
 * Depths for a structure: how many lines each block gets so that the whole is exactly as deep as its region.
 *
 * Every piece has a cost for every depth: a block's comes from composing it, a stack's is the best division between
 * its two, a row's the sum of both. So the division found is the cheapest there is for the structure.
 */
import type { Place } from "../../edition/place.ts";
import type { BoxStyle } from "../../edition/schema.ts";
import type { Leaf, LeafContext, Shape } from "./leaf.ts";
import { type Piece, type Wheel, wheelColumns } from "./piece.ts";
import { type Trial, tryShape } from "./trial.ts";

export interface Allotted {
  readonly shape: Shape;
  readonly place: Place;
  readonly trial: Trial;
}

export interface Region {
  readonly column: number;
  readonly line: number;
  readonly lines: number;
}

/** Trials already made, shared by all structures of a search. */
export type Trials = Map<Leaf, Map<number | string, Trial>>;

interface Depths {
  readonly from: number;
  /** Cost at depth from + i. */
  readonly costs: readonly number[];
}

export interface Allotting {
  readonly context: LeafContext;
  readonly trials: Trials;
  /** Lines under a block's least and over its most that may still be tried. */
  readonly slack: { readonly under: number; readonly over: number };
}

const TRIMMED = { under: 1, over: 2 };

/** Places for the blocks of `piece` in `region`, or null where no division fills it. */
export function allot(
  piece: Piece,
  region: Region,
  allotting: Allotting,
): { cost: number; blocks: Allotted[] } | null {
  const { grid } = allotting.context;
  const trialOf = (shape: Shape, column: number, lines: number, foot: boolean) =>
    triedAt(shape, column, lines, foot, allotting);
  const known = new Map<Piece, Depths>();
  const atFoot = region.line + region.lines >= grid.lines;
  const whole = depthsOf(piece, region.column, atFoot);
  const cost = whole.costs[region.lines - whole.from];
  if (cost === undefined || !Number.isFinite(cost)) return null;
  const blocks: Allotted[] = [];
  divide(piece, region.column, region.line, region.lines);
  return { cost, blocks };

  function depthsOf(at: Piece, column: number, foot: boolean): Depths {
    let depths = known.get(at);
    if (!depths) {
      depths = compute(at, column, foot);
      known.set(at, depths);
    }
    return depths;
  }

  function compute(at: Piece, column: number, foot: boolean): Depths {
    // A line more or less is trimmed off an advert; what is beyond shows as a white edge.
    const { under, over } = at.kind === "block" && at.advert > 0 ? TRIMMED : allotting.slack;
    if (at.kind === "block") {
      const from = Math.max(4, at.min - under);
      const to = Math.min(region.lines, at.max + over);
      const costs: number[] = [];
      for (let lines = from; lines <= to; lines++) costs.push(trialOf(at.shape, column, lines, foot).cost);
      return { from, costs };
    }
    if (at.kind === "row") {
      const a = depthsOf(at.left, column, foot);
      const b = depthsOf(at.right, column + at.left.columns, foot);
      const from = Math.max(a.from, b.from);
      const to = Math.min(a.from + a.costs.length, b.from + b.costs.length);
      const costs: number[] = [];
      for (let lines = from; lines < to; lines++)
        costs.push((a.costs[lines - a.from] as number) + (b.costs[lines - b.from] as number));
      return { from, costs };
    }
    if (at.kind === "wheel") {
      const costs: number[] = [];
      for (let lines = at.min; lines <= at.max; lines++) costs.push(turned(at, column, lines, foot).cost);
      return { from: at.min, costs };
    }
    const a = depthsOf(at.top, column, false);
    const b = depthsOf(at.bottom, column, foot);
    const costs: number[] = new Array(Math.max(0, a.costs.length + b.costs.length - 1)).fill(Infinity);
    a.costs.forEach((x, i) => {
      b.costs.forEach((y, j) => {
        if (x + y < (costs[i + j] as number)) costs[i + j] = x + y;
      });
    });
    return { from: a.from + b.from, costs };
  }

  /** The cheapest turn of a wheel `lines` deep: the depths of its top and its side. */
  function turned(at: Piece & Wheel, column: number, lines: number, foot: boolean) {
    const columns = wheelColumns(at, column);
    const top = depthsOf(at.top, columns.top, false);
    const side = depthsOf(at.side, columns.side, false);
    const bottom = depthsOf(at.bottom, columns.bottom, foot);
    const flank = depthsOf(at.flank, columns.flank, foot);
    const heart = depthsOf(at.heart, columns.heart, false);
    let best = { top: -1, side: -1, cost: Infinity };
    top.costs.forEach((x, i) => {
      const high = top.from + i;
      const left = x + (flank.costs[lines - high - flank.from] ?? Infinity);
      if (left >= best.cost) return;
      side.costs.forEach((y, j) => {
        const low = side.from + j;
        const right = y + (bottom.costs[lines - low - bottom.from] ?? Infinity);
        const cost = left + right + (heart.costs[low - high - heart.from] ?? Infinity);
        if (cost < best.cost) best = { top: high, side: low, cost };
      });
    });
    return best;
  }

  function divide(at: Piece, column: number, line: number, lines: number): void {
    const foot = line + lines >= grid.lines;
    if (at.kind === "block") {
      const place = { column, line, columns: at.columns, lines };
      blocks.push({ shape: at.shape, place, trial: trialOf(at.shape, column, lines, foot) });
      return;
    }
    if (at.kind === "row") {
      divide(at.left, column, line, lines);
      divide(at.right, column + at.left.columns, line, lines);
      return;
    }
    if (at.kind === "wheel") {
      const { top, side } = turned(at, column, lines, foot);
      const columns = wheelColumns(at, column);
      divide(at.top, columns.top, line, top);
      divide(at.side, columns.side, line, side);
      divide(at.flank, columns.flank, line + top, lines - top);
      divide(at.heart, columns.heart, line + top, side - top);
      divide(at.bottom, columns.bottom, line + side, lines - side);
      return;
    }
    const a = depthsOf(at.top, column, false);
    const b = depthsOf(at.bottom, column, foot);
    let best = { depth: -1, cost: Infinity };
    a.costs.forEach((x, i) => {
      const y = b.costs[lines - (a.from + i) - b.from];
      if (y !== undefined && x + y < best.cost) best = { depth: a.from + i, cost: x + y };
    });
    divide(at.top, column, line, best.depth);
    divide(at.bottom, column, line + best.depth, lines - best.depth);
  }
}

/** What a shape comes to at a depth, composed once in a search. `foot`: it stands at the page's foot. */
export const triedAt = (
  shape: Shape,
  column: number,
  lines: number,
  foot: boolean,
  allotting: Allotting,
): Trial => tried(shape, { column, line: 0, columns: shape.columns, lines }, foot, allotting);

/** What a shape comes to in a place, stepped or not. All that counts of its line is whether it ends at the page's foot. */
export function tried(shape: Shape, place: Place, foot: boolean, { context, trials }: Allotting): Trial {
  const { grid } = context;
  const { column, columns, lines, notches } = place;
  const { leaf, dress } = shape;
  const right = column + columns === grid.columns;
  const dressed = BOXES.indexOf(dress.box) * 2 + (dress.direction === "vertical" ? 1 : 0);
  const number = (((dressed * 2 + (foot ? 1 : 0)) * 2 + (right ? 1 : 0)) * 64 + columns) * 1024 + lines;
  const key = notches ? `${number} ${JSON.stringify(notches)}` : number;
  const known = trials.get(leaf) ?? new Map<number | string, Trial>();
  trials.set(leaf, known);
  let trial = known.get(key);
  if (!trial) {
    // A block as deep as the page would touch its foot: then it is one at the foot.
    trial = tryShape(shape, { ...place, line: foot ? grid.lines - lines : 0 }, context);
    known.set(key, trial);
  }
  return trial;
}

const BOXES: readonly BoxStyle[] = ["none", "rule", "ornament", "tint"];

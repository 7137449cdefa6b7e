/**
 * Depths for a structure: how many lines each block gets so that the whole is exactly as deep as its region.
 *
 * Every piece has a cost for every depth: a block's comes from composing it, a stack's is the best division between
 * its two, a row's the sum of both. So the division found is the cheapest there is for the structure.
 */
import type { Place } from "../../edition/place.ts";
import { type LeafContext, type Shape, type Trial, tryShape } from "./leaf.ts";
import type { Piece } from "./slice.ts";

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
export type Trials = Map<string, Trial>;

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

/** Places for the blocks of `piece` in `region`, or null where no division fills it. */
export function allot(
  piece: Piece,
  region: Region,
  allotting: Allotting,
): { cost: number; blocks: Allotted[] } | null {
  const { grid } = allotting.context;
  const known = new Map<Piece, Depths>();
  const atFoot = region.line + region.lines >= grid.lines;
  const whole = depthsOf(piece, region.column, atFoot);
  const cost = whole.costs[region.lines - whole.from];
  if (cost === undefined || !Number.isFinite(cost)) return null;
  const blocks: Allotted[] = [];
  divide(piece, region.column, region.line, region.lines);
  return { cost, blocks };

  function trialOf(shape: Shape, column: number, lines: number, foot: boolean): Trial {
    const right = column + shape.columns === grid.columns;
    const key = `${shape.leaf.id} ${shape.columns} ${shape.dress.box} ${shape.dress.direction} ${lines} ${foot} ${right}`;
    let trial = allotting.trials.get(key);
    if (!trial) {
      const line = foot ? grid.lines - lines : 0;
      // A block as deep as the page would touch its foot: then it is one at the foot.
      trial = tryShape(shape, { column, line, columns: shape.columns, lines }, allotting.context);
      allotting.trials.set(key, trial);
    }
    return trial;
  }

  function depthsOf(at: Piece, column: number, foot: boolean): Depths {
    let depths = known.get(at);
    if (!depths) {
      depths = compute(at, column, foot);
      known.set(at, depths);
    }
    return depths;
  }

  function compute(at: Piece, column: number, foot: boolean): Depths {
    const { under, over } = allotting.slack;
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

/**
 * Wheels (风车): whole pages of five pieces that interlock round the middle one.
 *
 * Whatever is cut by straight cuts alone has one cut that goes through: down the page it is a fault (通版直缝), across
 * it 断版 unless it sets off a strip. A wheel is the least structure that has none. Its pieces are slicing structures
 * found before; here they are joined so that the depths on either side come out even.
 */
import { ADVERT_ABOVE, clash, crowd, OFF, type Piece, type Wheel } from "./piece.ts";
import type { Slices } from "./slice.ts";

export interface WheelOptions {
  readonly columns: number;
  /** Depth of the whole in body lines. */
  readonly lines: number;
  /** Bit of the item that holds the lead (头条), 0 for none. */
  readonly lead: number;
}

/** The cheapest `keep` wheels that hold exactly the blocks of `set`, cheapest first. */
export type Wheels = (set: number, keep: number) => Piece[];

/** One piece over another, together as deep as the page: where the seam between them may lie, and where it lies best. */
interface Pair {
  readonly upper: Piece;
  readonly lower: Piece;
  readonly least: number;
  readonly most: number;
  readonly seam: number;
  readonly cost: number;
}

/** Pairs by the set of blocks they hold. */
type Pairs = ReadonlyMap<number, readonly Pair[]>;

/** Seams closer than this compete: of each stretch the cheapest pair is kept. */
const STRETCH = 9;
/** Pieces of one set and width that are tried in a wheel. */
const TRIED = 4;
/** Lines by which a piece may be set deeper than it fills: every block gives some air. */
const AIR = 5;
/** Lines by which two pieces together may differ from the page's depth. */
const FAR = 24;
/** Narrowest piece of a wheel in columns, but for its heart: broad columns make a piece by themselves. */
const narrowest = (columns: number) => (columns >= 6 ? 2 : 1);

/** Wheels of what `slices` has; what different sets have in common is worked out once. */
export function wheelsOf(slices: Slices, { columns, lines, lead }: WheelOptions): Wheels {
  const known = new Map<number, Pairs>();
  const pairs = (upper: number, lower: number): Pairs => {
    const key = upper * (columns + 1) + lower;
    const found = known.get(key) ?? pairsOf(slices, upper, lower, lines);
    known.set(key, found);
    return found;
  };
  return (set, keep) => {
    const found: Piece[] = [];
    const least = narrowest(columns);
    for (let top = least + 1; top <= columns - least; top++)
      for (let flank = least; flank < top; flank++)
        for (const mirrored of [false, true]) turn(set, keep, top, flank, mirrored, found);
    return found.sort((a, b) => a.cost - b.cost).slice(0, keep);
  };

  function turn(
    set: number,
    keep: number,
    top: number,
    flank: number,
    mirrored: boolean,
    found: Piece[],
  ): void {
    const left = pairs(top, flank);
    const right = pairs(columns - top, columns - flank);
    // The lead stands at the top left, whichever piece that is.
    const first = mirrored ? right : left;
    const second = mirrored ? left : right;
    const best: Piece[] = [];
    let worst = Infinity;
    for (const [held, one] of first) {
      if ((held & lead) !== (set & lead) || (held & set) !== held) continue;
      const others = set ^ held;
      for (let rest = (others - 1) & others; rest > 0; rest = (rest - 1) & others) {
        const two = second.get(rest);
        if (!two) continue;
        for (const heart of slices.at(others ^ rest, top - flank).slice(0, TRIED))
          for (const a of one)
            for (const b of two) {
              const [l, r] = mirrored ? [b, a] : [a, b];
              const cost = wheelCost(l, r, heart, mirrored);
              if (cost === null || cost >= worst) continue;
              best.push(wheelOf(l, r, heart, mirrored, columns, lines, cost));
              if (best.length < keep * 2) continue;
              best.sort((x, y) => x.cost - y.cost).length = keep;
              worst = (best.at(-1) as Piece).cost;
            }
      }
    }
    found.push(...best);
  }
}

function pairsOf(slices: Slices, upperWidth: number, lowerWidth: number, lines: number): Pairs {
  const of = (width: number) => {
    const sets: [set: number, pieces: readonly Piece[]][] = [];
    for (let set = 1; set <= slices.full; set++) {
      const pieces = slices.at(set, width).slice(0, TRIED);
      if (pieces.length > 0) sets.push([set, pieces]);
    }
    return sets;
  };
  const lowers = of(lowerWidth);
  const table = new Map<number, Pair[]>();
  for (const [above, uppers] of of(upperWidth))
    for (const [below, under] of lowers) {
      if ((above & below) !== 0) continue;
      for (const upper of uppers)
        for (const lower of under) {
          const pair = pairOf(upper, lower, lines);
          if (pair) keepBest(table, above | below, pair);
        }
    }
  return table;
}

function pairOf(upper: Piece, lower: Piece, lines: number): Pair | null {
  if (lower.rank === 1 || Math.abs(upper.ideal + lower.ideal - lines) > FAR) return null;
  const least = Math.max(upper.min, lines - lower.max - AIR);
  const most = Math.min(upper.max + AIR, lines - lower.min);
  if (least > most) return null;
  const seam = Math.min(most, Math.max(least, Math.round((upper.ideal + lines - lower.ideal) / 2)));
  const order = lower.rank < upper.rank ? 0.6 + (upper.rank - lower.rank) * 0.35 : 0;
  const misfit = Math.abs(upper.ideal + lower.ideal - lines) * OFF;
  return { upper, lower, least, most, seam, cost: upper.cost + lower.cost + order + misfit };
}

function keepBest(table: Map<number, Pair[]>, set: number, pair: Pair): void {
  const known = table.get(set);
  if (!known) {
    table.set(set, [pair]);
    return;
  }
  const at = known.findIndex(({ seam }) => Math.abs(seam - pair.seam) < STRETCH);
  if (at < 0) known.push(pair);
  else if (pair.cost < (known[at] as Pair).cost) known[at] = pair;
}

/** What a wheel costs, or null where its heart does not fit between the seams. */
function wheelCost(left: Pair, right: Pair, heart: Piece, mirrored: boolean): number | null {
  const room = right.seam - left.seam;
  if (heart.min > right.most - left.least || heart.max < right.least - left.most) return null;
  if (right.most - left.least < heart.min || room < heart.min - 6 || room > heart.max + 6) return null;
  const sides = mirrored
    ? clash(right.upper, left.upper) + clash(heart, left.lower)
    : clash(left.upper, right.upper) + clash(left.lower, heart);
  const pieces = [left.upper, left.lower, right.upper, right.lower, heart];
  let cost = left.cost + right.cost + heart.cost + sides + Math.abs(room - heart.ideal) * OFF;
  // Only the lower two reach the foot of the page, where adverts belong.
  for (const { advert } of [left.upper, right.upper, heart]) if (advert > 0) cost += ADVERT_ABOVE;
  pieces.forEach((a, i) => {
    for (const b of pieces.slice(i + 1)) cost += crowd(a, b);
  });
  return mirrored ? cost + 0.3 : cost;
}

/** The wheel with some of its pieces changed for others of the same width; null where its depths no longer go together. */
export function rewheeled(wheel: Piece & Wheel, changed: Partial<Wheel>): Piece | null {
  const { top, side, bottom, flank, heart, mirrored } = { ...wheel, ...changed };
  const left = pairOf(top, flank, wheel.ideal);
  const right = pairOf(side, bottom, wheel.ideal);
  const cost = left && right && wheelCost(left, right, heart, mirrored);
  if (!left || !right || cost === null) return null;
  return wheelOf(left, right, heart, mirrored, wheel.columns, wheel.ideal, cost);
}

/** Lines by which a wheel may be deeper or shallower than the page it was sought for. */
const GIVE = 3;

function wheelOf(
  left: Pair,
  right: Pair,
  heart: Piece,
  mirrored: boolean,
  columns: number,
  lines: number,
  cost: number,
): Piece {
  const pieces = [left.upper, right.upper, right.lower, left.lower, heart];
  const sum = (value: (piece: Piece) => number) => pieces.reduce((total, piece) => total + value(piece), 0);
  return {
    kind: "wheel",
    top: left.upper,
    side: right.upper,
    bottom: right.lower,
    flank: left.lower,
    heart,
    mirrored,
    columns,
    min: lines - GIVE,
    max: lines + GIVE,
    ideal: lines,
    cost,
    rank: Math.min(...pieces.map((piece) => piece.rank)),
    vertical: sum((piece) => piece.vertical),
    boxed: sum((piece) => piece.boxed),
    advert: Math.max(...pieces.map((piece) => piece.advert)),
  };
}

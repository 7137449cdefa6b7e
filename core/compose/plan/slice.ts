/**
 * The search: every way to cut a region into blocks by straight cuts (a slicing structure), best first.
 *
 * Dynamic programming over sets of blocks and widths. A piece of the page is a block, a stack (one over the other,
 * equal width) or a row (side by side, equal depth); each keeps the range of depths it can take, so that pieces
 * with nothing in common are never joined. Of the pieces for one set and width the cheapest of every depth are kept.
 */
import { STRIP } from "./judge.ts";
import { FILLER, type Shape } from "./leaf.ts";

export type Piece = {
  readonly columns: number;
  /** Body lines: fewest, most, and what suits it. */
  readonly min: number;
  readonly max: number;
  readonly ideal: number;
  readonly cost: number;
  /** Most important rank inside. */
  readonly rank: number;
  /** Vertical headlines inside: one is an ornament, several are a manner. */
  readonly vertical: number;
  /** Shorts boxed for the plan's sake: counted like vertical headlines. */
  readonly boxed: number;
  /** 2 where an advert is inside, 1 where room for a filler: they belong at the page's foot, the advert lowest. */
  readonly advert: number;
} & (
  | { readonly kind: "block"; readonly shape: Shape }
  | { readonly kind: "stack"; readonly top: Piece; readonly bottom: Piece }
  | { readonly kind: "row"; readonly left: Piece; readonly right: Piece }
  | Wheel
);

/**
 * Five pieces that interlock round the middle one (风车): no straight cut parts them. `mirrored` from left to right.
 *
 *     A A A B      A is `top`, B `side`, C `bottom`, D `flank`, E `heart`
 *     D E E B
 *     D C C C
 */
export interface Wheel {
  readonly kind: "wheel";
  readonly top: Piece;
  readonly side: Piece;
  readonly bottom: Piece;
  readonly flank: Piece;
  readonly heart: Piece;
  readonly mirrored: boolean;
}

/** First column of each piece of a wheel that starts at `column`. */
export function wheelColumns({ top, flank, side, mirrored }: Wheel, column: number) {
  return mirrored
    ? {
        top: column + side.columns,
        side: column,
        bottom: column,
        flank: column + side.columns + top.columns - flank.columns,
        heart: column + side.columns,
      }
    : {
        top: column,
        side: column + top.columns,
        bottom: column + flank.columns,
        flank: column,
        heart: column + flank.columns,
      };
}

export interface SliceOptions {
  readonly columns: number;
  readonly lines: number;
  /** Depth the whole is to have, where that is known. */
  readonly target?: number;
  /** Pieces kept for one set of blocks at one width. */
  readonly keep: number;
  /** Lines of a bucket of depth in which pieces compete. */
  readonly bucket: number;
}

export interface Slices {
  /** Pieces that hold exactly the blocks of `set` (bit i is item i), `width` columns wide, cheapest first. */
  at(set: number, width: number): readonly Piece[];
  readonly full: number;
}

/** Items are alternatives for one block each, or for blocks already joined. */
export function slice(items: readonly (readonly Piece[])[], options: SliceOptions): Slices {
  const { columns, lines } = options;
  const count = items.length;
  const full = 2 ** count - 1;
  const table: (readonly Piece[])[] = new Array((full + 1) * (columns + 1)).fill(NONE);
  const at = (set: number, width: number) => table[set * (columns + 1) + width] as readonly Piece[];
  items.forEach((pieces, i) => {
    for (let width = 1; width <= columns; width++)
      table[2 ** i * (columns + 1) + width] = pieces.filter((p) => p.columns === width && p.min <= lines);
  });
  for (let set = 1; set <= full; set++) {
    if ((set & (set - 1)) === 0) continue;
    for (let width = 1; width <= columns; width++) {
      const whole = set === full && width === columns;
      const found = new Shortlist(options, whole ? EACH * 6 : EACH);
      // A row of the whole page has a straight column down it: it is not to crowd out the stacks.
      const beside = whole ? new Shortlist(options, EACH * 3) : found;
      // Each split in two, both ways round.
      for (let part = (set - 1) & set; part > 0; part = (part - 1) & set) {
        const other = set ^ part;
        const tops = at(part, width);
        if (tops.length > 0) stacks(tops, at(other, width), width === columns, lines, found);
        for (let left = 1; left < width; left++) {
          const lefts = at(part, left);
          if (lefts.length > 0) rows(lefts, at(other, width - left), beside);
        }
      }
      const depth = whole ? (options.target ?? null) : null;
      table[set * (columns + 1) + width] = whole
        ? [...found.best(depth), ...beside.best(depth)]
        : found.best(null);
    }
  }
  return { at, full };
}

const NONE: readonly Piece[] = [];

/** A block as a piece by itself. */
export const blockOf = (shape: Shape): Piece => {
  const { columns, min, max, ideal, cost } = shape;
  return {
    kind: "block",
    shape,
    columns,
    min,
    max,
    ideal,
    cost,
    rank: shape.leaf.rank,
    vertical: shape.dress.direction === "vertical" ? 1 : 0,
    boxed: shape.dress.box === "rule" ? 1 : 0,
    advert: shape.leaf.kind !== "advert" ? 0 : shape.leaf.id === FILLER ? 1 : 2,
  };
};

/**
 * Items joined two by two, the smallest first, until there are no more than `most`: the search grows threefold with
 * every item, and shorts stand beside shorts anyway.
 */
export function gathered(
  items: readonly (readonly Piece[])[],
  most: number,
  options: SliceOptions,
): readonly (readonly Piece[])[] {
  const area = (pieces: readonly Piece[]) => Math.min(...pieces.map((p) => p.columns * p.ideal));
  let now = [...items].filter((pieces) => pieces.length > 0);
  while (now.length > most) {
    now.sort((a, b) => area(a) - area(b));
    // The lead and an advert have places of their own: they are gathered with nothing else.
    const alone = (pieces: readonly Piece[]) => pieces[0]?.rank === 1 || (pieces[0]?.advert ?? 0) > 0;
    const [a, b, ...rest] = now.filter((pieces) => !alone(pieces)) as [Piece[], Piece[], ...Piece[][]];
    if (!a || !b) break;
    const pair = slice([a, b], options);
    const joined = Array.from({ length: options.columns }, (_, i) => pair.at(pair.full, i + 1)).flat();
    if (joined.length === 0) break;
    now = [...now.filter(alone), ...rest, joined];
  }
  return now;
}

/** Pieces kept for one depth; of the whole page six times as many, to be judged in full. */
const EACH = 2;

/** What a line too deep or too shallow counts when whole pages are compared. */
export const OFF = 0.16;

/** The cheapest pieces found, a few for every depth: variety is what later joins choose from. */
class Shortlist {
  readonly #buckets: Piece[][] = [];
  readonly #options: SliceOptions;

  /** Pieces kept for one depth. */
  readonly #each: number;

  constructor(options: SliceOptions, each: number) {
    this.#options = options;
    this.#each = each;
  }

  #bucket(ideal: number): Piece[] {
    const key = Math.round(ideal / this.#options.bucket);
    let bucket = this.#buckets[key];
    if (!bucket) {
      bucket = [];
      this.#buckets[key] = bucket;
    }
    return bucket;
  }

  wants(ideal: number, cost: number): boolean {
    const bucket = this.#bucket(ideal);
    return bucket.length < this.#each || cost < (bucket.at(-1) as Piece).cost;
  }

  add(piece: Piece): void {
    const bucket = this.#bucket(piece.ideal);
    bucket.push(piece);
    bucket.sort((a, b) => a.cost - b.cost);
    if (bucket.length > this.#each) bucket.pop();
  }

  /** The cheapest; of whole pages those first that are about as deep as they are to be. */
  best(depth: number | null): readonly Piece[] {
    const off = (piece: Piece) => (depth === null ? 0 : Math.abs(depth - piece.ideal) * OFF);
    const all = this.#buckets.flat().sort((a, b) => a.cost + off(a) - b.cost - off(b));
    return all.slice(0, (this.#options.keep * this.#each) / EACH);
  }
}

/** What it costs to put a story under an advert. */
export const ADVERT_ABOVE = 9;

function stackCost(top: Piece, bottom: Piece, isFullWidth: boolean): number {
  let cost = top.cost + bottom.cost + crowd(top, bottom);
  if (top.advert > bottom.advert) cost += ADVERT_ABOVE;
  if (bottom.rank < top.rank) cost += 0.6 + (top.rank - bottom.rank) * 0.35;
  // Block upon block upon block of one width reads as a list.
  if (top.kind === "block" && pile(bottom) >= 2) cost += 1.5;
  // A cut across the whole page parts it in two (断版) unless it sets off a strip.
  if (isFullWidth) cost += bottom.ideal <= STRIP ? 0.6 : top.ideal <= STRIP ? 2.2 : 7;
  return cost;
}

/** Blocks at a piece's head that are each as wide as it. */
function pile(piece: Piece): number {
  if (piece.kind === "stack") return piece.top.kind === "block" ? 1 + pile(piece.bottom) : 0;
  return piece.kind === "block" ? 1 : 0;
}

/** One piece over another of the same width. */
export function stackOf(top: Piece, bottom: Piece, isFullWidth: boolean, lines: number): Piece {
  return {
    kind: "stack",
    top,
    bottom,
    columns: top.columns,
    min: top.min + bottom.min,
    max: Math.min(lines, top.max + bottom.max),
    ideal: top.ideal + bottom.ideal,
    cost: stackCost(top, bottom, isFullWidth),
    rank: Math.min(top.rank, bottom.rank),
    vertical: top.vertical + bottom.vertical,
    boxed: top.boxed + bottom.boxed,
    advert: Math.max(top.advert, bottom.advert),
  };
}

function stacks(
  tops: readonly Piece[],
  bottoms: readonly Piece[],
  isFullWidth: boolean,
  lines: number,
  found: Shortlist,
): void {
  for (const top of tops) {
    // Stacks lean one way, so that each order of blocks is found once.
    if (top.kind === "stack") continue;
    for (const bottom of bottoms) {
      if (top.min + bottom.min > lines || bottom.rank === 1) continue;
      if (!found.wants(top.ideal + bottom.ideal, stackCost(top, bottom, isFullWidth))) continue;
      found.add(stackOf(top, bottom, isFullWidth, lines));
    }
  }
}

function rowCost(left: Piece, right: Piece): number {
  let cost = left.cost + right.cost + Math.abs(left.ideal - right.ideal) * 0.08;
  cost += clash(left, right) + crowd(left, right);
  if (right.rank < left.rank) cost += right.rank === 1 ? 2.5 : 0.4;
  return cost;
}

function rowIdeal(left: Piece, right: Piece): number {
  const columns = left.columns + right.columns;
  const mean = Math.round((left.ideal * left.columns + right.ideal * right.columns) / columns);
  return Math.min(Math.min(left.max, right.max), Math.max(left.min, right.min, mean));
}

/** Two pieces side by side, equally deep. */
export function rowOf(left: Piece, right: Piece): Piece {
  return {
    kind: "row",
    left,
    right,
    columns: left.columns + right.columns,
    min: Math.max(left.min, right.min),
    max: Math.min(left.max, right.max),
    ideal: rowIdeal(left, right),
    cost: rowCost(left, right),
    rank: Math.min(left.rank, right.rank),
    vertical: left.vertical + right.vertical,
    boxed: left.boxed + right.boxed,
    advert: Math.max(left.advert, right.advert),
  };
}

function rows(lefts: readonly Piece[], rights: readonly Piece[], found: Shortlist): void {
  for (const left of lefts) {
    if (left.kind === "row") continue;
    for (const right of rights) {
      if (Math.max(left.min, right.min) > Math.min(left.max, right.max)) continue;
      if (!found.wants(rowIdeal(left, right), rowCost(left, right))) continue;
      found.add(rowOf(left, right));
    }
  }
}

export const crowd = (a: Piece, b: Piece) =>
  (a.vertical > 0 && b.vertical > 0 ? 2.5 : 0) + (a.boxed > 0 && b.boxed > 0 ? 2 : 0);

/** Headlines side by side at one height (碰题): worst for equals, nothing where one is boxed or vertical. */
export function clash(left: Piece, right: Piece): number {
  const a = topBlock(left, "right");
  const b = topBlock(right, "left");
  const plain = (shape: Shape) =>
    shape.dress.box === "none" && shape.dress.direction === "horizontal" && shape.leaf.input !== null;
  if (!plain(a) || !plain(b)) return a.dress.box !== "none" && b.dress.box !== "none" ? 2.5 : 0;
  if (a.leaf.rank === 1 || b.leaf.rank === 1) return 1.2;
  return a.columns === b.columns ? 9 : Math.abs(a.columns - b.columns) >= 2 ? 3 : 7;
}

/** The block at a piece's top corner. */
function topBlock(piece: Piece, side: "left" | "right"): Shape {
  let at = piece;
  while (at.kind !== "block") {
    if (at.kind === "row") at = side === "left" ? at.left : at.right;
    else if (at.kind === "stack") at = at.top;
    else at = (side === "left") === at.mirrored ? at.side : at.top;
  }
  return at.shape;
}

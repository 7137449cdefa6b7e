/**
 * The search: every way to cut a region into blocks by straight cuts (a slicing structure), best first.
 *
 * Dynamic programming over sets of blocks and widths. A piece of the page is a block, a stack (one over the other,
 * equal width) or a row (side by side, equal depth); each keeps the range of depths it can take, so that pieces
 * with nothing in common are never joined. Of the pieces for one set and width the cheapest of every depth are kept.
 */
import { OFF, type Piece, rowCost, rowIdeal, rowOf, stackCost, stackOf } from "./piece.ts";

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

/**
 * Items joined two by two, the smallest first, until there are no more than `most`: the search grows threefold with
 * every item, and shorts stand beside shorts anyway. With `way` 1 the smallest joins not the next, but the one after.
 */
export function gathered(
  items: readonly (readonly Piece[])[],
  most: number,
  options: SliceOptions,
  way = 0,
): readonly (readonly Piece[])[] {
  const area = (pieces: readonly Piece[]) => Math.min(...pieces.map((p) => p.columns * p.ideal));
  let now = [...items].filter((pieces) => pieces.length > 0);
  while (now.length > most) {
    now.sort((a, b) => area(a) - area(b));
    // The lead and an advert have places of their own: they are gathered with nothing else.
    const alone = (pieces: readonly Piece[]) => pieces[0]?.rank === 1 || (pieces[0]?.advert ?? 0) > 0;
    const others = now.filter((pieces) => !alone(pieces));
    const [a] = others;
    const b = others[Math.min(1 + way, others.length - 1)];
    if (!a || !b || a === b) break;
    const rest = others.filter((pieces) => pieces !== a && pieces !== b);
    const pair = slice([a, b], options);
    const joined = Array.from({ length: options.columns }, (_, i) => pair.at(pair.full, i + 1)).flat();
    if (joined.length === 0) break;
    now = [...now.filter(alone), ...rest, joined];
  }
  return now;
}

/** Pieces kept for one depth; of the whole page six times as many, to be judged in full. */
const EACH = 2;

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

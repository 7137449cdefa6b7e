/**
 * Copy against page: which stories have to go on elsewhere where there is too much, and how much more room each block
 * may take, or what is left for a filler, where there is too little.
 *
 * Counted in cells of the grid, on what suits each block; composing comes later and knows the last line.
 */
import type { Leaf, Shape } from "./leaf.ts";

export interface Measured {
  /**
   * By block: under 1, the part of its text that stays here, the rest being over (or going on elsewhere); over 1, by how
   * much more than its due it is to take.
   */
  readonly share: ReadonlyMap<string, number>;
  /** Cells that no block can fill: room for an advert or a filler (补白). */
  readonly filler: number;
}

/** Shapes no dearer than this over a block's best are as good as it. */
const AS_GOOD = 3;
/** Most of a story's text that may be over: of a story that is cut to less nothing is left to read. */
const CUT = 0.6;
/** Body lines of a basic column under which a story is not cut. */
const WHOLE = 40;
/** Part of what blocks could take at most that they are asked to take together. */
const CAPACITY = 0.95;
/** Cells under which a filler is not worth a hole of its own. */
const LEAST = 40;

const NOTHING: Measured = { share: new Map(), filler: 0 };

/** What to ask of the blocks, the gentlest first: each next is tried where the one before gives no page. `room` in cells. */
export function measured(leaves: readonly Leaf[], room: number): readonly Measured[] {
  const sum = (cells: (shape: Shape) => number, part: number) =>
    leaves.reduce((total, leaf) => total + cellsOf(leaf, cells, part), 0);
  const due = sum(({ ideal }) => ideal, 0.5);
  if (due >= room * 0.97) {
    const less = cut(leaves, due - room * 0.98);
    return sum(({ min }) => min, 0) > room ? [less] : due > room ? [NOTHING, less] : [NOTHING];
  }
  const lacking = room - sum(({ most }) => most, 0.5) * CAPACITY;
  const filler = lacking >= LEAST ? Math.ceil(lacking) : 0;
  const share = Math.max(1, (room - filler) / due);
  return [{ share: new Map(leaves.map(({ id }) => [id, share])), filler }];
}

/** Cells of a block's good shapes: the fewest where `part` is 0, the middle at a half. */
function cellsOf(leaf: Leaf, depth: (shape: Shape) => number, part: number): number {
  const best = Math.min(...leaf.shapes.map(({ cost }) => cost));
  const good = leaf.shapes.filter(({ cost }) => cost <= best + AS_GOOD);
  if (good.length === 0) return 0;
  const cells = good.map((shape) => shape.columns * depth(shape)).sort((a, b) => a - b);
  return cells[Math.floor((cells.length - 1) * part)] as number;
}

/** The fewest stories that can give up `cells` of their text together, the longest first. */
function cut(leaves: readonly Leaf[], cells: number): Measured {
  const long = leaves
    .filter(
      ({ kind, input, text }) =>
        kind === "article" && input && !input.continued && !input.kai && text >= WHOLE,
    )
    .sort((a, b) => b.text - a.text || a.rank - b.rank);
  const share = new Map<string, number>();
  let text = 0;
  for (const leaf of long) {
    text += leaf.text;
    share.set(leaf.id, 1);
    if (cells <= text * CUT) break;
  }
  const part = Math.max(1 - CUT, 1 - cells / Math.max(1, text));
  for (const id of share.keys()) share.set(id, part);
  return { share, filler: 0 };
}

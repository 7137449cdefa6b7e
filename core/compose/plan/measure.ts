/**
 * Copy against page: which stories have to go on elsewhere where there is too much, and how much more room each block
 * may take, or what is left for a filler, where there is too little.
 *
 * Counted in cells of the grid, on what suits each block; composing comes later and knows the last line.
 */
import type { Leaf, Shape } from "./leaf.ts";

export interface Measured {
  /**
   * By block: under 1, the part of its text that stays here, the rest being over or going on elsewhere; over 1, by how
   * much more than its due it is to take.
   */
  readonly share: ReadonlyMap<string, number>;
  /** Blocks among them whose rest goes on on another page by a jump that is not there yet. */
  readonly jumping: readonly string[];
  /** Cells that no block can fill: room for an advert or a filler (补白). */
  readonly filler: number;
}

/** Shapes no dearer than this over a block's best are as good as it. */
const AS_GOOD = 3;
/** Most of a story's text that may be over, or go on: of a story that is cut to less nothing is left to read. */
const CUT = 0.7;
/** Body lines of a basic column under which a story is not cut. */
const WHOLE = 40;
/** Part of what blocks could take at most that they are asked to take together. */
const CAPACITY = 0.95;
/** Cells under which a filler is not worth a hole of its own. */
const LEAST = 40;
/** Part of the page that blocks may take at least so that tighter setting and smaller headlines can do. */
const TIGHT = 0.985;
/** How far from the least that blocks can take to what suits them they are set where there is too much copy. */
const EASE = 0.65;

const NOTHING: Measured = { share: new Map(), jumping: [], filler: 0 };

/**
 * What to ask of the blocks, the gentlest first: each next is tried where those before give too few pages. `room` in
 * cells; `jumps` is the most that may be made.
 */
export function measured(leaves: readonly Leaf[], room: number, jumps: number): readonly Measured[] {
  const sum = (cells: (shape: Shape) => number, part: number) =>
    leaves.reduce((total, leaf) => total + cellsOf(leaf, cells, part), 0);
  const due = sum(({ ideal }) => ideal, 0.5);
  if (due >= room * 0.97) {
    const least = sum(({ min }) => min, 0);
    const over = least + (due - least) * EASE - room * 0.98;
    const fewest = cut(leaves, over, jumps, 0);
    const gentle = least <= room * TIGHT ? [NOTHING] : [];
    if (over <= 0) return gentle;
    if (jumps === 0) return [...gentle, fewest];
    const more = cut(leaves, over, jumps, fewest.jumping.length + 1);
    return [...gentle, fewest, ...(more.jumping.length > fewest.jumping.length ? [more] : [])];
  }
  const lacking = room - sum(({ most }) => most, 0.5) * CAPACITY;
  const filler = lacking >= LEAST ? Math.ceil(lacking) : 0;
  const share = Math.max(1, (room - filler) / due);
  return [{ share: new Map(leaves.map(({ id }) => [id, share])), jumping: [], filler }];
}

/** Cells of a block's good shapes: the fewest where `part` is 0, the middle at a half. */
function cellsOf(leaf: Leaf, depth: (shape: Shape) => number, part: number): number {
  const best = Math.min(...leaf.shapes.map(({ cost }) => cost));
  const good = leaf.shapes.filter(({ cost }) => cost <= best + AS_GOOD);
  if (good.length === 0) return 0;
  const cells = good.map((shape) => shape.columns * depth(shape)).sort((a, b) => a - b);
  return cells[Math.floor((cells.length - 1) * part)] as number;
}

/**
 * The fewest stories (but `least`) that can give up `cells` of their text together, the longest first: those that go on
 * elsewhere already, then up to `jumps` that are made to, then those of which the rest is over.
 */
function cut(leaves: readonly Leaf[], cells: number, jumps: number, least: number): Measured {
  const long = leaves
    .filter(({ kind, input, text }) => kind === "article" && input && !input.kai && text >= WHOLE)
    .sort((a, b) => b.text - a.text || a.rank - b.rank);
  const leaving = long.filter(({ input }) => input?.continued);
  const whole = long.filter(({ input }) => !input?.continued && !input?.jumpLine);
  const share = new Map<string, number>();
  let left = cells;
  const give = (from: readonly Leaf[], fewest: number): string[] => {
    const chosen: Leaf[] = [];
    let text = 0;
    for (const leaf of from) {
      if (left <= text * CUT && chosen.length >= fewest) break;
      chosen.push(leaf);
      text += leaf.text;
    }
    const part = Math.max(1 - CUT, 1 - left / Math.max(1, text));
    for (const { id } of chosen) share.set(id, part);
    left = Math.max(0, left - text * CUT);
    return chosen.map(({ id }) => id);
  };
  give(leaving, 0);
  const jumping = give(whole.slice(0, jumps), least);
  give(whole.slice(jumps), 0);
  return { share, jumping, filler: 0 };
}

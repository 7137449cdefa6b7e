/**
 * A scheme drawn roughly: depths by what suits each block, nothing composed, the page judged as a whole.
 *
 * A sketch is a thousand times cheaper than a plan and right to a few lines, so thousands of structures can be judged
 * and only the best are composed.
 */
import { type JudgedBlock, layoutFaults } from "./judge.ts";
import type { Shape } from "./leaf.ts";
import { OFF, type Piece, wheelColumns } from "./piece.ts";
import { exchanged, rearranged } from "./rearrange.ts";
import type { Scheme } from "./scheme.ts";

export interface Sketch {
  readonly scheme: Scheme;
  /** What the scheme will cost, about: its structure, its misfits, and the faults of the whole page. */
  readonly cost: number;
  /** Which block stands in which columns: what makes two pages look alike. */
  readonly cast: string;
}

/** What a line left free at the page's foot costs: more than any air inside the blocks. */
export const UNFILLED = 8;

/** A fault that an editor would name counts so much more: composing seldom mends what a sketch has wrong. */
const NAMED = 3;

export function sketched(scheme: Scheme, columns: number, lines: number): Sketch;
/** The same, or null where it costs no less than `bound`. */
export function sketched(scheme: Scheme, columns: number, lines: number, bound: number): Sketch | null;
export function sketched(scheme: Scheme, columns: number, lines: number, bound = Infinity): Sketch | null {
  const blocks: JudgedBlock[] = [];
  const head = scheme.masthead?.lines ?? 0;
  let cost = scheme.cost + scheme.unfilled * UNFILLED;
  for (const { piece, region } of scheme.parts) draw(piece, region.column, region.line, region.lines);
  if (cost >= bound) return null;
  for (const fault of layoutFaults(blocks, columns, lines, head))
    cost += fault.cost + (fault.plain ? NAMED : 0);
  const cast = blocks.map(({ id, place }) => `${id} ${place.column} ${place.columns}`).sort();
  return { scheme, cost, cast: cast.join(" ") };

  function draw(piece: Piece, column: number, line: number, deep: number): void {
    switch (piece.kind) {
      case "block":
        cost += Math.abs(deep - piece.ideal) * OFF + Math.max(0, piece.min - deep) * 2;
        blocks.push(judged(piece.shape, column, line, deep, head));
        return;
      case "row":
        draw(piece.left, column, line, deep);
        draw(piece.right, column + piece.left.columns, line, deep);
        return;
      case "stack": {
        const top = shared(piece.top, piece.bottom, deep);
        draw(piece.top, column, line, top);
        draw(piece.bottom, column, line + top, deep - top);
        return;
      }
      case "wheel": {
        const at = wheelColumns(piece, column);
        const high = shared(piece.top, piece.flank, deep);
        const low = shared(piece.side, piece.bottom, deep);
        draw(piece.top, at.top, line, high);
        draw(piece.side, at.side, line, low);
        draw(piece.flank, at.flank, line + high, deep - high);
        draw(piece.heart, at.heart, line + high, Math.max(1, low - high));
        draw(piece.bottom, at.bottom, line + low, deep - low);
      }
    }
  }
}

/** What is less than this better is no better. */
const LESS = 1e-9;
/** Moves by which a sketch is bettered at most. */
const MOVES = 5;

/** The sketch bettered by changing pieces over, as long as it gains. */
export function bettered(start: Sketch, columns: number, lines: number): Sketch {
  let now = start;
  for (let move = 0; move < MOVES; move++) {
    let next = now;
    for (const scheme of moves(now, columns, lines)) {
      const tried = sketched(scheme, columns, lines, next.cost - LESS);
      if (tried && tried.cost < next.cost - LESS) next = tried;
    }
    if (next === now) break;
    now = next;
  }
  return now;
}

/** Every sketch one move away. */
export const moved = (sketch: Sketch, columns: number, lines: number): Sketch[] =>
  moves(sketch, columns, lines).map((scheme) => sketched(scheme, columns, lines));

function moves({ scheme }: Sketch, columns: number, lines: number): Scheme[] {
  return scheme.parts.flatMap(({ piece }, i) =>
    [...rearranged(piece, columns, lines), ...exchanged(piece, columns, lines)].map((other) => {
      const parts = scheme.parts.map((part, k) => (k === i ? { ...part, piece: other } : part));
      return { ...scheme, parts, cost: scheme.cost + other.cost - piece.cost };
    }),
  );
}

/** Depth of `top` where it and `bottom` share `lines`: what is over or short goes to both by their depths. */
function shared(top: Piece, bottom: Piece, lines: number): number {
  const spare = lines - top.ideal - bottom.ideal;
  const wanted = Math.round(top.ideal + (spare * top.ideal) / Math.max(1, top.ideal + bottom.ideal));
  const least = Math.max(top.min, lines - bottom.max);
  const most = Math.min(top.max, lines - bottom.min);
  return Math.max(1, Math.min(lines - 1, Math.max(least, Math.min(most, wanted))));
}

function judged(shape: Shape, column: number, line: number, lines: number, head: number): JudgedBlock {
  const { leaf, dress, columns } = shape;
  return {
    id: leaf.id,
    place: { column, line, columns, lines },
    rank: leaf.rank,
    plainHeadline: leaf.input !== null && dress.box === "none" && dress.direction === "horizontal",
    headlineSize: shape.headlineSize,
    verticalHeadline: dress.direction === "vertical",
    pictured: leaf.pictured,
    ear: line + lines <= head,
  };
}

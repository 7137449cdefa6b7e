/**
 * Structures one move away: two neighbours of a stack changed over, or the sides of a row.
 *
 * The same blocks at the same widths fit as they did; only the page as a whole looks different. So what judging finds
 * wrong with an order can be mended without another search.
 */
import { type Piece, rowOf, stackOf } from "./slice.ts";

/** Every structure one move from `piece`. The lead stays at the top of its stack. */
export function rearranged(piece: Piece, fullWidth: number, lines: number): Piece[] {
  if (piece.kind === "block") return [];
  if (piece.kind === "row") {
    const { left, right } = piece;
    return [
      ...(right.kind === "row" ? [] : [rowOf(right, left)]),
      ...rearranged(left, fullWidth, lines).map((other) => rowOf(other, right)),
      ...rearranged(right, fullWidth, lines).map((other) => rowOf(left, other)),
    ];
  }
  const chain = chainOf(piece);
  const stack = (pieces: readonly Piece[]) =>
    pieces.reduceRight((bottom, top) => stackOf(top, bottom, piece.columns === fullWidth, lines));
  const others: Piece[] = [];
  chain.forEach((child, i) => {
    const next = chain[i + 1];
    if (next && child.rank !== 1 && next.rank !== 1) {
      others.push(stack(chain.map((p, k) => (k === i ? next : k === i + 1 ? child : p))));
    }
    for (const other of rearranged(child, fullWidth, lines)) {
      others.push(stack(chain.map((p, k) => (k === i ? other : p))));
    }
  });
  return others;
}

/** The pieces of a stack, top to bottom. */
function chainOf(piece: Piece): Piece[] {
  return piece.kind === "stack" ? [piece.top, ...chainOf(piece.bottom)] : [piece];
}

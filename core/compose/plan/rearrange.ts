/**
 * Structures one move away: two neighbours of a stack changed over, the sides of a row, or any two pieces of one width.
 *
 * The same blocks at the same widths fit as they did; only the page as a whole looks different. So what judging finds
 * wrong with an order can be mended without another search.
 */
import { type Piece, rowOf, stackOf } from "./piece.ts";
import { rewheeled } from "./wheel.ts";

const WHEEL_PARTS = ["top", "side", "bottom", "flank", "heart"] as const;

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
  if (piece.kind === "wheel")
    return WHEEL_PARTS.flatMap((part) =>
      rearranged(piece[part], fullWidth, lines).flatMap((other) => rewheeled(piece, { [part]: other }) ?? []),
    );
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

/** Every structure in which two pieces of one width, neither with the lead in it, have changed places. */
export function exchanged(piece: Piece, fullWidth: number, lines: number): Piece[] {
  const parts = partsOf(piece).filter((part) => part !== piece && part.rank !== 1);
  const found: Piece[] = [];
  parts.forEach((a, i) => {
    for (const b of parts.slice(i + 1)) {
      if (a.columns !== b.columns || a === b || partsOf(a).includes(b) || partsOf(b).includes(a)) continue;
      const other = replaced(
        piece,
        new Map([
          [a, b],
          [b, a],
        ]),
        fullWidth,
        lines,
      );
      if (other) found.push(other);
    }
  });
  return found;
}

/** A piece and all within it. */
function partsOf(piece: Piece): Piece[] {
  return [piece, ...childrenOf(piece).flatMap(partsOf)];
}

function childrenOf(piece: Piece): Piece[] {
  switch (piece.kind) {
    case "block":
      return [];
    case "row":
      return [piece.left, piece.right];
    case "stack":
      return [piece.top, piece.bottom];
    case "wheel":
      return WHEEL_PARTS.map((part) => piece[part]);
  }
}

/** `piece` with parts of it changed for others of the same width; null where a wheel's depths no longer go together. */
function replaced(
  piece: Piece,
  by: ReadonlyMap<Piece, Piece>,
  fullWidth: number,
  lines: number,
): Piece | null {
  const known = by.get(piece);
  if (known || piece.kind === "block") return known ?? piece;
  const within = (part: Piece) => replaced(part, by, fullWidth, lines);
  if (piece.kind === "wheel") {
    const changed: Partial<Record<(typeof WHEEL_PARTS)[number], Piece>> = {};
    for (const part of WHEEL_PARTS) {
      const other = within(piece[part]);
      if (!other) return null;
      changed[part] = other;
    }
    return rewheeled(piece, changed);
  }
  if (piece.kind === "row") {
    const [left, right] = [within(piece.left), within(piece.right)];
    return left && right && rowOf(left, right);
  }
  const [top, bottom] = [within(piece.top), within(piece.bottom)];
  return top && bottom && stackOf(top, bottom, piece.columns === fullWidth, lines);
}

/** The pieces of a stack, top to bottom. */
function chainOf(piece: Piece): Piece[] {
  return piece.kind === "stack" ? [piece.top, ...chainOf(piece.bottom)] : [piece];
}

/**
 * Pieces of a page: a block, two pieces one over the other (stack) or side by side (row), or five that interlock (wheel).
 *
 * Each knows the depths it can take and what it costs; how two are joined says what the joint costs. Arithmetic only.
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

/** What a line too deep or too shallow counts when whole pages are compared. */
export const OFF = 0.16;

/** What it costs to put a story under an advert. */
export const ADVERT_ABOVE = 18;

export function stackCost(top: Piece, bottom: Piece, isFullWidth: boolean): number {
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

export function rowCost(left: Piece, right: Piece): number {
  let cost = left.cost + right.cost + Math.abs(left.ideal - right.ideal) * 0.08;
  cost += clash(left, right) + crowd(left, right);
  if (right.rank < left.rank) cost += right.rank === 1 ? 2.5 : 0.4;
  return cost;
}

export function rowIdeal(left: Piece, right: Piece): number {
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

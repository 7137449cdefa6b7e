/** A scheme: which pieces fill which regions of the page, round the masthead; and all that a search for one is given. */
import type { Node } from "prosemirror-model";
import type { Place } from "../../edition/place.ts";
import type { Allotting, Region } from "./allot.ts";
import type { Leaf, LeafContext } from "./leaf.ts";
import type { Piece } from "./piece.ts";

export interface ProposalOptions {
  readonly seed: number;
  /** Proposals wanted. */
  readonly count: number;
}

/** Depth of a masthead in body lines. */
export const MASTHEAD = 15;

export interface Search {
  readonly leaves: readonly Leaf[];
  readonly masthead: Node | null;
  readonly fixed: readonly { readonly node: Node; readonly place: Place }[];
  readonly context: LeafContext;
  readonly options: ProposalOptions;
  /** Structures may need so many times the page's depth: 1, or more where copy is more than page. */
  readonly crowd: number;
  readonly allotting: Allotting;
}

/** Pieces with the regions they fill, and the masthead's place. */
export interface Scheme {
  readonly masthead: Place | null;
  readonly parts: readonly { readonly piece: Piece; readonly region: Region }[];
  readonly cost: number;
  /** Lines left free at the foot of the page. */
  readonly unfilled: number;
}

export const under = (depth: number, lines: number): Region => ({
  column: 0,
  line: depth,
  lines: lines - depth,
});

/** What a line's difference between the depth that suits a structure and the depth there is costs. */
const MISFIT = 0.16;

export const misfit = (piece: Piece, lines: number) =>
  Math.abs(piece.ideal - lines) * MISFIT +
  Math.max(0, piece.min - lines) * 2 +
  Math.max(0, lines - piece.max) * 1;

export function filling(
  piece: Piece,
  masthead: Place | null,
  room: Region,
  { crowd, allotting }: Search,
  cost: number,
): Scheme[] {
  if (piece.min > room.lines * crowd) return [];
  const scheme = (lines: number): Scheme => ({
    masthead,
    parts: [{ piece, region: { ...room, lines } }],
    unfilled: room.lines - lines,
    cost: piece.cost + cost + misfit(piece, room.lines),
  });
  const most = Math.min(room.lines, Math.max(piece.ideal, piece.max));
  // Short of copy, every block may give some air; far too short, the foot stays free for what is still to come.
  const give = allotting.slack.over * STRETCHED;
  return [
    ...(most + give >= room.lines ? [scheme(room.lines)] : []),
    ...(most < room.lines ? [scheme(most)] : []),
  ];
}

/** Blocks under each other that may each be set deeper than suits them. */
const STRETCHED = 4;

/** Blocks of a front page as most are: moves grow with the square of their number. */
const USUAL = 10;

/** So many plans, fewer where there are many blocks: the work of bettering them stays about the same. */
export const fewer = (count: number, { leaves }: Search): number =>
  Math.ceil(count * Math.min(1, (USUAL / Math.max(1, leaves.length)) ** 2));

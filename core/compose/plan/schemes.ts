/**
 * Schemes: where the masthead goes, and which pieces fill which regions round it.
 *
 * A front page has its masthead across the head, or at the left with a short story as its ear (报眼), or at the left
 * with stories running down beside it; other pages are one region, or what their placed blocks leave free.
 */
import type { Node } from "prosemirror-model";
import type { Place } from "../../edition/place.ts";
import { overlaps } from "../../edition/place.ts";
import type { Allotting, Region } from "./allot.ts";
import type { Leaf, LeafContext } from "./leaf.ts";
import { chanceOf } from "./seed.ts";
import { blockOf, gathered, type Piece, type SliceOptions, slice } from "./slice.ts";

export interface ProposalOptions {
  readonly seed: number;
  /** Proposals wanted. */
  readonly count: number;
}

/** Items searched; more blocks are first gathered into as many. */
const SEARCHED = 10;
/** Structures divided and judged in full. */
const TRIED = 150;

/** Depth of a masthead in body lines. */
export const MASTHEAD = 17;

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

/** The blocks' shapes as pieces, costs shaken a little by the seed; many blocks gathered into fewer items. */
function alternatives(search: Search, options: SliceOptions): readonly (readonly Piece[])[] {
  const { seed } = search.options;
  // By position, not by id: a text imported twice is planned alike.
  const items = search.leaves.map((leaf, index) =>
    leaf.shapes.map((shape) => {
      const { columns, dress } = shape;
      const luck = chanceOf(seed, `${index} ${columns} ${dress.box} ${dress.direction}`);
      return blockOf({ ...shape, cost: shape.cost + luck * 0.5 });
    }),
  );
  return gathered(items, SEARCHED, options);
}

/** Schemes for a page on which nothing stands yet, the most promising first. */
export function wholePage(search: Search): Scheme[] {
  const { leaves, masthead, context } = search;
  const { columns, lines } = context.grid;
  if (leaves.length === 0)
    return masthead
      ? [{ masthead: { column: 0, line: 0, columns, lines: MASTHEAD }, parts: [], cost: 0, unfilled: 0 }]
      : [];
  const target = masthead ? lines - MASTHEAD : lines;
  const options = { columns, lines: Math.round(lines * search.crowd), target, keep: 12, bucket: 6 };
  const items = alternatives(search, options);
  if (items.length > SEARCHED) return [];
  const slices = slice(items, options);
  const { full } = slices;
  const schemes: Scheme[] = [];
  if (!masthead) {
    for (const piece of slices.at(full, columns))
      schemes.push(...filling(piece, null, { column: 0, line: 0, lines }, search, 0));
    return best(schemes);
  }
  const under = (depth: number): Region => ({ column: 0, line: depth, lines: lines - depth });
  for (const depth of [16, 17, 18, 15]) {
    const place = { column: 0, line: 0, columns, lines: depth };
    for (const piece of slices.at(full, columns))
      schemes.push(...filling(piece, place, under(depth), search, Math.abs(depth - MASTHEAD) * 0.1));
  }
  const wide = Math.round(columns * 0.625);
  const beside = columns - wide;
  if (search.crowd > 1) return best(schemes);
  // Masthead at the left, its ear (报眼) a short story.
  for (const [i, item] of items.entries()) {
    const bit = 2 ** i;
    if (item[0]?.rank === 1 || full === bit) continue;
    for (const ear of slices.at(bit, beside)) {
      if (ear.kind !== "block" || ear.shape.dress.direction === "vertical") continue;
      for (let depth = Math.max(15, ear.min); depth <= Math.min(21, ear.max + 2); depth++) {
        const place = { column: 0, line: 0, columns: wide, lines: depth };
        for (const piece of slices.at(full ^ bit, columns).slice(0, 8)) {
          const cost = ear.cost * 0.6 + Math.abs(depth - 18) * 0.15;
          for (const scheme of filling(piece, place, under(depth), search, cost))
            schemes.push({
              ...scheme,
              parts: [{ piece: ear, region: { column: wide, line: 0, lines: depth } }, ...scheme.parts],
            });
        }
      }
    }
  }
  // Masthead at the left, a story or two running down beside it and the pages under it.
  for (let right = 1; right < full; right++) {
    if ((right & leadBit(items)) !== 0) continue;
    for (const b of slices.at(right, beside)) {
      if (b.min > lines || b.max < lines - 4) continue;
      for (const a of slices.at(full ^ right, wide)) {
        const depth = MASTHEAD;
        if (a.min > lines - depth || a.max < lines - depth - 4) continue;
        const place = { column: 0, line: 0, columns: wide, lines: depth };
        schemes.push({
          masthead: place,
          unfilled: 0,
          parts: [
            { piece: a, region: { column: 0, line: depth, lines: lines - depth } },
            { piece: b, region: { column: wide, line: 0, lines } },
          ],
          cost: a.cost + b.cost + 2.5 + misfit(a, lines - depth) + misfit(b, lines),
        });
      }
    }
  }
  return best(schemes);
}

const leadBit = (items: readonly (readonly Piece[])[]) => {
  const lead = items.findIndex((pieces) => pieces.some((piece) => piece.rank === 1));
  return lead < 0 ? 0 : 2 ** lead;
};

/** What a line's difference between the depth that suits a structure and the depth there is costs. */
const MISFIT = 0.16;

const misfit = (piece: Piece, lines: number) =>
  Math.abs(piece.ideal - lines) * MISFIT +
  Math.max(0, piece.min - lines) * 2 +
  Math.max(0, lines - piece.max) * 1;

function filling(
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

/** The most promising schemes, each kind of masthead with its share: a page is not to have three of one cast. */
function best(schemes: Scheme[]): Scheme[] {
  const kinds = Map.groupBy(
    schemes,
    ({ masthead, parts }) => `${masthead?.columns ?? 0} ${parts.length} ${parts[0]?.region.line === 0}`,
  );
  const share = Math.ceil(TRIED / Math.max(1, kinds.size));
  return [...kinds.values()].flatMap((kind) => kind.sort((a, b) => a.cost - b.cost).slice(0, share));
}

/** Plans for the largest rectangle that blocks with a place leave free. */
export function inFreeSpace(search: Search): Scheme[] {
  const { leaves, masthead, fixed, context } = search;
  const { grid } = context;
  const taken = fixed.map(({ place }) => place);
  let head: Place | null = null;
  if (masthead) {
    const wanted = { column: 0, line: 0, columns: grid.columns, lines: MASTHEAD };
    head = taken.some((place) => overlaps(place, wanted)) ? null : wanted;
    if (head) taken.push(head);
  }
  const free = largestFree(taken, grid.columns, grid.lines);
  if (!free || leaves.length === 0) return [];
  const lines = Math.round(free.lines * search.crowd);
  const options = { columns: free.columns, lines, target: free.lines, keep: 12, bucket: 6 };
  const items = alternatives(search, options);
  if (items.length > SEARCHED) return [];
  const slices = slice(items, options);
  return best(slices.at(slices.full, free.columns).flatMap((piece) => filling(piece, head, free, search, 0)));
}

/** The empty rectangle with the most cells; null on a full page. */
export function largestFree(taken: readonly Place[], columns: number, lines: number): Place | null {
  let found: Place | null = null;
  for (let column = 0; column < columns; column++) {
    for (let width = 1; column + width <= columns; width++) {
      const over = taken
        .filter((place) => overlaps(place, { column, line: 0, columns: width, lines }))
        .sort((a, b) => a.line - b.line);
      let line = 0;
      for (const place of [...over, { line: lines, lines: 0 }]) {
        const depth = place.line - line;
        if (depth > 3 && (!found || depth * width > found.lines * found.columns))
          found = { column, line, columns: width, lines: depth };
        line = Math.max(line, place.line + place.lines);
      }
    }
  }
  return found;
}

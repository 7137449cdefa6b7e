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
import { largestFree } from "./free.ts";
import { STRIP } from "./judge.ts";
import type { Leaf, LeafContext } from "./leaf.ts";
import { chanceOf } from "./seed.ts";
import { bettered, type Sketch, sketched } from "./sketch.ts";
import { blockOf, gathered, type Piece, type SliceOptions, type Slices, slice } from "./slice.ts";
import { type Wheels, wheelsOf } from "./wheel.ts";

export interface ProposalOptions {
  readonly seed: number;
  /** Proposals wanted. */
  readonly count: number;
}

/** Items searched at most; more blocks are gathered first, into fewer, for each of those has many shapes. */
const SEARCHED = 10;
const GATHERED = 9;
/** Structures composed and judged in full: the best by their sketches, and a few of every kind. */
const TRIED = 80;
const SHARE = 2;
/** Structures composed that put the same blocks into the same columns. */
const ALIKE = 1;
/** Sketches that are bettered move by move. */
const BETTERED = 150;

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
  return items.length > SEARCHED ? gathered(items, GATHERED, options) : items;
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
  const lead = leadBit(items);
  const wheels = wheelsOf(slices, { columns, lines: target, lead });
  const pieces = [...slices.at(full, columns), ...wheels(full, WHEELS)];
  if (!masthead) {
    for (const piece of pieces)
      schemes.push(...filling(piece, null, { column: 0, line: 0, lines }, search, 0));
    return best(schemes, search);
  }
  for (const depth of [15, 16, 14, 17]) {
    const place = { column: 0, line: 0, columns, lines: depth };
    for (const piece of pieces)
      schemes.push(...filling(piece, place, under(depth, lines), search, Math.abs(depth - MASTHEAD) * 0.1));
  }
  if (search.crowd > 1) return best(schemes, search);
  const wide = Math.round(columns * 0.625);
  const eared = withEar(slices, wheels, items, wide, search);
  const beside = besideNameplate(slices, lead, wide, search);
  return best([...schemes, ...cheapest(eared), ...cheapest(beside)], search);
}

/** Schemes of one kind that are drawn at most. */
const DRAWN = 4000;

const cheapest = (schemes: Scheme[]): Scheme[] =>
  schemes.length <= DRAWN ? schemes : schemes.sort((a, b) => a.cost - b.cost).slice(0, DRAWN);

const under = (depth: number, lines: number): Region => ({ column: 0, line: depth, lines: lines - depth });

/** Wheels judged in full. */
const WHEELS = 400;
/** The same under a nameplate with one story or another in its ear. */
const EARED = 40;
/** Shapes of one story tried in the ear. */
const EARS = 3;
/** Depths in body lines of a nameplate that has an ear beside it. */
const EAR = { least: 13, most: 19, suits: 15 };

/** Masthead at the left, a short or an advert in its ear (报眼). */
function withEar(
  slices: Slices,
  wheels: Wheels,
  items: readonly (readonly Piece[])[],
  wide: number,
  search: Search,
): Scheme[] {
  const { columns, lines } = search.context.grid;
  const { full } = slices;
  const schemes: Scheme[] = [];
  for (const [i, item] of items.entries()) {
    const bit = 2 ** i;
    if (item[0]?.rank === 1 || full === bit) continue;
    const ears = slices
      .at(bit, columns - wide)
      .filter(
        (ear) =>
          ear.kind === "block" &&
          ear.shape.dress.direction === "horizontal" &&
          ear.min <= EAR.most &&
          ear.max + 2 >= EAR.least,
      )
      .slice(0, EARS);
    if (ears.length === 0) continue;
    const pieces = [...slices.at(full ^ bit, columns), ...wheels(full ^ bit, EARED)];
    for (const ear of ears) {
      for (let depth = Math.max(EAR.least, ear.min); depth <= Math.min(EAR.most, ear.max + 2); depth++) {
        const place = { column: 0, line: 0, columns: wide, lines: depth };
        // An advert of this proportion is at home here; a short is set in less than it would like.
        const cost = (ear.advert ? 0 : ear.cost * 0.6) + Math.abs(depth - EAR.suits) * 0.15;
        for (const piece of pieces)
          for (const scheme of filling(piece, place, under(depth, lines), search, cost))
            schemes.push({
              ...scheme,
              parts: [{ piece: ear, region: { column: wide, line: 0, lines: depth } }, ...scheme.parts],
            });
      }
    }
  }
  return schemes;
}

/** Strips tried at the foot of a page whose stories run down beside the nameplate. */
const STRIPS = 24;

/** Masthead at the left, a story or two running down beside it and the pages under it, a strip over the foot. */
function besideNameplate(slices: Slices, lead: number, wide: number, search: Search): Scheme[] {
  const { columns, lines } = search.context.grid;
  const { full } = slices;
  const schemes: Scheme[] = [];
  const place = { column: 0, line: 0, columns: wide, lines: MASTHEAD };
  for (const { set, strip } of stripsOf(slices, columns, lead)) {
    const deep = lines - (strip?.ideal ?? 0);
    const above = full ^ set;
    const foot = strip ? [{ piece: strip, region: { column: 0, line: deep, lines: lines - deep } }] : [];
    for (let right = (above - 1) & above; right > 0; right = (right - 1) & above) {
      if ((right & lead) !== 0) continue;
      for (const b of slices.at(right, columns - wide)) {
        if (b.min > deep || b.max < deep - 4) continue;
        for (const a of slices.at(above ^ right, wide)) {
          if (a.min > deep - MASTHEAD || a.max < deep - MASTHEAD - 4) continue;
          schemes.push({
            masthead: place,
            unfilled: 0,
            parts: [
              { piece: a, region: { column: 0, line: MASTHEAD, lines: deep - MASTHEAD } },
              { piece: b, region: { column: wide, line: 0, lines: deep } },
              ...foot,
            ],
            cost: a.cost + b.cost + (strip?.cost ?? 4) + 2.5 + misfit(a, deep - MASTHEAD) + misfit(b, deep),
          });
        }
      }
    }
  }
  return schemes;
}

/** The cheapest strips over the whole width, each with the set of blocks it holds; and none. */
function stripsOf(slices: Slices, columns: number, lead: number) {
  const strips: { set: number; strip: Piece | null }[] = [];
  for (let set = 1; set < slices.full; set++) {
    if ((set & lead) !== 0) continue;
    const strip = slices.at(set, columns).find((piece) => piece.ideal <= STRIP);
    if (strip) strips.push({ set, strip });
  }
  strips.sort((a, b) => (a.strip?.cost ?? 0) - (b.strip?.cost ?? 0));
  return [{ set: 0, strip: null }, ...strips.slice(0, STRIPS)];
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

/**
 * The most promising schemes by their sketches; each kind of structure keeps a share, so that a page is not offered
 * three times in one cast.
 */
function best(schemes: Scheme[], { context: { grid } }: Search): Scheme[] {
  const { columns, lines } = grid;
  const drawn = schemes.map((scheme) => sketched(scheme, columns, lines)).sort(byCost);
  const improved = thinned(drawn, 1)
    .slice(0, BETTERED)
    .map((sketch) => bettered(sketch, columns, lines));
  const taken = new Map<string, number>();
  const chosen = thinned([...improved, ...drawn].sort(byCost), ALIKE).filter(({ scheme }, place) => {
    const { masthead, parts } = scheme;
    const kind = `${masthead?.columns ?? 0} ${parts.length} ${parts.map(({ piece }) => piece.kind).join(" ")}`;
    const before = taken.get(kind) ?? 0;
    if (place >= TRIED && before >= SHARE) return false;
    taken.set(kind, before + 1);
    return true;
  });
  return chosen.map(({ scheme }) => scheme);
}

const byCost = (a: Sketch, b: Sketch) => a.cost - b.cost;

/** The first `most` of every cast. */
function thinned(sketches: readonly Sketch[], most: number): Sketch[] {
  const seen = new Map<string, number>();
  return sketches.filter(({ cast }) => {
    const before = seen.get(cast) ?? 0;
    seen.set(cast, before + 1);
    return before < most;
  });
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
  return best(
    slices.at(slices.full, free.columns).flatMap((piece) => filling(piece, head, free, search, 0)),
    search,
  );
}

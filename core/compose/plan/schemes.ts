/**
 * Schemes: where the masthead goes, and which pieces fill which regions round it.
 *
 * A front page has its masthead across the head, or at the left with a short story as its ear (报眼), or at the left
 * with stories running down beside it; other pages are one region, or what their placed blocks leave free.
 */
import { besideNameplate, withEar } from "./nameplate.ts";
import { blockOf, type Piece } from "./piece.ts";
import { fewer, filling, MASTHEAD, type Scheme, type Search, under } from "./scheme.ts";
import { chanceOf } from "./seed.ts";
import { bettered, type Sketch, sketched } from "./sketch.ts";
import { gathered, type SliceOptions, slice } from "./slice.ts";
import { wheelsOf } from "./wheel.ts";

/** Items searched at most; more blocks are gathered first, into fewer, for each of those has many shapes. */
const SEARCHED = 9;
const GATHERED = 8;
/** Ways in which many blocks are gathered, each searched by itself. */
const GATHERINGS = [0, 1];
/** Structures composed and judged in full: the best by their sketches, and a few of every kind. */
const TRIED = 80;
const SHARE = 2;
/** Structures composed that put the same blocks into the same columns. */
const ALIKE = 1;
/** Sketches that are bettered move by move. */
const BETTERED = 150;

/** The blocks' shapes as pieces, costs shaken a little by the seed; many blocks gathered into fewer items. */
export function alternatives(search: Search, options: SliceOptions): readonly Items[] {
  const { seed } = search.options;
  // By position, not by id: a text imported twice is planned alike.
  const items = search.leaves.map((leaf, index) =>
    leaf.shapes.map((shape) => {
      const { columns, dress } = shape;
      const luck = chanceOf(seed, `${index} ${columns} ${dress.box} ${dress.direction}`);
      return blockOf({ ...shape, cost: shape.cost + luck * 0.5 });
    }),
  );
  const ways =
    items.length > SEARCHED ? GATHERINGS.map((way) => gathered(items, GATHERED, options, way)) : [items];
  return ways.filter((way) => way.length <= SEARCHED);
}

/** Alternatives for each block, or for blocks gathered. */
type Items = readonly (readonly Piece[])[];

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
  const ways = alternatives(search, options);
  const most = DRAWN / ways.length;
  return best(
    ways.flatMap((items) => structures(items, options, search, most)),
    search,
  );
}

/** Every scheme of some items, under a nameplate over the whole width, beside one, or without. */
function structures(
  items: Items,
  options: SliceOptions & { target: number },
  search: Search,
  most: number,
): Scheme[] {
  const { masthead, context } = search;
  const { columns, lines } = context.grid;
  const slices = slice(items, options);
  const { full } = slices;
  const lead = leadBit(items);
  const wheels = wheelsOf(slices, { columns, lines: options.target, lead });
  const pieces = [...slices.at(full, columns), ...wheels(full, WHEELS)];
  if (!masthead)
    return pieces.flatMap((piece) => filling(piece, null, { column: 0, line: 0, lines }, search, 0));
  const schemes: Scheme[] = [];
  for (const depth of [15, 16, 14, 17]) {
    const place = { column: 0, line: 0, columns, lines: depth };
    for (const piece of pieces)
      schemes.push(...filling(piece, place, under(depth, lines), search, Math.abs(depth - MASTHEAD) * 0.1));
  }
  if (search.crowd > 1) return schemes;
  const wide = Math.round(columns * 0.625);
  const eared = withEar(slices, wheels, items, wide, search);
  const beside = besideNameplate(slices, lead, wide, search);
  return [...schemes, ...cheapest(eared, most), ...cheapest(beside, most)];
}

/** Schemes of one kind that are drawn at most, in all ways of gathering together. */
const DRAWN = 4000;

const cheapest = (schemes: Scheme[], most: number): Scheme[] =>
  schemes.length <= most ? schemes : schemes.sort((a, b) => a.cost - b.cost).slice(0, most);

/** Wheels judged in full. */
const WHEELS = 400;
const leadBit = (items: Items) => {
  const lead = items.findIndex((pieces) => pieces.some((piece) => piece.rank === 1));
  return lead < 0 ? 0 : 2 ** lead;
};

/**
 * The most promising schemes by their sketches; each kind of structure keeps a share, so that a page is not offered
 * three times in one cast.
 */
export function best(schemes: Scheme[], search: Search): Scheme[] {
  const { columns, lines } = search.context.grid;
  const drawn = schemes.map((scheme) => sketched(scheme, columns, lines)).sort(byCost);
  const improved = thinned(drawn, 1)
    .slice(0, fewer(BETTERED, search))
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

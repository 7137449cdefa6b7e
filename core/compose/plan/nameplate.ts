/**
 * Front pages whose nameplate stands at the left: with a short or an advert as its ear (报眼), or with stories that run
 * down beside it.
 */
import { STRIP } from "./judge.ts";
import type { Piece } from "./piece.ts";
import { filling, MASTHEAD, misfit, type Scheme, type Search, under } from "./scheme.ts";
import type { Slices } from "./slice.ts";
import type { Wheels } from "./wheel.ts";

/** The same under a nameplate with one story or another in its ear. */
const EARED = 40;
/** Shapes of one story tried in the ear. */
const EARS = 3;
/** Depths in body lines of a nameplate that has an ear beside it. */
const EAR = { least: 13, most: 19, suits: 15 };

/** Masthead at the left, a short or an advert in its ear (报眼). */
export function withEar(
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
export function besideNameplate(slices: Slices, lead: number, wide: number, search: Search): Scheme[] {
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

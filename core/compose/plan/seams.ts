/**
 * Seams: the lines at which blocks end and others begin under them, moved a little to better a plan.
 *
 * What stands over a seam gains the lines that what stands under it loses, over exactly the same columns; so a plan
 * stays a plan whatever its structure is, and a headline that came to stand level with another can give way.
 */
import type { Place } from "../../edition/place.ts";
import { shaped } from "../../edition/shape.ts";

export interface Seam {
  /** Indices of the blocks that end at it, and of those that begin there. */
  readonly above: readonly number[];
  readonly below: readonly number[];
}

/** Every seam between blocks, each as narrow as it can be moved. */
export function seamsOf(places: readonly Place[]): Seam[] {
  const seams: Seam[] = [];
  const known = new Set<string>();
  places.forEach((place, index) => {
    const line = place.line + place.lines;
    const seam = grown(places, [index], line);
    const key = seam?.above.join(" ");
    if (!seam || !key || known.has(key)) return;
    known.add(key);
    seams.push(seam);
  });
  return seams;
}

/** The seam under the blocks of `start`: neighbours join until both sides cover the same columns; null where they cannot. */
function grown(places: readonly Place[], start: readonly number[], line: number): Seam | null {
  let above: readonly number[] = start;
  let below: readonly number[] = [];
  for (;;) {
    const under = touching(places, above, (place) => place.line === line);
    const over = touching(places, under, (place) => place.line + place.lines === line);
    if (under.length === below.length && over.length === above.length) break;
    [above, below] = [over, under];
    if (above.length === 0 || below.length === 0) return null;
  }
  const width = (list: readonly number[]) =>
    list.reduce((sum, index) => sum + (places[index] as Place).columns, 0);
  return width(above) === width(below) ? { above, below } : null;
}

/** Blocks on the line asked for that share a column with one of `with`. */
function touching(
  places: readonly Place[],
  others: readonly number[],
  onLine: (place: Place) => boolean,
): number[] {
  return places.flatMap((place, index) => {
    const shares = others.some((other) => {
      const { column, columns } = places[other] as Place;
      return place.column < column + columns && column < place.column + place.columns;
    });
    return onLine(place) && shares ? [index] : [];
  });
}

/** Places with a seam moved down by `by` lines (up where it is negative); null where a block would have too few left. */
export function shifted(places: readonly Place[], seam: Seam, by: number, least: number): Place[] | null {
  const moved = places.map((place, index) => {
    if (seam.above.includes(index)) return { ...place, lines: place.lines + by };
    return seam.below.includes(index) ? { ...place, line: place.line + by, lines: place.lines - by } : place;
  });
  return moved.every((place) => place.lines >= least && (!place.notches || isShape(place))) ? moved : null;
}

const isShape = (place: Place) => shaped(place, place.notches ?? []) !== null;

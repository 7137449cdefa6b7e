/** Whether what a file or a command says is a place is one: no block stands off the grid, or in pieces. */
import type { Place } from "./place.ts";
import { areNotches, isWhole } from "./shape.ts";

/** Most cells a place counts in either direction: more than any grid has, and few enough to compose. */
const MOST = 1000;

/**
 * `value` as a place, or null. Throws a RangeError where it is neither null nor a rectangle of integers up to 1000 with
 * corners taken out that leave it of one piece.
 */
export function checkPlace(value: unknown): Place | null {
  if (value === null) return null;
  const place = value as Partial<Record<keyof Place, unknown>>;
  for (const key of ["column", "line", "columns", "lines"] as const) {
    const n = place?.[key];
    const least = key === "column" || key === "line" ? 0 : 1;
    if (!Number.isInteger(n) || (n as number) < least || (n as number) > MOST) {
      throw new RangeError(`place.${key} is ${JSON.stringify(n)}, not a whole number of cells`);
    }
  }
  if (!areNotches(place.notches, value as Place) || !isWhole(value as Place))
    throw new RangeError(
      `place.notches is ${JSON.stringify(place.notches)?.slice(0, 200)}, no corners of the block`,
    );
  return value as Place;
}

/** The same for what is always a rectangle: a picture, an advert, the masthead. */
export function checkRectangle(value: unknown): Place | null {
  const place = checkPlace(value);
  if (place?.notches) throw new RangeError("place.notches belongs to blocks of text");
  return place;
}

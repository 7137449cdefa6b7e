/**
 * Steps: blocks that reach into their neighbour's corner, so that a plan of rectangles gets L-shaped and stepped blocks.
 *
 * Cells only change hands between two blocks, so a plan stays a plan. Corners are never taken where the headline or the
 * first column would lose its place: at the foot, or at the head's right.
 */
import { type Corner, overlaps, type Place } from "../../edition/place.ts";
import { shaped } from "../../edition/shape.ts";

/** Two blocks of a plan with other places. */
export interface Step {
  /** Index of the block that becomes stepped. */
  readonly stepped: number;
  readonly places: ReadonlyMap<number, Place>;
}

/** Lines of a step that are tried. */
const DEPTHS = [6, 10, 14, 20];
/** Fewest lines of a foot that goes on under a neighbour. */
const FOOT = 10;
/** Fewest lines that any column of a stepped block keeps. */
const LEAST = 14;

/** Every step between the blocks of a plan; `free` tells which may be stepped and which may give or take a corner. */
export function stepsOf(places: readonly Place[], free: (index: number) => boolean): Step[] {
  const found: Step[] = [];
  places.forEach((a, i) => {
    if (!free(i) || a.notches) return;
    places.forEach((b, k) => {
      if (k === i || b.notches) return;
      for (const by of DEPTHS)
        for (const step of [...under(a, b, by), ...round(a, b, by)])
          if (step.every((place) => place !== null))
            found.push({
              stepped: i,
              places: new Map([
                [i, step[0] as Place],
                [k, step[1] as Place],
              ]),
            });
    });
  });
  return found.filter((step) => isSound(places, step));
}

type Pair = readonly [a: Place | null, b: Place | null];

/** `b` stands under one end of `a`: it rises into the corner, or goes down and lets the corner follow. */
function under(a: Place, b: Place, by: number): Pair[] {
  const right = b.column + b.columns === a.column + a.columns;
  const left = b.column === a.column;
  if (b.line !== a.line + a.lines || b.columns >= a.columns || left === right) return [];
  const corner: Corner = left ? "sw" : "se";
  const across: Corner = left ? "se" : "sw";
  const risen = { ...b, line: b.line - by, lines: b.lines + by };
  const fallen = { ...b, line: b.line + by, lines: b.lines - by };
  const long = { ...a, lines: a.lines + by };
  return [
    [notched(a, corner, b.columns, by), risen],
    [notched(long, across, a.columns - b.columns, by), fallen],
  ];
}

/** `b` stands at the right of `a`, its foot level: `a` goes on under it. */
function round(a: Place, b: Place, by: number): Pair[] {
  if (b.column !== a.column + a.columns || a.line + a.lines !== b.line + b.lines || b.lines <= by) return [];
  // Under a neighbour a shallow foot reads as text that lost its headline.
  if (by < FOOT) return [];
  const wide = { ...a, columns: a.columns + b.columns };
  return [[notched(wide, "ne", b.columns, a.lines - by), { ...b, lines: b.lines - by }]];
}

function notched(place: Place, corner: Corner, columns: number, lines: number): Place | null {
  return place.lines - lines < LEAST && corner !== "ne" ? null : shaped(place, [{ corner, columns, lines }]);
}

/** True where no block covers another and each keeps some depth. */
function isSound(places: readonly Place[], { places: changed }: Step): boolean {
  for (const [i, place] of changed) {
    if (place.lines < LEAST || place.columns < 1) return false;
    for (const [k, other] of places.entries())
      if (k !== i && overlaps(place, changed.get(k) ?? other)) return false;
  }
  return true;
}

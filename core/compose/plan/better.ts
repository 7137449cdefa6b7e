/**
 * A plan bettered: neighbours changed over, seams moved line by line, a block stepped, as long as the page as a whole gains.
 */
import type { Place } from "../../edition/place.ts";
import { type Allotted, tried } from "./allot.ts";
import { assessed, type Realized } from "./assess.ts";
import { realize } from "./realize.ts";
import { rearranged } from "./rearrange.ts";
import type { Search } from "./scheme.ts";
import { seamsOf, shifted } from "./seams.ts";
import { moved, sketched } from "./sketch.ts";
import { stepsOf } from "./steps.ts";

/** What is less than this better is no better. */
const LESS = 1e-9;

/** Moves by which a plan is bettered at most. */
const MOVES = 4;

/** The plan bettered by changing neighbours over, as long as the page as a whole gains. */
export function climb(start: Realized, search: Search): Realized {
  const { columns, lines } = search.context.grid;
  let now = start;
  for (let move = 0; move < MOVES; move++) {
    let next = now;
    now.scheme.parts.forEach((part, i) => {
      for (const piece of rearranged(part.piece, columns, lines)) {
        const parts = now.scheme.parts.map((p, k) => (k === i ? { ...p, piece } : p));
        next = realize({ ...now.scheme, parts }, search, next.cost - LESS) ?? next;
      }
    });
    if (next === now) break;
    now = next;
  }
  return now;
}

/** Moves of a plan that are composed in search of one without faults. */
const REPAIRS = 7;

/** The plans one move away that promise most by their sketches, seams settled. */
export function neighbours(start: Realized, search: Search): Realized[] {
  const { columns, lines } = search.context.grid;
  const sketch = sketched(start.scheme, columns, lines);
  return moved(sketch, columns, lines)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, REPAIRS)
    .flatMap(({ scheme }) => {
      const next = realize(scheme, search);
      return next ? [settled(next, search)] : [];
    });
}

/** Lines by which a seam is moved at once. */
const SHIFTS = [-1, 1, -2, 2, -4, 4];
/** Least depth in body lines of a block whose seam is moved. */
const LEAST = 8;
/** Seams moved in one plan at most. */
const SETTLED = 12;

/** The plan with its seams moved line by line, as long as the page as a whole gains. */
export function settled(start: Realized, search: Search, moves = SETTLED): Realized {
  let now = start;
  for (let move = 0; move < moves; move++) {
    let next = now;
    const places = now.allotted.map(({ place }) => place);
    for (const seam of seamsOf(places))
      for (const by of SHIFTS) {
        const shiftedTo = shifted(places, seam, by, LEAST);
        if (!shiftedTo) continue;
        next = replaced(now, (i) => shiftedTo[i], search, next.cost - LESS) ?? next;
      }
    if (next === now) break;
    now = next;
  }
  return now;
}

/** The plan with other places for some of its blocks, each composed there; null where it costs no less than `bound`. */
function replaced(
  from: Realized,
  placeOf: (index: number) => Place | undefined,
  search: Search,
  bound: number,
): Realized | null {
  const { lines } = search.context.grid;
  const blocks = from.allotted.map((block, i): Allotted => {
    const place = placeOf(i) ?? block.place;
    if (place === block.place) return block;
    const foot = place.line + place.lines >= lines;
    return { ...block, place, trial: tried(block.shape, place, foot, search.allotting) };
  });
  return assessed(from.scheme, blocks, search, bound);
}

/** Steps that are settled, the best as they stand. */
const STEPS = 3;
/** What a step may cost more than the plan without it, before its seams are moved. */
const WORTH = 20;
/** Seams moved after a step. */
const AFTER_STEP = 4;

/** The plan with a stepped block in it, where that makes the page better by more than the step costs; else as it is. */
export function stepped(start: Realized, search: Search): Realized {
  const places = start.allotted.map(({ place }) => place);
  const free = (i: number) => {
    const { leaf, dress } = (start.allotted[i] as Allotted).shape;
    return leaf.kind === "article" && dress.box === "none" && dress.direction === "horizontal";
  };
  const tries = stepsOf(places, free)
    .flatMap((step) => replaced(start, (i) => step.places.get(i), search, start.cost + WORTH) ?? [])
    .sort((a, b) => a.cost - b.cost)
    .slice(0, STEPS)
    .map((one) => settled(one, search, AFTER_STEP));
  return tries.reduce((best, one) => (one.cost < best.cost - LESS ? one : best), start);
}

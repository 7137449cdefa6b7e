/** The shape of a block on the sheet: the handles at its corners taken out, and what a drag makes of them. */
import type { Grid } from "../../core/compose/flow/grid.ts";
import type { Point } from "../../core/compose/flow/outline.ts";
import { bandOf, type Corner, type Notch, type Place } from "../../core/edition/place.ts";
import { shaped } from "../../core/edition/shape.ts";
import type { Rect } from "./bounds.ts";

/** A corner taken out, and the point in pt by which it is held: where its two inner edges meet. */
export interface NotchHandle extends Point {
  readonly notch: Notch;
}

export function notchHandles(place: Place, grid: Grid): NotchHandle[] {
  return (place.notches ?? []).map((notch) => {
    const { corner, columns, lines } = notch;
    const across = corner.endsWith("w") ? columns : place.columns - columns;
    const down = corner.startsWith("n") ? lines : place.lines - lines;
    const column = place.column + across;
    const x = corner.endsWith("w") ? grid.columnX(column) : grid.columnX(column - 1) + grid.span(1);
    return { notch, x, y: grid.lineTop(place.line + down) };
  });
}

/**
 * `place` with a corner taken out as far as a drag by (`dx`, `dy`) cells has come from where `held` was, or from the
 * block's own corner where nothing was taken out. A corner dragged back to nothing is filled; what would leave no block
 * stays as it is.
 */
export function cutBy(place: Place, corner: Corner, held: Notch | null, dx: number, dy: number): Place {
  const columns = (held?.columns ?? 0) + (corner.endsWith("w") ? dx : -dx);
  const lines = (held?.lines ?? 0) + (corner.startsWith("n") ? dy : -dy);
  const others = (place.notches ?? []).filter((notch) => notch !== held);
  if (columns <= 0 || lines <= 0) return shaped(place, others) ?? place;
  const cut: Notch = {
    corner,
    columns: Math.min(columns, place.columns - 1),
    lines: Math.min(lines, place.lines - 1),
  };
  return shaped(place, [...others, cut]) ?? place;
}

/** A corner as a command or an inspector takes it out first: half the columns, a third of the lines. */
export function firstCut(place: Place, corner: Corner): { columns: number; lines: number } | null {
  const columns = Math.floor(place.columns / 2);
  const lines = Math.floor(place.lines / 3);
  return columns > 0 && lines > 0 && shaped(place, [...(place.notches ?? []), { corner, columns, lines }])
    ? { columns, lines }
    : null;
}

/**
 * The next step of a corner that is taken out: a column less and some lines more than its deepest, or where that is one
 * column wide, a column more and half the lines of its widest. Null where the block has no room for it.
 */
export function nextStep(place: Place, corner: Corner): Notch | null {
  const steps = (place.notches ?? []).filter((notch) => notch.corner === corner);
  const [first] = steps;
  if (!first) return null;
  const deepest = steps.reduce((a, b) => (b.lines > a.lines ? b : a), first);
  const widest = steps.reduce((a, b) => (b.columns > a.columns ? b : a), first);
  const deeper = Math.max(STEP, Math.floor((place.lines - deepest.lines) / 3));
  const tried: Notch[] = [
    { corner, columns: deepest.columns - 1, lines: deepest.lines + deeper },
    { corner, columns: widest.columns + 1, lines: Math.floor(widest.lines / 2) },
  ];
  return tried.find((step) => shaped(place, [...(place.notches ?? []), step])) ?? null;
}

/** Lines that a step is deeper than the one before it, at least. */
const STEP = 4;

/** The foot of a block as its shape has it, in pt: where a flag at its lower right corner is seen to belong to it. */
export function footOf(place: Place, grid: Grid): Rect {
  const { column, columns } = bandOf(place, "foot");
  const y = grid.lineTop(place.line);
  return { x: grid.columnX(column), y, width: grid.span(columns), height: place.lines * grid.pitch };
}

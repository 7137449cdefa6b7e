/**
 * The room inside a block's place: without the line that parts it from what is under it, without its box, and without
 * the corners its shape takes out.
 */
import { bandOf, type Place, type Stretch, stretchOf } from "../../edition/place.ts";
import type { BoxStyle } from "../../edition/schema.ts";
import { boxInset } from "./box.ts";
import type { Obstacle } from "./frame.ts";
import type { Grid } from "./grid.ts";

/** In pt across, in grid lines down (`to` excluded). */
export interface Room extends Stretch {
  readonly x: number;
  readonly width: number;
  /** Where the headline group stands: as wide as the shape leaves at the head, in pt and in basic columns. */
  readonly head: { readonly x: number; readonly width: number; readonly columns: number };
  /** Corners taken out, with the box that runs round them and the line that parts them from what is over them. */
  readonly corners: readonly Obstacle[];
}

export function roomOf(place: Place, box: BoxStyle, grid: Grid): Room {
  const inset = boxInset(box);
  const across = (column: number, columns: number) => ({
    x: grid.columnX(column) + inset * grid.size,
    width: grid.span(columns) - 2 * inset * grid.size,
  });
  const band = bandOf(place);
  return {
    ...across(place.column, place.columns),
    ...within({ from: place.line, to: place.line + place.lines }, inset, grid),
    head: { ...across(band.column, band.columns), columns: band.columns },
    corners: (place.notches ?? []).map(({ corner, columns, lines }) => {
      const first = corner.endsWith("w") ? place.column : place.column + place.columns - columns;
      const x1 = grid.columnX(first);
      const x2 = x1 + grid.span(columns);
      const foot = place.line + place.lines;
      return {
        x1: corner.endsWith("w") ? x1 : x1 - inset * grid.size,
        x2: corner.endsWith("w") ? x2 + inset * grid.size : x2,
        from: corner.startsWith("n") ? place.line : foot - lines - 1 - inset,
        to: corner.startsWith("n") ? place.line + lines + inset : foot,
      };
    }),
  };
}

/** The lines for text in one column of the page that a block has. */
export function linesIn(place: Place, column: number, box: BoxStyle, grid: Grid): Stretch {
  const whole = { from: place.line, to: place.line + place.lines };
  return within(stretchOf(place, column) ?? whole, boxInset(box), grid);
}

function within({ from, to }: Stretch, inset: number, grid: Grid): Stretch {
  const last = (to < grid.lines ? to - 1 : to) - inset;
  return { from: Math.min(from + inset, last), to: last };
}

/** The lines that the corners leave over a stretch of a room from `x1` to `x2`. */
export function between(room: Room, x1: number, x2: number, lines: Stretch): Stretch {
  let { from, to } = lines;
  for (const corner of room.corners) {
    if (corner.x2 <= x1 + 0.01 || corner.x1 >= x2 - 0.01) continue;
    if (corner.from <= room.from) from = Math.max(from, corner.to);
    else to = Math.min(to, corner.from);
  }
  return { from, to };
}

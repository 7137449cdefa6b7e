/**
 * The room a block has for text: slots, one a body line, in reading order.
 *
 * Columns are whole numbers of characters wide; what an obstacle (a picture, a vertical headline) leaves of a column
 * beside it is used where at least `NARROWEST` characters fit, else the text passes over that line.
 */
import type { Grid } from "./grid.ts";

export interface Slot {
  readonly column: number;
  /** Line of the page grid. */
  readonly line: number;
  /** Left edge and width in pt. */
  readonly x: number;
  readonly width: number;
}

export interface Column {
  readonly x: number;
  readonly width: number;
}

/** A rectangle text keeps out of: in pt across, in grid lines down (`to` excluded). */
export interface Obstacle {
  readonly x1: number;
  readonly x2: number;
  readonly from: number;
  readonly to: number;
}

export interface Frame {
  readonly columns: readonly Column[];
  readonly slots: readonly Slot[];
  /** True where every slot has the same width. */
  readonly even: boolean;
  /** What obstacles leave of the columns, stubs among it that `slots` passes over. */
  readonly runs: readonly Run[];
}

/** Slots of a column one under the other; fewer than `least` stand there like a slip. */
interface Run {
  readonly slots: readonly Slot[];
  readonly least: number;
}

const NARROWEST = 6;
/** Lines over an obstacle, and under one, that are worth filling. */
const OVER = 2;
const UNDER = 3;

/**
 * `count` columns over `width` pt from `x`, all of one measure: (width − gaps) / count characters, rounded down; what is
 * left over widens the gaps.
 */
export function columnsOver(grid: Grid, x: number, width: number, count: number): Column[] {
  const { measure, cells } = shared(grid, width, count);
  const spare = cells - measure * count;
  const gap = count > 1 ? (spare * grid.size) / (count - 1) : 0;
  const start = count > 1 ? x : x + (spare * grid.size) / 2;
  return Array.from({ length: count }, (_, i) => ({
    x: start + i * (measure * grid.size + gap),
    width: measure * grid.size,
  }));
}

/**
 * Broken measures (破栏): gaps as everywhere on the page, and each character that (width − gaps) / count leaves over goes
 * to a column at the end: 5 basic columns set as 3 are 22, 22 and 23 characters wide.
 */
export function brokenColumns(grid: Grid, x: number, width: number, count: number): Column[] {
  const { measure, cells, gaps } = shared(grid, width, count);
  const wider = count - Math.max(0, cells - gaps - measure * count);
  let left = x;
  return Array.from({ length: count }, (_, i) => {
    const column = { x: left, width: (measure + (i < wider ? 0 : 1)) * grid.size };
    left += column.width + grid.gap;
    return column;
  });
}

/** In characters: the room, the gaps in it, and the measure that `count` equal columns have. */
function shared(grid: Grid, width: number, count: number) {
  const cells = Math.round(width / grid.size);
  const gaps = Math.round(grid.gap / grid.size) * (count - 1);
  return { cells, gaps, measure: Math.max(1, Math.floor((cells - gaps) / count)) };
}

/** Slots of `columns` from line `from` to `to` (excluded). */
export function frameOf(
  grid: Grid,
  columns: readonly Column[],
  from: number,
  to: number,
  obstacles: readonly Obstacle[],
): Frame {
  if (obstacles.length === 0) return openFrame(columns, from, to);
  const slots: Slot[] = [];
  const least = NARROWEST * grid.size;
  columns.forEach((column, index) => {
    for (let line = from; line < to; line++) {
      let left = column.x;
      let right = column.x + column.width;
      for (const o of obstacles) {
        if (line < o.from || line >= o.to) continue;
        if (o.x2 + grid.gap <= left + 0.01 || o.x1 - grid.gap >= right - 0.01) continue;
        // The text keeps the wider side; whole characters, a gap from the obstacle.
        const before = o.x1 - grid.gap - left;
        const after = right - (o.x2 + grid.gap);
        if (before >= after) right = left + Math.floor(before / grid.size + 1e-6) * grid.size;
        else left = right - Math.floor(after / grid.size + 1e-6) * grid.size;
      }
      if (right - left >= Math.min(least, column.width) - 0.01)
        slots.push({ column: index, line, x: left, width: right - left });
    }
  });
  const even = isEven(slots);
  const runs = runsOf(slots);
  return { columns, even, runs, slots: slotsTo(runs, to) };
}

/** The same with nothing in the way: what planning asks for most. */
function openFrame(columns: readonly Column[], from: number, to: number): Frame {
  const runs = columns.map(({ x, width }, column): Run => {
    const slots: Slot[] = [];
    for (let line = from; line < to; line++) slots.push({ column, line, x, width });
    return { slots, least: 1 };
  });
  const width = columns[0]?.width ?? 0;
  const even = columns.every((column) => Math.abs(column.width - width) < 0.01);
  return { columns, even, runs, slots: runs.flatMap(({ slots }) => slots) };
}

const isEven = (slots: readonly Slot[]) => {
  const width = slots[0]?.width ?? 0;
  return slots.every((slot) => Math.abs(slot.width - width) < 0.01);
};

function runsOf(slots: readonly Slot[]): Run[] {
  const first = Math.min(...slots.map(({ line }) => line));
  const runs: { slots: Slot[]; least: number }[] = [];
  for (const slot of slots) {
    const run = runs.at(-1);
    const before = run?.slots.at(-1);
    if (run && before?.column === slot.column && before.line === slot.line - 1) {
      run.slots.push(slot);
      continue;
    }
    const goesOn = before?.column === slot.column;
    // Under an obstacle; the run before it is over one.
    if (run && goesOn) run.least = Math.max(run.least, OVER);
    runs.push({ slots: [slot], least: goesOn || slot.line > first ? UNDER : 1 });
  }
  return runs;
}

const reach = ({ slots, least }: Run, to: number): number => {
  const first = slots[0]?.line ?? to;
  const length = Math.max(0, Math.min(slots.length, to - first));
  return length < least ? 0 : length;
};

const slotsTo = (runs: readonly Run[], to: number): Slot[] =>
  runs.flatMap((run) => run.slots.slice(0, reach(run, to)));

/** Slots that `frame` has down to line `to` (excluded). */
export const roomTo = ({ runs }: Frame, to: number): number =>
  runs.reduce((sum, run) => sum + reach(run, to), 0);

/** `frame` down to line `to` (excluded). */
export const raised = (frame: Frame, to: number): Frame => ({ ...frame, slots: slotsTo(frame.runs, to) });

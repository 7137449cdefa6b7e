/**
 * The rows a headline group is stacked from: a field in lines of one size, and bylines at the foot; how deep a stack is
 * and where its rows stand in the depth they are given.
 */
import type { HouseStyle } from "../../edition/style.ts";
import type { Faces } from "../../world.ts";
import type { StyledText } from "../line.ts";
import type { GlyphRun } from "../sheet.ts";
import { ASCENT, type Grid } from "./grid.ts";
import { type DisplayLine, displayWidth, moved, setDisplay } from "./heading.ts";
import { breakBySense, type Cohesion } from "./sense.ts";
import type { Field, Story } from "./story.ts";
import { styledField } from "./story.ts";

/** A row of the stack: so many lines of one size. Its glyphs are set only for the option that is chosen. */
export interface Row {
  readonly count: number;
  readonly draw: () => readonly DisplayLine[];
  readonly size: number;
  readonly leading: number;
  readonly kind: "kicker" | "headline" | "deck" | "small";
}

/** The whole of a field in one face. */
export const textOf = (field: Field, face: StyledText["face"], role: string): StyledText => ({
  text: field.text,
  face,
  role,
  ref: { page: "", pos: field.pos },
  offset: 0,
});

/** `start`–`end` of a field in one face. */
export function sliceField(
  field: Field,
  face: StyledText["face"],
  role: string,
  start: number,
  end: number,
): StyledText[] {
  return [{ ...textOf(field, face, role), text: field.text.slice(start, end), offset: start }];
}

/** A field in one line if a size down to 9 pt lets it, else in lines broken by sense. */
export function fitted(
  field: Field,
  cohesion: Cohesion,
  face: StyledText["face"],
  role: string,
  size: number,
  width: number,
  maxLines: number,
  faces: Faces,
  style: HouseStyle,
): Row {
  const kind = role === "kicker" ? "kicker" : "deck";
  const wide = (s: number) => (slice: string) =>
    displayWidth([{ ...textOf(field, face, role), text: slice }], { size: s }, faces);
  const sizes = style.scale.filter((s) => s <= size && s >= style.grid.size).reverse();
  for (let count = 1; count <= maxLines; count++) {
    // One grade down may save a line; more than two would hide the text.
    for (const s of sizes.slice(0, count === maxLines ? sizes.length : 2)) {
      const broken = breakBySense(field.text, count, width / style.layout.condense, wide(s), cohesion);
      if (!broken) continue;
      const longest = Math.max(...broken.lines.map((l) => wide(s)(field.text.slice(l.start, l.end))));
      const stretch = Math.min(1, width / longest);
      const draw = () =>
        broken.lines.map((l) =>
          setDisplay(sliceField(field, face, role, l.start, l.end), { size: s, stretch }, faces),
        );
      return { count, draw, size: s, leading: 0.25, kind };
    }
  }
  return {
    ...hardRow(field, face, role, style.grid.size, width, faces),
    size: style.grid.size,
    leading: 0.25,
    kind,
  };
}

/** Last resort for text that no sense break brings into the measure: cut at the measure, losing nothing. */
function hardLines(
  field: Field,
  face: StyledText["face"],
  role: string,
  size: number,
  width: number,
  faces: Faces,
): DisplayLine[] {
  const lines: DisplayLine[] = [];
  let start = 0;
  let end = 0;
  const chars = [...field.text];
  for (const char of chars) {
    const next = end + char.length;
    const slice = sliceField(field, face, role, start, next);
    if (end > start && displayWidth(slice, { size }, faces) > width) {
      lines.push(setDisplay(sliceField(field, face, role, start, end), { size }, faces));
      start = end;
    }
    end = next;
  }
  if (end > start) lines.push(setDisplay(sliceField(field, face, role, start, end), { size }, faces));
  return lines;
}

/** The same as a row. */
export function hardRow(...args: Parameters<typeof hardLines>): Pick<Row, "count" | "draw"> {
  const lines = hardLines(...args);
  return { count: lines.length, draw: () => lines };
}

/** Bylines and the continuation line, on one line where they fit. */
export function footRow(
  spec: { readonly story: Story; readonly back: StyledText | null; readonly width: number },
  style: HouseStyle,
  grid: Grid,
  faces: Faces,
): Row | null {
  const fields = spec.story.bylines;
  const size = grid.size;
  const texts: StyledText[][] = fields.map((field) => styledField(field, style.faces.byline, "byline"));
  if (spec.back) texts.push([spec.back]);
  if (texts.length === 0) return null;
  const lines: DisplayLine[] = [];
  let row: DisplayLine | null = null;
  for (const text of texts) {
    const start: number = row ? row.width + size * 1.5 : 0;
    const line = setDisplay(text, { size }, faces, start);
    if (row && start + line.width <= spec.width) {
      row = { runs: [...row.runs, ...line.runs], width: start + line.width };
      continue;
    }
    if (row) lines.push(row);
    const natural = setDisplay(text, { size }, faces);
    row =
      natural.width <= spec.width
        ? natural
        : setDisplay(text, { size, stretch: spec.width / natural.width }, faces);
  }
  if (row) lines.push(row);
  return { count: lines.length, draw: () => lines, size, leading: grid.pitch / size - 1, kind: "small" };
}

const heightOf = (row: Row) => row.count * row.size + (row.count - 1) * row.leading * row.size;

/** Space between two rows, least, in pt. */
function spaceBetween(above: Row, below: Row): number {
  if (below.kind === "small") return Math.max(3.5, Math.min(7, above.size * 0.3));
  return Math.max(3, Math.min(above.size, below.size) * 0.42);
}

function naturalHeight(rows: readonly Row[]): number {
  return rows.reduce((sum, row, i) => {
    const above = rows[i - 1];
    return sum + heightOf(row) + (above ? spaceBetween(above, row) : 0);
  }, 0);
}

/** Air over and under the group, least, in pt: more for larger type. */
function air(rows: readonly Row[]): number {
  const largest = Math.max(0, ...rows.map((row) => row.size));
  return largest * 0.16 + 3;
}

/** Body lines of the stack, a whole number. */
export function depthOf(rows: readonly Row[], grid: Grid): number {
  if (rows.length === 0) return 0;
  return Math.ceil((naturalHeight(rows) + air(rows)) / grid.pitch - 0.05);
}

/** Spare depth under a group, as a part of that over it: the lines under it have air of their own. */
const UNDER = 0.7;

/** The rows' glyphs, from the group's top left corner, the group set `depth` body lines deep. */
export function setRows(
  rows: readonly Row[],
  spec: { readonly width: number; readonly align: "start" | "center" },
  depth: number,
  grid: Grid,
): GlyphRun[] {
  const runs: GlyphRun[] = [];
  const spare = Math.max(0, depth * grid.pitch - naturalHeight(rows));
  // Spare depth goes over and under the group, less between its rows, least above the foot row: they belong together.
  const between: number[] = rows.map((row, i) => (i === 0 ? 0 : row.kind === "small" ? 0.4 : 0.6));
  const share = spare / (1 + between.reduce((sum, part) => sum + part, 0) + UNDER);
  let y = share;
  rows.forEach((row, i) => {
    const above = rows[i - 1];
    if (above) y += spaceBetween(above, row) + share * (between[i] as number);
    for (const line of row.draw()) {
      const x = spec.align === "center" ? (spec.width - line.width) / 2 : 0;
      for (const run of line.runs) runs.push(moved(run, x, y + ASCENT * row.size));
      y += row.size * (1 + row.leading);
    }
    y -= row.size * row.leading;
  });
  return runs;
}

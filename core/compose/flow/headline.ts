/**
 * Headline groups (标题组): kicker, headline, decks, series, byline, stacked over n columns.
 *
 * A group is a whole number of body lines deep. Sizes come from the house scale: for every size that fits the
 * measure in one line, or in lines broken by sense, there is an option with a cost; the block chooses the one that
 * lets its text fit best.
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

export interface HeadlineSpec {
  readonly story: Story;
  /** Width in pt, and in basic columns as the house's rules count it. */
  readonly width: number;
  readonly columns: number;
  readonly lead: boolean;
  readonly continuation: boolean;
  readonly commentary: boolean;
  /** Size in pt asked for; 0 leaves it open. */
  readonly size: number;
  readonly align: "start" | "center";
  /** Set in the headline's second face (宋), so that neighbours differ. */
  readonly second: boolean;
  /** A derived line under the headline: "上接 A1 版①". */
  readonly back: StyledText | null;
}

export interface HeadlineOption {
  readonly size: number;
  /** Body lines the group takes, at least. */
  readonly depth: number;
  readonly cost: number;
  /** Runs relative to the group's top left corner, the group set `depth` (≥ the option's) lines deep. */
  set(depth: number): readonly GlyphRun[];
}

/** A row of the stack: so many lines of one size. Its glyphs are set only for the option that is chosen. */
interface Row {
  readonly count: number;
  readonly draw: () => readonly DisplayLine[];
  readonly size: number;
  readonly leading: number;
  readonly kind: "kicker" | "headline" | "deck" | "small";
}

/** What the house asks of a headline over `columns`: depth in body lines, size in pt. */
export function headlineLimits(
  { columns, lead, continuation }: Pick<HeadlineSpec, "columns" | "lead" | "continuation">,
  style: HouseStyle,
) {
  const { headlineDepth, headlineSize, leadDepth, leadSize, continuationSize } = style.layout;
  if (continuation) return { least: 2, most: 4, smallest: continuationSize[0], largest: continuationSize[1] };
  const by = <T>(list: readonly T[]): T => list[Math.min(columns, list.length) - 1] as T;
  const [least, most] = lead && columns >= 3 ? leadDepth : by(headlineDepth);
  const [smallest, largest] = lead && columns >= 3 ? leadSize : by(headlineSize);
  return { least, most, smallest, largest };
}

interface KnownOptions {
  readonly spec: HeadlineSpec;
  readonly style: HouseStyle;
  readonly faces: Faces;
  readonly options: readonly HeadlineOption[];
}

const known = new WeakMap<Story, KnownOptions[]>();

/** Options from best to worst; never empty. Remembered by the story: a block is tried at many depths. */
export function headlineOptions(
  spec: HeadlineSpec,
  style: HouseStyle,
  grid: Grid,
  faces: Faces,
): readonly HeadlineOption[] {
  const entries = known.get(spec.story) ?? [];
  const hit = entries.find((e) => e.style === style && e.faces === faces && sameSpec(e.spec, spec));
  if (hit) return hit.options;
  const options = makeOptions(spec, style, grid, faces);
  if (entries.length >= 24) entries.shift();
  entries.push({ spec, style, faces, options });
  known.set(spec.story, entries);
  return options;
}

const sameSpec = (a: HeadlineSpec, b: HeadlineSpec): boolean =>
  a.width === b.width &&
  a.columns === b.columns &&
  a.lead === b.lead &&
  a.continuation === b.continuation &&
  a.commentary === b.commentary &&
  a.size === b.size &&
  a.align === b.align &&
  a.second === b.second &&
  a.back?.text === b.back?.text;

function makeOptions(spec: HeadlineSpec, style: HouseStyle, grid: Grid, faces: Faces): HeadlineOption[] {
  const { columns, lead } = spec;
  const { least, most, smallest: low, largest } = headlineLimits(spec, style);
  const sizes = spec.size > 0 ? [spec.size] : style.scale.filter((size) => size >= 12 && size <= largest);
  const options: HeadlineOption[] = [];
  for (const size of sizes) {
    for (let count = 1; count <= (columns <= 1 ? 4 : columns <= 3 ? 3 : 2); count++) {
      const option = optionOf(spec, size, count, style, grid, faces);
      if (!option) continue;
      const { rows, balance, fill } = option;
      const depth = depthOf(rows, grid);
      const off = depth < least ? least - depth : depth > most ? depth - most : 0;
      // A line that fills its measure reads as a headline; many lines, and lines that differ, read as text.
      const thin = fill < 0.72 && !spec.continuation ? (0.72 - fill) * 9 : 0;
      const small = size < low ? ((low - size) / low) * 14 : 0;
      // The lead is told by its size before anything else.
      const modest = lead && columns >= 3 ? Math.max(0, 54 - size) * 0.12 : 0;
      // Continuations are alike: as large as they may be, whatever their width leaves over.
      const uneven = spec.continuation ? (largest - size) * 0.15 : 0;
      const cost =
        off * 1.6 +
        thin +
        small +
        modest +
        uneven +
        balance * 1.3 +
        (count - 1) * 0.5 +
        (count > 2 ? 1.5 : 0);
      options.push({
        size,
        depth,
        cost,
        set: (wanted) => setRows(rows, spec, Math.max(wanted, depth), grid),
      });
    }
  }
  if (options.length === 0) options.push(hardOption(spec, style, grid, faces));
  return options.sort((a, b) => a.cost - b.cost);
}

function optionOf(
  spec: HeadlineSpec,
  size: number,
  count: number,
  style: HouseStyle,
  grid: Grid,
  faces: Faces,
) {
  const { story, width } = spec;
  const face = headlineFace(spec, style);
  const headline = story.headline;
  const rows: Row[] = [];
  const small = secondarySize(size, style);
  if (story.kicker)
    rows.push(
      fitted(story.kicker, story.cohesion, style.faces.kicker, "kicker", small, width, 2, faces, style),
    );
  let balance = 0;
  let fill = 1;
  if (headline) {
    const measure = (slice: string) =>
      displayWidth([{ ...textOf(headline, face, "headline"), text: slice }], { size }, faces);
    const limit = width / style.layout.condense;
    const broken = breakBySense(headline.text, count, limit, measure, story.cohesion);
    if (!broken) return null;
    balance = broken.cost;
    const widths = broken.lines.map((l) => measure(headline.text.slice(l.start, l.end)));
    const longest = Math.max(...widths);
    fill = longest / width;
    const stretch = Math.min(1, width / longest);
    const draw = () =>
      broken.lines.map((l) =>
        setDisplay(sliceField(headline, face, "headline", l.start, l.end), { size, stretch }, faces),
      );
    rows.push({ count, draw, size, leading: 0.22, kind: "headline" });
  } else if (count > 1) return null;
  for (const deck of story.decks)
    rows.push(
      fitted(deck, story.cohesion, style.faces.deck, "deck", Math.min(small, 21), width, 3, faces, style),
    );
  if (story.series)
    rows.push(
      fitted(
        story.series,
        story.cohesion,
        style.faces.deck,
        "series",
        Math.max(grid.size, Math.min(small, 12)),
        width,
        2,
        faces,
        style,
      ),
    );
  const foot = footRow(spec, style, grid, faces);
  if (foot) rows.push(foot);
  return { rows, balance, fill };
}

function headlineFace(spec: HeadlineSpec, style: HouseStyle) {
  return spec.second || spec.commentary ? style.faces.headlineSecond : style.faces.headline;
}

/** Kicker and deck: the scale's nearest size to the house's part of the headline's. */
function secondarySize(size: number, style: HouseStyle): number {
  const wanted = Math.max(size * style.layout.secondary, 10.5);
  return style.scale.reduce(
    (best, s) => (Math.abs(s - wanted) < Math.abs(best - wanted) ? s : best),
    style.grid.size,
  );
}

const textOf = (field: Field, face: StyledText["face"], role: string): StyledText => ({
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
function fitted(
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

function hardRow(...args: Parameters<typeof hardLines>): Pick<Row, "count" | "draw"> {
  const lines = hardLines(...args);
  return { count: lines.length, draw: () => lines };
}

/** Bylines and the continuation line, on one line where they fit. */
function footRow(spec: HeadlineSpec, style: HouseStyle, grid: Grid, faces: Faces): Row | null {
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

function depthOf(rows: readonly Row[], grid: Grid): number {
  if (rows.length === 0) return 0;
  return Math.ceil((naturalHeight(rows) + air(rows)) / grid.pitch - 0.05);
}

/** Spare depth under a group, as a part of that over it: the lines under it have air of their own. */
const UNDER = 0.7;

function setRows(rows: readonly Row[], spec: HeadlineSpec, depth: number, grid: Grid): GlyphRun[] {
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

/** A headline that no size of the scale brings into the measure: body size, cut where it must be. */
function hardOption(spec: HeadlineSpec, style: HouseStyle, grid: Grid, faces: Faces): HeadlineOption {
  const { story, width } = spec;
  const size = spec.size > 0 ? Math.min(spec.size, 12) : 12;
  const face = headlineFace(spec, style);
  const rows: Row[] = [];
  if (story.kicker)
    rows.push(
      fitted(story.kicker, story.cohesion, style.faces.kicker, "kicker", 10.5, width, 6, faces, style),
    );
  if (story.headline)
    rows.push({
      ...hardRow(story.headline, face, "headline", size, width, faces),
      size,
      leading: 0.22,
      kind: "headline",
    });
  for (const deck of story.decks)
    rows.push(fitted(deck, story.cohesion, style.faces.deck, "deck", 10.5, width, 6, faces, style));
  if (story.series)
    rows.push(
      fitted(story.series, story.cohesion, style.faces.deck, "series", grid.size, width, 6, faces, style),
    );
  const foot = footRow(spec, style, grid, faces);
  if (foot) rows.push(foot);
  const depth = depthOf(rows, grid);
  return { size, depth, cost: 50, set: (wanted) => setRows(rows, spec, Math.max(wanted, depth), grid) };
}

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
import type { Grid } from "./grid.ts";
import { displayWidth, setDisplay } from "./heading.ts";
import { depthOf, fitted, footRow, hardRow, type Row, setRows, sliceField, textOf } from "./headline-rows.ts";
import { breakBySense } from "./sense.ts";
import type { Field, Story } from "./story.ts";

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

/** A headline of fewer characters is not parted: its halves would be stumps. */
const WHOLE = 6;

function makeOptions(spec: HeadlineSpec, style: HouseStyle, grid: Grid, faces: Faces): HeadlineOption[] {
  const { columns, lead } = spec;
  const { least, most, smallest: low, largest } = headlineLimits(spec, style);
  const sizes = spec.size > 0 ? [spec.size] : style.scale.filter((size) => size >= 12 && size <= largest);
  const options: HeadlineOption[] = [];
  for (const size of sizes) {
    for (let count = 1; count <= (columns <= 1 ? 4 : columns <= 3 ? 3 : 2); count++) {
      const option = optionOf(spec, size, count, style, grid, faces);
      if (!option) continue;
      const { rows, balance, fill, length } = option;
      const depth = depthOf(rows, grid);
      const off = depth < least ? least - depth : depth > most ? depth - most : 0;
      // A line that fills its measure reads as a headline; many lines, and lines that differ, read as text.
      const thin = fill < 0.72 && !spec.continuation ? (0.72 - fill) * 9 : 0;
      const small = size < low ? ((low - size) / low) * 14 : 0;
      const stumps = count > 1 && length < WHOLE ? 8 : 0;
      // The lead is told by its size before anything else.
      const modest = lead && columns >= 3 ? Math.max(0, 54 - size) * 0.12 : 0;
      // Continuations are alike: as large as they may be, whatever their width leaves over.
      const uneven = spec.continuation ? (largest - size) * 0.15 : 0;
      const cost =
        off * 1.6 +
        thin +
        stumps +
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
  let row: Row | null = null;
  let balance = 0;
  let fill = 1;
  let length = Infinity;
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
    length = widths.reduce((sum, one) => sum + one, 0) / size;
    const stretch = Math.min(1, width / longest);
    const draw = () =>
      broken.lines.map((l) =>
        setDisplay(sliceField(headline, face, "headline", l.start, l.end), { size, stretch }, faces),
      );
    row = { count, draw, size, leading: 0.22, kind: "headline" };
  } else if (count > 1) return null;
  const rows = stacked(
    spec,
    row,
    secondarySize(size, style),
    { kicker: 2, deck: 3, series: 2 },
    style,
    grid,
    faces,
  );
  return { rows, balance, fill, length };
}

function headlineFace(spec: HeadlineSpec, style: HouseStyle) {
  return spec.second || spec.commentary ? style.faces.headlineSecond : style.faces.headline;
}

/** The group from kicker to bylines round a headline; `small` is the size of kicker and decks, `most` the lines of each. */
function stacked(
  spec: HeadlineSpec,
  headline: Row | null,
  small: number,
  most: { readonly kicker: number; readonly deck: number; readonly series: number },
  style: HouseStyle,
  grid: Grid,
  faces: Faces,
): Row[] {
  const { kicker, decks, series, cohesion } = spec.story;
  const row = (field: Field, face: StyledText["face"], role: "kicker" | "deck" | "series", size: number) =>
    fitted(field, cohesion, face, role, size, spec.width, most[role], faces, style);
  const rows: Row[] = kicker ? [row(kicker, style.faces.kicker, "kicker", small)] : [];
  if (headline) rows.push(headline);
  for (const deck of decks) rows.push(row(deck, style.faces.deck, "deck", Math.min(small, 21)));
  if (series) rows.push(row(series, style.faces.deck, "series", Math.max(grid.size, Math.min(small, 12))));
  const foot = footRow(spec, style, grid, faces);
  if (foot) rows.push(foot);
  return rows;
}

/** Size of kicker and decks, least, in pt. */
const SMALLEST = 10.5;

/** Kicker and deck: the scale's nearest size to the house's part of the headline's. */
function secondarySize(size: number, style: HouseStyle): number {
  const wanted = Math.max(size * style.layout.secondary, SMALLEST);
  return style.scale.reduce(
    (best, s) => (Math.abs(s - wanted) < Math.abs(best - wanted) ? s : best),
    style.grid.size,
  );
}

/** A headline that no size of the scale brings into the measure: body size, cut where it must be. */
function hardOption(spec: HeadlineSpec, style: HouseStyle, grid: Grid, faces: Faces): HeadlineOption {
  const { story, width } = spec;
  const size = spec.size > 0 ? Math.min(spec.size, 12) : 12;
  const face = headlineFace(spec, style);
  const row: Row | null = story.headline && {
    ...hardRow(story.headline, face, "headline", size, width, faces),
    size,
    leading: 0.22,
    kind: "headline",
  };
  const rows = stacked(spec, row, SMALLEST, { kicker: 6, deck: 6, series: 6 }, style, grid, faces);
  const depth = depthOf(rows, grid);
  return { size, depth, cost: 50, set: (wanted) => setRows(rows, spec, Math.max(wanted, depth), grid) };
}

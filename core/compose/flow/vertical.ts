/**
 * Vertical headline groups (竖题): one basic column wide at the block's left or right edge, read from right to left.
 *
 * 2–3 digit numbers stand upright in one cell (纵中横). The byline stands horizontally under the group.
 */
import type { Place } from "../../edition/place.ts";
import type { HeadlineSide } from "../../edition/schema.ts";
import type { HouseStyle } from "../../edition/style.ts";
import type { Faces } from "../../world.ts";
import type { SheetItem } from "../sheet.ts";
import type { Obstacle } from "./frame.ts";
import type { Grid } from "./grid.ts";
import { ASCENT } from "./grid.ts";
import { moved, setDisplay } from "./heading.ts";
import { type HeadlineSpec, headlineLimits } from "./headline.ts";
import { sliceField } from "./headline-rows.ts";
import { breakBySense } from "./sense.ts";
import { type Field, styledField } from "./story.ts";
import { setVertical, verticalLength } from "./vertical-line.ts";

export interface VerticalGroup {
  readonly runs: readonly SheetItem[];
  readonly depth: number;
  readonly size: number;
  readonly cost: number;
  readonly side: "left" | "right";
  readonly obstacle: Obstacle;
}

interface Stem {
  readonly field: Field;
  readonly face: HouseStyle["faces"]["headline"];
  readonly role: string;
  readonly start: number;
  readonly end: number;
  readonly size: number;
}

/** A vertical headline smaller than this in pt is no headline. */
const SMALLEST = 24;

/** A vertical headline has a column to itself and may be this much larger than a horizontal one. */
const TALLER = 1.17;
/** Part of the group's depth that its headline fills at least: a short one beside a long deck leaves a hole. */
const LEADING = 0.6;

/** The side of its block that a vertical headline stands at. */
export function headlineSide(asked: HeadlineSide, place: Place, grid: Grid): "left" | "right" {
  if (asked !== "auto") return asked;
  return place.column + place.columns === grid.columns ? "right" : "left";
}

/** Null where the headline has no room as a vertical one: the caller sets it horizontally. */
export function verticalGroup(
  spec: HeadlineSpec,
  inner: { readonly x: number; readonly width: number; readonly from: number; readonly to: number },
  side: "left" | "right",
  style: HouseStyle,
  grid: Grid,
  faces: Faces,
): VerticalGroup | null {
  const { story } = spec;
  if (!story.headline || inner.to - inner.from < 8) return null;
  const width = grid.span(1);
  const x = side === "left" ? inner.x : inner.x + inner.width - width;
  const foot = [...story.bylines];
  const footLines = foot.length > 0 || spec.back ? Math.min(foot.length, 3) + (spec.back ? 1 : 0) + 1 : 0;
  const height = (inner.to - inner.from - footLines) * grid.pitch - grid.pitch;
  const { largest } = headlineLimits(spec, style);
  const sizes =
    spec.size > 0
      ? [spec.size]
      : style.scale.filter((size) => size >= SMALLEST && size <= Math.max(largest, 28) * TALLER).reverse();
  let best: { stems: readonly Stem[]; size: number; length: number; cost: number } | null = null;
  for (const size of sizes) {
    for (const count of [1, 2, 3]) {
      const set = stemsOf(spec, size, count, height, style);
      if (!set) continue;
      const { stems } = set;
      const across = stems.reduce((sum, stem) => sum + stem.size * 1.3, 0) - size * 0.3;
      if (across > width) continue;
      const length = Math.max(...stems.map((s) => stemLength(s)));
      if (length > height) continue;
      const own = Math.max(...stems.filter((s) => s.role === "headline").map((s) => stemLength(s)));
      // A stem a third to four fifths of the block's height, filling its column, reads best.
      const part = length / (height + footLines * grid.pitch);
      const cost =
        Math.max(0, part - 0.75) * 6 +
        Math.max(0, 0.35 - part) * 6 +
        (1 - across / width) * 3 -
        size / 40 +
        set.cost * 1.8 +
        Math.max(0, LEADING - own / length) * 5 +
        Math.max(0, 28 - size) * 0.45;
      if (!best || cost < best.cost) best = { stems, size, length, cost };
    }
  }
  if (!best) return null;
  const depth = Math.min(inner.to - inner.from, Math.ceil(best.length / grid.pitch + 0.9) + footLines);
  return {
    runs: drawStems(best.stems, x, width, inner.from, depth, footLines, spec, style, grid, faces),
    depth,
    size: best.size,
    cost: Math.max(0, best.cost),
    side,
    obstacle: { x1: x, x2: x + width, from: inner.from, to: inner.from + depth },
  };
}

const dropOf = (stem: Stem) => (stem.role === "headline" ? 0 : stem.size);
const stemLength = (stem: Stem) =>
  verticalLength(stem.field.text.slice(stem.start, stem.end), stem.size) + dropOf(stem);

function stemsOf(
  spec: HeadlineSpec,
  size: number,
  count: number,
  height: number,
  style: HouseStyle,
): { stems: readonly Stem[]; cost: number } | null {
  const { story } = spec;
  const headline = story.headline as Field;
  const face = spec.second ? style.faces.headlineSecond : style.faces.headline;
  const stems: Stem[] = [];
  let cost = 0;
  const small = style.scale.findLast((s) => s <= Math.max(10.5, size * style.layout.secondary)) ?? 10.5;
  const add = (field: Field, stemFace: Stem["face"], role: string, most: number, lines: number): boolean => {
    const broken = breakBySense(
      field.text,
      lines,
      height,
      (slice) => verticalLength(slice, most),
      story.cohesion,
    );
    if (!broken) return false;
    if (role === "headline") cost += broken.cost;
    for (const { start, end } of broken.lines)
      stems.push({ field, face: stemFace, role, start, end, size: most });
    return true;
  };
  if (
    story.kicker &&
    !add(story.kicker, style.faces.kicker, "kicker", small, 1) &&
    !add(story.kicker, style.faces.kicker, "kicker", small, 2)
  )
    return null;
  if (!add(headline, face, "headline", size, count)) return null;
  for (const deck of [...story.decks, ...(story.series ? [story.series] : [])]) {
    const role = deck.node.type.name;
    const deckSize = Math.min(small, 15.75);
    if (!add(deck, style.faces.deck, role, deckSize, 1) && !add(deck, style.faces.deck, role, deckSize, 2))
      return null;
  }
  return { stems, cost };
}

function drawStems(
  stems: readonly Stem[],
  x: number,
  width: number,
  from: number,
  depth: number,
  footLines: number,
  spec: HeadlineSpec,
  style: HouseStyle,
  grid: Grid,
  faces: Faces,
): SheetItem[] {
  const items: SheetItem[] = [];
  const inked = stems.reduce((sum, stem) => sum + stem.size, 0);
  const gap = (width - inked) / (stems.length + 1);
  let right = x + width - gap;
  const top = grid.lineTop(from) + grid.pitch * 0.4;
  for (const stem of stems) {
    const text = sliceField(stem.field, stem.face, stem.role, stem.start, stem.end);
    for (const part of text) {
      const line = setVertical(part, { size: stem.size }, faces);
      // A kicker or deck stands a character lower than the headline it serves.
      const drop = dropOf(stem);
      for (const run of line.runs) items.push(moved(run, right - stem.size / 2, top + drop));
    }
    right -= stem.size + gap;
  }
  let line = from + depth - footLines;
  const size = grid.size;
  const feet = spec.story.bylines.map((field) => styledField(field, style.faces.byline, "byline"));
  if (spec.back) feet.push([spec.back]);
  for (const texts of feet.slice(0, Math.max(0, footLines - 1))) {
    const natural = setDisplay(texts, { size }, faces);
    const set =
      natural.width > width ? setDisplay(texts, { size, stretch: width / natural.width }, faces) : natural;
    for (const run of set.runs)
      items.push(
        moved(run, x + (width - set.width) / 2, grid.lineTop(line) + (grid.pitch - size) / 2 + ASCENT * size),
      );
    line++;
  }
  return items;
}

/**
 * How well lines are set, measured from where glyphs stand: the figures of the house's comparison of composing
 * engines. Only positions and texts go in, so another engine's PDF is measured by the same rule as our own lines.
 */
import type { Faces } from "../world.ts";
import type { Line } from "./line.ts";
import type { GlyphRun } from "./sheet.ts";

export interface PlacedGlyph {
  /** Source text; "" for a glyph that belongs to the one before it. */
  readonly text: string;
  /** Origin and advance in pt. */
  readonly x: number;
  readonly advance: number;
}

/** A line as placed, x from the column's left edge. */
export interface PlacedLine {
  readonly glyphs: readonly PlacedGlyph[];
  /** First and last line of its paragraph. */
  readonly first: boolean;
  readonly last: boolean;
}

/** Gaps are extra space between two Han characters in em, averaged over a line; only justified lines count. */
export interface LineMetrics {
  /** Characters that are not white space. */
  readonly characters: number;
  readonly paragraphs: number;
  readonly lines: number;
  /** All but the last line of each paragraph. */
  readonly justified: number;
  readonly mean: number;
  readonly p95: number;
  readonly max: number;
  readonly over05: number;
  readonly over15: number;
  /** Last lines of a single character, with or without marks after it (孤字). */
  readonly shortLastLines: number;
  /** Marks at a line's start or end that may not stand there, and —— or …… parted. */
  readonly violations: number;
  /** Lines that end inside a word, number or code, with or without a hyphen. */
  readonly brokenRuns: number;
  /** Lines whose ink runs over the measure. */
  readonly overfull: number;
}

const HAN = /^\p{Script=Han}/u;
const CHARACTER = /[\p{L}\p{N}]/gu;
const NOT_AT_START = /^[。．，、：；！？‼⁇⁈⁉”’」』）》〉】〗〕］｝\-–～·・‧%％‰℃—⸺…⋯]/u;
const NOT_AT_END = /[“‘「『（《〈【〖〔［｛¥￥№]$/u;
/** A full-width mark's ink ends within this much of an em at a line's end. */
const MARK_AT_END = /[。．，、：；！？”’」』）》〉】〗〕］｝]$/u;

/** Measures lines of type `size` pt set to `measure` pt. */
export function measureLines(lines: readonly PlacedLine[], size: number, measure: number): LineMetrics {
  const gaps: number[] = [];
  const counts = {
    characters: 0,
    paragraphs: 0,
    justified: 0,
    shortLastLines: 0,
    violations: 0,
    brokenRuns: 0,
  };
  let overfull = 0;
  lines.forEach((line, index) => {
    const text = textOf(line);
    counts.characters += [...text.replace(/\s/g, "")].length;
    if (line.first) counts.paragraphs++;
    if (line.last) {
      if (!line.first && (text.match(CHARACTER) ?? []).length === 1) counts.shortLastLines++;
    } else {
      counts.justified++;
      const gap = gapOf(line, size);
      if (gap !== null) gaps.push(gap);
      if (isParted(text, lines[index + 1])) counts.brokenRuns++;
    }
    if (!line.first && NOT_AT_START.test(text.trimStart())) counts.violations++;
    if (!line.last && NOT_AT_END.test(text.trimEnd())) counts.violations++;
    if (rightEdge(line, size) > measure + 0.02 * size) overfull++;
  });
  gaps.sort((a, b) => a - b);
  return {
    ...counts,
    lines: lines.length,
    mean: gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length),
    p95: gaps[Math.ceil(gaps.length * 0.95) - 1] ?? 0,
    max: gaps.at(-1) ?? 0,
    over05: gaps.filter((gap) => gap > 0.05 + 1e-4).length,
    over15: gaps.filter((gap) => gap > 0.15 + 1e-4).length,
    overfull,
  };
}

const textOf = (line: PlacedLine) => line.glyphs.map((glyph) => glyph.text).join("");

function gapOf(line: PlacedLine, size: number): number | null {
  let [sum, count] = [0, 0];
  for (let index = 1; index < line.glyphs.length; index++) {
    const left = line.glyphs[index - 1] as PlacedGlyph;
    const right = line.glyphs[index] as PlacedGlyph;
    if (!HAN.test(left.text) || !HAN.test(right.text)) continue;
    sum += (right.x - left.x) / size - 1;
    count++;
  }
  return count === 0 ? null : Math.max(0, Math.round((sum / count) * 1e6) / 1e6);
}

/** True where the line break falls inside a run of letters and digits. */
function isParted(text: string, next: PlacedLine | undefined): boolean {
  const after = next ? textOf(next) : "";
  return /[a-zA-Z\d]$/.test(text) && /^[a-zA-Z\d_/.=&?@#]/.test(after) && !/\s$/.test(text);
}

function rightEdge(line: PlacedLine, size: number): number {
  const glyph = line.glyphs.findLast(({ text }) => text.trim() !== "" || text === "");
  if (!glyph) return 0;
  return glyph.x + (MARK_AT_END.test(glyph.text) ? Math.min(glyph.advance, size / 2) : glyph.advance);
}

/** Our own lines as placed glyphs: the same numbers that are drawn. */
export function placedLines(paragraphs: readonly (readonly Line[])[], faces: Faces): PlacedLine[] {
  return paragraphs.flatMap((lines) =>
    lines.map((line, index) => ({
      glyphs: line.runs.flatMap((run) => placedGlyphs(run, faces)),
      first: index === 0,
      last: line.last,
    })),
  );
}

function placedGlyphs(run: GlyphRun, faces: Faces): PlacedGlyph[] {
  const face = faces.face(run.face);
  return run.gids.map((gid, index) => ({
    text: run.texts[index] as string,
    x: run.x + (run.along[index] as number),
    advance: (face.advance(gid) / face.unitsPerEm) * run.size,
  }));
}

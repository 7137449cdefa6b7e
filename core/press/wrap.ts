/**
 * One long line of glyphs cut to a width, for margins: greedy, with closing marks kept off the line's start.
 * Columns of articles are composition's work; this is for notes about them.
 */
import type { GlyphRun } from "../compose/sheet.ts";
import type { FaceId } from "../edition/style.ts";
import type { FontProgram } from "../world.ts";

const NOT_FIRST = /^[，。、；：？！）》〉”’」』】…—,.;:?!)\]%℃]/;
const LATIN = /^[A-Za-z0-9]/;

interface Glyph {
  readonly run: GlyphRun;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The lines, each moved to start at x = 0 on its baseline. A single glyph wider than `width` (pt) stands alone. */
export function wrapped(
  runs: readonly GlyphRun[],
  width: number,
  program: (face: FaceId) => FontProgram,
): GlyphRun[][] {
  const glyphs = runs.flatMap((run) => glyphsOf(run, program(run.face)));
  const lines: GlyphRun[][] = [];
  for (let first = 0; first < glyphs.length; ) {
    const origin = glyphs[first]?.start ?? 0;
    let end = first + 1;
    while (end < glyphs.length && (glyphs[end]?.end ?? 0) - origin <= width) end++;
    if (end < glyphs.length) end = backOff(glyphs, first, end);
    lines.push(slice(glyphs.slice(first, end), origin));
    first = end;
  }
  return lines;
}

function glyphsOf(run: GlyphRun, program: FontProgram): Glyph[] {
  return run.gids.map((gid, index) => {
    const start = run.x + (run.along[index] ?? 0);
    const advance = (program.advance(gid) / program.unitsPerEm) * run.size * (run.stretch ?? 1);
    return { run, index, start, end: start + advance, text: run.texts[index] ?? "" };
  });
}

/** The nearest place before `end` where a line may break; `end` itself where there is none. */
function backOff(glyphs: readonly Glyph[], first: number, end: number): number {
  for (let at = end; at > first + 1; at--) {
    const text = glyphs[at]?.text ?? "";
    const inWord = LATIN.test(text) && LATIN.test(glyphs[at - 1]?.text ?? "");
    if (text !== "" && !NOT_FIRST.test(text) && !inWord) return at;
  }
  return end;
}

function slice(glyphs: readonly Glyph[], origin: number): GlyphRun[] {
  return [...Map.groupBy(glyphs, (glyph) => glyph.run)].map(([run, part]) => ({
    ...run,
    x: 0,
    gids: part.map(({ index }) => run.gids[index] ?? 0),
    along: part.map(({ start }) => start - origin),
    ...(run.across ? { across: part.map(({ index }) => run.across?.[index] ?? 0) } : {}),
    texts: part.map(({ text }) => text),
    offsets: part.map(({ index }) => run.offsets[index] ?? -1),
  }));
}

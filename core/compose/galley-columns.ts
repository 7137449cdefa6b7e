/**
 * A galley's lines in equal columns, with no paragraph's last line alone at a column's head (孤行).
 *
 * A depth that leaves none is taken, the least of a few; where there is none, a paragraph of the column before is set
 * a line shorter or longer, if it can be within the breaker's tolerance.
 */
import type { Line } from "./line.ts";

/** A paragraph's lines, and how it is set to another number of them; it may answer with those it has. */
export interface GalleyParagraph {
  readonly lines: readonly Line[];
  readonly reset: (count: number) => readonly Line[];
}

/** Lines a column may be made deeper. */
const DEEPER = 12;

/** Lines to a column, at most `deepest`, and the paragraphs as they are set for that. */
export function levelled(
  paragraphs: readonly GalleyParagraph[],
  columns: number,
  deepest: number,
): { readonly depth: number; readonly paragraphs: readonly GalleyParagraph[] } {
  const least = Math.min(deepest, Math.ceil(countOf(paragraphs) / columns));
  const depths = Array.from({ length: DEEPER + 1 }, (_, more) => Math.min(deepest, least + more));
  for (const depth of depths) if (loneHeads(paragraphs, columns, depth) === 0) return { depth, paragraphs };
  const tried = depths.map((depth) => ({ depth, paragraphs: mended(paragraphs, columns, depth) }));
  const lone = tried.map(({ depth, paragraphs }) => loneHeads(paragraphs, columns, depth));
  return tried[lone.indexOf(Math.min(...lone))] as (typeof tried)[number];
}

const countOf = (paragraphs: readonly GalleyParagraph[]) =>
  paragraphs.reduce((sum, { lines }) => sum + lines.length, 0);

const isLone = (line: Line | undefined): boolean => line?.last === true && line.start > 0;

/** Heads of columns, the next sheet's first among them, that hold a last line. */
function loneHeads(paragraphs: readonly GalleyParagraph[], columns: number, depth: number): number {
  const lines = paragraphs.flatMap(({ lines }) => lines);
  return Array.from({ length: columns }, (_, at) => lines[(at + 1) * depth]).filter(isLone).length;
}

/** Column by column, the first change of one paragraph that mends its head. What stands before it stays. */
function mended(paragraphs: readonly GalleyParagraph[], columns: number, depth: number): GalleyParagraph[] {
  const set = [...paragraphs];
  for (let column = 1; column <= columns; column++) {
    const starts = startsOf(set);
    const head = column * depth;
    const own = starts.findLastIndex((start) => start <= head);
    if (!isLone(set[own]?.lines[head - (starts[own] as number)])) continue;
    for (let at = own; at >= 0 && (starts[at] as number) >= head - depth; at--) {
      const change = changed(set, at, columns, depth);
      if (!change) continue;
      set[at] = change;
      break;
    }
  }
  return set;
}

function startsOf(paragraphs: readonly GalleyParagraph[]): number[] {
  let start = 0;
  return paragraphs.map(({ lines }) => {
    start += lines.length;
    return start - lines.length;
  });
}

/** Paragraph `at` a line shorter or longer, so that fewer last lines stand alone; null where that cannot be. */
function changed(
  paragraphs: readonly GalleyParagraph[],
  at: number,
  columns: number,
  depth: number,
): GalleyParagraph | null {
  const paragraph = paragraphs[at] as GalleyParagraph;
  const lone = loneHeads(paragraphs, columns, depth);
  const most = Math.max(depth * columns, countOf(paragraphs));
  for (const by of [-1, 1]) {
    const count = paragraph.lines.length + by;
    if (count < 1 || countOf(paragraphs) + by > most) continue;
    const change = { ...paragraph, lines: paragraph.reset(count) };
    if (change.lines.length !== count) continue;
    if (loneHeads(paragraphs.toSpliced(at, 1, change), columns, depth) < lone) return change;
  }
  return null;
}

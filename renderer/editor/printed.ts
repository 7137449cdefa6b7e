/**
 * Where an article's text stands in print: line by line, with what finds no room.
 *
 * Read from the composed sheets, so the galley shows the very lines that will be printed. Positions are those of the
 * page document that holds the text.
 */
import type { GlyphRun, SetLine, Sheet } from "../../core/compose/sheet.ts";

/** What stands at the end of a printed line. */
export type LineEnd = "line" | "column" | "block" | "end";

export interface PrintedLine {
  /** Positions of the text on this line, in one textblock. */
  readonly from: number;
  readonly to: number;
  /** How far into its line it begins, in pt: behind a dateline that is set run-in, or an indent. */
  readonly lead: number;
  /** "end" is the last line of its textblock; "block" goes on in another block, on another page. */
  readonly end: LineEnd;
}

export interface PrintedText {
  readonly lines: readonly PrintedLine[];
  /** Position behind the last body character that is printed; null where nothing is. */
  readonly last: number | null;
  /** Width of most of its lines in pt; null where it has none. */
  readonly width: number | null;
}

const BODY = new Set(["paragraph", "dateline", "crosshead"]);

/** The body text between positions `from` and `to` of page document `page` as the sheets print it. */
export function printedText(sheets: readonly Sheet[], page: string, from: number, to: number): PrintedText {
  const lines: { pos: number; from: number; to: number; lead: number; line: SetLine }[] = [];
  const widths = new Map<number, number>();
  for (const sheet of sheets) {
    if (!pagesOf(sheet).has(page)) continue;
    const set = Map.groupBy(sheet.lines, ({ baseline }) => key(baseline));
    for (const item of sheet.items) {
      if (item.kind !== "glyphs" || item.ref.page !== page || item.ref.pos < from || item.ref.pos >= to)
        continue;
      if (!BODY.has(item.role)) continue;
      const line = lineOf(item, set);
      const span = spanOf(item);
      if (!line || !span) continue;
      const [start, end] = [item.ref.pos + 1 + span[0], item.ref.pos + 1 + span[1]];
      const last = lines.at(-1);
      if (last && last.line === line && last.pos === item.ref.pos) {
        last.from = Math.min(last.from, start);
        last.to = Math.max(last.to, end);
        continue;
      }
      if (last?.line !== line) widths.set(line.width, (widths.get(line.width) ?? 0) + 1);
      lines.push({ pos: item.ref.pos, from: start, to: end, lead: item.x - line.x, line });
    }
  }
  const [width = null] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [];
  return {
    // A line ends where the next begins: spaces that were dropped at the break belong to it.
    lines: lines.map((line, i) => {
      const next = lines[i + 1];
      const { from, to, lead } = line;
      if (!next || next.pos !== line.pos) return { from, to, lead, end: "end" };
      return { from, to: Math.max(to, next.from), lead, end: endOf(line.line, next.line) };
    }),
    last: lines.reduce<number | null>((most, line) => Math.max(most ?? 0, line.to), null),
    width,
  };
}

const pages = new WeakMap<Sheet, ReadonlySet<string>>();

/** Ids of the page documents whose text a sheet prints: its own, and those that go on there. */
function pagesOf(sheet: Sheet): ReadonlySet<string> {
  let known = pages.get(sheet);
  if (!known) {
    known = new Set(sheet.items.map((item) => (item.kind === "glyphs" ? item.ref.page : sheet.page)));
    pages.set(sheet, known);
  }
  return known;
}

const key = (baseline: number) => Math.round(baseline * 4);

/** The body line a run stands on. */
function lineOf(run: GlyphRun, set: ReadonlyMap<number, readonly SetLine[]>): SetLine | null {
  const at = key(run.y);
  for (const near of [at, at - 1, at + 1]) {
    const found = set
      .get(near)
      ?.find((line) => run.x >= line.x - run.size / 2 && run.x <= line.x + line.width + run.size / 2);
    if (found) return found;
  }
  return null;
}

/** First and last text offset of a run, the last exclusive. */
function spanOf(run: GlyphRun): readonly [number, number] | null {
  let first = Number.MAX_SAFE_INTEGER;
  let last = -1;
  run.offsets.forEach((offset, i) => {
    if (offset < 0) return;
    first = Math.min(first, offset);
    last = Math.max(last, offset + (run.texts[i]?.length ?? 0));
  });
  return last < 0 ? null : [first, last];
}

function endOf(line: SetLine, next: SetLine): LineEnd {
  if (line.block !== next.block) return "block";
  return line.column === next.column ? "line" : "column";
}

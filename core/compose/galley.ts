/**
 * Galley proof (小样): plain text set in columns, with nothing else on the page. It is how line quality is compared,
 * and what a reporter is handed.
 *
 * A paragraph is a line of the input; empty lines are skipped. Offsets in the sheet's runs count from the
 * paragraph's start, and `ref.pos + 1` is that start in the input, both in UTF-16 units.
 */
import { type HouseStyle, MM } from "../edition/style.ts";
import { Problem } from "../problem.ts";
import type { Faces } from "../world.ts";
import { missingGlyphs, setParagraph } from "./break/paragraph.ts";
import { type GalleyParagraph, levelled } from "./galley-columns.ts";
import type { Line, ParagraphSetting } from "./line.ts";
import { type LineMetrics, measureLines, placedLines } from "./metrics.ts";
import { BLACK, type GlyphRun, type SetLine, type Sheet } from "./sheet.ts";

export interface GalleySetting {
  /** Characters to a line. */
  readonly measure: number;
  readonly columns: number;
  /** Type size in pt. */
  readonly size: number;
  /** Distance of baselines in pt; 1.3 times the size where it is not given. */
  readonly leading?: number;
  readonly style: HouseStyle;
}

export interface Galley {
  readonly sheets: readonly Sheet[];
  readonly metrics: LineMetrics;
}

/** Page margin and the greatest page height, in mm. */
const MARGIN = 10;
const MAX_HEIGHT = 1200;
/** First-line indent in em. */
const INDENT = 2;
/** Above the first baseline, in em. */
const ASCENT = 0.88;

/** Sets `text` as a galley proof. Throws a Problem where a setting makes no page. */
export function composeGalley(text: string, setting: GalleySetting, faces: Faces): Galley {
  checkSetting(setting);
  const { measure, columns, size, style } = setting;
  const paragraph: ParagraphSetting = {
    size,
    ink: BLACK,
    indent: INDENT,
    align: "justify",
    text: style.text,
  };
  const set = (text: string, start: number, lines?: number) =>
    setParagraph(
      [
        {
          text,
          face: style.faces.body,
          ref: { page: "galley", pos: start - 1 },
          offset: 0,
          role: "paragraph",
        },
      ],
      lines === undefined ? paragraph : { ...paragraph, lines },
      measure * size,
      faces,
    );
  const pitch = setting.leading ?? size * 1.3;
  const deepest = Math.max(1, Math.floor((MAX_HEIGHT * MM - 2 * MARGIN * MM) / pitch));
  const sheets: Sheet[] = [];
  const printed: Line[] = [];
  let rest: readonly GalleyParagraph[] = readParagraphs(text).map(({ text, start }) => ({
    lines: set(text, start),
    reset: (count) => set(text, start, count),
  }));
  while (rest.length > 0) {
    const { depth, paragraphs } = levelled(rest, columns, deepest);
    const lines = paragraphs.flatMap(({ lines }) => lines);
    const here = lines.slice(0, depth * columns);
    sheets.push(makeSheet(here, depth, setting, pitch, sheets.length + 1));
    printed.push(...here);
    rest = after(paragraphs, here.length);
  }
  const notes = missingGlyphs(printed).map(({ text }) => ({
    block: null,
    code: "missing-glyph",
    detail: text,
  }));
  const [front, ...others] = sheets.length > 0 ? sheets : [makeSheet([], 1, setting, pitch, 1)];
  return {
    sheets: [{ ...(front as Sheet), notes }, ...others],
    metrics: measureLines(placedLines(byParagraph(printed), faces), size, measure * size),
  };
}

function checkSetting({ measure, columns, size, leading }: GalleySetting): void {
  const check = (name: string, value: number, least: number, most: number, isWhole: boolean) => {
    if (value >= least && value <= most && (!isWhole || Number.isInteger(value))) return;
    throw new Problem("galley-setting", { name, value, least, most });
  };
  check("measure", measure, 4, 200, false);
  check("columns", columns, 1, 40, true);
  check("size", size, 4, 72, false);
  if (leading !== undefined) check("leading", leading, size, 4 * size, false);
}

/** The lines of the input that say something, without the spaces they begin and end with. */
function readParagraphs(text: string): { text: string; start: number }[] {
  return [...text.matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) => {
    const trimmed = line.trim();
    return trimmed === "" ? [] : [{ text: trimmed, start: index + line.indexOf(trimmed) }];
  });
}

/** What is left of `paragraphs` when `count` lines are printed; one that was begun keeps its lines. */
function after(paragraphs: readonly GalleyParagraph[], count: number): GalleyParagraph[] {
  let printed = 0;
  return paragraphs.flatMap((paragraph) => {
    const from = Math.max(0, count - printed);
    printed += paragraph.lines.length;
    const lines = paragraph.lines.slice(from);
    if (lines.length === 0) return [];
    return [from === 0 ? paragraph : { lines, reset: () => lines }];
  });
}

function byParagraph(lines: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    if (line.start === 0) paragraphs.push([]);
    paragraphs.at(-1)?.push(line);
  }
  return paragraphs;
}

function makeSheet(
  lines: readonly Line[],
  depth: number,
  { measure, columns, size }: GalleySetting,
  pitch: number,
  number: number,
): Sheet {
  const margin = MARGIN * MM;
  const width = measure * size;
  const items: GlyphRun[] = [];
  const places: SetLine[] = [];
  lines.forEach((line, index) => {
    const column = Math.floor(index / depth);
    const x = margin + column * (width + size);
    const baseline = margin + ASCENT * size + (index % depth) * pitch;
    for (const run of line.runs) items.push({ ...run, x: run.x + x, y: run.y + baseline });
    places.push({ block: "galley", column, baseline, x, width });
  });
  return {
    page: `galley-${number}`,
    number: String(number),
    width: 2 * margin + columns * width + (columns - 1) * size,
    height: 2 * margin + size + (depth - 1) * pitch,
    bleed: 0,
    items,
    fits: [],
    lines: places,
    notes: [],
  };
}

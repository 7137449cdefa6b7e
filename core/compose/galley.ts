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
/** Lines a column may be made deeper to keep a lone last line from its head. */
const DEEPER = 12;

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
  const paragraphs = readParagraphs(text).map(({ text, start }) =>
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
      paragraph,
      measure * size,
      faces,
    ),
  );
  const pitch = setting.leading ?? size * 1.3;
  const deepest = Math.max(1, Math.floor((MAX_HEIGHT * MM - 2 * MARGIN * MM) / pitch));
  const sheets: Sheet[] = [];
  for (let rest = paragraphs.flat(); rest.length > 0; ) {
    const depth = columnDepth(rest, columns, deepest);
    sheets.push(makeSheet(rest.slice(0, depth * columns), depth, setting, pitch, sheets.length + 1));
    rest = rest.slice(depth * columns);
  }
  const notes = missingGlyphs(paragraphs.flat()).map(({ text }) => ({
    block: null,
    code: "missing-glyph",
    detail: text,
  }));
  const [front, ...others] = sheets.length > 0 ? sheets : [makeSheet([], 1, setting, pitch, 1)];
  return {
    sheets: [{ ...(front as Sheet), notes }, ...others],
    metrics: measureLines(placedLines(paragraphs, faces), size, measure * size),
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

/** Lines to a column: equal columns, as shallow as they go, with no paragraph's last line alone at a column's head. */
function columnDepth(lines: readonly Line[], columns: number, deepest: number): number {
  const least = Math.min(deepest, Math.ceil(lines.length / columns));
  for (let depth = least; depth <= Math.min(deepest, least + DEEPER); depth++) {
    const heads = Array.from({ length: columns }, (_, column) => lines[(column + 1) * depth]);
    if (heads.every((head) => !head?.last || head.start === 0)) return depth;
  }
  return least;
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

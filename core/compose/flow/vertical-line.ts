/**
 * Vertical display lines: Han cells one under the other, numbers and short words upright in a cell of their own (纵中横).
 *
 * What a cell cannot hold without being squeezed out of shape is parted: percent signs and units stand under their number,
 * a decimal point is a dot between two cells, capitals and long numbers stand letter under letter.
 */
import type { Faces } from "../../world.ts";
import type { StyledText } from "../line.ts";
import { BLACK, type GlyphRun } from "../sheet.ts";
import { ASCENT } from "./grid.ts";
import {
  type DisplayLine,
  type DisplaySetting,
  displayWidth,
  moved,
  OPENERS,
  setDisplay,
} from "./heading.ts";

/** Numbers and Latin words. */
const LATIN = /[0-9A-Za-z][0-9A-Za-z.%]*/g;
/** What a word is parted into where a cell cannot hold it: numbers, words, and the marks in a number. */
const PARTS = /\d+(?:\.\d+)?|[A-Za-z]+|[.%]/g;
/** Widest, in em, that is condensed into a cell: three figures. */
const WIDEST = 1.75;

/** Width of a word in em, about, in whatever face. */
const widthOf = (word: string): number =>
  [...word].reduce((sum, char) => {
    if (char === ".") return sum + 0.3;
    if (char === "%") return sum + 0.9;
    return sum + (/[A-Z]/.test(char) ? 0.72 : 0.58);
  }, 0);

interface VerticalCell {
  readonly text: string;
  readonly offset: number;
  readonly upright: boolean;
}

/** A word in as few cells as hold it without squeezing it out of shape. */
function latinCells(word: string, offset: number): VerticalCell[] {
  const cell = (text: string, at: number, upright = true) => [{ text, offset: offset + at, upright }];
  if (widthOf(word) <= WIDEST) return cell(word, 0);
  return [...word.matchAll(PARTS)].flatMap(({ 0: part, index }) => {
    if (part === ".") return cell(part, index, false);
    if (widthOf(part) <= WIDEST) return cell(part, index);
    const dot = part.indexOf(".");
    if (dot > 0)
      return [
        ...latinCells(part.slice(0, dot), offset + index),
        ...cell(".", index + dot, false),
        ...latinCells(part.slice(dot + 1), offset + index + dot + 1),
      ];
    return [...part].flatMap((letter, i) => cell(letter, index + i));
  });
}

function verticalCells(text: string): VerticalCell[] {
  const cells: VerticalCell[] = [];
  const plain = (from: number, to: number) => {
    let offset = from;
    for (const char of text.slice(from, to)) {
      cells.push({ text: char, offset, upright: false });
      offset += char.length;
    }
  };
  let at = 0;
  for (const match of text.matchAll(LATIN)) {
    plain(at, match.index);
    const word = match[0];
    cells.push(...latinCells(word, match.index));
    at = match.index + word.length;
  }
  plain(at, text.length);
  return cells;
}

/** Marks of half width have no vertical forms; their full-width twins stand in for them, a middle dot for a decimal point. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  "(": "（",
  ")": "）",
  "[": "［",
  "]": "］",
  ",": "，",
  ":": "：",
  ".": "·",
};

const HALF_IN_VERTICAL = new Set("“”‘’「」『』（）()《》，、。,. 　·");

function verticalAdvance(cell: VerticalCell): number {
  return HALF_IN_VERTICAL.has(cell.text) ? 0.5 : 1;
}

export function verticalLength(text: string, size: number, tracking = 0): number {
  const cells = verticalCells(text);
  return (
    cells.reduce((sum, cell) => sum + verticalAdvance(cell) * size, 0) +
    Math.max(0, cells.length - 1) * tracking * size
  );
}

/**
 * One vertical line, centred on x = 0, its first cell's top at y = 0. In a vertical run a glyph hangs centred under its
 * origin, its baseline 0.88 em down (the default position vector of ISO 32000-2 §9.7.4.3).
 */
export function setVertical(part: StyledText, setting: DisplaySetting, faces: Faces): DisplayLine {
  const { size, tracking = 0, ink = BLACK } = setting;
  const face = faces.face(part.face);
  const runs: GlyphRun[] = [];
  let column = emptyColumn();
  const close = () => {
    const { face: id, ref, role } = part;
    if (column.gids.length > 0)
      runs.push({ kind: "glyphs", face: id, size, x: 0, y: 0, vertical: true, ...column, ref, ink, role });
    column = emptyColumn();
  };
  const offsetOf = (cell: VerticalCell) => (part.offset < 0 ? -1 : part.offset + cell.offset);
  let y = 0;
  for (const cell of verticalCells(part.text)) {
    const advance = verticalAdvance(cell);
    if (cell.upright) {
      close();
      const text = { ...part, text: cell.text, offset: offsetOf(cell) };
      const stretch = Math.min(1, size / displayWidth([text], { size }, faces));
      const line = setDisplay([text], { size, stretch, ink }, faces);
      for (const run of line.runs) runs.push(moved(run, -line.width / 2, y + ASCENT * size));
    } else {
      const shift = advance === 0.5 ? shiftOf(cell.text) * size : 0;
      for (const glyph of face.shape(FULL_WIDTH[cell.text] ?? cell.text, { vertical: true })) {
        column.gids.push(glyph.gid);
        column.along.push(y + shift);
        column.texts.push(cell.text);
        column.offsets.push(offsetOf(cell));
      }
    }
    y += advance * size + tracking * size;
  }
  close();
  return { runs, width: Math.max(0, y - tracking * size) };
}

/** A mark that opens keeps the lower half of its em, and hugs what follows; a dot its middle. */
const shiftOf = (mark: string): number => (OPENERS.has(mark) ? -0.5 : /[.·]/.test(mark) ? -0.25 : 0);

const emptyColumn = () => ({
  gids: [] as number[],
  along: [] as number[],
  texts: [] as string[],
  offsets: [] as number[],
});

/**
 * A paragraph's text as the cells that lines are made of: a Han character, a mark, a —— or ……, a Latin cluster.
 *
 * Every UTF-16 unit of the text is in exactly one cell or in the white space between two; nothing is dropped.
 */
import type { FaceId } from "../../edition/style.ts";
import type { Faces } from "../../world.ts";
import type { StyledText } from "../line.ts";
import {
  type CharClass,
  CLASS,
  classOf,
  isAlphanumeric,
  isAttached,
  isInvisible,
  isQuote,
  isSpace,
} from "./classes.ts";
import { type CellGlyphs, cellGlyphs, pairGlyphs, runClusters } from "./glyphs.ts";
import { hyphenationPoints } from "./hyphenation.ts";
import { latinQuotes } from "./quotes.ts";
import { breaksInRun, STRENGTH } from "./words.ts";

export interface Cell {
  /** Span in the paragraph's text, UTF-16. */
  readonly start: number;
  end: number;
  readonly kind: CharClass;
  /** Index of the StyledText it comes from. */
  readonly piece: number;
  readonly glyphs: CellGlyphs;
  /** Inside a Latin run: strength of the boundary before this cell; −1 where a run or a Chinese cell begins. */
  readonly inner: number;
}

/** Marks that are Latin beside a letter or digit on either side, and those that need one on both. */
const EITHER = /[-–/]/;
const BOTH = /[·‧•]/;

export function readCells(pieces: readonly StyledText[], faces: Faces): Cell[] {
  const text = pieces.map((piece) => piece.text).join("");
  const latin = latinQuotes(text);
  const cells: Cell[] = [];
  let at = 0;
  pieces.forEach((piece, index) => {
    const stop = at + piece.text.length;
    while (at < stop) at = readCell(text, at, stop, index, piece.face);
  });
  return cells;

  function readCell(text: string, at: number, stop: number, piece: number, face: FaceId): number {
    const code = text.codePointAt(at) as number;
    const length = code > 0xffff ? 2 : 1;
    if (code >= 0x4e00 && code <= 0x9fff)
      return push(at, 1, CLASS.han, cellGlyphs(faces, face, code, CLASS.han));
    if (isSpace(code)) return at + length;
    const last = cells.at(-1);
    if (isInvisible(code) || isMark(text, at, length)) {
      if (last?.end === at) last.end += length;
      return at + length;
    }
    const kind = kindAt(text, at, code, face);
    if (kind === CLASS.latin) return readRun(text, at, stop, piece, face);
    if ((kind === CLASS.dash || kind === CLASS.ellipsis) && at + 1 < stop && text[at + 1] === text[at]) {
      return push(at, 2, kind, pairGlyphs(faces, face, text.slice(at, at + 2), kind));
    }
    // A single — joins rather than breaks off; ⸺ is a whole dash by itself.
    const single = kind === CLASS.dash && code !== 0x2e3a ? CLASS.connector : kind;
    return push(at, length, single, cellGlyphs(faces, face, code, single));

    function push(start: number, length: number, kind: CharClass, glyphs: CellGlyphs): number {
      cells.push({ start, end: start + length, kind, piece, glyphs, inner: -1 });
      return start + length;
    }
  }

  function kindAt(text: string, at: number, code: number, face: FaceId): CharClass {
    const kind = classOf(code);
    const char = String.fromCodePoint(code);
    if (isQuote(code)) return latin.has(at) ? CLASS.latin : kind;
    if (EITHER.test(char)) return isBesideWord(text, at) ? CLASS.latin : kind;
    if (BOTH.test(char)) return isWordAt(text, at - 1) && isWordAt(text, at + 1) ? CLASS.latin : kind;
    if (kind !== CLASS.latin || code < 0x80 || isAlphanumeric(char)) return kind;
    if (isAttached(char) && (isWordAt(text, at - 1) || isWordAt(text, at + 1))) return CLASS.latin;
    return cellGlyphs(faces, face, code, CLASS.symbol).body >= 0.95 ? CLASS.symbol : CLASS.latin;
  }

  function readRun(text: string, start: number, stop: number, piece: number, face: FaceId): number {
    let end = start;
    while (end < stop) {
      const code = text.codePointAt(end) as number;
      if (isSpace(code)) break;
      if (!isInvisible(code) && !isMark(text, end, 1) && kindAt(text, end, code, face) !== CLASS.latin) break;
      end += code > 0xffff ? 2 : 1;
    }
    const run = text.slice(start, end);
    const strengths = breaksInRun(run, hyphenationPoints);
    for (const cluster of runClusters(faces, face, run)) {
      cells.push({
        start: start + cluster.start,
        end: start + cluster.end,
        kind: CLASS.latin,
        piece,
        glyphs: cluster.glyphs,
        inner: cluster.start === 0 ? -1 : (strengths[cluster.start] ?? STRENGTH.inside),
      });
    }
    return end;
  }
}

const isMark = (text: string, at: number, length: number) =>
  text.charCodeAt(at) >= 0x300 && /^\p{M}$/u.test(text.slice(at, at + length));

/** True where the run of equal signs at `at` has a letter or digit before or behind it: - in "-5", in "--force". */
function isBesideWord(text: string, at: number): boolean {
  let [before, after] = [at - 1, at + 1];
  while (text[before] === text[at]) before--;
  while (text[after] === text[at]) after++;
  return isWordAt(text, before) || isWordAt(text, after);
}

const isWordAt = (text: string, at: number) =>
  at >= 0 && at < text.length && isAlphanumeric(text[at] as string);

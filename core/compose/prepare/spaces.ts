/**
 * The space between two cells: how wide it is, how far it may give and open, and whether a line may end in it.
 *
 * Everything a line can adjust is one of these spaces. The blank half of a mark is space too, and a line's edge has
 * none: so a mark at a line's end is ½ em and an opener at its head loses ½ em (GB/T 15834 §5.1.10, CLREQ §3.1.6)
 * with no further rule. Widths in em.
 */
import type { HouseStyle } from "../../edition/style.ts";
import type { Cell } from "./cells.ts";
import {
  type CharClass,
  CLASS,
  cellNotAtEnd,
  cellNotAtStart,
  classNotAtEnd,
  classNotAtStart,
  isAlphanumeric,
  isAttached,
  latinNotAtEnd,
  latinNotAtStart,
} from "./classes.ts";
import { endOfMeasureWord, isUnit } from "./numbers.ts";
import { STRENGTH, type Strength } from "./words.ts";

/** Shrink stages in the order of CLREQ's 挤压处理的优先顺序; its first, the line-end mark, is always taken. */
export const SHRINK = { wordSpace: 0, interpunct: 1, bracket: 2, pause: 3, hanLatin: 4, stop: 5 } as const;
/**
 * Stretch stages in the order of CLREQ's 拉伸处理的优先顺序. `pause` and `bracket` are the house's: a mark that its
 * style sets on half an em takes its em back before Han characters are parted. After them, all gaps open equally.
 */
export const STRETCH = { wordSpace: 0, hanLatin: 1, pause: 2, bracket: 3 } as const;

export interface Space {
  readonly ideal: number;
  /** Stage and amount by which the space may narrow; −1 and 0 for none. */
  readonly shrinkStage: number;
  readonly shrink: number;
  readonly stretchStage: number;
  readonly stretch: number;
  /** True where the space opens with all others in the last stretch stage. */
  readonly equal: boolean;
  readonly strength: Strength;
}

const HALF = 0.5;
const EM: Space = {
  ideal: 0,
  shrinkStage: -1,
  shrink: 0,
  stretchStage: -1,
  stretch: 0,
  equal: true,
  strength: STRENGTH.free,
};

type TextStyle = HouseStyle["text"];

/** How a punctuation style sets the blank half of a mark. */
interface Blank {
  readonly ideal: number;
  readonly shrinkStage: number;
  readonly stretchStage: number;
  readonly isElastic: boolean;
}

function blankOf(kind: CharClass, style: TextStyle): Blank {
  const isStop = kind === CLASS.stop;
  const shrinkStage =
    kind === CLASS.opener || kind === CLASS.closer
      ? SHRINK.bracket
      : kind === CLASS.pause
        ? SHRINK.pause
        : isStop
          ? SHRINK.stop
          : SHRINK.interpunct;
  const stages = {
    shrinkStage,
    stretchStage: shrinkStage === SHRINK.bracket ? STRETCH.bracket : STRETCH.pause,
  };
  switch (style.punctuation) {
    // GB/T 15834 gives the interpunct half an em; it has no blank to show in any style.
    case "quanjiao":
      return { ideal: kind === CLASS.interpunct ? 0 : 1, ...stages, isElastic: kind !== CLASS.interpunct };
    // 开明: stops keep their em, all other marks have half; under pressure each may borrow or lend its blank.
    case "kaiming":
      return { ideal: isStop ? 1 : 0, ...stages, isElastic: kind !== CLASS.interpunct };
    case "banjiao":
      return { ideal: 0, ...stages, isElastic: false };
    case "plain":
      return { ideal: 1, ...stages, isElastic: false };
  }
}

/** The spaces of a paragraph: entry i stands after cell i; the last cell has none. */
export function readSpaces(
  text: string,
  cells: readonly Cell[],
  style: TextStyle,
  wordSpace: (cell: Cell) => number,
): Space[] {
  const doubled = doubledStops(text, cells);
  const kept = style.keepMeasureWords ? keptTogether(text, cells) : null;
  const spaces: Space[] = [];
  for (let index = 0; index + 1 < cells.length; index++) {
    const left = cells[index] as Cell;
    const right = cells[index + 1] as Cell;
    if (left.kind === CLASS.han && right.kind === CLASS.han && left.end === right.start && !kept?.[index]) {
      spaces.push(EM);
      continue;
    }
    const width = widthBetween(text, cells, index, style, doubled, wordSpace);
    const forbidden = strengthBetween(text, left, right, style);
    const strength = Math.max(forbidden, kept?.[index] ?? STRENGTH.free) as Strength;
    spaces.push({ ...width, strength });
  }
  return spaces;
}

function widthBetween(
  text: string,
  cells: readonly Cell[],
  index: number,
  style: TextStyle,
  doubled: ReadonlyMap<number, number>,
  wordSpace: (cell: Cell) => number,
): Space {
  const left = cells[index] as Cell;
  const right = cells[index + 1] as Cell;
  if (left.end < right.start)
    return whiteSpace(text.slice(left.end, right.start), left, right, style, wordSpace);
  if (right.inner >= 0) return { ...EM, equal: false };
  const equal = !isConnector(left) && !isConnector(right);
  if (isHanLatin(text, left, right)) return { ...hanLatinGap(style), equal };
  if (style.punctuation === "plain") return { ...EM, equal };
  if (doubled.has(index)) return { ...EM, ideal: doubled.get(index) as number, equal };
  return { ...markSpace(cells, index, style), equal };
}

/** Blank between two cells of which one or both are marks (CLREQ §3.1.6, adjacent marks). */
function markSpace(cells: readonly Cell[], index: number, style: TextStyle): Space {
  const left = cells[index] as Cell;
  const right = cells[index + 1] as Cell;
  const after = left.glyphs.after;
  const before = right.glyphs.before;
  if (after === 0 && before === 0) return EM;
  const isPair = isMark(left) && isMark(right);
  if (!isPair) {
    const [kind, blank] = after > 0 ? [left.kind, after] : [right.kind, before];
    // 。” keeps one blank for the two of them: the sentence's end shows after the bracket that closes it.
    const previous = cells[index - 1];
    const closesSentence =
      left.kind === CLASS.closer && previous?.kind === CLASS.stop && previous.end === left.start;
    return elastic(blank, closesSentence ? blankOf(CLASS.stop, style) : blankOf(kind, style));
  }
  // Two marks of 2 em are set in 1½ and may give up that half too; a bracket stays tight to what it encloses.
  if (right.kind === CLASS.opener && left.kind !== CLASS.opener) {
    const leads = blankOf(left.kind, style);
    const follows = blankOf(CLASS.opener, style);
    const ideal = Math.min(HALF, after * leads.ideal + before * follows.ideal);
    if (ideal === 0) return elastic(HALF, follows);
    return { ...EM, ideal, ...(leads.isElastic ? { shrinkStage: SHRINK.bracket, shrink: ideal } : {}) };
  }
  return { ...EM, ideal: Math.max(0, after + before - HALF) };
}

function elastic(blank: number, { ideal, shrinkStage, stretchStage, isElastic }: Blank): Space {
  const width = blank * ideal;
  if (!isElastic) return { ...EM, ideal: width };
  return {
    ...EM,
    ideal: width,
    shrinkStage: width > 0 ? shrinkStage : -1,
    shrink: width,
    stretchStage: width < blank ? stretchStage : -1,
    stretch: blank - width,
  };
}

function hanLatinGap(style: TextStyle): Space {
  const { min, ideal, max } = style.hanLatin;
  return {
    ...EM,
    ideal,
    shrinkStage: SHRINK.hanLatin,
    shrink: Math.max(0, ideal - min),
    stretchStage: STRETCH.hanLatin,
    stretch: Math.max(0, max - ideal),
  };
}

/** Typed space: U+3000 is an em, a space between Han and Latin is their gap, any other a word space of ¼ to ½ em. */
function whiteSpace(
  white: string,
  left: Cell,
  right: Cell,
  style: TextStyle,
  wordSpace: (cell: Cell) => number,
): Space {
  const ems = white.split("\u3000").length - 1;
  if (ems > 0) return { ...EM, ideal: ems };
  const isMixed = (left.kind === CLASS.latin) !== (right.kind === CLASS.latin);
  if (isMixed && !isMark(left) && !isMark(right)) return hanLatinGap(style);
  const ideal = Math.min(HALF, Math.max(0.25, wordSpace(left)));
  return {
    ...EM,
    ideal,
    shrinkStage: SHRINK.wordSpace,
    shrink: ideal - 0.25,
    stretchStage: STRETCH.wordSpace,
    stretch: HALF - ideal,
  };
}

const isConnector = (cell: Cell) => cell.kind === CLASS.connector || cell.kind === CLASS.solidus;
const isMark = (cell: Cell) => cell.kind >= CLASS.opener && cell.kind <= CLASS.interpunct;

function isHanLatin(text: string, left: Cell, right: Cell): boolean {
  if (left.kind === CLASS.han) return right.kind === CLASS.latin && startsWord(text, right);
  return right.kind === CLASS.han && left.kind === CLASS.latin && endsWord(text, left);
}
const startsWord = (text: string, cell: Cell) =>
  isWordSign(String.fromCodePoint(text.codePointAt(cell.start) ?? 0));
const endsWord = (text: string, cell: Cell) => isWordSign([...text.slice(cell.start, cell.end)].at(-1) ?? "");
const isWordSign = (char: string) => isAlphanumeric(char) || isAttached(char);

function strengthBetween(text: string, left: Cell, right: Cell, style: TextStyle): Strength {
  const level = style.prohibition;
  if (right.inner >= 0) return right.inner as Strength;
  const white = text.slice(left.end, right.start);
  if (/[\u00a0\u202f]/.test(white)) return STRENGTH.inside;
  // A full-width number is one word.
  if (white === "" && isWideDigit(text, left.end - 1) && isWideDigit(text, right.start))
    return STRENGTH.inside;
  if (level === "none") return STRENGTH.free;
  if (classNotAtStart(right.kind, level) || classNotAtEnd(left.kind, level)) return STRENGTH.forbidden;
  const first = text.codePointAt(right.start) as number;
  const last = text.charCodeAt(left.end - 1);
  if (right.kind === CLASS.latin ? latinNotAtStart.has(first) && white === "" : cellNotAtStart.has(first)) {
    return STRENGTH.forbidden;
  }
  if (right.kind === CLASS.latin && /[-–·]/.test(text[right.start] as string) && white === "") {
    // A sign before a number opens it; a hyphen after a word does not open a line.
    if (!/\d/.test(text[right.start + 1] ?? "")) return STRENGTH.forbidden;
  }
  if (left.kind === CLASS.latin ? latinNotAtEnd.has(last) : cellNotAtEnd.has(last)) return STRENGTH.forbidden;
  if (left.kind === CLASS.latin && last === 0x2f && level === "strict") return STRENGTH.forbidden;
  return STRENGTH.free;
}

const isWideDigit = (text: string, at: number) =>
  /[０-９．，％]/.test(text[at] ?? "") && /[０-９]/.test(text.slice(at - 1, at + 2));

/** §5.1.2: ？？ and ？！ take 1 em, three in a row 2 em. Space after each such stop, by cell index. */
function doubledStops(text: string, cells: readonly Cell[]): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  if (!/[？！]{2}/.test(text)) return widths;
  const isAsking = (index: number) => /[？！]/.test(text[cells[index]?.start ?? -1] ?? "");
  for (let start = 0; start < cells.length; start++) {
    if (!isAsking(start)) continue;
    let end = start + 1;
    while (isAsking(end) && cells[end]?.start === cells[end - 1]?.end) end++;
    if (end - start >= 2) {
      for (let index = start; index < end; index++) widths.set(index, 0);
      if ((end - start) % 2 === 1) widths.set(end - 1, HALF);
    }
    start = end - 1;
  }
  return widths;
}

/** Boundaries (by the cell before them) between a number and its measure word or unit. */
function keptTogether(text: string, cells: readonly Cell[]): Uint8Array {
  const kept = new Uint8Array(cells.length);
  for (let index = 0; index + 1 < cells.length; index++) {
    const cell = cells[index] as Cell;
    const next = cells[index + 1] as Cell;
    const last = text[cell.end - 1] as string;
    if (!/[\d０-９%％]/.test(last)) continue;
    if (next.kind === CLASS.latin && cell.end < next.start) {
      const unit =
        /^\S*?(?=[\s\p{Script=Han}，。、；：）]|$)/u.exec(text.slice(next.start, next.start + 12))?.[0] ?? "";
      if (/^ $/.test(text.slice(cell.end, next.start)) && isUnit(unit)) kept[index] = STRENGTH.kept;
      continue;
    }
    if (next.kind === CLASS.latin || /[%％]/.test(last)) continue;
    const end = endOfMeasureWord(text, cell.end);
    for (let k = index; (cells[k + 1]?.start ?? Number.POSITIVE_INFINITY) < end; k++) {
      kept[k] = k === index ? STRENGTH.kept : STRENGTH.loth;
    }
  }
  return kept;
}

/**
 * What a character is to Chinese composition: the classes of CLREQ §3.1 (punctuation), and the sets its prohibition
 * rules (行首行尾禁则, CLREQ §3.1.4, GB/T 15834 §5.1) are written in.
 *
 * UAX #14 puts “ ” ‘ ’ in class QU; here they open and close like brackets, unless quotes.ts found them Latin.
 */

export const CLASS = {
  /** An ideograph, kana, hangul, a full-width letter or digit: fills one cell. */
  han: 0,
  /** ①, ★, → and other wide signs: fills a cell, keeps no distance from Latin. */
  symbol: 1,
  opener: 2,
  closer: 3,
  /** ， 、 ； ： */
  pause: 4,
  /** 。 ？ ！ ． */
  stop: 5,
  interpunct: 6,
  /** —— */
  dash: 7,
  /** …… */
  ellipsis: 8,
  /** - – — ～ */
  connector: 9,
  solidus: 10,
  /** A letter of an alphabetic run: words, numbers, code. */
  latin: 11,
} as const;

export type CharClass = (typeof CLASS)[keyof typeof CLASS];

const codes = (text: string) => new Set([...text].map((char) => char.codePointAt(0) as number));

const OPENERS = codes("“‘「『（《〈【〖〔［｛｢〘〚");
const CLOSERS = codes("”’」』）》〉】〗〕］｝｣〙〛");
const PAUSES = codes("，、；：");
const STOPS = codes("。．！？‼⁇⁈⁉｡");
const INTERPUNCTS = codes("·・‧•");
const DASHES = codes("—⸺");
const ELLIPSES = codes("…⋯");
const CONNECTORS = codes("-–～〜");
const SOLIDI = codes("/／");

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}々〆ー０-９Ａ-Ｚａ-ｚ○〇]/u;

/** Signs that belong to the number or word beside them whatever their width: ±5, 3×4, 36.5℃, 8‰. */
const ATTACHED = /[+\-−±×÷=<>≈≤≥≠∶°℃℉‰‱′″%@#&*$€£¥~^|\\_]/u;

/** Class of a code point by itself; `- – · / —` and quotation marks also depend on what is beside them. */
export function classOf(code: number): CharClass {
  if (code >= 0x4e00 && code <= 0x9fff) return CLASS.han;
  if (code < 0x80 && code !== 0x2d && code !== 0x2f) return CLASS.latin;
  const known = MARKS.get(code);
  if (known !== undefined) return known;
  return WIDE.test(String.fromCodePoint(code)) ? CLASS.han : CLASS.latin;
}

const MARKS: ReadonlyMap<number, CharClass> = new Map(
  (
    [
      [OPENERS, CLASS.opener],
      [CLOSERS, CLASS.closer],
      [PAUSES, CLASS.pause],
      [STOPS, CLASS.stop],
      [INTERPUNCTS, CLASS.interpunct],
      [DASHES, CLASS.dash],
      [ELLIPSES, CLASS.ellipsis],
      [CONNECTORS, CLASS.connector],
      [SOLIDI, CLASS.solidus],
    ] as const
  ).flatMap(([set, kind]) => [...set].map((code) => [code, kind] as const)),
);

export const isAttached = (char: string) => ATTACHED.test(char);
export const isSpace = (code: number) =>
  code === 0x20 ||
  code === 0x3000 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xa0 ||
  code === 0x202f ||
  (code >= 0x2000 && code <= 0x200a);
/** Takes no place of its own: joins the character before it. */
export const isInvisible = (code: number) =>
  code === 0x200b ||
  code === 0xfeff ||
  code === 0x2060 ||
  code === 0xad ||
  (code >= 0x200c && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  (code >= 0xe0100 && code <= 0xe01ef);
export const isQuote = (code: number) =>
  code === 0x201c || code === 0x201d || code === 0x2018 || code === 0x2019;
/** A letter or digit of an alphabetic run: what the Han–Latin gap stands beside. */
export const isAlphanumeric = (char: string) => /[\p{L}\p{N}]/u.test(char) && !WIDE.test(char);

/** Latin punctuation that may not open a line, beside the class rules (the half-width twins of ， 。 ） …). */
export const latinNotAtStart = codes(",.;:!?)]}%‰℃℉°′″％");
/** (house) 0025 FF05 2030 2103 in the norm's list; the full-width ％ is a cell of its own. */
export const cellNotAtStart = codes("％‰℃℉");
export const latinNotAtEnd = codes("([{$¥€£#");
/** (house) ¥ ￥ № */
export const cellNotAtEnd = codes("￥№＄￡￠");

export type Prohibition = "none" | "basic" | "strict";

/** True where a mark of this class may not open a line. CLREQ §3.1.4: strict adds —— and ……. */
export function classNotAtStart(kind: CharClass, level: Prohibition): boolean {
  if (level === "none") return false;
  switch (kind) {
    case CLASS.closer:
    case CLASS.pause:
    case CLASS.stop:
    case CLASS.interpunct:
    case CLASS.connector:
    case CLASS.solidus:
      return true;
    case CLASS.dash:
    case CLASS.ellipsis:
      return level === "strict";
    default:
      return false;
  }
}

/** True where a mark of this class may not close a line. The GB method, part of strict, adds the solidus. */
export function classNotAtEnd(kind: CharClass, level: Prohibition): boolean {
  if (level === "none") return false;
  return kind === CLASS.opener || (kind === CLASS.solidus && level === "strict");
}

/**
 * Numerals to numbers: Arabic (half or full width, thousands commas) and Chinese (一百零八, 两, 二〇二〇).
 *
 * A number keeps how it was printed: `value` is what stands before 万 or 亿, `scale` is that 万 or 亿, and `ulp` is
 * one unit of the last printed digit, so that a relation knows what rounding may have hidden.
 */

export interface Numeral {
  /** As printed: 9.89 of 9.89万亿. */
  readonly value: number;
  /** 1, or what 万, 亿, 万亿 … multiply by. */
  readonly scale: number;
  /** One unit of the last printed digit, in units of `value`. */
  readonly ulp: number;
}

const scales: ReadonlyMap<string, number> = new Map([
  ["百", 1e2],
  ["千", 1e3],
  ["万", 1e4],
  ["百万", 1e6],
  ["千万", 1e7],
  ["亿", 1e8],
  ["万亿", 1e12],
]);

/** What a scale word multiplies by; 1 for any other text. */
export const scaleOf = (word: string): number => (word === "" ? 1 : (scales.get(word) ?? 1));

const codeOf = (char: string) => char.charCodeAt(0);
/** Chinese digits and places by code. */
const values: ReadonlyMap<number, number> = new Map([
  ...[..."零一二三四五六七八九十"].map((char, value) => [codeOf(char), value] as const),
  [codeOf("〇"), 0],
  [codeOf("两"), 2],
  [codeOf("百"), 100],
  [codeOf("千"), 1000],
]);

const ARABIC = 1;
const CHINESE = 2;
/** What a character is in a numeral; 0 for all others. */
const kinds = new Uint8Array(0x10000);
kinds.fill(ARABIC, 0x30, 0x3a);
kinds.fill(ARABIC, 0xff10, 0xff1a);
for (const code of [...values.keys(), codeOf("万"), codeOf("亿")]) kinds[code] = CHINESE;

export const isArabic = (code: number): boolean => kinds[code] === ARABIC;
export const isChinese = (code: number): boolean => kinds[code] === CHINESE;

/** End of the run of Arabic digits, or of Chinese numerals, that begins at `at`. */
export function runEnd(text: string, at: number): number {
  const kind = kinds[text.charCodeAt(at)];
  let end = at + 1;
  while (end < text.length && kinds[text.charCodeAt(end)] === kind) end++;
  return end;
}

/** "1,２３４.5" as a number. The text must be digits, commas and at most one point (older papers print 1·5万). */
export function arabic(text: string): Numeral {
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    // A point, commas, full width, or more digits than a whole number holds for sure.
    if (digit < 0 || digit > 9 || i > 8) return printed(text);
    value = 10 * value + digit;
  }
  return { value, scale: 1, ulp: 1 };
}

function printed(text: string): Numeral {
  const plain = /^[0-9.]+$/.test(text) ? text : folded(text);
  const point = plain.indexOf(".");
  const decimals = point < 0 ? 0 : plain.length - point - 1;
  return { value: Number(plain), scale: 1, ulp: 10 ** -decimals };
}

/** Half width, with a point for whatever parts the decimals. */
function folded(text: string): string {
  let plain = "";
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (code >= 0xff10 && code <= 0xff19) plain += String.fromCharCode(code - 0xfee0);
    else if (char === "．" || char === "·") plain += ".";
    else if (char !== "," && char !== "，") plain += char;
  }
  return plain;
}

/** A run of Chinese numerals as a number; null where the run is none ("百万十"). A closing 万 or 亿 is its scale. */
export function chinese(text: string): Numeral | null {
  const tail = text.endsWith("万亿") ? 2 : text.endsWith("亿") || text.endsWith("万") ? 1 : 0;
  const length = text.length - tail;
  const value = length === 0 ? null : whole(text, length);
  return value === null ? null : { value, scale: scaleOf(text.slice(length)), ulp: 1 };
}

/** 百, 千万, 万亿: a scale that stands alone is once its size, and no finer; null for other runs. */
export function round(text: string): Numeral | null {
  const [, head = "", tail = ""] = /^([百千]?)(万亿|万|亿)?$/.exec(text) ?? [];
  if (head + tail === "") return null;
  const value = head === "" ? 1 : scaleOf(head);
  return { value, scale: tail === "" ? 1 : scaleOf(tail), ulp: value };
}

/** The first `length` characters as a number; null where they are none. */
function whole(text: string, length: number): number | null {
  // Digit by digit, as years and page numbers are read: 二〇二〇.
  if (length > 1 && isSpelled(text, length)) return length > 9 ? null : spelled(text, length);
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let last = Number.POSITIVE_INFINITY;
  for (let i = 0; i < length; i++) {
    const value = values.get(text.charCodeAt(i));
    if (value === undefined) {
      const scale = scaleOf(text[i] as string);
      section += digit ?? 0;
      if (section === 0 || scale < 1e4) return null;
      total = scale === 1e8 ? (total + section) * scale : total + section * scale;
      section = 0;
      digit = null;
      last = Number.POSITIVE_INFINITY;
    } else if (value < 10) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else {
      if (value >= last || (digit === null && value !== 10)) return null;
      section += (digit ?? 1) * value;
      last = value;
      digit = null;
    }
  }
  return total + section + (digit ?? 0);
}

/** Digits only; 两 is none that is spelled. */
function isSpelled(text: string, length: number): boolean {
  for (let i = 0; i < length; i++)
    if ((values.get(text.charCodeAt(i)) ?? 10) > 9 || text[i] === "两") return false;
  return true;
}

function spelled(text: string, length: number): number {
  let value = 0;
  for (let i = 0; i < length; i++) value = 10 * value + (values.get(text.charCodeAt(i)) as number);
  return value;
}

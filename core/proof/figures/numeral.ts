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

const scales: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
};

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** What a scale word multiplies by; 1 for any other text. */
export const scaleOf = (word: string): number => scales[word] ?? 1;

/** "１,２３４.5" as a number. The text must be digits, commas and at most one point (older papers print 1·5万). */
export function arabic(text: string): Numeral {
  let plain = "";
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (code >= 0xff10 && code <= 0xff19) plain += String.fromCharCode(code - 0xfee0);
    else if (char === "．" || char === "·") plain += ".";
    else if (char !== "," && char !== "，") plain += char;
  }
  const point = plain.indexOf(".");
  const decimals = point < 0 ? 0 : plain.length - point - 1;
  return { value: Number(plain), scale: 1, ulp: 10 ** -decimals };
}

/** A run of Chinese numerals as a number; null where the run is none ("百万十"). A closing 万 or 亿 is its scale. */
export function chinese(text: string): Numeral | null {
  const tail = /(?:万亿|亿|万)$/.exec(text)?.[0] ?? "";
  const head = text.slice(0, text.length - tail.length);
  const value = head === "" ? null : whole(head);
  if (value !== null) return { value, scale: scaleOf(tail), ulp: 1 };
  return null;
}

/** 百, 千万, 万亿: a scale that stands alone is once its size, and no finer; null for other runs. */
export function round(text: string): Numeral | null {
  const [, head = "", tail = ""] = /^([百千]?)(万亿|万|亿)?$/.exec(text) ?? [];
  if (head + tail === "") return null;
  const value = head === "" ? 1 : scaleOf(head);
  return { value, scale: tail === "" ? 1 : scaleOf(tail), ulp: value };
}

function whole(text: string): number | null {
  if (text.length > 1 && /^[〇零一二三四五六七八九]+$/.test(text)) {
    // Digit by digit, as years and page numbers are read: 二〇二〇.
    if (text.length > 9) return null;
    let value = 0;
    for (const char of text) value = value * 10 + (digits[char] as number);
    return value;
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let last = Number.POSITIVE_INFINITY;
  for (const char of text) {
    const d = digits[char];
    if (d !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = d;
    } else if (char === "万" || char === "亿") {
      const scale = char === "万" ? 1e4 : 1e8;
      section += digit ?? 0;
      if (section === 0) return null;
      total = char === "亿" ? (total + section) * scale : total + section * scale;
      section = 0;
      digit = null;
      last = Number.POSITIVE_INFINITY;
    } else {
      const unit = char === "十" ? 10 : char === "百" ? 100 : 1000;
      if (unit >= last) return null;
      if (digit === null && unit !== 10) return null;
      section += (digit ?? 1) * unit;
      last = unit;
      digit = null;
    }
  }
  return total + section + (digit ?? 0);
}

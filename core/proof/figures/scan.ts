/**
 * Every figure of a piece of text, found in one pass from left to right.
 *
 * A mention is a quantity only where a unit or measure word follows; what merely looks like a number (dates, times,
 * ordinals, model names, telephone numbers, 84消毒液) is told apart by what stands around it and is never added up.
 * Looks ahead and behind by bounded amounts only, so time is linear in the text.
 */

import {
  type Approximation,
  afterNumber,
  approximationAfter,
  approximationBefore,
  commas,
  dateAfter,
  isDate,
  isSport,
  ordinalAfter,
  ordinalUnit,
  rangeMark,
  spokenDecimals,
  table,
  timeAfter,
} from "./around.ts";
import { arabic, chinese, isArabic, type Numeral, round, runEnd, scaleOf } from "./numeral.ts";
import { unitAt } from "./unit.ts";

export interface Mention {
  /** UTF-16 offsets of number and unit ("78例", "16.29万元"). */
  readonly start: number;
  readonly end: number;
  /** quantity: has a unit. bare: has none. implicit: said without a number (首例, 无死亡病例). */
  readonly kind: "quantity" | "bare" | "implicit" | "date" | "time" | "ordinal" | "name";
  readonly value: number;
  readonly scale: number;
  /** One unit of the last printed digit, in units of `value`. */
  readonly ulp: number;
  readonly unit: string;
  /** Figures of one class can be added: 例, 名 and 人 are one. */
  readonly class: string;
  readonly approximation: Approximation | null;
  /** Upper end of a range (20至30人), as `value` is its lower. */
  readonly upper: number | null;
}

/** What may begin a figure. */
const HEAD = { arabic: 1, chinese: 2, first: 4, nil: 8 } as const;
const heads = table({
  [HEAD.arabic]: "0123456789０１２３４５６７８９",
  [HEAD.chinese]: "〇零一二两三四五六七八九十百千万亿",
  [HEAD.first]: "首",
  [HEAD.nil]: "无",
});
const blank = /[ \u00a0\u3000]/;
const latin = /[A-Za-zＡ-Ｚａ-ｚ]/;
/** Words in which 一, 十 or 万 is no number though a measure word seems to follow. */
const idiomBefore = /[第统唯同专单逐万之每任某另哪这那进有]$/;
const idiomAfter =
  /^(?:个(?:个|人的|样|劲|性|中)|些|切|般|定|直|起(?!火|事|案|交)|样|旦|律|次性|把手|道(?!题)|块儿|面|边|方|线|体|系列|行|手|头|口气|级(?!地)|部分|种|批|场|项|条|座|次|天|支|股|片|张|份|套|层|段|类|款|幅|首|双|对|副|组|队|团|节|单|笔|手|口|家(?:人|之)|人(?:民|士|次|一|家))/;

type Known = Pick<Mention, "kind" | "value"> & Partial<Mention>;

/** Every mention has the same shape, so that what reads them need not tell shapes apart. */
function mention(start: number, end: number, known: Known): Mention {
  return {
    start,
    end,
    kind: known.kind,
    value: known.value,
    scale: known.scale ?? 1,
    ulp: known.ulp ?? 1,
    unit: known.unit ?? "",
    class: known.class ?? "",
    approximation: known.approximation ?? null,
    upper: known.upper ?? null,
  };
}

/** Mentions in text order; they never overlap. */
export function scan(text: string): readonly Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < text.length; at++) {
    const head = heads[text.charCodeAt(at)] as number;
    if (head === 0) continue;
    const end = headEnd(text, at, head);
    if (end === at) continue;
    const one = read(text, at, end, head);
    if (one) found.push(one);
    at = Math.max(one?.end ?? end, end) - 1;
  }
  return found;
}

/** End of the number, or of the word that stands for one, that begins at `at`; `at` itself where none does. */
function headEnd(text: string, at: number, head: number): number {
  switch (head) {
    case HEAD.arabic:
      return arabicEnd(text, at);
    case HEAD.chinese:
      return runEnd(text, at);
    case HEAD.first:
      return /[例名位]/.test(text[at + 1] ?? "") ? at + 2 : at;
    default:
      return /^(?:新增)?(?:死亡|重症|危重|疑似)/.test(text.slice(at + 1, at + 5)) ? at + 1 : at;
  }
}

/** Digits with their decimals: 9.89, and 1·5 where 万, 亿 or % follows, as older papers have it. */
function arabicEnd(text: string, at: number): number {
  const whole = runEnd(text, at);
  const mark = text[whole];
  if (mark !== "." && mark !== "．" && mark !== "·") return whole;
  if (!isArabic(text.charCodeAt(whole + 1))) return whole;
  const end = runEnd(text, whole + 1);
  if (mark !== "·") return end;
  return end - whole <= 3 && /[万亿%％]/.test(text[end] ?? "") ? end : whole;
}

function read(text: string, start: number, end: number, head: number): Mention | null {
  switch (head) {
    case HEAD.arabic:
      return readArabic(text, start, end);
    case HEAD.chinese:
      return readChinese(text, start, end);
    case HEAD.first:
      return mention(start, end, {
        kind: "implicit",
        value: 1,
        unit: text[start + 1] as string,
        class: "人",
      });
    default:
      return mention(start, end, { kind: "implicit", value: 0, unit: "例", class: "人" });
  }
}

function readArabic(text: string, start: number, numberEnd: number): Mention | null {
  let end = numberEnd;
  const thousands = end - start <= 3 && runEnd(text, start) === end && commas(text, end);
  if (thousands) end += thousands[0].length;
  const printed = text.slice(start, end);
  const number = arabic(printed);
  const { value, ulp } = number;
  const before = text[start - 1] ?? "";
  if (before === "第") return mention(start, end, { kind: "ordinal", value, ulp });
  if (latin.test(before) || ((before === "-" || before === "－") && latin.test(text[start - 2] ?? "")))
    return mention(start, end, { kind: "name", value, ulp });
  const date = dateAfter(text, end);
  if (date && isDate(date[0], value, printed))
    return mention(start, end + date[0].length, { kind: date[0] === "号" ? "ordinal" : "date", value, ulp });
  const time = value <= 24 ? timeAfter(text, end) : null;
  if (time) return mention(start, end + time[0].length, { kind: "time", value, ulp });

  let upper: number | null = null;
  const mark = rangeMark(text, end);
  if (mark) {
    const at = end + mark[0].length;
    const high = text.slice(at, highEnd(text, at));
    end = at + high.length;
    upper = arabic(high).value;
    // 0—24时, 2—3月: a range of hours or days is a date, and 0731-28681234 is a telephone number.
    if (timeAfter(text, end)) return mention(start, end + 1, { kind: "time", value, ulp, upper });
    if (dateAfter(text, end)) return mention(start, end + 1, { kind: "date", value, ulp, upper });
    if (high.length > 6) return mention(start, end, { kind: "name", value, ulp });
  }
  return (
    finish(text, start, end, number, upper, before) ??
    mention(start, end, { kind: kindOfBare(text, end, printed), value, ulp })
  );
}

/** End of the upper number of a range. */
function highEnd(text: string, at: number): number {
  const end = runEnd(text, at);
  const point = text[end] === "." || text[end] === "．";
  return point && isArabic(text.charCodeAt(end + 1)) ? runEnd(text, end + 1) : end;
}

function kindOfBare(text: string, end: number, printed: string): Mention["kind"] {
  const next = text[end] ?? "";
  return latin.test(next) || printed.length >= 7 ? "name" : "bare";
}

function readChinese(text: string, start: number, numberEnd: number): Mention | null {
  const matched = text.slice(start, numberEnd);
  const before = text[start - 1] ?? "";
  const percent =
    before === "之" ? /[百千]分之$/.exec(text.slice(Math.max(0, start - 3), start))?.[0] : undefined;
  if (before === "第" || (before === "之" && percent === undefined)) return null;
  if (matched === "一" || matched === "万" || matched === "千" || matched === "百") {
    if (matched !== "一") return readRound(text, start, matched);
    // A lone 一 is a word far more often than a count: only people are counted with it.
    if (!/[例名]/.test(text[start + 1] ?? "") || idiomBefore.test(before)) return null;
  }
  if (matched === "零" || matched === "〇") return null;
  // 数十名, 几十种: the number is not given.
  if (/[数几]/.test(before)) return null;
  if (/^[百千万亿]/.test(matched)) return readRound(text, start, matched);
  const whole = chinese(matched);
  if (!whole) return null;
  // 百分之八十七点八, 三点五万吨; 八点三十分 is a time.
  const point = spokenDecimals(text, numberEnd);
  const decimal = point !== null && (percent !== undefined || /[万亿倍元吨公亩]/.test(point[2] ?? ""));
  const number = decimal ? withDecimals(whole, point[1] as string) : whole;
  const end = numberEnd + (decimal ? 1 + (point[1] as string).length : 0);
  if (percent) {
    const word = percent[0] === "百" ? "%" : "‰";
    return mention(start - 3, end, { kind: "quantity", ...number, unit: word, class: word });
  }
  if (text.startsWith("分之", end)) return null;
  if (matched === "一" && idiomAfter.test(text.slice(end, end + 4))) return null;
  if (text[end] !== "年" && dateAfter(text, end)) return null;
  if (timeAfter(text, end)) return null;
  return finish(text, start, end, number, null, before);
}

/** Words before a round number that make it one: 近百人, 上千户, 突破千万元; not 万户, 百家争鸣, 成千上万. */
const roundBefore =
  /(?:[^附最靠]近|^近|将近|(?<!成[百千])上|[^不难路经越]过|逾|超过?|突破了?|[^以]达到?|迈上|跨过|站上|跃上|不足|不到|约)$/;

/** 百余人, 近万名, 上千户, 突破千万元: a round number with no digit before it, as coarse as it is large. */
function readRound(text: string, start: number, matched: string): Mention | null {
  const number = round(matched);
  const end = start + matched.length;
  const before = text.slice(Math.max(0, start - 4), start);
  if (!number || /[数几成每]$/.test(before)) return null;
  if (!/^[余多]/.test(text.slice(end, end + 1)) && !roundBefore.test(before)) return null;
  const read = finish(text, start, end, number, null, before.at(-1) ?? "");
  if (!read || read.unit === "" || read.kind !== "quantity") return null;
  const over = read.approximation ?? (/[上过]$/.test(before) ? "over" : null);
  return over === null && !/[达到上过]$/.test(before) ? read : { ...read, approximation: over ?? "about" };
}

function withDecimals(whole: Numeral, spoken: string): Numeral {
  const places = [...spoken].map((char) => chinese(char)?.value ?? 0).join("");
  return { ...whole, value: Number(`${whole.value}.${places}`), ulp: 10 ** -places.length };
}

/** Reads 余/多, 万/亿 and the unit after the number; null where no unit follows. */
function finish(
  text: string,
  start: number,
  numberEnd: number,
  number: Numeral,
  upper: number | null,
  before: string,
): Mention | null {
  let end = numberEnd;
  let scale = number.scale;
  let approximation = approximationBefore(text, start);
  // 16 例, as a file brings it.
  if (blank.test(text[end] ?? "") && unitAt(text, end + 1)) end++;
  let unit = unitAt(text, end);
  const more = unit ? null : afterNumber(text, end);
  if (more) {
    end += more[0].length;
    if (more[1] || more[3]) approximation = "over";
    scale *= scaleOf(more[2] ?? "");
    unit = unitAt(text, end);
  }
  let word = unit?.word ?? "";
  if (word === "项" && isSport(text, start, end)) return null;
  if (ordinalAfter(text, end)) return mention(start, end, { kind: "ordinal", value: number.value });
  if (word === "成" && !/^(?:$|[，。、；以左多比的])/.test(text.slice(end + 1, end + 2))) word = "";
  // 3862.15点 is an index; 五点建议 and 八点 are none.
  if (word === "点" && number.ulp === 1 && number.value <= 100) return null;
  const known = { kind: "quantity", value: number.value, ulp: number.ulp, scale, upper } as const;
  if (word === "" || !unit || ordinalUnit(text, end, word, before)) {
    if (scale === 1 || word !== "") return null;
    // 增至3.2万: a scale without a unit is a quantity of whatever is spoken of.
    return mention(start, end, { ...known, approximation });
  }
  end += word.length;
  if (/[余多]/.test(text[end] ?? "") && /[个年天月岁]/.test(word)) {
    end += 1;
    approximation = "over";
  }
  approximation ??= approximationAfter(text, end);
  return mention(start, end, { ...known, unit: word, class: unit.class, approximation });
}

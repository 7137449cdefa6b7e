/**
 * Every figure of a piece of text, found in one pass from left to right.
 *
 * A mention is a quantity only where a unit or measure word follows; what merely looks like a number (dates, times,
 * ordinals, model names, telephone numbers, 84消毒液) is told apart by what stands around it and is never added up.
 * Looks ahead and behind by bounded amounts only, so time is linear in the text.
 */
import { arabic, chinese, type Numeral, round, scaleOf } from "./numeral.ts";
import { unitClass, unitPattern } from "./unit.ts";

/** about 约; over 余, 多, 超; under 近, 不足. */
export type Approximation = "about" | "over" | "under";

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

const numeral =
  /[0-9０-９]+(?:[.．][0-9０-９]+|·[0-9０-９]{1,2}(?=[万亿%％]))?|[〇零一二两三四五六七八九十百千万亿]+|首[例名位]|无(?=(?:新增)?(?:死亡|重症|危重|疑似))/g;
const commas = /(?:[,，][0-9０-９]{3})+(?![0-9０-９])(?:[.．][0-9０-９]+)?/y;
const rangeMark = /(?:[-－—–―~～]{1,2}|至|到|一(?=[0-9０-９]))(?:次年|次日)?(?=[0-9０-９])/y;
const arabicNumber = /[0-9０-９]+(?:[.．][0-9０-９]+)?/y;
const afterNumber = /([余多]|几)?(万亿|百万|千万|亿|万|千(?![米克瓦伏卡公])|百(?!分))?([余多])?/y;
const unit = new RegExp(`(?:${unitPattern.replace("%", "%(?!\\d)")})(?![一-九]分之)`, "y");
const dateAfter = /(?:年代|年度|年版|年(?![龄均级])|月(?!龄|[均度])|日(?![均元])|号)/y;
const timeAfter =
  /(?:时(?![期代尚段候])|点(?=[0-9０-９半整许钟左]|[，、。；）)前后])|[:：](?=[0-9０-９]{2}(?![0-9０-９])))/y;
const ordinalAfter =
  /(?:届|期(?![货间])|周年|版(?!本)|路(?=[公车])|楼|室|号线|中(?=[学，、])|环|班(?!次)|级(?=[地风]))/y;
const spokenDecimals = /点([〇零一二三四五六七八九]{1,6})(?![十分])(.)?/y;
const moreAfter = /[余多]/y;
const blank = /[ \u00a0\u3000]/;
const latin = /[A-Za-zＡ-Ｚａ-ｚ]/;
/** Words in which 一, 十 or 万 is no number though a measure word seems to follow. */
const idiomBefore = /[第统唯同专单逐万之每任某另哪这那进有]$/;
const idiomAfter =
  /^(?:个(?:个|人的|样|劲|性|中)|些|切|般|定|直|起(?!火|事|案|交)|样|旦|律|次性|把手|道(?!题)|块儿|面|边|方|线|体|系列|行|手|头|口气|级(?!地)|部分|种|批|场|项|条|座|次|天|支|股|片|张|份|套|层|段|类|款|幅|首|双|对|副|组|队|团|节|单|笔|手|口|家(?:人|之)|人(?:民|士|次|一|家))/;

const none = { scale: 1, ulp: 1, unit: "", class: "", approximation: null, upper: null } as const;

/** Mentions in text order; they never overlap. */
export function scan(text: string): readonly Mention[] {
  const found: Mention[] = [];
  numeral.lastIndex = 0;
  for (let m = numeral.exec(text); m; m = numeral.exec(text)) {
    const mention = read(text, m.index, m[0]);
    if (mention) {
      found.push(mention);
      numeral.lastIndex = Math.max(mention.end, numeral.lastIndex);
    }
  }
  return found;
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function read(text: string, start: number, matched: string): Mention | null {
  const first = matched.charCodeAt(0);
  if (matched.startsWith("首")) {
    return {
      ...none,
      start,
      end: start + 2,
      kind: "implicit",
      value: 1,
      unit: matched.slice(1),
      class: "人",
    };
  }
  if (matched === "无") {
    return { ...none, start, end: start + 1, kind: "implicit", value: 0, unit: "例", class: "人" };
  }
  const isArabic = first < 0x3000 || first >= 0xff00;
  return isArabic ? readArabic(text, start, matched) : readChinese(text, start, matched);
}

function readArabic(text: string, start: number, matched: string): Mention | null {
  let end = start + matched.length;
  let printed = matched;
  const thousands = /^[0-9０-９]{1,3}$/.test(matched) ? sticky(commas, text, end) : null;
  if (thousands) {
    printed += thousands[0];
    end += thousands[0].length;
  }
  const number = arabic(printed);
  const before = text[start - 1] ?? "";
  const bare = { ...none, start, end, value: number.value, ulp: number.ulp };
  if (before === "第") return { ...bare, kind: "ordinal" };
  if (latin.test(before) || ((before === "-" || before === "－") && latin.test(text[start - 2] ?? "")))
    return { ...bare, kind: "name" };
  const date = sticky(dateAfter, text, end);
  if (date && isDate(date[0], number.value, printed)) {
    return { ...bare, end: end + date[0].length, kind: date[0] === "号" ? "ordinal" : "date" };
  }
  const time = sticky(timeAfter, text, end);
  if (time && number.value <= 24) return { ...bare, end: end + time[0].length, kind: "time" };

  let upper: number | null = null;
  const mark = sticky(rangeMark, text, end);
  if (mark) {
    const at = end + mark[0].length;
    const high = sticky(arabicNumber, text, at);
    if (high) {
      end = at + high[0].length;
      upper = arabic(high[0]).value;
      // 0—24时, 2—3月: a range of hours or days is a date, and 0731-28681234 is a telephone number.
      if (sticky(timeAfter, text, end)) return { ...bare, end: end + 1, kind: "time", upper };
      if (sticky(dateAfter, text, end)) return { ...bare, end: end + 1, kind: "date", upper };
      if (high[0].length > 6) return { ...bare, end, kind: "name" };
    }
  }
  return (
    finish(text, start, end, number, upper, before) ?? { ...bare, end, kind: kindOfBare(text, end, printed) }
  );
}

function isDate(word: string, value: number, printed: string): boolean {
  if (printed.includes(".")) return false;
  if (word.startsWith("年"))
    return printed.length === 4 ? value > 1000 && value < 2200 : word !== "年" && printed.length === 2;
  if (word === "月") return value >= 1 && value <= 12;
  if (word === "日") return value >= 1 && value <= 31;
  return true;
}

function kindOfBare(text: string, end: number, printed: string): Mention["kind"] {
  const next = text[end] ?? "";
  return latin.test(next) || printed.length >= 7 ? "name" : "bare";
}

function readChinese(text: string, start: number, matched: string): Mention | null {
  const before = text[start - 1] ?? "";
  const percent = /[百千]分之$/.exec(text.slice(Math.max(0, start - 3), start))?.[0];
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
  const point = sticky(spokenDecimals, text, start + matched.length);
  const decimal = point !== null && (percent !== undefined || /[万亿倍元吨公亩]/.test(point[2] ?? ""));
  const number = decimal ? withDecimals(whole, point[1] as string) : whole;
  const end = start + matched.length + (decimal ? 1 + (point[1] as string).length : 0);
  if (percent) {
    const word = percent[0] === "百" ? "%" : "‰";
    return { ...none, ...number, start: start - 3, end, kind: "quantity", unit: word, class: word };
  }
  if (/^分之/.test(text.slice(end, end + 2))) return null;
  const rest = text.slice(end, end + 4);
  if (matched === "一" && idiomAfter.test(rest)) return null;
  if (sticky(dateAfter, text, end)?.[0].match(/^[月日号]/)) return null;
  if (sticky(timeAfter, text, end)) return null;
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
  const mention = finish(text, start, end, number, null, before.at(-1) ?? "");
  if (!mention || mention.unit === "" || mention.kind !== "quantity") return null;
  const over = mention.approximation ?? (/[上过]$/.test(before) ? "over" : null);
  return over === null && !/[达到上过]$/.test(before)
    ? mention
    : { ...mention, approximation: over ?? "about" };
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
  if (blank.test(text[end] ?? "") && sticky(unit, text, end + 1)) end++;
  const direct = sticky(unit, text, end);
  let word = direct?.[0] ?? "";
  if (!direct) {
    const more = sticky(afterNumber, text, end) as RegExpExecArray;
    end += more[0].length;
    if (more[1] || more[3]) approximation = "over";
    scale *= scaleOf(more[2] ?? "");
    word = sticky(unit, text, end)?.[0] ?? "";
  }
  if (word === "项" && isSport(text, start, end)) return null;
  if (sticky(ordinalAfter, text, end)) return { ...none, start, end, kind: "ordinal", value: number.value };
  if (word === "成" && !/^(?:$|[，。、；以左多比的])/.test(text.slice(end + 1, end + 2))) word = "";
  if (word === "" || ordinalUnit(text, end, word, before)) {
    if (scale === 1 || word !== "") return null;
    // 增至3.2万: a scale without a unit is a quantity of whatever is spoken of.
    return { start, end, kind: "quantity", ...number, scale, unit: "", class: "", approximation, upper };
  }
  end += word.length;
  if (sticky(moreAfter, text, end) && /[个年天月岁]/.test(word)) {
    end += 1;
    approximation = "over";
  }
  approximation ??= approximationAfter(text, end);
  return {
    start,
    end,
    kind: "quantity",
    ...number,
    scale,
    unit: word,
    class: unitClass(word),
    approximation,
    upper,
  };
}

/** 冬季两项, 现代五项, 十项全能. */
const isSport = (text: string, start: number, end: number) =>
  /(?:冬季|北欧|现代|铁人)$/.test(text.slice(Math.max(0, start - 2), start)) ||
  text.startsWith("全能", end + 1);

/** 金, 银 and 铜 are counted only as medals; 口 and 手 seldom are units; 个 before 一 is a slogan. */
function ordinalUnit(text: string, at: number, word: string, before: string): boolean {
  const next = text.slice(at + word.length, at + word.length + 2);
  switch (word) {
    case "金":
    case "银":
    case "铜":
      return !/^(?:$|[0-9０-９，。、；（）)\s]|[牌银铜]|共|的)/.test(next);
    case "个":
      return /^[一]/.test(next) && !/^一[月年]/.test(next);
    case "手":
      // 两手抓, 二手车
      return true;
    case "部":
      return /^(?:制|门|委|长|队|分|件|署|级|落)/.test(next);
    case "口":
    case "行":
    case "组":
    case "队":
    case "团":
    case "门":
      return /^[一-龥]/.test(next) && before === "";
    case "级":
      // 三级医院, 一级文物, 6级地震: which, and not how many.
      return /^(?![以之左及和与或])[一-龥]/.test(next);
    case "度":
      return /^[地风]/.test(next);
    case "位":
      return next.startsWith("数");
    case "名":
      return /^[单录称]/.test(next);
    case "列":
      return /^[入为出席举支]/.test(next);
    case "人":
      return /^(?:民|大代|间|才|物)/.test(next);
    case "家":
      return /^(?:庭|园|长)/.test(next);
    default:
      return false;
  }
}

/** 60例以上, 30人左右. */
function approximationAfter(text: string, end: number): Approximation | null {
  switch (text.slice(end, end + 2)) {
    case "以上":
    case "之多":
      return "over";
    case "以下":
    case "以内":
      return "under";
    case "左右":
    case "上下":
      return "about";
    default:
      return null;
  }
}

function approximationBefore(text: string, start: number): Approximation | null {
  const before = text.slice(Math.max(0, start - 3), start);
  if (/(?:约|大约|左右|大概)(?:为|有|达)?$/.test(before)) return "about";
  if (/(?:超|超过|逾|突破|至少|多达|高于)$/.test(before)) return "over";
  if (/(?:[^附最靠]近|^近|不足|不到|低于|少于)$/.test(before)) return "under";
  return null;
}

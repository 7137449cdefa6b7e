/**
 * What stands around a number and tells what it is: 年, 时, 余, 届 behind it; 约 and 超 before it.
 *
 * A pattern is tried only where a character of its own stands, so most numbers cost a few look-ups in a table.
 */

/** about 约; over 余, 多, 超; under 近, 不足. */
export type Approximation = "about" | "over" | "under";

/** Characters by code, with bits for what each may be. */
export function table(chars: Readonly<Record<number, string>>): Uint8Array {
  const bits = new Uint8Array(0x10000);
  for (const [bit, all] of Object.entries(chars))
    for (const char of all) bits[char.charCodeAt(0)] = (bits[char.charCodeAt(0)] as number) | Number(bit);
  return bits;
}

type At = (text: string, at: number) => RegExpExecArray | null;

/** A sticky pattern, tried only at the characters it can begin with. */
function beginning(chars: string, pattern: RegExp): At {
  const begins = table({ 1: chars });
  return (text, at) => {
    if (begins[text.charCodeAt(at)] !== 1) return null;
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
}

/** The rest of a number in groups of three: ,234,567.8. */
export const commas = beginning(",，", /(?:[,，][0-9０-９]{3})+(?![0-9０-９])(?:[.．][0-9０-９]+)?/y);
/** What stands between the ends of a range. */
export const rangeMark = beginning(
  "-－—–―~～至到一",
  /(?:[-－—–―~～]{1,2}|至|到|一(?=[0-9０-９]))(?:次年|次日)?(?=[0-9０-９])/y,
);
/** 余, 多 or 几, then a scale, then 余 or 多. */
export const afterNumber = beginning(
  "余多几万百千亿",
  /([余多]|几)?(万亿|百万|千万|亿|万|千(?![米克瓦伏卡公])|百(?!分))?([余多])?/y,
);
export const dateAfter = beginning(
  "年月日号",
  /(?:年代|年度|年版|年(?![龄均级])|月(?!龄|[均度])|日(?![均元])|号)/y,
);
export const timeAfter = beginning(
  "时点:：",
  /(?:时(?![期代尚段候])|点(?=[0-9０-９半整许钟左]|[，、。；）)前后])|[:：](?=[0-9０-９]{2}(?![0-9０-９])))/y,
);
export const ordinalAfter = beginning(
  "届期周版路楼室号中环班级",
  /(?:届|期(?![货间])|周年|版(?!本)|路(?=[公车])|楼|室|号线|中(?=[学，、])|环|班(?!次)|级(?=[地风]))/y,
);
/** Decimals in words, and the character behind them. */
export const spokenDecimals = beginning("点", /点([〇零一二三四五六七八九]{1,6})(?![十分])(.)?/y);

export function isDate(word: string, value: number, printed: string): boolean {
  if (printed.includes(".")) return false;
  if (word.startsWith("年"))
    return printed.length === 4 ? value > 1000 && value < 2200 : word !== "年" && printed.length === 2;
  if (word === "月") return value >= 1 && value <= 12;
  if (word === "日") return value >= 1 && value <= 31;
  return true;
}

/** 冬季两项, 现代五项, 十项全能. */
export const isSport = (text: string, start: number, end: number) =>
  /(?:冬季|北欧|现代|铁人)$/.test(text.slice(Math.max(0, start - 2), start)) ||
  text.startsWith("全能", end + 1);

/** 金, 银 and 铜 are counted only as medals; 口 and 手 seldom are units; 个 before 一 is a slogan. */
export function ordinalUnit(text: string, at: number, word: string, before: string): boolean {
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

/** Last characters of the words that make a number an approximation. */
const approximates = table({ 1: "约右概为有达超过逾破少于近足到" });
const bounds = table({ 1: "以之左上" });

/** 60例以上, 30人左右. */
export function approximationAfter(text: string, end: number): Approximation | null {
  if (bounds[text.charCodeAt(end)] !== 1) return null;
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

export function approximationBefore(text: string, start: number): Approximation | null {
  if (start === 0 || approximates[text.charCodeAt(start - 1)] !== 1) return null;
  const before = text.slice(Math.max(0, start - 3), start);
  if (/(?:约|大约|左右|大概)(?:为|有|达)?$/.test(before)) return "about";
  if (/(?:超|超过|逾|突破|至少|多达|高于)$/.test(before)) return "over";
  if (/(?:[^附最靠]近|^近|不足|不到|低于|少于)$/.test(before)) return "under";
  return null;
}

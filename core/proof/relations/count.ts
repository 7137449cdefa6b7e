/**
 * Counts: a number of things against the list of them: A、B、C三支队伍; “四个一”（…）; 三家企业：…; 四点要求，一是…二是….
 *
 * A list in running text has soft edges, so a count that fails is a question, and one that could also be read as
 * not listing everything (等, 如, a list far longer or shorter) is no claim at all.
 */
import { chinese } from "../figures/numeral.ts";
import { Patterns } from "../patterns.ts";
import { type Claim, claimOf } from "./claim.ts";
import { enumerated, type Paragraphs } from "./enumerated.ts";
import { itemEntry } from "./items.ts";
import { bracketed, following, preceding, sloganed } from "./listed.ts";
import { entryFor } from "./pseudo.ts";
import type { Stream } from "./stream.ts";

const unit =
  "大|个|条|种|类|项|支|家|名|位|方面|级|地|市|区|县|省|国|点|方|件|座|所|道|门|套|部|层|幕|场|款|镇|乡|村|校|院|馆|园|港|河|江|湖|山|岛|步|招";
const number = "[二三四五六七八九两]|十[一二三四五六七八九]?|\\d{1,2}";
const countedBy = new RegExp(
  `(?<![第\\d.一二三四五六七八九十百千万两数几上])(?:(${number})(${unit})|(?<=“)([二三四五六七八九两])(\\p{Script=Han})(?=”))`,
  "gu",
);
const counted = new Patterns([{ begins: "二三四五六七八九两十0123456789", pattern: countedBy }]);
/** What one numbers: 四点要求, 三条措施; not 两国, 六省. */
const numbered = /^(?:大|个|条|种|类|项|方面|点|层|步|招|件|重|支|家|门|部)$/;
const MOST = 30;
/** Paragraphs behind a count in which its list may stand. */
const BEHIND = 40;

export function counts(stream: Stream): Claim[] {
  const claims: Claim[] = [];
  const { parts } = stream.article;
  parts.forEach((part, index) => {
    if (part.role === "jump" || part.role === "byline" || part.role === "credit") return;
    const { text } = part;
    let behind: Paragraphs | undefined;
    for (const m of counted.in(text)?.[0] ?? []) {
      const [said = "", digits = m[3] as string, word = m[4] as string] = m;
      const value = /\d/.test(digits) ? Number(digits) : chinese(digits)?.value;
      if (!value || value < 2 || value > MOST || isNoCount(text, m.index, said)) continue;
      const at = m.index;
      const end = at + said.length;
      behind ??= paragraphsFrom(stream, index);
      const reading = m[3]
        ? sloganed(text, end, value, word)
        : (bracketed(text, end, value, word) ??
          (numbered.test(word) ? enumerated(behind, end, value) : null) ??
          following(text, end, value) ??
          preceding(text, at, value, word));
      if (!reading) continue;
      // “四个一” is quoted whole.
      const quoted = word === "个" && text[end] === "一" ? end + 1 : end;
      const total = entryFor(stream, { part: index, start: at, end: quoted, value, unit: word });
      const items = reading.items.map((item) => itemEntry(stream, item.part ?? index, item));
      claims.push(claimOf("count", total, items, items.length, reading.holds, "likely"));
    }
  });
  return claims;
}

/** The part and the paragraphs that follow it. */
function paragraphsFrom({ article: { parts } }: Stream, index: number): Paragraphs {
  const found = [{ part: index, text: parts[index]?.text ?? "" }];
  for (let k = index + 1; k < parts.length && found.length < BEHIND; k++) {
    const { role, text } = parts[k] as (typeof parts)[number];
    if (role === "paragraph" || role === "crosshead") found.push({ part: k, text });
  }
  return found;
}

/** 四级应急响应, 7级以上阵风, 三级医院: grades, not so many levels. */
const grade =
  /^(?:联动|防汛|抗旱|救灾|地震应|应急|响应|预警|及?以[上下]|左右|阵?风|地震|强震|余震|台风|残疾|伤残|医院|甲等|文物|保护|运动员|[士军]官|军士|公路|航道|标准|教授|主任)/;
const alert = /(?:抗旱|防汛|台风|救灾|救助|[达为至到])$/;

const parallel = /^(?:[一二两三四五六七八九\d][省市区县州]|[（(][省市区县])/;

/** 两位数, 冬季两项, 三省五县: numbers that no list is counted by. */
function isNoCount(text: string, at: number, quote: string): boolean {
  const after = text[at + quote.length] ?? "";
  // 三省一市, 5省（市）, 集团五院
  if (/[省市区县]$/.test(quote) && parallel.test(text.slice(at + quote.length, at + quote.length + 3)))
    return true;
  if (/[院所]$/.test(quote) && /集团$/.test(text.slice(Math.max(0, at - 2), at))) return true;
  if ((quote.endsWith("位") && after === "数") || (quote.endsWith("个") && after === "月")) return true;
  if (
    quote.endsWith("级") &&
    (grade.test(text.slice(at + quote.length, at + quote.length + 3)) ||
      alert.test(text.slice(Math.max(0, at - 3), at)))
  )
    return true;
  if (
    quote.endsWith("项") &&
    (/(?:冬季|北欧|现代|铁人)$/.test(text.slice(Math.max(0, at - 2), at)) || after === "全")
  )
    return true;
  return /[一二两三四五六七八九\d][省市县区州镇乡村]$/.test(text.slice(Math.max(0, at - 2), at));
}

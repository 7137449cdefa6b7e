/**
 * Years: from one to another against the years between (从1986年到2026年，40年), and what a year makes of this one
 * (1956年建成，今年是建成70周年; 1950年出生，今年76岁).
 *
 * Ages and anniversaries may be counted from the first or the second year, and years begun may count: a number is wrong
 * only where no way of counting gives it. 今年 is the year of issue, so a reading without a date tells nothing of it.
 */
import { chinese } from "../figures/numeral.ts";
import { type Claim, claimOf } from "./claim.ts";
import { entryFor, pseudoEntry, textsOf } from "./pseudo.ts";
import type { Stream } from "./stream.ts";

const year = "((?:19|20)\\d{2})年";
const count = "(\\d{1,3}|[一二两三四五六七八九十百]{1,5})";
/** 从1986年到2026年，他坚守了40年. */
const span = new RegExp(
  `(?:从|自|由)?${year}(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:起|开始)?(?:至|到|—|－|-|～|~)${year}(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:止)?[^。；！？\\n\\d]{0,12}?(?:历时|共|前后|整整|长达|跨越|坚守了?|坚持了?|度过了?|走过了?|[，,])(?:整整|长达|足足)?${count}(年|个年头)(?!代|来|间|级|期|前|后|内|[度底初])`,
  "g",
);
/** 项目2018年开工，2023年完工，历时五年. */
const lasted = new RegExp(
  `${year}[^。；！？\\n\\d]{0,12}?(?:开工|动工|启动|开始|立项|奠基)[^。；！？\\n\\d]{0,6}?[，,]${year}[^。；！？\\n\\d]{0,12}?(?:完工|竣工|建成|结束|通车|投产|完成|交付)[^。；！？\\n\\d]{0,4}?[，,](?:前后)?(?:历时|耗时|用时)${count}(年|个年头)`,
  "g",
);

export function years(stream: Stream): Claim[] {
  const claims: Claim[] = [];
  for (const [part, text] of textsOf(stream)) {
    if (!text.includes("年")) continue;
    for (const pattern of [span, lasted])
      for (const match of text.matchAll(pattern)) claims.push(...spanAt(stream, part, match));
  }
  return claims;
}

export const numberOf = (text: string) => (/\d/.test(text) ? Number(text) : (chinese(text)?.value ?? 0));

/** Both ends may count (二十年 from 2001 to 2020), or neither. */
function spanAt(stream: Stream, part: number, match: RegExpExecArray): Claim[] {
  const [whole, from = "", to = "", said = "", unit = ""] = match;
  const value = numberOf(said);
  const between = Number(to) - Number(from);
  if (value === 0 || between <= 0) return [];
  const holds = Math.abs(value - between) <= 1;
  const end = match.index + whole.length;
  const total = entryFor(stream, { part, start: end - unit.length - said.length, end, value, unit: "年" });
  const first = match.index + whole.indexOf(from);
  const last = match.index + whole.indexOf(to, whole.indexOf(from) + from.length);
  const ends = [
    pseudoEntry(stream, {
      part,
      start: first,
      end: first + from.length + 1,
      value: Number(from),
      unit: "年份",
    }),
    pseudoEntry(stream, { part, start: last, end: last + to.length + 1, value: Number(to), unit: "年份" }),
  ];
  return [claimOf("count", total, ends, holds ? value : between, holds, "likely", "years")];
}

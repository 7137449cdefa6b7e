/**
 * The two ends of a change: what it was and what it is now, told by 由…增至…, by two years or months, or by 去年同期.
 */

import { LEVEL } from "../figures/clauses.ts";
import { withoutChange } from "./growth.ts";
import { type Entry, firstQuantity, type StreamClause } from "./stream.ts";

const up =
  "增加|增长|递增|新增|增|上升|升|提高|提升|扩大|扩展|扩充|扩|发展|攀升|上调|调增|跃升|跃|上涨|涨|延长|拓展|壮大|激增|猛增";
const down = "减少|减|下降|降低|降|缩小|缩短|压缩|压减|缩减|精简|跌|回落|下滑|下调|调减|调降";
const from = /(?:由|从)[^，。；]{0,16}$/;
const now = "(?:目前|现在|今年|如今|当前|现今)?的?";
const reaching = "(?:(?:到了?|至|为|成)(?:了)?)";
const to = new RegExp(`(?:${up}|${down}|调整|变|达)${reaching}?(?:了)?${now}$`);
const ups = new RegExp(`(?:${up})${reaching}${now}$`);
const downs = new RegExp(`(?:${down})${reaching}${now}$`);

/** 由50家增至60家. */
export function isFromTo(a: Entry, b: Entry): boolean {
  if (!compatible(a, b)) return false;
  const lead = fullLead(a);
  return (lead.includes("由") || lead.includes("从")) && from.test(lead) && to.test(between(a, b));
}

/** Which way the verb between two ends says it went: 1, −1, or 0 where it does not say. */
export function wayBetween(a: Entry, b: Entry): number {
  const words = between(a, b);
  return ups.test(words) ? 1 : downs.test(words) ? -1 : 0;
}

/** The words from one figure to the next, without the year told between them: 增加到2023年的 is 增加到. */
export function between(a: Entry, b: Entry): string {
  if (a.clause !== b.clause) return b.lead;
  const { text, start } = b.clause;
  const words = text.slice(a.mention.end - start, Math.max(0, b.mention.start - start));
  return words.includes("年")
    ? words.replace(/(?:(?:19|20)?\d{2}年|今年|去年|目前|现在)(?:年?[末底])?的?$/, "")
    : b.lead;
}

/** Words of the clause before its first figure; of a later one only those since the figure before. */
export function fullLead(entry: Entry): string {
  const { clause } = entry;
  return firstQuantity(clause) === entry
    ? clause.text.slice(0, Math.max(0, entry.mention.start - clause.start))
    : entry.lead;
}

/** In one sentence and bracket, at most so many clauses apart. */
export const together = (a: Entry, b: Entry, clauses: number) =>
  a.clause.sentence === b.clause.sentence &&
  a.clause.group === b.clause.group &&
  b.clause.order - a.clause.order <= clauses;

/** 由50增至60家: the first may leave its unit to the second. */
export const compatible = (a: Entry, b: Entry) =>
  a.mention.class === b.mention.class || a.mention.class === "";

/** 由50家增至60家，增长20%: said of the same thing, not 由0.8万公里增至1.15万公里；货物吞吐量增长71%. */
export function goesOn(end: Entry, told: Entry): boolean {
  const { clauses } = told.clause.group;
  for (let k = end.clause.order; k < told.clause.order; k++)
    if ((clauses[k] as StreamClause).close >= LEVEL.part) return false;
  if (told.clause === end.clause) return true;
  return withoutChange(fullLead(told)).replace(sameSubject, "").length <= 1;
}

/** Adverbs, spans of time and names of the change itself before a change. */
const sameSubject =
  /(?:也|又|共|累计|足足|整整|同比|环比|比上年|比去年|较上年|较去年|实际|一年|[一二两三四五六七八九十\d]+年(?:间|来|内)?|总共|合计|平均|相当于|增幅|降幅|涨幅|增长率|升幅|跌幅|净|分别|大幅|直接|其中|即|，)/g;

/** The time a figure is told of, in years or months; `plain` where none is said. */
type Time = { readonly unit: "year" | "month" | "plain"; readonly at: number };

const times =
  /(?<![比较])(去年|上年|上月|上个月|上季度|上周|前一[日天]|昨[日天])(?:同期|同月)?|今年|本年|本月|(?<![比较])((?:19|20)\d{2})年|(?<!\d)(\d{1,2})月份?(?!\d|底|末)|同期/g;

function timeOf(entry: Entry): Time {
  const said = [...fullLead(entry).matchAll(times)].at(-1);
  if (!said) return { unit: "plain", at: 0 };
  if (said[1]) return { unit: /月|季|周|[日天]/.test(said[1]) ? "month" : "year", at: -1 };
  if (said[2]) return { unit: "year", at: Number(said[2]) };
  if (said[3]) return { unit: "month", at: Number(said[3]) };
  return { unit: said[0] === "本月" ? "month" : "year", at: said[0] === "同期" ? -1 : 0 };
}

export interface Ends {
  readonly old: Entry;
  readonly now: Entry;
  /** What a growth told of them is called: 同比 of years, 环比 of months. */
  readonly called: "同比" | "环比";
}

/** 2023年1200人，2024年1500人; 360亿元，去年同期为300亿元: two times in a row, in either order. Null where they are not. */
export function endsInTime(a: Entry, b: Entry): Ends | null {
  if (!compatible(a, b) || a.mention.class === "" || a.clause === b.clause || !ofOneThing(a, b)) return null;
  const [x, y] = [timeOf(a), timeOf(b)];
  const unit = x.unit === "plain" ? y.unit : x.unit;
  if (unit === "plain") return null;
  // A figure without a time is today's, but only beside one that says it is of before.
  if (x.unit !== y.unit && x.unit !== "plain" && y.unit !== "plain") return null;
  if ((x.unit === "plain" && y.at !== -1) || (y.unit === "plain" && x.at !== -1)) return null;
  const called = unit === "year" ? "同比" : "环比";
  if (x.at === y.at + 1) return { old: b, now: a, called };
  return y.at === x.at + 1 ? { old: a, now: b, called } : null;
}

const passing =
  /(?:去年|上年|上个?月|上季度|上周|前一[日天]|昨[日天])?(?:同期|同月)|去年|上年|今年|本年|本月|(?:19|20)\d{2}年|\d{1,2}月份?|[全我本该][省市县区国校镇]|累计|共|完成|实现|达到?|则?为|是|仅|只?有|，|的|：|数据显示|(?:前|一至|1至|1-)\d*月|[上下]半年|[一二三四前]?[一二三四]?季度|全年/g;

/** Two figures of one thing end in the same words, or one leaves them out. */
function ofOneThing(a: Entry, b: Entry): boolean {
  const [x, y] = [a, b].map((entry) => fullLead(entry).replace(passing, "")) as [string, string];
  if (x === "" || y === "") return true;
  const least = Math.min(x.length, y.length, 2);
  return x.slice(-least) === y.slice(-least);
}

/**
 * Days: a period against its length (2月1日至10日，为期10天), days named against 连续N天, and 连续N天下降 against the
 * figures that follow.
 *
 * Both ends may count or only one, and February may have 29 days: a length is wrong only where no way of counting
 * gives it.
 */
import { chinese } from "../figures/numeral.ts";
import { type Claim, claimOf } from "./claim.ts";
import { entryFor, pseudoEntry, textsOf } from "./pseudo.ts";
import { amount, countable, type Entry, indexFrom, type Stream } from "./stream.ts";

const number = "([〇一二两三四五六七八九十]{1,4}|\\d{1,3})";
const period = new RegExp(
  `(?<!\\d)(\\d{1,2})月(\\d{1,2})日(?:(?:\\d{1,2}|零)时)?(?:起|开始)?[，,]?(?:至|到|—|－|-|～|~)(?:(\\d{1,2})月)?(\\d{1,2})日(?:\\d{1,2}时)?(?:止|期间|结束)?(?:[\\p{Script=Han}]{0,6}?[，,（(])?(?:[\\p{Script=Han}]{0,6}?|[^。；！？\\n\\d]{0,30}[，,](?=为期|历时|会期|展期))(为期|历时|会期|展期|假期|放假|共计|连续|共)(?:[\\p{Script=Han}]{0,4}?)${number}(天|日)(?![\\d月])`,
  "gu",
);
/** 12月1日开幕，12月10日闭幕，历时10天; 为期10天的展览12月1日开幕，12月10日闭幕. */
const opened = new RegExp(
  `(?:(?:为期|历时)${number}(?:天|日)的[^。；！？\\n\\d]{0,16})?(?<!\\d)(\\d{1,2})月(\\d{1,2})日[^。；！？\\n\\d]{0,8}?(?:开幕|启幕|开始|开赛|开展|开馆|启动|开工|动工)[^。；！？\\n\\d]{0,4}?[，,](?:将?[于至到在])?(?:(\\d{1,2})月)?(\\d{1,2})日[^。；！？\\n\\d]{0,8}?(?:闭幕|落幕|结束|收官|闭馆|完工|竣工)(?:[，,](?:为期|历时|会期|展期|赛期|前后共?|共)${number}(天|日))?`,
  "g",
);
const named = new RegExp(
  `(?<!\\d)((?:\\d{1,2}月)?\\d{1,2}日(?:[、和](?:\\d{1,2}月)?\\d{1,2}日){1,15})[^。；！？\\n]{0,24}?(?:连续|接连)${number}(天|日)`,
  "g",
);
const trend = new RegExp(
  `连续${number}(?:天|日|周|个月|年|个季度)[^，。；：、\\d]{0,10}?(下降|减少|回落|下跌|走低|上升|增长|增加|回升|上涨|走高)`,
  "g",
);

const apart =
  /(?<!\d)(\d{1,2})月(\d{1,2})日[^。；！？\n\d]{0,30}(?:[，,][^。；！？\n\d]{0,30})?(?:时隔|相隔|间隔|隔了)(\d{1,3}|[一二两三四五六七八九十百]{1,5})(天|日)[^。；！？\n\d]{0,24}?(\d{1,2})月(\d{1,2})日/g;

const numberOf = (text: string) => (/\d/.test(text) ? Number(text) : (chinese(text)?.value ?? 0));

export function days(stream: Stream): Claim[] {
  const claims: Claim[] = [];
  for (const [part, text] of textsOf(stream)) {
    if (!text.includes("日") && !text.includes("连续")) continue;
    for (const match of text.matchAll(period)) claims.push(...periodAt(stream, part, match));
    if (/[幕束官馆工]/.test(text))
      for (const match of text.matchAll(opened)) claims.push(...openedAt(stream, part, match));
    for (const match of text.matchAll(named)) claims.push(...namedAt(stream, part, match));
    if (text.includes("隔"))
      for (const match of text.matchAll(apart)) claims.push(...apartAt(stream, part, match));
    for (const match of text.matchAll(trend)) claims.push(...trendAt(stream, part, match));
  }
  return claims;
}

/** The day as a day of one of two years in a row, of which the first is a leap year. */
const dayOf = (month: number, day: number, year: number) => Date.UTC(year, month - 1, day) / 86_400_000;

function periodAt(stream: Stream, part: number, match: RegExpExecArray): Claim[] {
  const [whole, m = "", d = "", m2, d2 = "", word = "", said = "", unit = ""] = match;
  const [month, last] = [Number(m), m2 === undefined ? Number(m) : Number(m2)];
  const lengths = [2000, 2001].map((year) => {
    const next = last < month ? year + 1 : year;
    return dayOf(last, Number(d2), next) - dayOf(month, Number(d), year);
  });
  const value = numberOf(said);
  if (lengths.some((length) => length <= 0 || length > 366) || value === 0) return [];
  // 连续工作3天的他: not the days of the period.
  if (word === "连续" && !whole.endsWith(`连续${said}${unit}`)) return [];
  // Days off are counted with both ends; what lasts may be counted from its first day's end.
  const counts = lengths.flatMap((length) => (/放假|假期/.test(word) ? [length + 1] : [length + 1, length]));
  const end = match.index + whole.length;
  const start = end - unit.length - said.length;
  const total = entryFor(stream, { part, start, end, value, unit });
  const dates = match.index + whole.indexOf("日", whole.search(/至|到|—|－|-|～|~/)) + 1;
  const computed = counts.includes(value) ? value : (counts[0] as number);
  const span = pseudoEntry(stream, { part, start: match.index, end: dates, value: computed, unit });
  return [claimOf("count", total, [span], computed, computed === value, "likely", "days")];
}

/** The days from opening to closing, said before them or behind. */
function openedAt(stream: Stream, part: number, match: RegExpExecArray): Claim[] {
  const [whole, before, m = "", d = "", m2, d2 = "", behind] = match;
  const said = behind ?? before;
  if (said === undefined) return [];
  const value = numberOf(said);
  const [month, last] = [Number(m), Number(m2 ?? m)];
  const year = last < month ? 2001 : 2000;
  const length = dayOf(last, Number(d2), year) - dayOf(month, Number(d), 2000);
  if (value === 0 || length <= 0 || length > 366) return [];
  // A leap day may lie between.
  const holds = value >= length - 1 && value <= length + 1;
  const at =
    match.index +
    (behind === undefined ? whole.search(/\d|[〇一二两三四五六七八九十]/) : whole.length - said.length - 1);
  const total = entryFor(stream, { part, start: at, end: at + said.length + 1, value, unit: "天" });
  const computed = holds ? value : length + 1;
  const first = match.index + whole.indexOf(`${m}月${d}日`);
  const span = pseudoEntry(stream, {
    part,
    start: first,
    end: match.index + whole.lastIndexOf(`${d2}日`) + d2.length + 1,
    value: computed,
    unit: "天",
  });
  return [claimOf("count", total, [span], computed, holds, "likely", "days")];
}

function namedAt(stream: Stream, part: number, match: RegExpExecArray): Claim[] {
  const [whole, list = "", said = "", unit = ""] = match;
  const value = numberOf(said);
  const items = [...list.matchAll(/(?:(\d{1,2})月)?(\d{1,2})日/g)];
  const dates = items.map((item) => Number(item[2]));
  // 连续 is said of the days only where they follow each other.
  const following = dates.every((date, i) => i === 0 || date === (dates[i - 1] as number) + 1 || date === 1);
  if (!following || value < 2) return [];
  const end = match.index + whole.length;
  const total = entryFor(stream, { part, start: end - unit.length - said.length, end, value, unit });
  const parts = items.map((item) =>
    pseudoEntry(stream, {
      part,
      start: match.index + item.index,
      end: match.index + item.index + item[0].length,
      value: Number(item[2]),
    }),
  );
  return [claimOf("count", total, parts, items.length, items.length === value, "likely", "days")];
}

/** 2月3日停运，时隔12天，2月15日恢复: the days between two dates, counted with or without the last. */
function apartAt(stream: Stream, part: number, match: RegExpExecArray): Claim[] {
  const [whole, m = "", d = "", said = "", unit = "", m2 = "", d2 = ""] = match;
  const value = numberOf(said);
  const lengths = [2000, 2001].map((year) => {
    const next = Number(m2) < Number(m) ? year + 1 : year;
    return dayOf(Number(m2), Number(d2), next) - dayOf(Number(m), Number(d), year);
  });
  if (value === 0 || lengths.some((length) => length <= 0)) return [];
  const near = lengths.some((length) => Math.abs(length - value) <= 1);
  const at = match.index + whole.lastIndexOf(`${said}${unit}`, whole.length - m2.length - d2.length - 2);
  const total = entryFor(stream, { part, start: at, end: at + said.length + 1, value, unit });
  const computed = near ? value : (lengths[1] as number);
  const first = m.length + d.length + 2;
  const ends = [
    [match.index, match.index + first],
    [match.index + whole.length - m2.length - d2.length - 2, match.index + whole.length],
  ] as const;
  const parts = ends.map(([start, end]) => pseudoEntry(stream, { part, start, end, value: computed, unit }));
  return [claimOf("count", total, parts, computed, near, "likely", "days")];
}

/** 新增病例连续三天下降，14日12例、15日9例、16日7例. */
function trendAt(stream: Stream, part: number, match: RegExpExecArray): Claim[] {
  const [whole, said = "", verb = ""] = match;
  const value = numberOf(said);
  const from = match.index + whole.length;
  const total = entryFor(stream, {
    part,
    start: match.index + 2,
    end: match.index + 2 + said.length + 1,
    value,
    unit: "天",
  });
  const run: Entry[] = [];
  let dated = false;
  let sentence = -1;
  for (let k = indexFrom(stream, part, from); k < stream.entries.length; k++) {
    const entry = stream.entries[k] as Entry;
    if (entry.part !== part) break;
    if (sentence < 0) sentence = entry.clause.sentence;
    if (entry.clause.sentence > sentence + 1 || run.length > value) break;
    if (entry.mention.kind === "date") dated = true;
    else if (countable(entry) && entry.mention.class !== "%") {
      if (run[0] && entry.mention.class !== run[0].mention.class) break;
      // Each figure has its own day.
      if (!dated && run.length > 0) break;
      run.push(entry);
      dated = false;
    }
  }
  if (value < 2 || (run.length !== value && run.length !== value + 1)) return [];
  const down = /降|减|落|跌|低/.test(verb);
  const turns = run.filter((entry, i) => {
    const before = run[i - 1];
    return before && (down ? amount(entry) >= amount(before) : amount(entry) <= amount(before));
  });
  return [claimOf("order", total, run, run.length, turns.length === 0, "likely", "trend")];
}

/**
 * Times of day: one event told twice (9时30分举行 … 9点半举行), and from one to the other against the hours between
 * (从上午9时进行到下午3时，历时6小时).
 *
 * Two times are of one event only where its name, the verb and, where told, the date agree.
 */
import { chinese } from "../figures/numeral.ts";
import { type Claim, claimOf } from "./claim.ts";
import { pseudoEntry, textsOf } from "./pseudo.ts";
import type { Entry, Stream } from "./stream.ts";

const day = "凌晨|清晨|早上|早晨|上午|中午|午后|下午|傍晚|晚上|当晚|今晚|昨晚|晚";
const numeral = "\\d{1,2}|[零一二两三四五六七八九十]{1,3}";
const clock = `(${day})?(${numeral})(?:(?:时|点)(?:(${numeral})分|(半)|整)?|[：:](\\d{2}))`;
const verbs =
  "举行|召开|开始|开幕|闭幕|开考|开赛|开演|开拍|发车|起飞|降落|抵达|启程|出发|进行|结束|开馆|闭馆|上映|首播|播出|发射|通车|开市|休市|生效|实施|截止";
const told = new RegExp(
  `([\\p{Script=Han}”》]{2,12}?)(?:将|拟|定|预计|计划|现|原)*(?:于|在)?(?:(?:(\\d{1,2})月)?(\\d{1,2})日)?(?:[（(]?(?:周|星期)[一二三四五六日天][）)]?)?${clock}(?:许|左右|准时|正式|整|，)*(?:在[\\p{Script=Han}\\d]{1,14}?)?(${verbs})`,
  "gu",
);
const lasted = new RegExp(
  `(?:(\\d{1,2})日)?${clock}[^。；！？\\n\\d]{0,16}?(?:至|到|，|—|－|-|～|~|开始)[^。；！？\\n\\d]{0,6}?(?:(\\d{1,2})日)?${clock}[^。；！？\\n\\d]{0,10}?(?:历时|持续(?:了)?|用时|耗时|前后|共计?|长达)(?:近|约)?(?:(\\d{1,2}|[一二两三四五六七八九十]{1,3})个?(半)?(小时|钟头)(?:(\\d{1,2})分钟?)?|(\\d{1,3})分钟)`,
  "gu",
);

const numberOf = (text: string | undefined) =>
  text === undefined ? 0 : /\d/.test(text) ? Number(text) : (chinese(text)?.value ?? 0);

/** Minutes after midnight, of [part of the day, hour, minutes, 半, minutes]; a time without part of the day is as it is told. */
function minutesOf([half, hour, minute, thirty, colon]: readonly (string | undefined)[]): number {
  let hours = numberOf(hour);
  if (half !== undefined && /下|傍|晚|午后/.test(half) && hours < 12) hours += 12;
  if (half === "中午" && hours < 3) hours += 12;
  return hours * 60 + (thirty ? 30 : numberOf(minute ?? colon));
}

export function clocks(stream: Stream): Claim[] {
  const claims: Claim[] = [];
  const known: Told[] = [];
  for (const [part, text] of textsOf(stream)) {
    if (!/\d[时点：:]|[一二三四五六七八九十两][时点]/.test(text)) continue;
    for (const match of text.matchAll(told)) {
      const event = toldAt(stream, part, text, match);
      if (!event) continue;
      const before = known.find((other) => isOne(other, event));
      if (before) claims.push(same(before, event));
      else if (known.length < MOST) known.push(event);
    }
    if (/小时|分钟|钟头/.test(text))
      for (const match of text.matchAll(lasted)) claims.push(...lastedAt(stream, part, match));
  }
  return claims;
}

const MOST = 40;

interface Told {
  readonly entry: Entry;
  readonly minutes: number;
  readonly event: string;
  readonly verb: string;
  readonly month: string;
  readonly date: string;
  readonly half: boolean;
}

/** Every day, or the plan that was changed, is no time of one event. */
const otherwise = /每[天日周晚]|平日|周末|原定|原计划|改为|推迟|提前|昨|明|后天|前天|延至/;
const lost = /[于在将定拟计划了的是至到]+$/;

function toldAt(stream: Stream, part: number, text: string, match: RegExpExecArray): Told | null {
  const [whole, words = "", month, date] = match;
  const verb = match.at(-1) as string;
  const lead = text.slice(Math.max(0, match.index - 12), match.index);
  if (otherwise.test(lead) || otherwise.test(whole)) return null;
  const event = words.replace(lost, "");
  if (event.length < 3) return null;
  const from = match.index + words.length;
  const inside = new RegExp(clock, "u").exec(text.slice(from, match.index + whole.length));
  if (!inside) return null;
  const start = from + inside.index;
  const minutes = minutesOf(inside.slice(1));
  const entry = pseudoEntry(stream, {
    part,
    start,
    end: start + inside[0].length,
    value: minutes / 60,
    unit: CLOCK,
  });
  return {
    entry,
    minutes,
    event,
    verb,
    month: month ?? "",
    date: date ?? "",
    half: inside[1] !== undefined || minutes >= 13 * 60,
  };
}

/** The unit of a time of day; its figure is shown as printed. */
const CLOCK = "时";

/** 本场发布会 and 发布会, not 首趟专列 and 末趟专列. */
const isOne = (a: Told, b: Told) =>
  (a.event.endsWith(b.event) || b.event.endsWith(a.event)) &&
  a.verb === b.verb &&
  agree(a.month, b.month) &&
  agree(a.date, b.date);

const agree = (a: string, b: string) => a === b || a === "" || b === "";

/** 9点半 without 上午 is either. */
function same(a: Told, b: Told): Claim {
  const difference = Math.abs(a.minutes - b.minutes);
  const holds = difference === 0 || (a.half !== b.half && difference === 12 * 60);
  return claimOf("same", a.entry, [b.entry], b.entry.mention.value, holds, "likely", "clock");
}

function lastedAt(stream: Stream, part: number, match: RegExpExecArray): Claim[] {
  const [whole, ...groups] = match;
  const [from, to] = [groups.slice(1, 6), groups.slice(7, 12)];
  const days = groups[0] && groups[6] ? Number(groups[6]) - Number(groups[0]) : 0;
  const [hours, half, , minutes, only] = groups.slice(12);
  const value = only ? Number(only) : numberOf(hours) * 60 + (half ? 30 : Number(minutes ?? 0));
  let length = minutesOf(to) - minutesOf(from);
  // 从晚上10时到凌晨3时; 9时到3时 without 下午 may be half a day more.
  length += Math.max(0, days) * 24 * 60;
  if (length < 0) length += 24 * 60;
  const loose = to[0] === undefined && from[0] !== undefined && numberOf(to[1]) <= 12;
  const fits = (minutesLong: number) => Math.abs(minutesLong - value) <= (only || minutes ? 5 : 20);
  const holds =
    fits(length) || (days === 0 && fits(length + 1440)) || (loose && fits(Math.abs(length - 720)));
  if (value === 0 || (!holds && /近|约|多|余|次日|翌日|第二天/.test(whole))) return [];
  const words =
    /(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个?半?(?:小时|钟头)(?:\d{1,2}分钟?)?|分钟)$/u.exec(whole);
  const start = match.index + (words?.index ?? 0);
  const end = match.index + whole.length;
  const total = pseudoEntry(stream, { part, start, end, value: value / 60, unit: "小时" });
  const span = pseudoEntry(stream, {
    part,
    start: match.index,
    end: start,
    value: length / 60,
    unit: "小时",
  });
  const computed = holds ? value / 60 : Math.round(length / 6) / 10;
  return [claimOf("count", total, [span], computed, holds, "likely", "hours")];
}

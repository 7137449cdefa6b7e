/**
 * Dates that cannot be: 2月30日, a weekday that is another, 25时, a period that ends before it begins, something that
 * has happened after the day of issue.
 *
 * A date without a year is the one nearest to the day of issue; where the reading has no date, only what is wrong in
 * every year is reported.
 */
import type { TextPart } from "../../edition/reading.ts";
import type { Finding } from "../proofing.ts";
import { capped, reporter, spanOf } from "../report.ts";
import type { Rule } from "../rule.ts";
import { checkHours } from "./hours.ts";
import { DAY, type DateSaid, datesOf, daysIn, isReal, issueTime, spokenDates } from "./said-dates.ts";

const report = reporter("dates", "error");
const WEEKDAYS = "日一二三四五六";
/** Days after the issue within which a date told as past is a slip rather than another year's. */
const SOON = 31;

function* checkDay(part: TextPart, date: DateSaid): Iterable<Finding> {
  const { month, day, year, start, end } = date;
  if (month < 1 || month > 12) {
    yield report(part, start, end, "proof.dates.month", { values: { month } });
    return;
  }
  const leap = year ?? 2000;
  const days = daysIn(leap, month);
  // 29 February without a year may be another year's.
  const most = month === 2 && year === null ? 29 : days;
  if (day < 1 || day > most) yield report(part, start, end, "proof.dates.day", { values: { month, days } });
}

const WEEKDAY = /^(?:[（(，、 ]|(?:正好|恰好|刚好)?[是为]|正值|恰逢)?(?:星期|周|礼拜)([一二三四五六日天])/;

function* checkWeekday(part: TextPart, date: DateSaid): Iterable<Finding> {
  if (date.time === null) return;
  const match = WEEKDAY.exec(part.text.slice(date.end, date.end + 9));
  if (!match) return;
  const said = (match[1] as string).replace("天", "日");
  const really = WEEKDAYS[new Date(date.time).getUTCDay()] as string;
  if (said === really) return;
  const at = date.end + match[0].length - 1;
  yield report(part, at, at + 1, "proof.dates.weekday", {
    severity: date.year === null ? "warning" : "error",
    values: { date: part.text.slice(date.start, date.end) },
    fix: really,
    evidence: [spanOf(part, date.start, date.end)],
  });
}

/** 本周六（11月28日）, 今天是星期二: the day a word names, from the day of issue. */
const NAMED =
  /(本周|这周|下周|上周)([一二三四五六日天])[（(](?:(\d{1,2})月)?(\d{1,2})日[）)]|(昨[日天]|今[日天]|明[日天])(?:是|（|，)?(?:星期|周|礼拜)([一二三四五六日天])(?!至|到|—|、|和|起)/g;
const WEEKS: Readonly<Record<string, number>> = { 本周: 0, 这周: 0, 下周: 1, 上周: -1 };

function* checkNamedDays(part: TextPart, issue: number): Iterable<Finding> {
  for (const match of part.text.matchAll(NAMED)) {
    const [whole, week, weekday = "", month, day, word, named = ""] = match;
    const end = match.index + whole.length;
    if (week === undefined) {
      const really = WEEKDAYS[
        new Date(issue + (OFFSET[word?.[0] as string] ?? 0) * DAY).getUTCDay()
      ] as string;
      if (named.replace("天", "日") === really) continue;
      // An agency's 今天 is the day of writing.
      const off = (WEEKDAYS.indexOf(named.replace("天", "日")) - WEEKDAYS.indexOf(really) + 7) % 7;
      yield report(part, end - 1, end, "proof.dates.weekday", {
        severity: off === 6 ? "advice" : "warning",
        values: { date: word as string },
        fix: really,
      });
      continue;
    }
    const today = (new Date(issue).getUTCDay() + 6) % 7;
    const at = (WEEKDAYS.indexOf(weekday.replace("天", "日")) + 6) % 7;
    const should = new Date(issue + ((WEEKS[week] as number) * 7 + at - today) * DAY);
    if (
      Number(day) === should.getUTCDate() &&
      Number(month ?? should.getUTCMonth() + 1) === should.getUTCMonth() + 1
    )
      continue;
    yield report(part, match.index, end, "proof.dates.relative", {
      severity: "warning",
      values: { word: `${week}${weekday}`, date: `${should.getUTCMonth() + 1}月${should.getUTCDate()}日` },
    });
  }
}

const LEAP = /((?:19|20)\d{2})年(?:不)?是(闰年|平年)/g;

function* checkLeapYears(part: TextPart): Iterable<Finding> {
  for (const match of part.text.matchAll(LEAP)) {
    const leap = daysIn(Number(match[1]), 2) === 29;
    const said = (match[2] === "闰年") !== match[0].includes("不是");
    if (leap !== said)
      yield report(part, match.index, match.index + match[0].length, "proof.dates.leap", {
        values: { days: leap ? 29 : 28 },
      });
  }
}

const RELATIVE =
  /(昨日|昨天|昨晚|今日|今天|今晨|今早|明日|明天|前天|前日)[（(](?:(\d{1,2})月)?(\d{1,2})日[）)]/g;
const OFFSET: Readonly<Record<string, number>> = { 昨: -1, 今: 0, 明: 1, 前: -2 };

/** 昨日（16日) in the paper of the 18th. Papers count from the day of issue, agencies from the day of writing: advice. */
function* checkRelative(part: TextPart, issue: number | null): Iterable<Finding> {
  if (issue === null) return;
  for (const match of part.text.matchAll(RELATIVE)) {
    const should = new Date(issue + (OFFSET[match[1]?.[0] as string] ?? 0) * DAY);
    const month = match[2] ? Number(match[2]) : should.getUTCMonth() + 1;
    if (month === should.getUTCMonth() + 1 && Number(match[3]) === should.getUTCDate()) continue;
    yield report(part, match.index, match.index + match[0].length, "proof.dates.relative", {
      severity: "advice",
      values: { word: match[1] as string, date: `${should.getUTCMonth() + 1}月${should.getUTCDate()}日` },
    });
  }
}

const RANGE =
  /(?<![\d.])(\d{1,2})月(\d{1,2})日(?:\d{1,2}时)?[（(]?(?:至|到|—|－|-|～|~)(?:(\d{1,2})月)?(\d{1,2})日/g;

function* checkRanges(part: TextPart): Iterable<Finding> {
  for (const match of part.text.matchAll(RANGE)) {
    const [from, day] = [Number(match[1]), Number(match[2])];
    const to = match[3] ? Number(match[3]) : from;
    const last = Number(match[4]);
    // 12月28日至1月3日 runs over the year's end; 5月20日至4月10日 does not.
    const back = to === from ? last < day : to < from && from - to < 6;
    if (back)
      yield report(part, match.index, match.index + match[0].length, "proof.dates.range", {
        severity: "warning",
      });
  }
}

/** Told as done: an aspect mark, or a verb of reporting. */
const HAPPENED =
  /(?<![为除])了|新增|累计|报告|获悉|通报|已|曾|先后|正式|起火|来到|主持|接到|告知|告诉|说|表示|同意|发布|印发|获得|赶到|走进|介绍|坦言/;
/** So surely done that what the sentence says after it of the time to come changes nothing. */
const DONE =
  /获悉|告知|告诉|接到|来到|赶到|走进|主持召开|(?:受|应)[^，。]{1,14}(?:委托|邀请)|(?:提交|申请)(?![人者表]|单位|材料|时间|条件)/;
const TO_COME =
  /将|拟|计划|预计|预期|截止|之前|以前|前(?![往来期去])|开始|开幕|力争|有望|安排|定于|报名|应(?![急用对邀])|要(?![求闻])|须|届时|可|起|启动|会(?![计议上见场员长谈])|能|不得|请(?!教)|提醒|如果|若|等(?![地人，。、）])|明(?!确)|下(?![午属达发])/;

/** True where the sentence behind a date tells of what was done on it. */
function isDone(text: string, { start, end }: DateSaid): boolean {
  const sentence = /^[^。；！？]*/.exec(text.slice(end, end + 60))?.[0] ?? "";
  const before = text.slice(Math.max(0, start - 6), start);
  if (
    /(?:至|到|前|起|将|于|预计|计划|[将划定拟]在)$|[明后]天[（(]$|明日[（(]$|(?:将于|定于|拟于|预计)(?:今年|明年)$/.test(
      before,
    ) &&
    !before.endsWith("截至")
  )
    return false;
  const coming = TO_COME.exec(sentence)?.index ?? -1;
  const done = DONE.exec(sentence)?.index ?? -1;
  if (coming >= 0 && (done < 0 || done > coming || /^前/.test(sentence))) return false;
  return done >= 0 || HAPPENED.test(sentence);
}

/** 2月26日，…报告新增… in the paper of 18 February: the dates of a text told as done after `issue` (UTC midnight in ms). */
export function* doneAfter(text: string, issue: number): Iterable<{ start: number; end: number }> {
  for (const date of datesOf(text, issue)) {
    if (date.time === null || date.time <= issue || date.time > issue + SOON * DAY || !isReal(date)) continue;
    if (isDone(text, date)) yield date;
  }
}

function* checkPart(part: TextPart, issue: number | null): Iterable<Finding> {
  if (part.text.includes("时")) yield* checkHours(part);
  if (/[周天期]/.test(part.text) && issue !== null) yield* checkNamedDays(part, issue);
  if (part.text.includes("年")) yield* checkLeapYears(part);
  if (!part.text.includes("日")) return;
  for (const date of spokenDates(part.text)) yield* checkDay(part, date);
  for (const date of datesOf(part.text, issue)) {
    const wrong = [...checkDay(part, date)];
    yield* wrong;
    if (wrong.length > 0 || !isReal(date)) continue;
    yield* checkWeekday(part, date);
  }
  if (part.role !== "dateline" && issue !== null)
    for (const { start, end } of doneAfter(part.text, issue))
      yield report(part, start, end, "proof.dates.future", {
        severity: "warning",
        values: { issue: new Date(issue).toISOString().slice(0, 10) },
      });
  yield* checkRelative(part, issue);
  yield* checkRanges(part);
}

export const dates: Rule = {
  id: "dates",
  severity: "error",
  name: "rule.dates",
  about: "rule.dates.about",
  source: "公历；GB/T 7408；以本期出版日期推算",
  fires: [
    { text: "报名截止时间为2月30日。", quote: "2月30日" },
    { text: "展览于2020年2月17日（星期二）开幕。", quote: "二" },
    { text: "施工从2月5日25时开始。", quote: "25时" },
    { text: "本周六（2月23日）有雨。", quote: "本周六（2月23日）" },
    { text: "今天是星期三，图书馆闭馆。", quote: "三" },
    { text: "2月16日至20日，全县新增植树点12处。", quote: "2月16日至20日" },
    { text: "一九九三年四月三十一日，工厂成立。", quote: "四月三十一日" },
    { text: "2019年是闰年，二月多一天。", quote: "2019年是闰年" },
    { text: "集市从3月12日至3月8日举行。", quote: "3月12日至3月8日" },
    { text: "记者获悉，2月26日0-24时，全县新增植树点12处。", quote: "2月26日" },
    { text: "2月20日，该公司受县政府委托采购树苗，当天须付定金。", quote: "2月20日" },
  ],
  silent: [
    { text: "截至2月16日24时，泵站已连续运行10天。展览从12月28日至1月3日举行。" },
    { text: "2020年2月17日（星期一），农历正月廿四。2月29日将举行开园仪式。" },
    { text: "去年2月26日，他获得了省里的表彰。2015年工厂投产，3月1日卖出了第一台机器。" },
    { text: "2月20日，申请人可到窗口领证，须带身份证。2月21日，志愿者将来到敬老院。" },
    { text: "县里计划在2月25日正式通车。" },
    { text: "本周六（2月22日）有雨。今天是星期二，下周一（2月24日）复课。周一至周五开放。" },
    { text: "2020年是闰年，2019年不是闰年。一九九三年四月三十日，工厂成立。农历三月三十日是他的生日。" },
    { text: "项目2月26日开工，将于10月20日前完成，用电12万千瓦时。" },
  ],
  *article({ article, reading }) {
    const issue = issueTime(reading);
    for (const part of article.parts) if (part.role !== "jump") yield* capped(checkPart(part, issue));
  },
};

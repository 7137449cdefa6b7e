/**
 * Days to go: 大会将于3月5日开幕，距开幕还有16天, against the day of issue, or the day the sentence counts from.
 *
 * A day more or less is a way of counting (both ends, or the day the story was written), so only what no way of
 * counting gives is reported, and only where the sentence tells of one day, or of one to count from and one to come.
 */
import type { TextPart } from "../../edition/reading.ts";
import { chinese } from "../figures/numeral.ts";
import type { Finding } from "../proofing.ts";
import { reporter, spanOf } from "../report.ts";
import type { Rule } from "../rule.ts";
import { issueTime, nearestTime } from "./said-dates.ts";

const report = reporter("countdown", "warning");
const DAY = 86_400_000;
const TO_GO =
  /(?:还有|尚有|仅有|仅剩|只剩|还剩|剩下?|倒计时)(?:整整)?(\d{1,4}|[一二两三四五六七八九十百]{1,5})天(?!时间不到)/g;
const DATE = /(?<![\d.])(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g;
const FROM = /距|离|倒计时/;
const COMING = /(?:距离?|离|将?[于在]|定于|截止到?|到)(?:今年|明年)?$/;
/** UTF-16 units of a sentence that are read on either side. */
const REACH = 80;

interface Said {
  readonly start: number;
  readonly end: number;
  /** UTC midnight in ms. */
  readonly time: number;
}

function datesIn(text: string, from: number, issue: number): Said[] {
  return [...text.matchAll(DATE)].map((match) => {
    const [month, day] = [Number(match[2]), Number(match[3])];
    const time = match[1] ? Date.UTC(Number(match[1]), month - 1, day) : nearestTime(month, day, issue);
    return { start: from + match.index, end: from + match.index + match[0].length, time };
  });
}

function* checkPart(part: TextPart, issue: number): Iterable<Finding> {
  const { text } = part;
  if (!text.includes("天")) return;
  for (const match of text.matchAll(TO_GO)) {
    const said = match[1] as string;
    const days = /\d/.test(said) ? Number(said) : (chinese(said)?.value ?? 0);
    const before = /[^。！？\n]*$/.exec(text.slice(Math.max(0, match.index - REACH), match.index))?.[0] ?? "";
    const end = match.index + match[0].length;
    if (days === 0 || !FROM.test(before + match[0])) continue;
    const told = datesIn(before, match.index - before.length, issue);
    const [first, second] = told.toSorted((x, y) => x.time - y.time);
    if (!first || told.length > 2) continue;
    // One day alone must be the one to come: 距3月5日…, 将于3月5日开幕; not 今天（2月2日）距开幕.
    if (!second && !COMING.test(text.slice(Math.max(0, first.start - 8), first.start))) continue;
    const [base, target] = second ? [first.time, second] : [issue, first];
    const really = Math.round((target.time - base) / DAY);
    // Counted from the day of writing or of reading, with or without its last day.
    if (really < 0 || Math.abs(really - days) <= 1) continue;
    yield report(part, match.index, end, "proof.countdown.days", {
      values: { days: really, date: text.slice(target.start, target.end) },
      evidence: told.map(({ start, end: to }) => spanOf(part, start, to)),
    });
  }
}

export const countdown: Rule = {
  id: "countdown",
  severity: "warning",
  name: "rule.countdown",
  about: "rule.countdown.about",
  source: "公历；以本期出版日期推算",
  fires: [
    { text: "大会将于3月5日开幕，距开幕还有26天。", quote: "还有26天" },
    { text: "2月17日，距5月17日开赛倒计时100天。", quote: "倒计时100天" },
  ],
  silent: [
    { text: "大会将于3月5日开幕，距开幕还有16天。" },
    { text: "2月17日，距5月17日开赛倒计时90天。" },
    { text: "距高考还有100天，学校召开动员会。会期还有3天，3月1日闭幕。" },
  ],
  *article({ article, reading }): Iterable<Finding> {
    const issue = issueTime(reading);
    if (issue === null) return;
    for (const part of article.parts) if (part.role !== "jump") yield* checkPart(part, issue);
  },
};

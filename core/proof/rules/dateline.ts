/**
 * The date in a dateline (电头) against the day of issue, never later and seldom long before; and against what the
 * first paragraph tells as done, which is never later than the dateline.
 */
import type { Finding } from "../proofing.ts";
import { reporter, spanOf } from "../report.ts";
import type { Rule } from "../rule.ts";
import { doneAfter } from "./dates.ts";
import { issueTime, nearestTime } from "./said-dates.ts";

const report = reporter("dateline", "error");
const DAY = 86_400_000;
/** Days before the issue from which a dateline is worth a second look. */
const OLD = 7;

export const dateline: Rule = {
  id: "dateline",
  severity: "error",
  name: "rule.dateline",
  about: "rule.dateline.about",
  source: "新闻电头惯例：电头日期不晚于出版日期",
  fires: [
    { text: "株洲日报讯 2月20日，首批早稻种子发放到户。", quote: "2月20日" },
    { text: "株洲日报讯 1月20日，首批早稻种子发放到户。", quote: "1月20日" },
    { text: "株洲日报讯 2月15日，记者从县里获悉，2月16日，首批种子已发放到户。", quote: "2月15日" },
  ],
  silent: [
    { text: "株洲日报讯 2月16日，记者从县里获悉，2月17日将开始播种。" },
    { text: "株洲日报讯 2月17日，首批早稻种子发放到户。" },
  ],
  *article({ article, reading }): Iterable<Finding> {
    const issue = issueTime(reading);
    const part = article.parts.find(({ role }) => role === "dateline");
    if (!part || issue === null) return;
    const match = /(?:(\d{4})年)?(?<!\d)(\d{1,2})月(\d{1,2})日/.exec(part.text);
    if (!match) return;
    const [month, day] = [Number(match[2]), Number(match[3])];
    const time = match[1] ? Date.UTC(Number(match[1]), month - 1, day) : nearestTime(month, day, issue);
    const days = Math.round((issue - time) / DAY);
    const end = match.index + match[0].length;
    const next = article.parts.find(({ role }) => role === "paragraph")?.text ?? "";
    // 3月5日上午9时，大会将在…: the day of what is announced, not of writing.
    const announced = /^[^。！？]{0,60}(?:将|拟)/.test(next);
    if (days < 0 && !announced)
      yield report(part, match.index, end, "proof.dateline.future", { values: { issue: reading.date } });
    else if (days > OLD)
      yield report(part, match.index, end, "proof.dateline.old", { severity: "advice", values: { days } });
    const first = article.parts.find(({ role }) => role === "paragraph");
    if (!first || days < 0) return;
    for (const date of doneAfter(first.text, time)) {
      if (issue < time + DAY) break;
      const told = spanOf(first, date.start, date.end);
      yield report(part, match.index, end, "proof.dateline.before", {
        severity: "warning",
        values: { date: first.text.slice(date.start, date.end) },
        evidence: [told],
      });
      break;
    }
  },
};

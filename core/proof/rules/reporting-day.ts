/**
 * One report, one day: 2月16日0—24时新增… and 截至2月16日24时累计… are the same evening's figures.
 *
 * A report that tells of two days or more (a table, a review) is left alone: only a single day that stands against
 * all others of its article is shown.
 */
import type { ArticleReading, TextPart } from "../../edition/reading.ts";
import type { Finding } from "../proofing.ts";
import { reporter, spanOf } from "../report.ts";
import type { Rule } from "../rule.ts";

const report = reporter("reporting-day", "warning");
const NEW = /(?<![\d—－-])(?:(\d{1,2})月)?(\d{1,2})日(?:0|零)时?[-—－–~～至一]{1,2}24时/g;
const AS_OF = /截[至止]到?(?:\d{4}年)?(?:(\d{1,2})月)?(\d{1,2})日24时/g;
/** Days of one article that are compared. */
const MOST = 40;

interface Day {
  readonly part: TextPart;
  readonly start: number;
  readonly end: number;
  readonly kind: "new" | "as of";
  /** "2-16", the month of the day before it where it has none. */
  readonly day: string;
}

function daysOf(article: ArticleReading): Day[] {
  const days: Day[] = [];
  let month = "";
  for (const part of article.parts) {
    if (part.role === "jump" || !part.text.includes("24时")) continue;
    const found = [NEW, AS_OF].flatMap((pattern) => [...part.text.matchAll(pattern)].slice(0, MOST));
    for (const match of found.sort((a, b) => a.index - b.index)) {
      if (/(?:前一|上一|昨|次)$/.test(part.text.slice(Math.max(0, match.index - 2), match.index))) continue;
      month = match[1] ?? month;
      const text = `${match[1] === undefined ? "" : `${match[1]}月`}${match[2]}日`;
      const start = match.index + match[0].indexOf(text);
      days.push({
        part,
        start,
        end: start + text.length,
        kind: match[0].startsWith("截") ? "as of" : "new",
        day: `${month}-${match[2]}`,
      });
    }
  }
  return days.slice(0, MOST);
}

export const reportingDay: Rule = {
  id: "reporting-day",
  severity: "warning",
  name: "rule.reporting-day",
  about: "rule.reporting-day.about",
  source: "疫情、灾情等日报的通例：当日新增与截至当日的累计同属一日",
  fires: [
    {
      text: "2月16日0-24时，全县新增报名12人。\n截至2月15日24时，累计报名90人。",
      quote: "2月15日",
    },
    {
      text: "2月15日0-24时，全县新增报名12人。截至2月16日24时，累计报名90人。\n截至16日24时，已录取45人。",
      quote: "2月15日",
    },
  ],
  silent: [
    { text: "2月16日0—24时，全县新增报名12人。截至16日24时，累计报名90人。" },
    { text: "2月15日0-24时新增8人，截至15日24时共78人。2月16日0-24时新增12人，截至16日24时共90人。" },
  ],
  *article({ article }): Iterable<Finding> {
    const days = daysOf(article);
    const byDay = Map.groupBy(days, ({ day }) => day);
    if (byDay.size !== 2) return;
    const [many = [], few = []] = [...byDay.values()].sort((a, b) => b.length - a.length);
    // Of two that differ, the later one is shown; both stand in the finding.
    const odd = few[0];
    const other = many.find(({ kind }) => kind !== odd?.kind) ?? many[0];
    if (!odd || !other || few.length > 1 || (many.length === 1 && odd.kind === other.kind)) return;
    const [shown, against] = many.length === 1 ? [days[1] as Day, days[0] as Day] : [odd, other];
    yield report(shown.part, shown.start, shown.end, "proof.reporting-day.differs", {
      values: { other: against.part.text.slice(against.start, against.end) },
      evidence: [spanOf(against.part, against.start, against.end)],
    });
  },
};

/** Hours of the day that there are none of: 25时, 9时65分. */
import type { TextPart } from "../../edition/reading.ts";
import type { Finding } from "../proofing.ts";
import { reporter } from "../report.ts";

const report = reporter("dates", "error");

/** A clock hour, not a length of time (小时) nor a unit (千瓦时). */
const HOUR = /(?<![\d.:：千瓦])(\d{1,2})时(?:(\d{1,2})分)?(?!隔|间|装|代|候|段|速|长|差)/g;

export function* checkHours(part: TextPart): Iterable<Finding> {
  for (const match of part.text.matchAll(HOUR)) {
    const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
    if (hour < 24 && minute < 60) continue;
    if (hour === 24 && minute === 0) continue;
    if (hour > 24 && /(?:历|耗|费|用|共|达|近|约|超|工)$/.test(part.text.slice(0, match.index).slice(-1)))
      continue;
    yield report(part, match.index, match.index + match[0].length, "proof.dates.hour");
  }
}

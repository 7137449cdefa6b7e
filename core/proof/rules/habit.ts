/** What an article does throughout is one remark, at its first place, that mends every place. */
import type { TextPart } from "../../edition/reading.ts";
import type { Finding } from "../proofing.ts";
import { REPORTS_PER_PART, type Report, spanOf } from "../report.ts";

/** A place of an article, and what should stand there; null where a person must say. */
export interface Slip {
  readonly part: TextPart;
  readonly start: number;
  readonly end: number;
  readonly fix: string | null;
}

/** One remark of advice for all the slips, in reading order; null where there are none. */
export function inOne(report: Report, key: string, all: readonly Slip[]): Finding | null {
  const [first, ...others] = all;
  if (!first) return null;
  const finding = report(first.part, first.start, first.end, key, {
    severity: "advice",
    values: { count: all.length, fix: first.fix ?? "" },
    evidence: others.slice(0, REPORTS_PER_PART).map(({ part, start, end }) => spanOf(part, start, end)),
  });
  const fixes = all.flatMap(({ part, start, end, fix }) =>
    fix === null ? [] : [{ span: spanOf(part, start, end), text: fix }],
  );
  return { ...finding, fixes };
}

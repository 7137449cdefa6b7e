/**
 * Findings made from a part and two offsets, so that a rule says what it saw and nothing else.
 *
 * A rule reports at most `REPORTS_PER_PART` times on one part: a text that breaks a rule everywhere is one fault,
 * and hostile text must not make a list longer than itself.
 */
import type { TextPart } from "../edition/reading.ts";
import type { Finding, Severity, Span } from "./proofing.ts";

/** Most findings of one rule on one part. */
export const REPORTS_PER_PART = 20;

/** UTF-16 offsets `start` to `end` of one part's text. */
export function spanOf(part: TextPart, start: number, end: number): Span {
  return { from: { part, offset: start }, to: { part, offset: end } };
}

/** The words a span covers; parts between its ends are not known to it, so only spans of one part can be quoted. */
export function quoteOf(span: Span): string {
  return span.from.part.text.slice(
    span.from.offset,
    span.from.part === span.to.part ? span.to.offset : undefined,
  );
}

export interface ReportOptions {
  readonly values?: Readonly<Record<string, string | number>>;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly evidence?: readonly Span[];
  /** Replaces the reported span by this text. */
  readonly fix?: string;
}

export type Report = (
  part: TextPart,
  start: number,
  end: number,
  key: string,
  options?: ReportOptions,
) => Finding;

/** The report function of the rule `rule`; `quote` is always among the values of its messages. */
export function reporter(rule: string, severity: Severity): Report {
  return (part, start, end, key, options = {}) => {
    const span = spanOf(part, start, end);
    return {
      rule,
      severity: options.severity ?? severity,
      span,
      message: {
        key,
        values: {
          quote: quoteOf(span),
          ...(options.fix === undefined ? {} : { fix: options.fix }),
          ...options.values,
        },
      },
      evidence: options.evidence ?? [],
      fixes: options.fix === undefined ? [] : [{ span, text: options.fix }],
    };
  };
}

/** The first `REPORTS_PER_PART` of what a rule says about one part; what it would go on to say is not asked for. */
export function capped(findings: Iterable<Finding>): readonly Finding[] {
  let found: Finding[] | null = null;
  for (const finding of findings) {
    found ??= [];
    if (found.push(finding) === REPORTS_PER_PART) break;
  }
  return found ?? NONE;
}

const NONE: readonly Finding[] = [];

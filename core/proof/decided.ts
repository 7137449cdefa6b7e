/**
 * Findings and figures with what was decided about them: each has the subject that a decision names it by.
 *
 * The desk and the page proof both read decisions here, so that what is ignored on one is ignored on the other.
 */
import type { Reading } from "../edition/reading.ts";
import { type Home, homesOf, piecesOf } from "./homes.ts";
import type { FigureState, Finding, Proofing, Span } from "./proofing.ts";
import { subjectOf } from "./subject.ts";

/** Something said of words in the reading. `D` is a decision in force, known by its subject. */
interface Said<D> extends Home {
  readonly span: Span;
  /** The words, those of several parts put together. */
  readonly quote: string;
  /** Subject of a decision about this one alone. */
  readonly subject: string;
  readonly decision: D | null;
}

export interface DecidedFinding<D> extends Said<D> {
  readonly finding: Finding;
  /** Subject of a decision about the same words anywhere in the edition. */
  readonly everywhere: string;
}

/** checked: no relation speaks of it, or none that holds, and a person has compared it with the source. */
export type DecidedState = FigureState | "checked";

export interface DecidedFigure<D> extends Said<D> {
  readonly figure: Proofing["figures"][number];
  readonly state: DecidedState;
}

export interface Decided<D> {
  /** In proofing's order; findings of words that are not in the reading are left out. */
  readonly findings: readonly DecidedFinding<D>[];
  readonly figures: readonly DecidedFigure<D>[];
}

/** Characters either side that make a decision about one place differ from one about the same words elsewhere. */
const CONTEXT = 6;

/** `proofing` of `reading` with `decisions`, of which only those in force are given. */
export function decidedOf<D extends { readonly subject: string }>(
  proofing: Proofing,
  reading: Reading,
  decisions: Iterable<D>,
): Decided<D> {
  const homes = homesOf(reading);
  const decided = new Map<string, D>();
  for (const decision of decisions) decided.set(decision.subject, decision);
  const quoteOf = (span: Span) =>
    piecesOf(span, homes)
      .map(({ part, from, to }) => part.text.slice(from, to))
      .join("");
  const named = (rule: string, span: Span, home: Home, evidence: readonly string[]) => {
    const quote = quoteOf(span);
    const said = { rule, quote, evidence };
    const context = `${wordsBefore(span, CONTEXT)}\n${wordsAfter(span, CONTEXT)}`;
    return {
      ...home,
      span,
      quote,
      subject: subjectOf({ ...said, article: home.article.id, context }),
      everywhere: subjectOf({ ...said, article: null }),
    };
  };
  return {
    findings: proofing.findings.flatMap((finding) => {
      const home = homes.get(finding.span.from.part);
      if (!home) return [];
      const item = named(finding.rule, finding.span, home, finding.evidence.map(quoteOf));
      const decision = decided.get(item.subject) ?? decided.get(item.everywhere) ?? null;
      return [{ ...item, finding, decision }];
    }),
    figures: proofing.figures.flatMap((figure) => {
      const home = homes.get(figure.span.from.part);
      if (!home) return [];
      const { everywhere: _, ...item } = named("figure", figure.span, home, []);
      const decision = decided.get(item.subject) ?? null;
      // A figure that contradicts another stays so, whoever has looked at it.
      const state = figure.state === "unchecked" && decision ? "checked" : figure.state;
      return [{ ...item, figure, decision, state }];
    }),
  };
}

/** Up to `length` UTF-16 units before the span in its part, no character cut in two. */
export function wordsBefore({ from }: Span, length: number): string {
  const cut = from.part.text.slice(0, from.offset).slice(-length);
  return /^[\uDC00-\uDFFF]/.test(cut) ? cut.slice(1) : cut;
}

/** Up to `length` UTF-16 units after the span in its part, no character cut in two. */
export function wordsAfter({ to }: Span, length: number): string {
  const cut = to.part.text.slice(to.offset, to.offset + length);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

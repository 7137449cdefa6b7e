/**
 * Findings and figures with what was decided about them: each has the subject that a decision names it by.
 *
 * The desk and the page proof both read decisions here, so that what is ignored on one is ignored on the other.
 */
import type { Reading } from "../edition/reading.ts";
import { type Home, type Homes, homesOf, piecesOf } from "./homes.ts";
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
  return {
    findings: proofing.findings.flatMap((finding) => {
      const home = homes.get(finding.span.from.part);
      if (!home) return [];
      const item = { ...home, ...named(finding, finding.rule, home, homes, finding.evidence) };
      const decision = decided.get(item.subject) ?? decided.get(item.everywhere) ?? null;
      return [{ ...item, finding, decision }];
    }),
    figures: proofing.figures.flatMap((figure) => {
      const home = homes.get(figure.span.from.part);
      if (!home) return [];
      const { everywhere: _, ...said } = named(figure, "figure", home, homes, []);
      const item = { ...home, ...said };
      const decision = decided.get(item.subject) ?? null;
      // A figure that contradicts another stays so, whoever has looked at it.
      const state = figure.state === "unchecked" && decision ? "checked" : figure.state;
      return [{ ...item, figure, decision, state }];
    }),
  };
}

interface Named {
  readonly span: Span;
  readonly quote: string;
  readonly subject: string;
  readonly everywhere: string;
}

/** Findings and figures of an article that has not changed are the same objects: theirs are not made out again. */
const known = new WeakMap<object, Named>();

function named(
  of: { readonly span: Span },
  rule: string,
  { article }: Home,
  homes: Homes,
  against: readonly Span[],
): Named {
  const kept = known.get(of);
  if (kept) return kept;
  const { span } = of;
  const quoteOf = (one: Span) =>
    piecesOf(one, homes)
      .map(({ part, from, to }) => part.text.slice(from, to))
      .join("");
  const quote = quoteOf(span);
  const said = { rule, quote, evidence: against.map(quoteOf) };
  const context = `${wordsBefore(span, CONTEXT)}\n${wordsAfter(span, CONTEXT)}`;
  const result = {
    span,
    quote,
    subject: subjectOf({ ...said, article: article.id, context }),
    everywhere: subjectOf({ ...said, article: null }),
  };
  known.set(of, result);
  return result;
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

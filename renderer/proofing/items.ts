/**
 * What proofing found, as rows: each finding and figure with its place in words, its name and what was decided.
 *
 * An item's id is its rule, article and words, with a number where the words stand there again: so the one in front
 * stays in front while the text round it changes.
 */
import type { ArticleReading, PageReading, Reading, TextPart } from "../../core/edition/reading.ts";
import type { Figure, FigureState, Finding, Proofing, Relation, Span } from "../../core/proof/proofing.ts";
import { subjectOf } from "../../core/proof/subject.ts";
import type { Decision } from "../session/open-edition.ts";
import { type Home, homesOf, piecesOf } from "./places.ts";

/** A quotation with the words on either side. */
export interface Passage {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

interface Item {
  readonly id: string;
  readonly page: PageReading;
  readonly article: ArticleReading;
  readonly span: Span;
  readonly passage: Passage;
  /** Subject of a decision about this one alone. */
  readonly subject: string;
  readonly decision: Decision | null;
}

export interface FindingItem extends Item {
  readonly finding: Finding;
  /** Subject of a decision about the same words anywhere in the edition. */
  readonly everywhere: string;
  /** Other findings that the same words have. */
  readonly alike: number;
}

/** checked: no relation speaks of it, or none that holds, and a person has compared it with the source. */
export type State = FigureState | "checked";
export const states: readonly State[] = ["contradicted", "unchecked", "checked", "verified"];

export interface FigureItem extends Item {
  readonly figure: Figure;
  readonly state: State;
  readonly relations: readonly Relation[];
}

export interface Items {
  /** The reading that spans point into. */
  readonly reading: Reading;
  readonly findings: readonly FindingItem[];
  readonly figures: readonly FigureItem[];
  readonly relations: readonly Relation[];
}

/** Characters either side that make a decision about one place differ from one about the same words elsewhere. */
const CONTEXT = 6;
/** Characters either side that are shown. */
const SHOWN = 16;

const memo = new WeakMap<Proofing, { decisions: readonly Decision[]; items: Items }>();

/** The same object while neither proofing nor decisions have changed. */
export function itemsOf(proofing: Proofing, reading: Reading, decisions: readonly Decision[]): Items {
  const kept = memo.get(proofing);
  if (kept?.decisions === decisions) return kept.items;
  const items = read(proofing, reading, decisions);
  memo.set(proofing, { decisions, items });
  return items;
}

function read(proofing: Proofing, reading: Reading, decisions: readonly Decision[]): Items {
  const homes = homesOf(reading);
  const decided = new Map(decisions.map((decision) => [decision.subject, decision]));
  const quote = (span: Span) =>
    piecesOf(span, homes)
      .map(({ part, from, to }) => part.text.slice(from, to))
      .join("");
  const taken = new Map<string, number>();
  const place = (rule: string, span: Span, evidence: readonly string[]) => {
    const { page, article } = homes.get(span.from.part) as Home;
    const [left, right] = [
      span.from.part.text.slice(0, span.from.offset),
      span.to.part.text.slice(span.to.offset),
    ];
    const passage = { before: end(left, SHOWN), quote: quote(span), after: start(right, SHOWN) };
    const name = `${rule} ${article.id} ${passage.quote}`;
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    const said = { rule, quote: passage.quote, evidence };
    const context = `${end(left, CONTEXT)}\n${start(right, CONTEXT)}`;
    return {
      id: `${name} ${times}`,
      page,
      article,
      span,
      passage,
      subject: subjectOf({ ...said, article: article.id, context }),
      everywhere: subjectOf({ ...said, article: null }),
    };
  };

  const places = proofing.findings
    .filter(({ span }) => homes.has(span.from.part))
    .map((finding) => ({ finding, ...place(finding.rule, finding.span, finding.evidence.map(quote)) }));
  const times = new Map<string, number>();
  for (const { everywhere } of places) times.set(everywhere, (times.get(everywhere) ?? 0) + 1);

  const relations = relationsByFigure(proofing.relations);
  return {
    reading,
    relations: proofing.relations,
    findings: places.map((item) => ({
      ...item,
      decision: decided.get(item.subject) ?? decided.get(item.everywhere) ?? null,
      alike: (times.get(item.everywhere) ?? 1) - 1,
    })),
    figures: proofing.figures.map((figure) => {
      const { everywhere: _, ...item } = place("figure", figure.span, []);
      const decision = decided.get(item.subject) ?? null;
      return {
        ...item,
        figure,
        decision,
        // A figure that contradicts another stays so, whoever has looked at it.
        state: figure.state === "unchecked" && decision ? "checked" : figure.state,
        relations: relations(figure.span),
      };
    }),
  };
}

function end(text: string, length: number): string {
  const cut = text.slice(-length);
  return /^[\uDC00-\uDFFF]/.test(cut) ? cut.slice(1) : cut;
}

function start(text: string, length: number): string {
  const cut = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** Relations that a figure is total or part of: those that fail first, then those whose total it is. */
function relationsByFigure(relations: readonly Relation[]): (span: Span) => readonly Relation[] {
  const byPart = new Map<TextPart, Map<number, Set<Relation>>>();
  const note = ({ span }: Figure, relation: Relation) => {
    const byOffset = byPart.get(span.from.part) ?? new Map<number, Set<Relation>>();
    byPart.set(span.from.part, byOffset);
    const list = byOffset.get(span.from.offset) ?? new Set();
    byOffset.set(span.from.offset, list.add(relation));
  };
  for (const relation of relations)
    for (const figure of [relation.total, ...relation.parts]) note(figure, relation);
  return (span) => {
    const found = [...(byPart.get(span.from.part)?.get(span.from.offset) ?? [])];
    const own = (relation: Relation) => (sameSpan(relation.total.span, span) ? 0 : 1);
    return found.sort((a, b) => Number(a.holds) - Number(b.holds) || own(a) - own(b));
  };
}

export const sameSpan = (a: Span, b: Span): boolean =>
  a.from.part === b.from.part &&
  a.from.offset === b.from.offset &&
  a.to.part === b.to.part &&
  a.to.offset === b.to.offset;

/** How many figures stand in each state. */
export function tally(figures: readonly FigureItem[]): Readonly<Record<State, number>> {
  const counts = { verified: 0, contradicted: 0, unchecked: 0, checked: 0 };
  for (const { state } of figures) counts[state] += 1;
  return counts;
}

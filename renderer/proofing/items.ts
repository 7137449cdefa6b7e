/**
 * What proofing found, as rows: each finding and figure with its place in words, its name and what was decided.
 *
 * An item's id is its rule, article and words, with a number where the words stand there again: so the one in front
 * stays in front while the text round it changes.
 */
import type { ArticleReading, PageReading, Reading } from "../../core/edition/reading.ts";
import { relationsByFigure } from "../../core/proof/by-figure.ts";
import { type DecidedState, decidedOf, wordsAfter, wordsBefore } from "../../core/proof/decided.ts";
import type { Figure, Finding, Proofing, Relation, Span } from "../../core/proof/proofing.ts";
import type { Decision } from "../session/decisions.ts";

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

export type State = DecidedState;
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
  const decided = decidedOf(proofing, reading, decisions);
  const taken = new Map<string, number>();
  const row = (rule: string, article: ArticleReading, span: Span, quote: string) => {
    const name = `${rule} ${article.id} ${quote}`;
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    const passage = { before: wordsBefore(span, SHOWN), quote, after: wordsAfter(span, SHOWN) };
    return { id: `${name} ${times}`, passage };
  };
  const times = new Map<string, number>();
  for (const { everywhere } of decided.findings) times.set(everywhere, (times.get(everywhere) ?? 0) + 1);
  const relations = relationsByFigure(proofing.relations);
  return {
    reading,
    relations: proofing.relations,
    findings: decided.findings.map((item) => ({
      ...item,
      ...row(item.finding.rule, item.article, item.span, item.quote),
      alike: (times.get(item.everywhere) ?? 1) - 1,
    })),
    figures: decided.figures.map((item) => ({
      ...item,
      ...row("figure", item.article, item.span, item.quote),
      relations: relations(item.span),
    })),
  };
}

/** How many figures stand in each state. */
export function tally(figures: readonly FigureItem[]): Readonly<Record<State, number>> {
  const counts = { verified: 0, contradicted: 0, unchecked: 0, checked: 0 };
  for (const { state } of figures) counts[state] += 1;
  return counts;
}

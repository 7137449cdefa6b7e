/**
 * What a proofing rule is: a file each under rules/, with its name, its source and its own examples.
 *
 * A rule reads and reports; it never changes anything. Rules that look at one article get it alone, so that an
 * edit re-runs them for that article only; rules about the edition (jumps, one figure on two pages) get the reading.
 */
import type { ArticleReading, PageReading, Reading } from "../edition/reading.ts";
import type { HouseStyle } from "../edition/style.ts";
import type { Figure, Finding, Relation, Severity } from "./proofing.ts";

/** Divisions of China and the house's own places. */
export interface Gazetteer {
  /** Parents of every place of this name ("鼓楼区" has several); empty where there is none. */
  parents(name: string): readonly string[];
  /** Places directly under a prefecture or county ("株洲市" or "株洲"). */
  children(parent: string): readonly string[];
  has(name: string): boolean;
  /** The whole name of a place ("株洲" is 株洲市); null where there is none. */
  full(name: string): string | null;
  /** Whole names in running text, left to right, none overlapping. Offsets are UTF-16 units of `text`. */
  find(text: string): Iterable<{ readonly start: number; readonly end: number; readonly word: string }>;
}

export interface ArticleContext {
  readonly reading: Reading;
  readonly page: PageReading;
  readonly article: ArticleReading;
  readonly figures: readonly Figure[];
  readonly relations: readonly Relation[];
  readonly gazetteer: Gazetteer;
  readonly style: HouseStyle;
}

export type EditionContext = Omit<ArticleContext, "page" | "article">;

export interface RuleExample {
  /** Body text of one article, a paragraph a line (or whole page text where `page` is true). */
  readonly text: string;
  readonly page?: boolean;
  /** House lists the example speaks of (people, terms); the page shows them beside it. */
  readonly house?: Partial<HouseStyle["proof"]>;
  /** The quoted place that must be reported; absent in an example that must stay silent. */
  readonly quote?: string;
}

export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** Catalogue keys of the rule's name and explanation. */
  readonly name: string;
  readonly about: string;
  /** The norm, or the practice, it rests on. */
  readonly source: string;
  readonly fires: readonly RuleExample[];
  readonly silent: readonly RuleExample[];
  readonly article?: (context: ArticleContext) => Iterable<Finding>;
  readonly edition?: (context: EditionContext) => Iterable<Finding>;
}

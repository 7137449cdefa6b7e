/**
 * Fingerprints of an edition's paragraphs from one proofing to the next: which of them may stand twice.
 *
 * Every run of LEAST_RUN characters that two texts have in common has a fingerprint in both, so paragraphs that share
 * none with any other need not be looked at. An article that stayed is not counted again: what is asked after an edit
 * costs the edited article and the paragraphs that have something in common.
 */
import type { Attrs, Node } from "prosemirror-model";
import { sameList } from "../../edition/outline.ts";
import type { ArticleReading, Reading, TextPart } from "../../edition/reading.ts";
import { Repeated } from "../prints.ts";

export interface Repeat {
  readonly later: TextPart;
  readonly earlier: TextPart;
  readonly exact: boolean;
}

export interface Fingerprinted {
  /** The paragraphs of an article that are compared with others. */
  partsOf(article: ArticleReading): readonly TextPart[];
  printsOf(part: TextPart): Int32Array;
  /** What stands twice among paragraphs in reading order; told by their nodes alone. */
  compare(parts: readonly TextPart[]): Iterable<Repeat>;
}

class Index {
  readonly #of: Fingerprinted;
  readonly #prints = new Map<Node, readonly Int32Array[]>();
  readonly #repeated = new Repeated();
  /** Articles with a fingerprint that stands elsewhere too, or twice in them. */
  #sharing = new Set<Node>();
  #last: {
    readonly nodes: readonly Node[];
    readonly pairs: readonly (readonly [number, number, boolean])[];
  } = {
    nodes: [],
    pairs: [],
  };

  constructor(of: Fingerprinted) {
    this.#of = of;
  }

  repeats(articles: readonly ArticleReading[]): Repeat[] {
    const parts = this.#shared(articles);
    const nodes = parts.map(({ node }) => node);
    if (!sameList(nodes, this.#last.nodes)) {
      const at = new Map(parts.map((part, i) => [part, i]));
      const pairs = [...this.#of.compare(parts)].map(
        ({ later, earlier, exact }) => [at.get(later) as number, at.get(earlier) as number, exact] as const,
      );
      this.#last = { nodes, pairs };
    }
    return this.#last.pairs.map(([later, earlier, exact]) => ({
      later: parts[later] as TextPart,
      earlier: parts[earlier] as TextPart,
      exact,
    }));
  }

  /** Paragraphs with a fingerprint that stands elsewhere too, in reading order. */
  #shared(articles: readonly ArticleReading[]): TextPart[] {
    // What went before what came: an article that is typed in has most of its fingerprints still, and none of them is
    // taken for repeated while both stand here.
    const come = articles.filter(({ node }) => !this.#prints.has(node));
    const now = new Set(articles.map(({ node }) => node));
    const gone = [...this.#prints.keys()].filter((node) => !now.has(node));
    const removed = gone.map((node) => this.#remove(node)).includes(true);
    const added = come.map((article) => this.#add(article)).includes(true);
    if (added || removed) this.#sharing = new Set();
    for (const node of added || removed ? now : come.map((article) => article.node))
      if (this.#prints.get(node)?.some((prints) => this.#repeated.some(prints))) this.#sharing.add(node);
    return articles
      .filter(({ node }) => this.#sharing.has(node))
      .flatMap((article) =>
        this.#of.partsOf(article).filter((part) => this.#repeated.some(this.#of.printsOf(part))),
      );
  }

  #add(article: ArticleReading): boolean {
    const prints = this.#of.partsOf(article).map(this.#of.printsOf);
    this.#prints.set(article.node, prints);
    return prints.map((each) => this.#repeated.add(each)).includes(true);
  }

  #remove(node: Node): boolean {
    const prints = this.#prints.get(node) ?? [];
    this.#prints.delete(node);
    this.#sharing.delete(node);
    return prints.map((each) => this.#repeated.remove(each)).includes(true);
  }
}

/**
 * Finds the paragraphs of a reading that stand twice. What is kept is kept by the edition, told by the attributes of its
 * first page, which it has as long as it is open.
 */
export function repeats(of: Fingerprinted): (reading: Reading) => Repeat[] {
  const indices = new WeakMap<Attrs, Index>();
  return ({ pages }) => {
    const edition = pages[0]?.node.attrs;
    const articles = pages.flatMap((page) => page.articles);
    if (!edition || articles.length < 2) return [];
    let index = indices.get(edition);
    if (!index) {
      index = new Index(of);
      indices.set(edition, index);
    }
    return index.repeats(articles);
  };
}

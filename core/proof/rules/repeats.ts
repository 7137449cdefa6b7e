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

export interface Repeat {
  readonly later: TextPart;
  readonly earlier: TextPart;
  readonly exact: boolean;
}

export interface Fingerprinted {
  /** The paragraphs of an article that are compared with others. */
  partsOf(article: ArticleReading): readonly TextPart[];
  hashesOf(part: TextPart): Int32Array;
  /** What stands twice among paragraphs in reading order; told by their nodes alone. */
  compare(parts: readonly TextPart[]): Iterable<Repeat>;
}

class Index {
  readonly #of: Fingerprinted;
  readonly #hashes = new Map<Node, readonly Int32Array[]>();
  /** Articles a fingerprint stands in: as often as it stands there. */
  readonly #owners = new Map<number, Node | Node[]>();
  readonly #repeated = new Set<number>();
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
    const now = new Set(articles.map(({ node }) => node));
    for (const node of this.#hashes.keys()) if (!now.has(node)) this.#remove(node);
    for (const article of articles) if (!this.#hashes.has(article.node)) this.#add(article);
    const sharing = new Set<Node>();
    for (const hash of this.#repeated) for (const node of this.#owners.get(hash) as Node[]) sharing.add(node);
    const isShared = (part: TextPart) => this.#of.hashesOf(part).some((hash) => this.#repeated.has(hash));
    return articles
      .filter(({ node }) => sharing.has(node))
      .flatMap((article) => this.#of.partsOf(article).filter(isShared));
  }

  #add(article: ArticleReading): void {
    const hashes = this.#of.partsOf(article).map(this.#of.hashesOf);
    this.#hashes.set(article.node, hashes);
    for (const ofPart of hashes)
      for (const hash of ofPart) {
        const owners = this.#owners.get(hash);
        if (Array.isArray(owners)) owners.push(article.node);
        else this.#owners.set(hash, owners ? [owners, article.node] : article.node);
        if (owners) this.#repeated.add(hash);
      }
  }

  #remove(node: Node): void {
    for (const hash of (this.#hashes.get(node) ?? []).flatMap((ofPart) => [...ofPart])) {
      const owners = this.#owners.get(hash);
      if (!Array.isArray(owners)) {
        this.#owners.delete(hash);
        continue;
      }
      owners.splice(owners.indexOf(node), 1);
      if (owners.length > 1) continue;
      this.#owners.set(hash, owners[0] as Node);
      this.#repeated.delete(hash);
    }
    this.#hashes.delete(node);
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

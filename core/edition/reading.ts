/**
 * An edition read as text: what proofing, `check --text` and find-and-replace look at.
 *
 * A reading lists every piece of text in reading order, each with the document node it came from. Nodes are
 * immutable, so the node is also the key under which an analysis of its text may be cached.
 */
import type { Node } from "prosemirror-model";
import type { Edition } from "./edition.ts";
import { type EditionJumps, type JumpFacts, readJumps } from "./jumps.ts";
import { outlineOfBlock, sameList } from "./outline.ts";
import type { JumpLiteral, PartName } from "./schema.ts";

export interface TextPart {
  /** The textblock, jump or imported continuation this text is read from; its identity keys caches. */
  readonly node: Node;
  /** Position before `node` in its page document; text offset n is document position `pos + 1 + n`. */
  readonly pos: number;
  readonly role: PartName | "jump";
  readonly text: string;
}

export interface ArticleReading {
  /** Id of the block; kind is the block's node name. */
  readonly id: string;
  readonly kind: "article" | "continuation" | "picture" | "advert";
  /** Text of the headline; null where the block has none. */
  readonly headline: string | null;
  readonly parts: readonly TextPart[];
  /** Jumps that leave from this article, or the one that leads to this continuation. */
  readonly jumps: readonly JumpFacts[];
  readonly node: Node;
}

export interface PageReading {
  readonly number: string;
  readonly node: Node;
  readonly articles: readonly ArticleReading[];
}

export interface Reading {
  readonly date: string;
  readonly paper: string;
  readonly pages: readonly PageReading[];
  readonly jumps: EditionJumps;
}

/** The edition as text, blocks in document order (the order they were imported or written in). */
export function readEdition(edition: Edition): Reading {
  const jumps = readJumps(edition);
  return {
    date: edition.facts.date,
    paper: edition.facts.paper,
    jumps,
    pages: edition.pages.map((page) => readPage(page, jumps)),
  };
}

const pages = new WeakMap<Node, { readonly jumps: EditionJumps; readonly reading: PageReading }>();

/** The same object while page and jumps are. */
function readPage(page: Node, jumps: EditionJumps): PageReading {
  const known = pages.get(page);
  if (known?.jumps === jumps) return known.reading;
  const articles: ArticleReading[] = [];
  page.forEach((block, offset) => {
    if (block.type.name !== "masthead") articles.push(readBlock(block, offset, jumps));
  });
  const same =
    known?.reading.articles.length === articles.length &&
    articles.every((article, i) => article === known.reading.articles[i]);
  const reading = same ? known.reading : { number: page.attrs.number as string, node: page, articles };
  pages.set(page, { jumps, reading });
  return reading;
}

interface ReadBlock {
  /** Position before the block in its page. */
  readonly offset: number;
  /** What its own jumps lead to, and what the edition knows of it: lines that are printed in it. */
  readonly own: readonly (JumpFacts | undefined)[];
  readonly article: ArticleReading;
}

const blocks = new WeakMap<Node, ReadBlock>();

function readBlock(block: Node, offset: number, jumps: EditionJumps): ArticleReading {
  const known = blocks.get(block);
  const own = ownJumps(block, jumps);
  const leads = jumps.ofBlock(block.attrs.id as string);
  if (known && sameList(known.own, own) && sameList(known.article.jumps, leads)) {
    if (known.offset === offset) return known.article;
    const by = offset - known.offset;
    const parts = known.article.parts.map((part) => ({ ...part, pos: part.pos + by }));
    const article = { ...known.article, parts };
    blocks.set(block, { offset, own, article });
    return article;
  }
  const parts: TextPart[] = [];
  let headline: string | null = null;
  const kind = block.type.name;
  // What an imported 上接 line said is text of the page as its jump's line is.
  const back = kind === "continuation" ? (block.attrs.literal as JumpLiteral | null) : null;
  if (back) parts.push({ node: block, pos: offset, role: "jump", text: back.text });
  // A jump or textblock at `pos` inside the block stands at `offset + 1 + pos` in the page.
  block.descendants((node, pos) => {
    const at = offset + 1 + pos;
    if (node.type.name === "jump") {
      const facts = jumps.byId.get(node.attrs.id as string);
      parts.push({ node, pos: at, role: "jump", text: node.attrs.literal?.text ?? facts?.line ?? "" });
      return false;
    }
    if (!node.isTextblock) return true;
    const role = node.type.name as PartName;
    if (role === "headline") headline = node.textContent;
    parts.push({ node, pos: at, role, text: node.textContent });
    return false;
  });
  const article: ArticleReading = {
    id: block.attrs.id as string,
    kind: kind as ArticleReading["kind"],
    headline,
    parts,
    jumps: leads,
    node: block,
  };
  blocks.set(block, { offset, own, article });
  return article;
}

const none: readonly JumpFacts[] = [];

function ownJumps(block: Node, jumps: EditionJumps): readonly (JumpFacts | undefined)[] {
  const inner = outlineOfBlock(block).inner.filter(({ kind }) => kind === "jump");
  return inner.length === 0 ? none : inner.map(({ attrs }) => jumps.byId.get(attrs.id as string));
}

/** Parts by "page id, space, position before the part's node": where an anchor says it stands. */
export function partsByPlace(reading: Reading): Map<string, TextPart> {
  const parts = new Map<string, TextPart>();
  for (const page of reading.pages)
    for (const article of page.articles)
      for (const part of article.parts) parts.set(`${page.node.attrs.id} ${part.pos}`, part);
  return parts;
}

/**
 * The reading as plain text, as `check --text` prints it: a line per part, an empty line between articles, a line
 * "# A2" before each page but a lone A1. `parts` gives the offset at which each part's text starts.
 */
export function plainText(reading: Reading): { text: string; parts: Map<TextPart, number> } {
  const parts = new Map<TextPart, number>();
  let text = "";
  const mark = reading.pages.length > 1 || (reading.pages[0] && reading.pages[0].number !== "A1");
  for (const page of reading.pages) {
    if (mark) text += `# ${page.number}\n\n`;
    for (const article of page.articles) {
      for (const part of article.parts) {
        parts.set(part, text.length);
        // A dateline is set run-in: no line of its own.
        text += part.role === "dateline" ? part.text : `${part.text}\n`;
      }
      text += "\n";
    }
  }
  return { text, parts };
}

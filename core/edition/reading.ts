/**
 * An edition read as text: what proofing, `check --text` and find-and-replace look at.
 *
 * A reading lists every piece of text in reading order, each with the document node it came from. Nodes are
 * immutable, so the node is also the key under which an analysis of its text may be cached.
 */
import type { Node } from "prosemirror-model";
import type { Edition } from "./edition.ts";
import { type EditionJumps, type JumpFacts, readJumps } from "./jumps.ts";
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
    pages: edition.pages.map((page) => ({
      number: page.attrs.number as string,
      node: page,
      articles: readBlocks(page, jumps),
    })),
  };
}

function readBlocks(page: Node, jumps: EditionJumps): ArticleReading[] {
  const articles: ArticleReading[] = [];
  page.forEach((block, offset) => {
    const kind = block.type.name;
    if (kind === "masthead") return;
    const parts: TextPart[] = [];
    let headline: string | null = null;
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
    articles.push({
      id: block.attrs.id as string,
      kind: kind as ArticleReading["kind"],
      headline,
      parts,
      jumps: jumps.ofBlock(block.attrs.id as string),
      node: block,
    });
  });
  return articles;
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

/**
 * What a version fixes: the digests of each page's text, layout and pictures at one position of the log.
 *
 * Two editions that print alike have the same digests, and whatever can be seen on a printed page is in one of the
 * three. So a signature, which names a digest, holds exactly as long as the page looks as it was signed: also when
 * the text that runs over from another page changes.
 */
import type { Mark, Node } from "prosemirror-model";
import type { Edition } from "./edition.ts";
import { type EditionJumps, readJumps } from "./jumps.ts";
import { locateBlock, sameList } from "./outline.ts";

export { type Role, type Round, roles, rounds } from "./signing.ts";

/** What of a page can differ. */
export const aspects = ["text", "layout", "pictures"] as const;
export type Aspect = (typeof aspects)[number];

/** Digests (hex) of one page. */
export interface PageDigests extends Readonly<Record<Aspect, string>> {
  /** Id and printed number of the page. */
  readonly id: string;
  readonly number: string;
}

/** A digest in hex of a text; SHA-256 in the host. */
export type Digest = (text: string) => string;

/** What a page's digests are made of, and they. */
interface Known {
  readonly facts: Edition["facts"];
  readonly style: Edition["style"];
  readonly jumps: EditionJumps;
  /** Articles that go on on the page. */
  readonly articles: readonly (Node | null)[];
  readonly digests: PageDigests;
}

const known = new WeakMap<Digest, WeakMap<Node, Known>>();

/** No digest: pages are compared by all that would be digested. */
export const inFull: Digest = (text) => text;

/**
 * The digests of every page in printed order, or of those whose ids are in `only`. A page that has not changed, with what
 * it prints of others, is not read again: give the same `digest` each time.
 */
export function digestPages(
  edition: Edition,
  digest: Digest,
  only?: Pick<ReadonlySet<string>, "has">,
): PageDigests[] {
  const jumps = readJumps(edition);
  const pages = known.get(digest) ?? new WeakMap<Node, Known>();
  known.set(digest, pages);
  return edition.pages
    .filter((page) => only?.has(page.attrs.id) ?? true)
    .map((page) => {
      const { facts, style } = edition;
      const articles = page.children.map((block) => articleOf(edition, block));
      const last = pages.get(page);
      if (
        last?.facts === facts &&
        last.style === style &&
        last.jumps === jumps &&
        sameList(last.articles, articles)
      )
        return last.digests;
      const digests = {
        id: page.attrs.id as string,
        number: page.attrs.number as string,
        text: digest(JSON.stringify(textOf(page, edition, jumps))),
        layout: digest(JSON.stringify(layoutOf(page, edition))),
        pictures: digest(JSON.stringify(picturesOf(page))),
      };
      pages.set(page, { facts, style, jumps, articles, digests });
      return digests;
    });
}

/** One digest for all that a page's three say: what a signature names. */
export const pageDigest = ({ id, number, text, layout, pictures }: PageDigests, digest: Digest): string =>
  digest([id, number, text, layout, pictures].join("\n"));

/** In what `now` differs from what was signed; every aspect where the page is gone. */
export function changedAspects(signed: PageDigests, now: PageDigests | undefined): Aspect[] {
  return aspects.filter((aspect) => signed[aspect] !== now?.[aspect]);
}

/** Sorted by id, so that only what is said counts here and not where it stands. */
const blocksById = (page: Node): Node[] =>
  [...page.children].sort((a, b) => (String(a.attrs.id) < String(b.attrs.id) ? -1 : 1));

/** The article that a continuation prints of, which stands on another page. */
const articleOf = (edition: Edition, { attrs }: Node): Node | null =>
  attrs.article ? (locateBlock(edition, attrs.article)?.node ?? null) : null;

function textOf(page: Node, edition: Edition, jumps: EditionJumps): unknown {
  const { id: _, ...printed } = edition.facts;
  return [
    printed,
    page.attrs.number,
    page.attrs.title,
    blocksById(page).map((block) => {
      const article = articleOf(edition, block);
      const lines = jumps.ofBlock(String(block.attrs.id)).map((jump) => [jump.line, jump.backLine]);
      return [block.attrs.id, block.type.name, wordsOf(block), article ? wordsOf(article) : null, lines];
    }),
  ];
}

/** Every textblock under `block` as role and text, emphasis marked. */
function wordsOf(block: Node): unknown[] {
  const words: unknown[] = [];
  block.descendants((node) => {
    if (node.type.name === "jump") words.push(["jump", node.attrs.target, node.attrs.literal]);
    if (!node.isTextblock) return true;
    words.push([node.type.name, ...runsOf(node)]);
    return false;
  });
  return words;
}

/** Text and the marks that print, run by run; a comment parts no run. */
function runsOf(part: Node): [string, string[]][] {
  const runs: [string, string[]][] = [];
  for (const { text = "", marks } of part.children) {
    const names = marks.filter(prints).map(nameOf);
    const last = runs.at(-1);
    if (last && String(last[1]) === String(names)) last[0] += text;
    else runs.push([text, names]);
  }
  return runs;
}

const prints = (mark: Mark) => mark.type.name !== "comment";
const nameOf = (mark: Mark) => mark.type.name;

/** Attributes that say what a picture shows, or what a line said: not where anything stands. */
const notLayout = new Set(["source", "crop", "width", "height", "literal", "pinned"]);

/** Attributes that came after the first signatures: at these values a page prints as it did without them. */
const later: Readonly<Record<string, unknown>> = { squeeze: 0, headlineSide: "auto" };

function layoutOf(page: Node, edition: Edition): unknown {
  // What proofing, signing and planning go by prints nothing.
  const { proof: _, signing: __, plan: ___, ...printed } = edition.style;
  return [
    printed,
    page.children.map((block) => {
      const article = articleOf(edition, block);
      return [attrsOf(block), article ? attrsOf(article) : null];
    }),
  ];
}

function attrsOf(block: Node): unknown[] {
  const own = (node: Node) => [
    node.type.name,
    Object.entries(node.attrs).filter(
      ([name, value]) => !notLayout.has(name) && !(name in later && later[name] === value),
    ),
  ];
  const all: unknown[] = [own(block)];
  block.descendants((node) => {
    if (!node.isText) all.push(own(node));
    return !node.isTextblock;
  });
  return all;
}

function picturesOf(page: Node): unknown {
  const pictures: [string, unknown[]][] = [];
  page.descendants((node) => {
    const { id, source, crop = null, width = 0, height = 0 } = node.attrs;
    if (source !== undefined) pictures.push([String(id), [source, crop, width, height]]);
    return !node.isTextblock;
  });
  return pictures.sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * An edition without its words: what stands on its pages, with ids and attributes.
 *
 * Typing changes no outline. The outline of an edition is one and the same object until a block, a picture or a jump
 * comes, goes or gets other attributes, so whatever is read from it alone (jumps, whether all is settled, where an id
 * stands) is read once and kept by it. A change costs what it touches: blocks and pages that stayed keep theirs.
 */
import type { Attrs, Node } from "prosemirror-model";
import type { Edition } from "./edition.ts";

/** A block of a page, or a picture or jump in it. */
export interface Outlined {
  readonly kind: string;
  readonly attrs: Attrs;
}

export interface BlockOutline extends Outlined {
  /** Pictures and jumps in the block, in document order. */
  readonly inner: readonly Outlined[];
}

export interface PageOutline {
  readonly attrs: Attrs;
  readonly blocks: readonly BlockOutline[];
  /** Ids of blocks, pictures and jumps; not the page's own. */
  readonly ids: ReadonlySet<string>;
}

export interface Outline {
  readonly pages: readonly PageOutline[];
}

/** Where something with an id stands: its page document, and the position before it. */
export interface Located {
  readonly page: Node;
  readonly node: Node;
  readonly pos: number;
}

const editions = new WeakMap<readonly Node[], Outline>();
const pages = new WeakMap<Node, PageOutline>();
const blocks = new WeakMap<Node, BlockOutline>();
// By attributes, which a node keeps while its content changes: the outline as it was last.
const lastEdition = new WeakMap<PageOutline, Outline>();
const lastPage = new WeakMap<Attrs, PageOutline>();
const lastBlock = new WeakMap<Attrs, BlockOutline>();

const empty: Outline = { pages: [] };

export function outlineOf(edition: Edition): Outline {
  const known = editions.get(edition.pages);
  if (known) return known;
  const now = edition.pages.map(outlineOfPage);
  const [first] = now;
  const last = first ? lastEdition.get(first) : empty;
  const outline = last && sameList(last.pages, now) ? last : { pages: now };
  editions.set(edition.pages, outline);
  if (first) lastEdition.set(first, outline);
  return outline;
}

export function outlineOfPage(page: Node): PageOutline {
  const known = pages.get(page);
  if (known) return known;
  const now = page.children.map(outlineOfBlock);
  const last = lastPage.get(page.attrs);
  const outline =
    last && sameList(last.blocks, now) ? last : { attrs: page.attrs, blocks: now, ids: ids(now) };
  pages.set(page, outline);
  lastPage.set(page.attrs, outline);
  return outline;
}

export function outlineOfBlock(block: Node): BlockOutline {
  const known = blocks.get(block);
  if (known) return known;
  const inner: Outlined[] = [];
  block.descendants((node) => {
    if (typeof node.attrs.id === "string") inner.push({ kind: node.type.name, attrs: node.attrs });
    return !node.isTextblock;
  });
  const last = lastBlock.get(block.attrs);
  const same =
    last?.kind === block.type.name &&
    last.inner.length === inner.length &&
    inner.every((one, i) => one.attrs === last.inner[i]?.attrs);
  const outline = last && same ? last : { kind: block.type.name, attrs: block.attrs, inner };
  blocks.set(block, outline);
  lastBlock.set(block.attrs, outline);
  return outline;
}

/** True where both lists hold the same objects in the same order. */
export const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

const numbers = new WeakMap<Outline, string>();

/** The numbers of all pages as one text, in printed order. */
export function pageNumbers(edition: Edition): string {
  const outline = outlineOf(edition);
  let text = numbers.get(outline);
  if (text === undefined) {
    text = outline.pages.map(({ attrs }) => attrs.number).join(" ");
    numbers.set(outline, text);
  }
  return text;
}

function ids(list: readonly BlockOutline[]): Set<string> {
  const all = new Set<string>();
  for (const { attrs, inner } of list) {
    all.add(attrs.id);
    for (const one of inner) all.add(one.attrs.id);
  }
  return all;
}

/** The block, picture or jump with this id. */
export function locate(edition: Edition, id: string): Located | null {
  const page = edition.pages.find((one) => outlineOfPage(one).ids.has(id));
  return page ? onPage(page, id) : null;
}

/** The block with this id: an article, a continuation, what stands on a page by itself. */
export function locateBlock(edition: Edition, id: string): Located | null {
  const found = locate(edition, id);
  return found && outlineOfPage(found.page).blocks.some(({ attrs }) => attrs === found.node.attrs)
    ? found
    : null;
}

function onPage(page: Node, id: string): Located | null {
  const { blocks: list } = outlineOfPage(page);
  let pos = 0;
  for (const [i, { attrs, inner }] of list.entries()) {
    const block = page.child(i);
    if (attrs.id === id) return { page, node: block, pos };
    if (inner.some((one) => one.attrs.id === id)) {
      let found: Located | null = null;
      block.descendants((node, at) => {
        if (!found && node.attrs.id === id) found = { page, node, pos: pos + 1 + at };
        return !found && !node.isTextblock;
      });
      return found;
    }
    pos += block.nodeSize;
  }
  return null;
}

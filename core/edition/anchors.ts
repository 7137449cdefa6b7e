/**
 * Anchors of comments: the stretches of text that carry a thread's `comment` mark.
 *
 * An anchor says nothing of the text and changes nothing that prints, so whoever compares, digests or composes looks at
 * the text without it.
 */
import { Fragment, type Node } from "prosemirror-model";
import type { Edition } from "./edition.ts";
import { schema } from "./schema.ts";

/** A stretch of an anchor in one textblock. */
export interface AnchorPlace {
  /** Id of the page document, of the block on it, and the position before the textblock. */
  readonly page: string;
  readonly block: string;
  readonly pos: number;
  /** UTF-16 offsets in the textblock. */
  readonly from: number;
  readonly to: number;
}

/** Where each thread is anchored now, by id, in document order. A thread that is not in it has lost its words. */
export type Anchors = ReadonlyMap<string, readonly AnchorPlace[]>;

const onBlock = new WeakMap<Node, readonly (Omit<AnchorPlace, "page" | "block"> & { id: string })[]>();

/** Anchors by thread. Blocks that have not changed are not looked through again. */
export function anchorsOf(edition: Edition): Anchors {
  const anchors = new Map<string, AnchorPlace[]>();
  for (const page of edition.pages) {
    page.forEach((block, offset) => {
      for (const { id, pos, from, to } of anchorsOn(block)) {
        const place = { page: page.attrs.id, block: block.attrs.id, pos: offset + 1 + pos, from, to };
        const list = anchors.get(id);
        if (list) list.push(place);
        else anchors.set(id, [place]);
      }
    });
  }
  return anchors;
}

/** Anchors in a block; `pos` counts from the block's inside. Adjacent runs are one stretch. */
function anchorsOn(block: Node) {
  const known = onBlock.get(block);
  if (known) return known;
  const found: { id: string; pos: number; from: number; to: number }[] = [];
  block.descendants((part, pos) => {
    if (!part.isTextblock) return true;
    const last = new Map<string, (typeof found)[number]>();
    part.forEach((run, from) => {
      for (const { type, attrs } of run.marks) {
        if (type !== schema.marks.comment) continue;
        const before = last.get(attrs.id);
        if (before?.to === from) before.to = from + run.nodeSize;
        else {
          const place = { id: attrs.id as string, pos, from, to: from + run.nodeSize };
          last.set(place.id, place);
          found.push(place);
        }
      }
    });
    return false;
  });
  onBlock.set(block, found);
  return found;
}

/** The words an anchor stands on, line by line. */
export const anchoredText = (edition: Edition, places: readonly AnchorPlace[]): string =>
  places
    .map(({ page, pos, from, to }) => {
      const part = edition.pages.find(({ attrs }) => attrs.id === page)?.nodeAt(pos);
      return part?.textContent.slice(from, to) ?? "";
    })
    .join("\n");

const bare = new WeakMap<Node, Node>();

/** The node without anchors that `drop` names (default all); the node itself where it has none. */
export function withoutAnchors(node: Node, drop?: (id: string) => boolean): Node {
  const known = drop ? undefined : bare.get(node);
  if (known) return known;
  const without = node.isText ? unmarked(node, drop) : node.copy(contentWithout(node.content, drop));
  const result = without.eq(node) ? node : without;
  if (!drop) bare.set(node, result);
  return result;
}

/** The fragment without them. */
export function contentWithout(content: Fragment, drop?: (id: string) => boolean): Fragment {
  const nodes = content.content.map((child) => withoutAnchors(child, drop));
  // Runs that only an anchor kept apart are joined.
  return nodes.every((node, i) => node === content.content[i]) ? content : Fragment.from(nodes);
}

const unmarked = (text: Node, drop?: (id: string) => boolean) =>
  text.mark(
    text.marks.filter(({ type, attrs }) => type !== schema.marks.comment || (drop && !drop(attrs.id))),
  );

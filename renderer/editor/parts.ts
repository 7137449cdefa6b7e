/**
 * The parts of an article as fields: their order, which may be added, and the walk that Tab takes.
 */
import type { Node, NodeType } from "prosemirror-model";
import { type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { schema } from "../../core/edition/schema.ts";

/** Parts above and below the body in printed order. Between dateline and caption stands the body. */
const ORDER = ["kicker", "headline", "deck", "series", "byline", "dateline", "body", "caption", "credit"];
const rank = (name: string) => {
  const at = ORDER.indexOf(name);
  return at < 0 ? ORDER.indexOf("body") : at;
};

/** Parts that an editor may add. */
export const optionalParts = ["kicker", "deck", "series", "byline", "dateline", "caption", "credit"] as const;
export type OptionalPart = (typeof optionalParts)[number];

export const isField = (node: Node) => node.isTextblock && rank(node.type.name) !== ORDER.indexOf("body");
export const isBody = (node: Node) => node.type.name === "paragraph" || node.type.name === "crosshead";

/** Where a part of this name would go into `block`, relative to its content; null where the schema has no room for it. */
export function placeFor(block: Node, name: string): number | null {
  const type = schema.nodes[name] as NodeType;
  let pos = 0;
  let index = 0;
  for (; index < block.childCount; index++) {
    if (rank(block.child(index).type.name) > rank(name)) break;
    pos += block.child(index).nodeSize;
  }
  return block.canReplaceWith(index, index, type) ? pos : null;
}

/** Optional parts that `block` lacks, or may have more than one of. */
export const partsToAdd = (block: Node): OptionalPart[] =>
  optionalParts.filter((name) => placeFor(block, name) !== null);

/** Adds an empty part with the caret in it. Null where there is no room. */
export function addPart(state: EditorState, name: OptionalPart): Transaction | null {
  const pos = placeFor(state.doc, name);
  if (pos === null) return null;
  const tr = state.tr.insert(pos, (schema.nodes[name] as NodeType).create());
  return tr.setSelection(TextSelection.create(tr.doc, pos + 1)).scrollIntoView();
}

/** Positions at which Tab stops: the start of each field, and of the body. */
export function stops(doc: Node): number[] {
  const found: number[] = [];
  let body = false;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    if (isField(node)) found.push(pos + 1);
    else if (!body) {
      body = true;
      found.push(pos + 1);
    }
    return false;
  });
  return found;
}

/** The stop before or after the one the caret is at; null past either end, where Tab leaves the galley. */
export function stopFrom(state: EditorState, direction: 1 | -1): number | null {
  const all = stops(state.doc);
  const { $head } = state.selection;
  const start = $head.parent.isTextblock ? $head.start() : state.selection.from;
  const at = all.findLastIndex((stop) => stop <= start);
  return all[at + direction] ?? null;
}

/** Selects a field whole, as a form does, or puts the caret at the start of the body. */
export function goTo(state: EditorState, stop: number): Transaction {
  const $at = state.doc.resolve(stop);
  const end = isField($at.parent) ? $at.end() : stop;
  return state.tr.setSelection(TextSelection.create(state.doc, stop, end)).scrollIntoView();
}

/** Deleting over several parts: each keeps its kind. A headline never swallows the text under it. */
import type { Node } from "prosemirror-model";
import { type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { isBody, isField } from "./parts.ts";

/** True where the selection runs over several parts, one of them a field: the plain deletion would merge them. */
export function mixesParts({ selection }: EditorState): boolean {
  const { $from, $to } = selection;
  if (selection.empty || $from.parent === $to.parent) return false;
  return isField($from.parent) || isField($to.parent);
}

/** Empties what is selected; paragraphs that lay wholly in it go, fields stay, empty. The caret stands at its start. */
export function deleteAcross(state: EditorState): Transaction {
  const { from, to } = state.selection;
  const tr = state.tr;
  const parts: { node: Node; pos: number }[] = [];
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (node.isTextblock || node.isAtom) parts.push({ node, pos });
    return !node.isTextblock;
  });
  for (const { node, pos } of parts.reverse()) {
    const end = pos + node.nodeSize;
    const whole = from <= pos && to >= end - 1;
    if (!node.isTextblock || (isBody(node) && whole)) {
      if (whole || !node.isTextblock) tr.delete(pos, end);
    } else tr.delete(Math.max(from, pos + 1), Math.min(to, end - 1));
  }
  return tr
    .setSelection(TextSelection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)), 1))
    .scrollIntoView();
}

/** What keys do in the galley: Enter, Backspace, Tab, and the commands on the text that is selected. */
import { chainCommands, deleteSelection, splitBlock, toggleMark } from "prosemirror-commands";
import type { Node } from "prosemirror-model";
import { type Command, NodeSelection, Selection, TextSelection } from "prosemirror-state";
import { schema } from "../../core/edition/schema.ts";
import { goTo, isBody, isField, stopFrom } from "./parts.ts";

const { paragraph, crosshead } = schema.nodes;
/** Parts that an article cannot be without. */
const REQUIRED = new Set(["headline"]);

export const toggleEmphasis: Command = toggleMark(schema.marks.emphasis);

/** Makes the paragraphs of the selection crossheads (小标题), or paragraphs again where all of them are. */
export const toggleCrosshead: Command = (state, dispatch) => {
  const found: { node: Node; pos: number }[] = [];
  state.doc.nodesBetween(state.selection.from, state.selection.to, (node, pos) => {
    if (isBody(node)) found.push({ node, pos });
  });
  if (found.length === 0) return false;
  const type = found.every(({ node }) => node.type === crosshead) ? paragraph : crosshead;
  const tr = state.tr;
  for (const { node, pos } of found) if (node.type !== type) tr.setBlockType(pos + 1, pos + 1, type);
  if (!tr.docChanged) return false;
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** In a headline or another field Enter goes on to the next; there it never makes a second line. */
export const enter: Command = (state, dispatch, view) => {
  const { $from, $to, empty } = state.selection;
  if (state.selection instanceof NodeSelection) return newParagraphAfter(state, dispatch, view);
  if ($from.parent === $to.parent && isField($from.parent)) return nextField(state, dispatch, view);
  if (!isBody($from.parent) || !isBody($to.parent)) {
    if (empty) return true;
    dispatch?.(state.tr.deleteSelection().scrollIntoView());
    return true;
  }
  return chainCommands(splitCrosshead, splitBlock)(state, dispatch, view);
};

/** After a crosshead comes text. */
const splitCrosshead: Command = (state, dispatch) => {
  const { $from, from, to } = state.selection;
  if ($from.parent.type !== crosshead) return false;
  if (from !== to || $from.parentOffset > 0) {
    const tr = state.tr.delete(from, to);
    dispatch?.(tr.split(from, 1, [{ type: paragraph }]).scrollIntoView());
  } else dispatch?.(state.tr.insert($from.before(), paragraph.create()).scrollIntoView());
  return true;
};

const nextField: Command = (state, dispatch, view) => {
  const { $from } = state.selection;
  const next = stopFrom(state, 1);
  const doc = state.doc;
  // A headline with no body under it gets one.
  const pos = $from.after($from.depth);
  const body = doc.children.some(isBody);
  if ($from.depth === 1 && !body && (next === null || !isField(doc.resolve(next).parent)))
    return newParagraphAt(doc.content.size)(state, dispatch, view);
  if (next !== null && next > pos - 1) dispatch?.(goTo(state, next));
  return true;
};

const newParagraphAt =
  (pos: number): Command =>
  (state, dispatch) => {
    const $pos = state.doc.resolve(pos);
    if (!$pos.parent.canReplaceWith($pos.index(), $pos.index(), paragraph)) return true;
    const tr = state.tr.insert(pos, paragraph.create());
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, pos + 1)).scrollIntoView());
    return true;
  };

const newParagraphAfter: Command = (state, dispatch, view) =>
  newParagraphAt(state.selection.$to.pos)(state, dispatch, view);

/** Backspace at a part's start: joins paragraphs, undoes a crosshead, takes away an empty optional part. */
const backspace: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!(state.selection instanceof TextSelection) || !empty || $from.parentOffset > 0) return false;
  const node = $from.parent;
  const start = $from.before();
  if (isField(node)) {
    if (node.content.size === 0 && !REQUIRED.has(node.type.name)) removeAt(start)(state, dispatch);
    return true;
  }
  if (node.type === crosshead) {
    dispatch?.(state.tr.setBlockType($from.pos, $from.pos, paragraph).scrollIntoView());
    return true;
  }
  const before = state.doc.resolve(start).nodeBefore;
  if (before?.type === paragraph) dispatch?.(state.tr.join(start).scrollIntoView());
  else if (before?.type === crosshead && before.content.size === 0)
    dispatch?.(state.tr.delete(start - before.nodeSize, start).scrollIntoView());
  else if (node.content.size === 0) removeAt(start)(state, dispatch);
  else if (before && !before.isTextblock)
    dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, start - before.nodeSize)));
  return true;
};

const removeAt =
  (start: number): Command =>
  (state, dispatch) => {
    const node = state.doc.nodeAt(start);
    const $start = state.doc.resolve(start);
    if (!node || !$start.parent.canReplace($start.index(), $start.index() + 1)) return false;
    const tr = state.tr.delete(start, start + node.nodeSize);
    dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(start), -1)).scrollIntoView());
    return true;
  };

/** Delete at a paragraph's end draws up the next one; it never draws a paragraph into a field. */
const forwardDelete: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!(state.selection instanceof TextSelection) || !empty || $from.parentOffset < $from.parent.content.size)
    return false;
  const end = $from.after();
  const after = state.doc.resolve(end).nodeAfter;
  if ($from.parent.type === paragraph && after?.type === paragraph)
    dispatch?.(state.tr.join(end).scrollIntoView());
  else if (isBody($from.parent) && after && !after.isTextblock)
    dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, end)));
  return true;
};

const walk =
  (direction: 1 | -1): Command =>
  (state, dispatch) => {
    const stop = stopFrom(state, direction);
    if (stop === null) return false;
    dispatch?.(goTo(state, stop));
    return true;
  };

export const galleyKeys: Readonly<Record<string, Command>> = {
  Enter: enter,
  "Shift-Enter": enter,
  Backspace: chainCommands(deleteSelection, backspace),
  "Mod-Backspace": chainCommands(deleteSelection, backspace),
  Delete: chainCommands(deleteSelection, forwardDelete),
  Tab: walk(1),
  "Shift-Tab": walk(-1),
};

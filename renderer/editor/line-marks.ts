/**
 * Printed lines in the galley: inline decorations whose generated content breaks the line where print breaks it.
 *
 * Generated content is no part of the editable DOM, so the caret, the input method and deletion work as in running
 * text. Between two compositions of the sheet the marks are only mapped.
 */
import type { Node } from "prosemirror-model";
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { isBody } from "./parts.ts";
import type { PrintedText } from "./printed.ts";

const lineMarks = new PluginKey<DecorationSet>("printed lines");

export const lineMarksPlugin = () =>
  new Plugin<DecorationSet>({
    key: lineMarks,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, marks) =>
        (tr.getMeta(lineMarks) as DecorationSet | undefined) ?? marks.map(tr.mapping, tr.doc),
    },
    props: { decorations: (state) => lineMarks.getState(state) },
  });

export { lineMarks };

/** `origin` is the page position at which the galley's document begins; `over` shades the text that finds no room. */
export function markLines(doc: Node, printed: PrintedText, origin: number, over: boolean): DecorationSet {
  const marks: Decoration[] = [];
  const size = doc.content.size;
  for (const { from, to, end } of printed.lines) {
    const stop = to - origin;
    if (end === "end" || from < origin || stop > size || from >= to) continue;
    // On the last character alone: another decoration over the line would part it, and break it twice.
    marks.push(Decoration.inline(stop - lastLength(doc, stop), stop, { class: `set-line set-line-${end}` }));
  }
  const rest = over ? oversetFrom(printed, origin) : null;
  if (rest !== null) {
    const $rest = doc.resolve(rest);
    // The last line that is printed ends where the shaded text begins.
    if ($rest.parentOffset > 0 && $rest.parentOffset < $rest.parent.content.size)
      marks.push(Decoration.inline(rest - lastLength(doc, rest), rest, { class: "set-line set-line-last" }));
    doc.forEach((node, offset) => {
      if (!isBody(node)) return;
      const from = Math.max(rest, offset + 1);
      const to = offset + 1 + node.content.size;
      if (from < to) marks.push(Decoration.inline(from, to, { class: "overset" }));
    });
  }
  return DecorationSet.create(doc, marks);
}

/** UTF-16 length of the character that ends at `pos`. */
function lastLength(doc: Node, pos: number): number {
  const before = doc.resolve(pos).nodeBefore?.text ?? "";
  return /[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(before) ? 2 : 1;
}

/** Where the text begins that finds no room, as a position of the galley. */
export const oversetFrom = ({ last }: PrintedText, origin: number) => (last === null ? null : last - origin);

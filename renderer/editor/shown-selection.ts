/** The galley's selection while the keyboard is elsewhere: painted over the text (CSS Highlight), never put into it. */
import type { EditorView } from "prosemirror-view";

const NAME = "galley-selection";

export function showSelection(view: EditorView): void {
  const { from, to, empty } = view.state.selection;
  hideSelection();
  if (empty || !("highlights" in CSS)) return;
  const [start, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)];
  const range = new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  });
  CSS.highlights.set(NAME, new Highlight(range));
}

export function hideSelection(): void {
  if ("highlights" in CSS) CSS.highlights.delete(NAME);
}

/**
 * Text chosen on the sheet by sweeping over it, in the views that read it: what a comment is to be about.
 *
 * A sweep stays in the block it began in, as a selection in the galley does. While writing, the galley takes it over.
 */
import type { DocPlace, DocRange } from "../desk/state.ts";
import type { Workplace } from "../desk/workplace.ts";
import { editorStore } from "../editor/editor-state.ts";
import type { OpenEdition } from "../session/open-edition.ts";
import { placeAt } from "./hit.ts";
import type { Stage } from "./stage.ts";

/** Pointer travel in CSS px before a press becomes a sweep. */
const THRESHOLD = 4;
const reading: ReadonlySet<string> = new Set(["write", "proof", "figures", "comments"]);

export function attachSweep(
  { state }: Workplace,
  { session }: OpenEdition,
  stage: Stage,
  target: HTMLElement,
): () => void {
  let start: { readonly place: DocPlace; readonly x: number; readonly y: number } | null = null;
  let range: DocRange | null = null;

  function placeUnder(event: PointerEvent): DocPlace | null {
    const point = stage.pointAt(event.clientX, event.clientY);
    const sheet = point && stage.sheet(point.page);
    return point && sheet ? placeAt(sheet, point.x, point.y) : null;
  }

  function between(from: DocPlace, to: DocPlace): DocRange | null {
    const doc = session.state.edition.pages.find(({ attrs }) => attrs.id === from.page);
    if (!doc || from.page !== to.page || from.pos > doc.content.size) return null;
    const { node, offset } = doc.childAfter(from.pos);
    if (!node) return null;
    const end = Math.max(offset + 1, Math.min(offset + node.nodeSize - 1, to.pos));
    return { page: from.page, from: Math.min(from.pos, end), to: Math.max(from.pos, end) };
  }

  const onDown = (event: PointerEvent) => {
    const { view, selection, caret } = state.snapshot();
    start = null;
    range = null;
    if (event.button !== 0 || event.target === target || !reading.has(view)) return;
    const place = placeUnder(event);
    if (event.shiftKey && caret && place) {
      range = between(caret, place);
      if (range) state.dispatch({ type: "selection", selection: range });
      return;
    }
    if (selection && view !== "write") state.dispatch({ type: "selection", selection: null });
    if (place) start = { place, x: event.clientX, y: event.clientY };
  };

  const onMove = (event: PointerEvent) => {
    if (!start || (event.buttons & 1) === 0) return;
    if (!range && Math.hypot(event.clientX - start.x, event.clientY - start.y) < THRESHOLD) return;
    const place = placeUnder(event);
    const next = place && between(start.place, place);
    if (!next) return;
    range = next;
    state.dispatch({ type: "selection", selection: next });
  };

  const onUp = () => {
    if (range && range.from < range.to && state.snapshot().view === "write")
      editorStore.dispatch({ type: "show", focus: true, ...range });
    start = null;
  };

  // After the gestures, which put the caret where a press began.
  target.addEventListener("pointerdown", onDown);
  target.addEventListener("pointermove", onMove);
  target.addEventListener("pointerup", onUp);
  return () => {
    target.removeEventListener("pointerdown", onDown);
    target.removeEventListener("pointermove", onMove);
    target.removeEventListener("pointerup", onUp);
  };
}

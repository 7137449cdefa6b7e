/**
 * Paste and drop: from elsewhere as clean lines, from a galley as it was cut. Files go the way of
 * those dropped on the sheet.
 */

import type { Slice } from "prosemirror-model";
import { TextSelection } from "prosemirror-state";
import type { EditorProps, EditorView } from "prosemirror-view";
import { anchorsOf } from "../../core/edition/anchors.ts";
import { locate } from "../../core/edition/outline.ts";
import { dropOnSheet } from "../desk/flows/drop.ts";
import type { Workplace } from "../desk/workplace.ts";
import { translator } from "../i18n/locale.tsx";
import type { OpenEdition } from "../session/open-edition.ts";
import { keepCut, keptCut, restoreContinuations } from "./cut.ts";
import { isBody } from "./parts.ts";
import { insertPasted, type Pasted, pastedHtml, pastedText, withoutObjects } from "./paste.ts";

/** ProseMirror marks what it copies itself. */
const isOwn = (html: string) => /data-pm-slice=/.test(html);

const isMoving = (view: EditorView) => view.dragging?.move ?? false;

/** What the data holds for a galley; null for a galley's own slice, which ProseMirror reads. */
function readData(data: DataTransfer): Pasted | null {
  const html = data.getData("text/html");
  if (html && isOwn(html)) return null;
  const read = html ? pastedHtml(html) : null;
  return read && read.lines.length > 0
    ? read
    : { ...pastedText(data.getData("text/plain")), pictures: read?.pictures ?? 0 };
}

/** Longest text that is pasted into a field other than the body's paragraphs, in UTF-16 units. */
export const LONGEST_FIELD = 400;

interface Galley {
  readonly workplace: Workplace;
  readonly open: OpenEdition;
  /** What is pasted is set to the house's widths. */
  readonly houseWidth: () => boolean;
}

let pastes = 0;

/** Told before a galley's text is cut or copied. */
export const cutting = ({ open }: Pick<Galley, "open">, view: EditorView): void =>
  keepCut(open.session.state.edition, view.state.selection.content());
export const copying = ({ open }: Pick<Galley, "open">): void => keepCut(open.session.state.edition, null);

export function pasteProps({ workplace, open, houseWidth }: Galley): EditorProps {
  const stands = (id: string) => locate(open.session.state.edition, id) !== null;
  /** A comment whose words were cut is anchored to them again, once. */
  const mayAnchor = (id: string) => {
    const { edition } = open.session.state;
    return !anchorsOf(edition).has(id) && (edition.comments ?? []).some((thread) => thread.id === id);
  };
  /** What a galley cut comes back whole; pasted a second time, or copied, it is words alone. */
  const putBack = (view: EditorView, cut: Slice): void => {
    const group = `paste ${++pastes}`;
    const tr = view.state.tr.replaceSelection(withoutObjects(cut, stands, mayAnchor));
    const meta = tr.setMeta("label", "editor.paste").setMeta("group", group).setMeta("paste", true);
    view.dispatch(meta.scrollIntoView());
    restoreContinuations(open.session, "editor.paste", group);
  };
  const put = (view: EditorView, pasted: Pasted, label: string): void => {
    const length = pasted.lines.reduce((sum, { text }) => sum + text.length, 0);
    const part = view.state.selection.$from.parent;
    if (length > LONGEST_FIELD && part.isTextblock && !isBody(part)) {
      // A text that lands in a headline is a slip: it would be set in headline type over the whole page.
      const t = translator(workplace.state.snapshot().locale);
      const values = { n: length, part: t(`editor.part.${part.type.name}`) };
      workplace.state.dispatch({
        type: "notice",
        notice: { tone: "warn", key: "editor.paste.too-long", values },
      });
      return;
    }
    const tr = insertPasted(view.state, pasted, { houseWidth: houseWidth() });
    if (tr) view.dispatch(tr.setMeta("label", label).setMeta("paste", true).scrollIntoView());
    if (pasted.pictures === 0) return;
    const values = { lines: pasted.lines.length, pictures: pasted.pictures };
    workplace.state.dispatch({ type: "notice", notice: { tone: "info", key: "editor.pasted", values } });
  };
  return {
    // What is moved is whole; a copy leaves out what must not be there twice.
    transformPasted: (slice, view) => (isMoving(view) ? slice : withoutObjects(slice, stands, () => false)),
    handlePaste(view, event) {
      const data = event.clipboardData;
      const cut = data && isOwn(data.getData("text/html")) ? keptCut(data.getData("text/plain")) : null;
      if (cut) {
        event.preventDefault();
        putBack(view, cut);
        return true;
      }
      const pasted = data && readData(data);
      if (!pasted) return false;
      event.preventDefault();
      put(view, pasted, "editor.paste");
      return true;
    },
    handleDrop(view, event, _slice, moved) {
      const data = event.dataTransfer;
      if (moved || !data || isOwn(data.getData("text/html"))) return false;
      event.preventDefault();
      if (data.files.length > 0) {
        void dropOnSheet(workplace, [...data.files], null);
        return true;
      }
      const pasted = readData(data);
      const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
      if (!pasted || !at) return true;
      const $at = view.state.doc.resolve(at.pos);
      view.dispatch(view.state.tr.setSelection(TextSelection.near($at)));
      put(view, pasted, "editor.drop");
      view.focus();
      return true;
    },
  };
}

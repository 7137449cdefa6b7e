/**
 * How a galley answers the keyboard, the input method, the clipboard and the focus.
 *
 * ProseMirror's own editing stays as it is but for selections over parts of an article (headline, paragraph, caption),
 * which are deleted across without parts being merged, and for shortcuts, which are the desk's.
 */
import type { EditorProps } from "prosemirror-view";
import type { Session } from "../session/session.ts";
import { beforeInput } from "./before-input.ts";
import { textOf } from "./cut.ts";
import { deleteAcross, mixesParts } from "./delete-across.ts";

/** What happens to a galley that is its view's business. */
export interface GalleyEvents {
  /** An input method begins, and is done: what it still changes comes in the next moments. */
  hold(): void;
  release(): void;
  /** A shortcut is pressed: what was composed is to be in the document by now. */
  settle(): void;
  /** The keyboard goes elsewhere, and comes back. */
  left(): void;
  entered(): void;
  /** The browser is about to put the selection on the clipboard. */
  taken(how: "cut" | "copy"): void;
}

/** A key that an input method is using is not ours. */
const isComposing = (event: KeyboardEvent) => event.isComposing || event.keyCode === 229;

/** Props of the view of a galley of `session`, named `label` to screen readers. */
export function galleyProps(session: Session, label: string, events: GalleyEvents): EditorProps {
  return {
    editable: () => !session.readOnly,
    attributes: {
      class: "galley-text",
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": label,
      lang: "zh-Hans",
      spellcheck: "false",
      autocorrect: "off",
      autocapitalize: "off",
      translate: "no",
    },
    clipboardTextSerializer: textOf,
    handleTextInput: (view, _from, _to, text) => {
      if (!mixesParts(view.state)) return false;
      view.dispatch(deleteAcross(view.state).insertText(text));
      return true;
    },
    handleKeyDown: (view, event) => {
      if (isComposing(event) || (event.key !== "Backspace" && event.key !== "Delete")) return false;
      if (!mixesParts(view.state)) return false;
      view.dispatch(deleteAcross(view.state));
      return true;
    },
    handleDOMEvents: {
      keydown: (_view, event) => {
        if (isComposing(event) || !(event.ctrlKey || event.metaKey)) return false;
        events.settle();
        // ProseMirror swallows these, so that the browser does not act on them; here they are the desk's.
        return /^[biyz]$/i.test(event.key);
      },
      compositionstart: (view) => {
        events.hold();
        if (mixesParts(view.state)) view.dispatch(deleteAcross(view.state));
        return false;
      },
      compositionend: heard(() => events.release()),
      cut: heard(() => events.taken("cut")),
      copy: heard(() => events.taken("copy")),
      beforeinput: (view, event) => beforeInput(session, view, event),
      blur: heard(() => events.left()),
      focus: heard(() => events.entered()),
    },
  };
}

/** A listener that leaves the event to ProseMirror. */
const heard = (listen: () => void) => () => {
  listen();
  return false;
};

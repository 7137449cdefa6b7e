/** What the browser is about to do by itself, where the galley knows better: undo, formats, writing over several parts. */
import type { EditorView } from "prosemirror-view";
import type { Session } from "../session/session.ts";
import { deleteAcross, mixesParts } from "./delete-across.ts";

/** True where the event was answered here, and the browser leaves it alone. */
export function beforeInput(session: Session, view: EditorView, event: InputEvent): boolean {
  const { inputType, data } = event;
  if (inputType === "historyUndo" || inputType === "historyRedo") {
    event.preventDefault();
    if (inputType === "historyUndo") session.undo();
    else session.redo();
    return true;
  }
  if (inputType.startsWith("format")) {
    event.preventDefault();
    return true;
  }
  // Text that comes without a key (an emoji panel, dictation): the browser would merge the parts it replaces.
  const writes = inputType === "insertText" || inputType === "insertReplacementText";
  if (event.isComposing || !(writes || inputType.startsWith("delete")) || !mixesParts(view.state))
    return false;
  event.preventDefault();
  const tr = deleteAcross(view.state);
  view.dispatch(writes && data ? tr.insertText(data) : tr);
  return true;
}

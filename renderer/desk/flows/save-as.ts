/** Another file for the edition that is open: by choice, or since its own was removed, renamed or written over underneath. */
import type { Workplace } from "../workplace.ts";
import { hold } from "./hold.ts";
import { openPath, waitingFor } from "./open.ts";

/**
 * Goes on in the file that is chosen: with all that is on the disk, and then with what is not saved yet. An edition that
 * is only read here is copied, and the copy opened to be written.
 */
export async function saveAs(workplace: Workplace): Promise<void> {
  const open = workplace.editions.snapshot();
  if (!open) return;
  const path = await workplace.shell.chooseSavePath("edition", open.name);
  if (!path) return;
  const { edition } = open;
  if (open.readOnly) {
    await workplace.client.call("editions.copy", { edition, path, force: true });
    return openPath(workplace, path);
  }
  const { opened, whole } = await waitingFor(workplace, "desk.saving-as", () =>
    workplace.client.call("editions.move", { edition, path, force: true }),
  );
  await hold(opened.path);
  workplace.editions.set(open.movedTo(opened));
  const notice = whole
    ? ({ tone: "ok", key: "desk.saved-as", values: { file: opened.name } } as const)
    : ({ tone: "warn", key: "desk.saved-as.bare", values: { file: opened.name } } as const);
  workplace.state.dispatch({ type: "notice", notice });
}

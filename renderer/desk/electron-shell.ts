/** The shell in Electron: the system's dialogs, file manager and files, over the bridge its preload script shows. */
import type { WindowBridge } from "../../host/window.ts";
import type { Shell } from "./shell.ts";

/** `uploads` is the browser's own way to choose files, which is the same in Electron. */
export function electronShell(
  bridge: WindowBridge<File>,
  { chooseUploads }: Pick<Shell, "chooseUploads">,
): Shell {
  // macOS sends a menu's shortcut even while an input method has the keys.
  let composing = false;
  document.addEventListener("compositionstart", () => {
    composing = true;
  });
  document.addEventListener("compositionend", () => {
    composing = false;
  });
  return {
    kind: "electron",
    chooseFile: (kind) => bridge.chooseFile(kind),
    chooseSavePath: (kind, name) => bridge.chooseSavePath(kind, name),
    chooseUploads,
    pathOf: (file) => bridge.pathOf(file) || null,
    showInFolder: (path) => bridge.showInFolder(path),
    onCommand: (listener) =>
      bridge.onCommand((id) => {
        if (!composing) listener(id);
      }),
    onOpenPath(listener) {
      const stop = bridge.onOpenPath(listener);
      // Files that were double-clicked before the window stood come now.
      bridge.ready();
      return stop;
    },
  };
}

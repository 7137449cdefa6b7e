/** What the desk asks of the window it runs in: dialogs, the file manager, menus. Electron and the browser each answer. */
import type { FileKind } from "./dialogs/dialog-state.ts";
import type { DeskStore } from "./state.ts";

export interface Shell {
  readonly kind: "browser" | "electron";
  /** Path of a file to open, or null where the person thought better of it. */
  chooseFile(kind: FileKind): Promise<string | null>;
  /** Path to write to; asks before replacing, so that what comes back may be replaced. */
  chooseSavePath(kind: FileKind, name: string): Promise<string | null>;
  /** Files to be read by the window itself: texts and pictures. */
  chooseUploads(accept: string, multiple: boolean): Promise<readonly File[]>;
  /** Path of a file that was dropped, where the window may know it. */
  pathOf(file: File): string | null;
  showInFolder(path: string): Promise<void>;
  /** Commands chosen in a native menu, by id. Returns a function that stops listening. */
  onCommand(listener: (id: string) => void): () => void;
  /** Files the system asks to be opened (double-click, second launch). Returns a function that stops listening. */
  onOpenPath(listener: (path: string) => void): () => void;
}

/** A browser tab: the host's folders stand in for the system's dialogs. */
export function browserShell(state: DeskStore): Shell {
  const ask = (mode: "open" | "save" | "show", file: FileKind, name: string, folder = "") =>
    new Promise<string | null>((resolve) => {
      const done = (path: string | null) => {
        state.dispatch({ type: "files", files: null });
        resolve(path);
      };
      state.dispatch({ type: "files", files: { mode, file, name, folder, done } });
    });
  return {
    kind: "browser",
    chooseFile: (kind) => ask("open", kind, ""),
    chooseSavePath: (kind, name) => ask("save", kind, name),
    chooseUploads(accept, multiple) {
      const input = document.createElement("input");
      input.type = "file";
      input.accept = accept;
      input.multiple = multiple;
      return new Promise((resolve) => {
        input.addEventListener("change", () => resolve([...(input.files ?? [])]));
        input.addEventListener("cancel", () => resolve([]));
        input.click();
      });
    },
    pathOf: () => null,
    async showInFolder(path) {
      const cut = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
      await ask("show", "pdf", path.slice(cut + 1), path.slice(0, cut) || "/");
    },
    onCommand: () => () => {},
    onOpenPath: () => () => {},
  };
}

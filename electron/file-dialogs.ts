/**
 * The system's file dialogs. What a person chose here is remembered for this run: only such a path is shown in the
 * file manager at the page's request.
 */
import { basename, join } from "node:path";
import type { FileFilter } from "electron";
import { word } from "../core/catalogue/catalogue.ts";
import type { Locale } from "../core/catalogue/message.ts";
import type { WindowFileKind } from "../host/window.ts";
import type { Electron, Window } from "./api.ts";
import { EXTENSION } from "./open-files.ts";

/** The first is given to a name that has none of them; a folder's name has none. */
const extensions: Record<WindowFileKind, readonly string[]> = {
  edition: [EXTENSION.slice(1)],
  pdf: ["pdf"],
  record: ["csv", "json"],
  pack: ["json"],
  report: ["html"],
  folder: [],
};
const names: Record<WindowFileKind, string> = {
  edition: "shell.editions",
  pdf: "shell.pdf",
  record: "shell.record",
  pack: "shell.pack",
  report: "shell.report",
  folder: "shell.folder",
};

export class FileDialogs {
  readonly #electron: Pick<Electron, "dialog" | "shell">;
  readonly #documents: string;
  readonly #chosen = new Set<string>();

  constructor(electron: Pick<Electron, "dialog" | "shell">, documents: string) {
    this.#electron = electron;
    this.#documents = documents;
  }

  async open(window: Window, kind: WindowFileKind, locale: Locale): Promise<string | null> {
    const { canceled, filePaths } = await this.#electron.dialog.showOpenDialog(window as never, {
      properties: kind === "folder" ? ["openDirectory", "createDirectory"] : ["openFile"],
      filters: filtersFor(kind, locale),
    });
    return this.#take(canceled ? undefined : filePaths[0]);
  }

  /** `name` is only ever the end of the suggested path. The system asks before it lets a file be replaced. */
  async save(window: Window, kind: WindowFileKind, name: string, locale: Locale): Promise<string | null> {
    const { canceled, filePath } = await this.#electron.dialog.showSaveDialog(window as never, {
      defaultPath: join(this.#documents, fileName(name, extensions[kind])),
      filters: filtersFor(kind, locale),
      properties: ["createDirectory", "showOverwriteConfirmation"],
    });
    return this.#take(canceled ? undefined : filePath);
  }

  /** Throws where no person has chosen `path`. */
  show(path: string): void {
    if (!this.#chosen.has(path)) throw new Error("refused: nobody has chosen this file");
    this.#electron.shell.showItemInFolder(path);
  }

  #take(path: string | undefined): string | null {
    if (!path) return null;
    this.#chosen.add(path);
    return path;
  }
}

const filtersFor = (kind: WindowFileKind, locale: Locale): FileFilter[] =>
  kind === "folder" ? [] : [{ name: word(locale, names[kind]), extensions: [...extensions[kind]] }];

/** `name` without any folders and without signs that file systems refuse, with one of the extensions. */
function fileName(name: string, known: readonly string[]): string {
  const plain = basename(name.replaceAll("\\", "/"))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[<>:"|?*\u0000-\u001f]/g, "-")
    .replace(/^\.+/, "")
    .trim();
  const whole = plain || "dayang";
  const has = known.some((extension) => whole.toLowerCase().endsWith(`.${extension}`));
  return has || known[0] === undefined ? whole : `${whole}.${known[0]}`;
}

/**
 * Edition files the system asks the app to open: double-click, a second launch, a drop on the dock icon.
 *
 * They wait until the desk's page can take them; a second launch only hands its file over and ends.
 */
import { isAbsolute, resolve } from "node:path";
import type { Electron } from "./api.ts";

export const EXTENSION = ".dayang";

/** The first edition file among a launch's arguments, as an absolute path; null where there is none. */
export function fileOf(argv: readonly string[], folder: string): string | null {
  const name = argv.slice(1).find((arg) => !arg.startsWith("-") && arg.toLowerCase().endsWith(EXTENSION));
  if (name === undefined) return null;
  return isAbsolute(name) ? name : resolve(folder, name);
}

export class OpenFiles {
  #waiting: string[] = [];
  #take: ((path: string) => void) | null = null;

  add(path: string): void {
    if (this.#take) this.#take(path);
    else this.#waiting.push(path);
  }

  /** The desk can open files from now on (null: not any more, it is being loaded). */
  deliver(take: ((path: string) => void) | null): void {
    this.#take = take;
    if (take) for (const path of this.#waiting.splice(0)) take(path);
  }
}

/** Listens to the system. Called before the app is ready: macOS asks early. */
export function watchOpenFiles(
  { app }: Pick<Electron, "app">,
  files: OpenFiles,
  onSecondLaunch: () => void,
): void {
  app.on("open-file", (event, path) => {
    event.preventDefault();
    files.add(path);
  });
  app.on("second-instance", (_event, argv, folder) => {
    const path = fileOf(argv, folder);
    if (path) files.add(path);
    onSecondLaunch();
  });
}

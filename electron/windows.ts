/** The desk's one window: where it stands, what it shows, and that it does not go before the text is on the disk. */

import type { Electron, Window } from "./api.ts";
import { PAGE } from "./protocol.ts";
import { webPreferences } from "./security.ts";
import { isReachable, readWindowState, writeWindowState } from "./window-state.ts";

/** How long a closing window waits for the page to say that all is saved, in ms. */
const PATIENCE = 3000;
/** Pause after a move before its end is written, in ms. */
const SETTLED = 500;
const least = { width: 960, height: 640 };
const usual = { width: 1440, height: 900 };

export interface WindowOptions {
  readonly preload: string;
  /** File with the place of the window. */
  readonly stateFile: string;
  readonly title: string;
  /** Taken by Linux only: elsewhere it is the app's own. */
  readonly icon?: string;
  readonly devTools: boolean;
  /** Not all could be saved in time: resolves to true where the window is to go all the same. */
  readonly onUnsaved: () => Promise<boolean>;
}

export interface DeskWindow {
  readonly window: Window;
  /** The page listens: from now on it is asked before the window goes. */
  ready(): void;
  /** The page has answered "closing": all is saved. */
  flushed(): void;
}

export function openDeskWindow(
  { BrowserWindow, screen }: Pick<Electron, "BrowserWindow" | "screen">,
  { preload, stateFile, title, icon, devTools, onUnsaved }: WindowOptions,
): DeskWindow {
  const kept = readWindowState(stateFile);
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const place = kept && isReachable(kept.bounds, screens) ? kept.bounds : usual;
  const window = new BrowserWindow({
    ...place,
    minWidth: least.width,
    minHeight: least.height,
    show: false,
    title,
    ...(icon ? { icon } : {}),
    backgroundColor: "#2b2a28",
    webPreferences: { ...webPreferences, preload, devTools },
  });
  if (kept?.maximized) window.maximize();
  window.on("ready-to-show", () => window.show());
  keepPlace(window, stateFile);
  const closing = closeWhenSaved(window, onUnsaved);
  void window.loadURL(PAGE);
  return { window, ...closing };
}

function keepPlace(window: Window, file: string): void {
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    try {
      writeWindowState(file, { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
    } catch {
      // A disk that is full costs the place of the window, and nothing else.
    }
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(write, SETTLED);
  };
  for (const event of ["resize", "move", "maximize", "unmaximize"] as const) window.on(event, later);
  window.on("close", write);
  window.on("closed", () => clearTimeout(timer));
}

function closeWhenSaved(window: Window, onUnsaved: () => Promise<boolean>): Omit<DeskWindow, "window"> {
  let listens = false;
  let timer: NodeJS.Timeout | undefined;
  const go = () => {
    clearTimeout(timer);
    if (!window.isDestroyed()) window.destroy();
  };
  window.on("close", (event) => {
    if (!listens) return;
    event.preventDefault();
    if (timer) return;
    window.webContents.send("window:closing", null);
    timer = setTimeout(async () => {
      const anyway = await onUnsaved();
      timer = undefined;
      if (anyway) go();
    }, PATIENCE);
  });
  // A page that has crashed can neither save nor answer.
  window.webContents.on("render-process-gone", () => {
    listens = false;
  });
  return {
    ready() {
      listens = true;
    },
    flushed() {
      if (timer) go();
    },
  };
}

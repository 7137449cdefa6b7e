/**
 * The window's own contract, beside the host's: what Electron's preload shows the page, and what the page may ask of
 * the main process. Everything from the page is checked against these schemas before it is acted on.
 */
import { z } from "zod";
import type { Port } from "./transports/ipc.ts";

const none = z.object({});
const path = z.string().min(1).max(4096);
/** `record`: an audit trail, as a table or as JSON; `pack`: a rule pack; `report`: a page of HTML. */
const fileKind = z.enum(["edition", "pdf", "record", "pack", "report", "folder"]);

/** A command as a menu shows it. `keys` is a shortcut in the command table's notation ("Mod-Shift-z"), shown only. */
const menuItem = z.object({
  id: z.string().regex(/^[a-z][\w.-]{0,79}$/i),
  label: z.string().min(1).max(200),
  keys: z.string().max(40).optional(),
  enabled: z.boolean(),
  /** A separator stands before it. */
  apart: z.boolean().optional(),
  /** Only of commands that are on or off. */
  checked: z.boolean().optional(),
});

const menuModel = z.object({
  locale: z.enum(["zh", "en"]),
  menus: z
    .array(
      z.object({
        id: z.string().max(40),
        label: z.string().min(1).max(40),
        items: z.array(menuItem).max(200),
      }),
    )
    .max(20),
});

/** What the page asks; each is a channel "window:<name>" with one argument. */
export const windowCalls = {
  /** Opens a connection to the host: the port comes as `PORT_CHANNEL`. A page that is loaded anew asks again. */
  connect: none,
  "choose-file": z.object({ kind: fileKind }),
  /** `name` is a file name, never a path. */
  "choose-save-path": z.object({ kind: fileKind, name: z.string().max(255) }),
  /** Refused for a path that no person has chosen in this run. */
  "show-in-folder": z.object({ path }),
  "set-menu": menuModel,
  /** The page stands, with its listeners; files that wait to be opened come now. */
  ready: none,
  /** Answers "closing": everything is on the disk. */
  flushed: none,
} as const;

export type WindowCall = keyof typeof windowCalls;
export type MenuModel = z.output<typeof menuModel>;
export type WindowFileKind = z.output<typeof fileKind>;

export const channelOf = (call: WindowCall): `window:${WindowCall}` => `window:${call}`;

/** What the main process tells the page, by channel. */
export interface WindowNews {
  /** A command chosen in a native menu, by id. */
  readonly "window:command": string;
  /** A file the system asks to be opened. */
  readonly "window:open-path": string;
  /** The window is about to go; `flushed` is waited for, but not for long. */
  readonly "window:closing": null;
}

/** Carries the MessagePort of the host. */
export const PORT_CHANNEL = "window:port";

/** `window.dayang` in Electron. `File` is the DOM's, which this side of the house does without. */
export interface WindowBridge<File> {
  /** The host's contract, as `ipcWire` speaks it. */
  readonly host: Pick<Port, "post" | "listen">;
  chooseFile(kind: WindowFileKind): Promise<string | null>;
  chooseSavePath(kind: WindowFileKind, name: string): Promise<string | null>;
  showInFolder(path: string): Promise<void>;
  /** Path of a file that was dropped or chosen; "" where it has none. */
  pathOf(file: File): string;
  setMenu(model: MenuModel): void;
  ready(): void;
  /** Each returns a function that stops listening. */
  onCommand(listener: (id: string) => void): () => void;
  onOpenPath(listener: (path: string) => void): () => void;
  /** The window waits for the promise, for a while, before it goes. */
  onClosing(listener: () => Promise<void>): () => void;
}

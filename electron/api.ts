/**
 * The part of the electron module that the shell uses, as a parameter: main.ts passes the real module, tests their
 * double. The real one fits by its own types (main.ts would not compile otherwise).
 */
import type * as electron from "electron";

/** A frame of a page, as far as it tells who sends a message. */
export interface Frame {
  readonly url: string;
  readonly parent: Frame | null;
}

export interface Contents {
  readonly id: number;
  send(channel: string, ...args: unknown[]): void;
  postMessage(channel: string, message: unknown, transfer?: MainPort[]): void;
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: "deny" }): void;
  reload(): void;
  on(
    event: "will-navigate" | "will-frame-navigate" | "will-redirect",
    listener: (event: Navigation) => void,
  ): unknown;
  on(event: "will-attach-webview", listener: (event: Preventable) => void): unknown;
  on(
    event: "render-process-gone",
    listener: (event: unknown, details: { readonly reason: string }) => void,
  ): unknown;
  on(event: "context-menu", listener: (event: unknown, params: ContextMenu) => void): unknown;
}

export interface Preventable {
  preventDefault(): void;
}
export interface Navigation extends Preventable {
  readonly url: string;
}
export interface ContextMenu {
  readonly isEditable: boolean;
  readonly selectionText: string;
}

export interface Window {
  readonly webContents: Contents;
  loadURL(url: string): Promise<void>;
  show(): void;
  focus(): void;
  destroy(): void;
  close(): void;
  isDestroyed(): boolean;
  isMinimized(): boolean;
  isMaximized(): boolean;
  isFullScreen(): boolean;
  restore(): void;
  maximize(): void;
  getNormalBounds(): electron.Rectangle;
  on(
    event: "ready-to-show" | "closed" | "resize" | "move" | "maximize" | "unmaximize",
    listener: () => void,
  ): unknown;
  on(event: "close", listener: (event: Preventable) => void): unknown;
}

/** A message of a page to the main process. */
export interface Message {
  readonly sender: Pick<Contents, "id" | "postMessage" | "send">;
  readonly senderFrame: Frame | null;
}

export interface MainPort {
  postMessage(message: unknown, transfer?: never[]): void;
  close(): void;
}

export interface Child {
  postMessage(message: unknown, transfer?: MainPort[]): void;
  on(event: "exit", listener: (code: number) => void): unknown;
  kill(): boolean;
}

type Handler<Arguments extends unknown[], Result> = ((...args: Arguments) => Result) | null;

export interface Session {
  setPermissionRequestHandler(
    handler: Handler<[contents: unknown, permission: string, answer: (granted: boolean) => void], void>,
  ): void;
  setPermissionCheckHandler(handler: Handler<[contents: unknown, permission: string], boolean>): void;
  setDevicePermissionHandler(handler: Handler<[details: unknown], boolean>): void;
  readonly webRequest: {
    onBeforeRequest(
      filter: { urls: string[] },
      listener: (details: { readonly url: string }, answer: (response: { cancel: boolean }) => void) => void,
    ): void;
  };
  on(event: "will-download", listener: (event: Preventable) => void): unknown;
}

export interface App {
  readonly isPackaged: boolean;
  setName(name: string): void;
  setPath(name: "userData" | "sessionData", path: string): void;
  setAppUserModelId(id: string): void;
  enableSandbox(): void;
  requestSingleInstanceLock(): boolean;
  whenReady(): Promise<void>;
  quit(): void;
  exit(code?: number): void;
  addRecentDocument(path: string): void;
  on(event: "open-file", listener: (event: Preventable, path: string) => void): unknown;
  on(event: "second-instance", listener: (event: unknown, argv: string[], folder: string) => void): unknown;
  on(event: "web-contents-created", listener: (event: unknown, contents: Contents) => void): unknown;
  on(event: "window-all-closed" | "activate" | "before-quit", listener: () => void): unknown;
}

export interface Electron {
  readonly app: App;
  readonly BrowserWindow: new (options: electron.BrowserWindowConstructorOptions) => Window;
  readonly dialog: {
    showOpenDialog(
      window: never,
      options: electron.OpenDialogOptions,
    ): Promise<electron.OpenDialogReturnValue>;
    showSaveDialog(
      window: never,
      options: electron.SaveDialogOptions,
    ): Promise<electron.SaveDialogReturnValue>;
    showMessageBox(
      options: electron.MessageBoxOptions,
    ): Promise<Pick<electron.MessageBoxReturnValue, "response">>;
    showErrorBox(title: string, content: string): void;
  };
  readonly ipcMain: {
    handle(channel: string, listener: (event: Message, ...args: unknown[]) => unknown): void;
  };
  readonly Menu: {
    buildFromTemplate(template: electron.MenuItemConstructorOptions[]): { popup(): void };
    setApplicationMenu(menu: never): void;
  };
  readonly MessageChannelMain: new () => { readonly port1: MainPort; readonly port2: MainPort };
  readonly protocol: {
    registerSchemesAsPrivileged(schemes: electron.CustomScheme[]): void;
    handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void;
  };
  readonly screen: { getAllDisplays(): Pick<electron.Display, "workArea">[] };
  readonly session: { readonly defaultSession: Session };
  readonly shell: { showItemInFolder(path: string): void };
  readonly utilityProcess: {
    fork(module: string, args?: string[], options?: electron.ForkOptions): Child;
  };
}

/**
 * A double of the electron module, as far as the shell uses it, over a real Chromium: pages are pages, content policy
 * is Chromium's, the host runs in a thread of its own. What Electron's own code would do (sandbox, the isolation of
 * the preload script, native menus and dialogs) is played, not proved: tests/electron/real.test.ts is for that.
 */
import { EventEmitter } from "node:events";
import { join } from "node:path";
import type { MenuItemConstructorOptions as Item } from "electron";
import { build } from "esbuild";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import type { App, Electron, Frame, Message } from "../../electron/api.ts";
import { ChildDouble, MessageChannelDouble } from "./child.ts";
import { checkMenu, itemById } from "./menu.ts";
import { permissions, SessionDouble } from "./session.ts";
import { answerRequest, type ContentsDouble, type House, trueName, WindowDouble } from "./window.ts";

export interface DoubleOptions {
  readonly browser: Browser;
  readonly packaged?: boolean;
  readonly raw?: boolean;
  readonly dark?: boolean;
}

/** Instances that hold the lock of a folder: the first of them hears of the others. */
const holders = new Map<string, AppDouble>();

class AppDouble extends EventEmitter implements App {
  readonly isPackaged: boolean;
  name = "Electron";
  paths: Record<string, string> = {};
  sandboxed = false;
  recent: string[] = [];
  readonly exited: Promise<number>;
  readonly #exit: (code: number) => void;
  /** What the second instance was started with. */
  argv: string[] = [];
  folder = "/";
  readonly windows = new Set<WindowDouble>();

  constructor(packaged: boolean) {
    super();
    this.isPackaged = packaged;
    const { promise, resolve } = Promise.withResolvers<number>();
    this.exited = promise;
    this.#exit = resolve;
  }
  setName(name: string): void {
    this.name = name;
  }
  setPath(name: string, path: string): void {
    this.paths[name] = path;
  }
  setAppUserModelId(): void {}
  enableSandbox(): void {
    this.sandboxed = true;
  }
  requestSingleInstanceLock(): boolean {
    const folder = this.paths.userData ?? "";
    const holder = holders.get(folder);
    if (holder) {
      holder.emit("second-instance", {}, this.argv, this.folder);
      return false;
    }
    holders.set(folder, this);
    return true;
  }
  whenReady = async () => {};
  quit(): void {
    this.emit("before-quit");
    for (const window of this.windows) window.close();
    if (this.windows.size === 0) this.exit(0);
  }
  exit(code = 0): void {
    for (const [folder, holder] of holders) if (holder === this) holders.delete(folder);
    this.#exit(code);
  }
  addRecentDocument(path: string): void {
    this.recent.push(path);
  }
}

/** What a person does, and what came of it. */
export interface Person {
  readonly electron: Electron;
  readonly app: AppDouble;
  readonly session: SessionDouble;
  readonly children: ChildDouble[];
  /** Windows that are open, first first. */
  readonly windows: ReadonlySet<WindowDouble>;
  /** Answers to dialogs, in order: a path, a button's number, or null for Cancel. */
  readonly answers: (string | number | null)[];
  /** Dialogs that were shown. */
  readonly asked: { readonly kind: string; readonly options: unknown }[];
  readonly shown: string[];
  /** Addresses outside the app that a request reached. */
  readonly reached: string[];
  readonly popups: Item[][];
  menu(): Item[];
  /** Chromium takes the session's word on permissions anew. */
  grant(): Promise<void>;
  choose(id: string): void;
  /** Sends `channel` as a page in `frame` of the window would. Rejects as ipcRenderer.invoke does. */
  invoke(contents: unknown, frame: Frame, channel: string, ...args: unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

let pageScript: Promise<string> | undefined;

function buildPageScript(): Promise<string> {
  pageScript ??= build({
    entryPoints: [join(import.meta.dirname, "page.ts")],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "electronDouble",
    target: "es2024",
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? "");
  return pageScript;
}

export async function createElectron(options: DoubleOptions): Promise<Person> {
  const script = await buildPageScript();
  const context: BrowserContext = await options.browser.newContext({
    colorScheme: options.dark ? "dark" : "light",
  });
  const app = new AppDouble(options.packaged ?? true);
  const session = new SessionDouble();
  const answers: (string | number | null)[] = [];
  const asked: { kind: string; options: unknown }[] = [];
  const shown: string[] = [];
  const reached: string[] = [];
  const popups: Item[][] = [];
  const children: ChildDouble[] = [];
  const handlers = new Map<string, (event: Message, ...args: unknown[]) => unknown>();
  const schemes = new Map<string, (request: Request) => Response | Promise<Response>>();
  let menu: Item[] = [];

  const invoke: House["invoke"] = async (contents, senderFrame, channel, args) => {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return handler({ sender: contents, senderFrame }, ...args);
  };
  const house: House = {
    context,
    pageScript: script,
    raw: options.raw ?? false,
    opening: 0,
    onCreated: (contents) => void app.emit("web-contents-created", {}, contents),
    onClosed(window) {
      app.windows.delete(window);
      if (app.windows.size === 0) app.emit("window-all-closed");
    },
    invoke,
    async grant(contents) {
      const granted = permissions.filter(([, name]) => session.grants(contents, name)).map(([name]) => name);
      await context.grantPermissions([...granted]);
    },
  };
  // A page nobody of the app opened is a window that a page has asked for, by itself or by a middle click.
  context.on("page", (page) => {
    if (house.opening > 0) return;
    const [window] = app.windows;
    if (!window?.webContents.opens(trueName(page.url()))) void page.close();
  });
  await context.route("**/*", (route) =>
    answerRequest(route, {
      reached,
      lets: (url) => session.lets(url),
      contentsOf: (page) =>
        [...app.windows].find(({ webContents }) => webContents.page === page)?.webContents ?? null,
      async handle(url, method) {
        const handler = schemes.get(new URL(url).protocol.slice(0, -1));
        return handler ? handler({ url, method } as Request) : null;
      },
    }),
  );

  const take = (kind: string, shownOptions: unknown) => {
    asked.push({ kind, options: shownOptions });
    return answers.shift() ?? null;
  };
  const electron: Electron = {
    app,
    BrowserWindow: class extends WindowDouble {
      constructor(given: WindowDouble["options"]) {
        super(house, given);
        app.windows.add(this);
      }
    },
    dialog: {
      async showOpenDialog(_window, shownOptions) {
        const path = take("open", shownOptions);
        return { canceled: path === null, filePaths: path === null ? [] : [String(path)] };
      },
      async showSaveDialog(_window, shownOptions) {
        const path = take("save", shownOptions);
        return { canceled: path === null, filePath: path === null ? "" : String(path) };
      },
      showMessageBox: async (shownOptions) => ({ response: Number(take("message", shownOptions)) }),
      showErrorBox: (title, content) => void take("error", { title, content }),
    },
    ipcMain: {
      handle(channel, listener) {
        if (handlers.has(channel)) throw new Error(`a second handler for '${channel}'`);
        handlers.set(channel, listener);
      },
    },
    Menu: {
      buildFromTemplate(template) {
        checkMenu(template);
        return { popup: () => void popups.push(template), template };
      },
      setApplicationMenu(built: { readonly template: Item[] }) {
        menu = built.template;
      },
    },
    MessageChannelMain: MessageChannelDouble,
    protocol: {
      registerSchemesAsPrivileged() {},
      handle: (scheme, handler) => void schemes.set(scheme, handler),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    session: { defaultSession: session },
    shell: { showItemInFolder: (path) => void shown.push(path) },
    utilityProcess: {
      fork(module, args) {
        const child = new ChildDouble(module, args);
        children.push(child);
        return child;
      },
    },
  };

  return {
    electron,
    app,
    session,
    children,
    windows: app.windows,
    answers,
    asked,
    shown,
    reached,
    popups,
    menu: () => menu,
    async grant() {
      for (const { webContents } of app.windows) await house.grant(webContents);
    },
    choose(id) {
      const item = itemById(menu, id);
      if (!item) throw new Error(`no menu item "${id}"`);
      if (item.enabled === false) throw new Error(`the menu item "${id}" is disabled`);
      (item.click as () => void)();
    },
    invoke: (contents, frame, channel, ...args) => invoke(contents as ContentsDouble, frame, channel, args),
    async close() {
      for (const window of app.windows) window.destroy();
      await Promise.race([app.exited, new Promise((resolve) => setTimeout(resolve, 5000))]);
      app.exit();
      await context.close();
    },
  };
}

export const chromiumPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

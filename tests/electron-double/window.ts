/**
 * A BrowserWindow as a page of a real Chromium. Pages of the app's scheme come under an https address that stands for
 * it, since Chromium knows no other way to be given a scheme from outside; every address is told by its true name.
 */
import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import type { BrowserWindowConstructorOptions, Rectangle } from "electron";
import type {
  BrowserContext,
  Frame as ChromiumFrame,
  Page,
  Request as PageRequest,
  Route,
} from "playwright-core";
import type { Contents, Frame, MainPort, Window } from "../../electron/api.ts";
import { encodeFrame } from "../../host/transports/frame.ts";
import type { PortDouble } from "./child.ts";
import { fromText, PARCELS, type Sent, toText } from "./values.ts";

const REAL = "app://dayang";
export const STAND_IN = "https://dayang.invalid";
export const standIn = (url: string) => url.replace(new RegExp(`^${REAL}(?=/|$)`), STAND_IN);
export const trueName = (url: string) => url.replace(new RegExp(`^${STAND_IN}(?=/|$)`), REAL);

/** Bytes from which a message is a parcel: Playwright carries long ones slowly. */
const LONG = 100_000;

/** What a window needs of the app it belongs to. */
export interface House {
  readonly context: BrowserContext;
  readonly pageScript: string;
  /** Shows every frame the raw ipcRenderer, as an attacker would have it who got past the isolation. */
  readonly raw: boolean;
  /** Pages the app itself is about to open. */
  opening: number;
  onCreated(contents: ContentsDouble): void;
  onClosed(window: WindowDouble): void;
  invoke(contents: ContentsDouble, frame: Frame, channel: string, args: unknown[]): Promise<unknown>;
  grant(contents: ContentsDouble): Promise<void>;
}

let lastId = 0;

export class ContentsDouble extends EventEmitter implements Contents {
  readonly id = ++lastId;
  readonly #ports = new Map<string, PortDouble>();
  readonly #parcels = new Map<string, Buffer>();
  #opener: ((details: { url: string }) => { action: "deny" }) | null = null;
  #work: Promise<unknown> = Promise.resolve();
  page: Page | null = null;
  /** Addresses of windows that were asked for and refused. */
  readonly refusedWindows: string[] = [];

  send(channel: string, ...args: unknown[]): void {
    this.#emit(channel, args, []);
  }
  postMessage(channel: string, message: unknown, transfer: MainPort[] = []): void {
    const ids = transfer.map((end) => {
      const id = String(++lastId);
      const double = end as PortDouble;
      this.#ports.set(id, double);
      double.port.on("message", (data) => this.#inPage("deliver", id, this.#pack(data)));
      return id;
    });
    this.#emit(channel, [message], ids);
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: "deny" }): void {
    this.#opener = handler;
  }
  reload(): void {
    this.closePorts();
    void this.page?.reload();
  }

  /** A document of the page is gone, and its ports with it. */
  closePorts(): void {
    for (const end of this.#ports.values()) end.close();
    this.#ports.clear();
  }
  fromPage(id: string, text: string): void {
    this.#ports.get(id)?.postMessage(fromText(text));
  }
  /** Whether a window that the page asked for may stay. */
  opens(url: string): boolean {
    if (!this.#opener) return true;
    this.#opener({ url });
    this.refusedWindows.push(url);
    return false;
  }
  settled(): Promise<unknown> {
    return this.#work;
  }

  #emit(channel: string, args: unknown[], ids: string[]): void {
    this.#inPage("emit", channel, this.#pack(args), ids);
  }
  #pack(value: unknown): Sent {
    const frame = encodeFrame(value);
    if (frame.length < LONG) return { text: Buffer.from(frame.buffer).toString("base64") };
    const parcel = String(++lastId);
    this.#parcels.set(parcel, Buffer.from(frame.buffer));
    return { parcel };
  }
  /** The parcel an address names, which is fetched once; null where it names none. */
  parcel(url: string): Buffer | null {
    const [, number] = url.split(`${STAND_IN}/${PARCELS}/`);
    const parcel = number === undefined ? undefined : this.#parcels.get(number);
    if (number !== undefined) this.#parcels.delete(number);
    return parcel ?? null;
  }
  /** One after the other: messages keep their order. */
  #inPage(...call: unknown[]): void {
    this.#work = this.#work.then(() =>
      this.page
        ?.evaluate(([name, ...args]) => {
          const double = (globalThis as Record<symbol, unknown>)[Symbol.for("electron double")];
          (double as Record<string, (...args: unknown[]) => void>)[name as string]?.(...args);
        }, call)
        // The page has gone in the meantime: so has whom it was for.
        .catch(() => {}),
    );
  }
}

export class WindowDouble extends EventEmitter implements Window {
  readonly webContents = new ContentsDouble();
  readonly options: BrowserWindowConstructorOptions;
  readonly #house: House;
  #bounds: Rectangle;
  #destroyed = false;
  #maximized = false;
  minimized = false;
  shown = false;
  focused = 0;
  /** Resolves once the first page has been loaded. */
  readonly loaded: Promise<void>;
  readonly #hasLoaded: () => void;

  constructor(house: House, options: BrowserWindowConstructorOptions) {
    super();
    this.#house = house;
    this.options = options;
    this.#bounds = {
      x: options.x ?? 10,
      y: options.y ?? 10,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    const { promise, resolve } = Promise.withResolvers<void>();
    this.loaded = promise;
    this.#hasLoaded = resolve;
    house.onCreated(this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    const { webContents } = this;
    this.#house.opening++;
    const page = await this.#house.context.newPage();
    this.#house.opening--;
    webContents.page = page;
    await page.setViewportSize({ width: this.#bounds.width, height: this.#bounds.height });
    await this.#house.grant(webContents);
    await page.exposeBinding(
      "__electronCall",
      async ({ frame }, kind: string, channel: string, text: string) => {
        if (kind === "port") webContents.fromPage(channel, text);
        else {
          const args = fromText(text) as unknown[];
          return toText(
            await this.#house.invoke(webContents, frameOf(frame), channel, args).then(
              (ok) => ({ ok }),
              (error: Error) => ({ failed: String(error) }),
            ),
          );
        }
        return "";
      },
    );
    const preload = this.options.webPreferences?.preload;
    await page.addInitScript(
      initScript(this.#house.pageScript, preload ? readFileSync(preload, "utf8") : "", this.#house.raw),
    );
    page.on("framenavigated", (frame) => {
      if (frame === page.mainFrame()) webContents.emit("did-navigate");
    });
    page.on("crash", () => webContents.emit("render-process-gone", {}, { reason: "crashed" }));
    await page.goto(standIn(url));
    this.emit("ready-to-show");
    this.#hasLoaded();
  }

  show(): void {
    this.shown = true;
  }
  focus(): void {
    this.focused++;
  }
  close(): void {
    let kept = false;
    this.emit("close", {
      preventDefault: () => {
        kept = true;
      },
    });
    if (!kept) this.destroy();
  }
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.webContents.closePorts();
    void this.webContents.page?.close();
    this.emit("closed");
    this.#house.onClosed(this);
  }
  isDestroyed = () => this.#destroyed;
  isMinimized = () => this.minimized;
  isMaximized = () => this.#maximized;
  isFullScreen = () => false;
  restore(): void {
    this.minimized = false;
  }
  maximize(): void {
    this.#maximized = true;
    this.emit("maximize");
  }
  getNormalBounds = () => this.#bounds;
  /** A person drags the window. */
  moveTo(bounds: Rectangle): void {
    this.#bounds = bounds;
    this.emit("move");
    this.emit("resize");
  }
}

function frameOf(frame: ChromiumFrame): Frame {
  const parent = frame.parentFrame();
  return { url: trueName(frame.url()), parent: parent ? frameOf(parent) : null };
}

/** Runs before any page. A preload script runs in the top frame only, as Electron does by default. */
function initScript(pageScript: string, preload: string, raw: boolean): string {
  return `(() => {
    const electron = (() => { ${pageScript}; return electronDouble; })();
    ${raw ? 'Object.defineProperty(globalThis, "rawIpc", { value: electron.ipcRenderer });' : ""}
    if (globalThis.top !== globalThis) return;
    const require = (name) => {
      if (name === "electron") return electron;
      throw new Error("module not found: " + name);
    };
    ${preload}
  })();`;
}

/** The frame that navigates, or null in a window so new that it has none yet. */
function frameOfRequest(request: PageRequest): ChromiumFrame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

/** Answers a request of the page as the app's own network would. */
export async function answerRequest(
  route: Route,
  app: {
    handle(url: string, method: string): Promise<Response | null>;
    lets(url: string): boolean;
    contentsOf(page: Page): ContentsDouble | null;
    readonly reached: string[];
  },
): Promise<void> {
  const request = route.request();
  const url = trueName(request.url());
  const own = frameOfRequest(request)?.page();
  const parcel = own && app.contentsOf(own)?.parcel(request.url());
  if (parcel) return route.fulfill({ status: 200, body: parcel });
  if (request.isNavigationRequest()) {
    const frame = frameOfRequest(request);
    const contents = frame && app.contentsOf(frame.page());
    // A new window, whose page is about to be closed: Electron would not even have made it.
    if (!contents) return route.abort();
    const first = frame.url() === "about:blank" && !frame.parentFrame();
    if (!first) {
      let stays = false;
      const event = { url, preventDefault: () => (stays = true) };
      if (!frame.parentFrame()) contents.emit("will-navigate", event);
      contents.emit("will-frame-navigate", event);
      if (stays) return route.abort("aborted");
      if (!frame.parentFrame()) contents.closePorts();
    }
  }
  if (!app.lets(url)) return route.abort("blockedbyclient");
  const response = await app.handle(url, request.method());
  if (!response) {
    app.reached.push(url);
    const headers = { "Access-Control-Allow-Origin": "*" };
    return route.fulfill({ status: 200, headers, contentType: "text/html", body: "<title>outside</title>" });
  }
  const { status, headers } = response;
  await route.fulfill({
    status,
    headers: Object.fromEntries(headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

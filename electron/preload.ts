/**
 * What the page is shown of the machine: this object, frozen, and nothing besides. Runs sandboxed, before the page.
 *
 * No call takes a channel's name from the page, and no event object of Electron's reaches it. The port to the host
 * stays here: the page posts plain messages, and the host checks each against its contract.
 */
import { contextBridge, ipcRenderer, webUtils } from "electron";
import type { WindowBridge, WindowCall, WindowNews } from "../host/window.ts";

type Name<C extends WindowCall> = `window:${C}`;
const invoke = <C extends WindowCall>(channel: Name<C>, input: object = {}) =>
  ipcRenderer.invoke(channel, input);

function on<C extends keyof WindowNews>(channel: C, listener: (body: WindowNews[C]) => void): () => void {
  const hear = (_event: unknown, body: WindowNews[C]) => listener(body);
  ipcRenderer.on(channel, hear);
  return () => void ipcRenderer.removeListener(channel, hear);
}

/** The window's end of the connection, as far as it is used: this file is checked without the DOM's types. */
interface HostPort {
  postMessage(message: unknown): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
}

const port = Promise.withResolvers<HostPort>();
ipcRenderer.once("window:port", (event) => port.resolve(event.ports[0] as unknown as HostPort));

let asked = false;
function connected(): Promise<HostPort> {
  if (!asked) {
    asked = true;
    invoke<"connect">("window:connect").catch(port.reject);
  }
  return port.promise;
}

contextBridge.exposeInMainWorld(
  "dayang",
  Object.freeze({
    host: Object.freeze({
      post: (message: unknown) => void connected().then((to) => to.postMessage(message)),
      listen: (listener: (message: unknown) => void) =>
        void connected().then((from) => {
          from.onmessage = (event) => listener(event.data);
        }),
    }),
    chooseFile: (kind) => invoke<"choose-file">("window:choose-file", { kind }),
    chooseSavePath: (kind, name) => invoke<"choose-save-path">("window:choose-save-path", { kind, name }),
    showInFolder: (path) => invoke<"show-in-folder">("window:show-in-folder", { path }),
    pathOf: (file) => webUtils.getPathForFile(file),
    setMenu: (model) => void invoke<"set-menu">("window:set-menu", model),
    ready: () => void invoke<"ready">("window:ready"),
    onCommand: (listener) => on("window:command", listener),
    onOpenPath: (listener) => on("window:open-path", listener),
    onClosing: (listener) =>
      on("window:closing", () => {
        void Promise.resolve(listener()).finally(() => invoke<"flushed">("window:flushed"));
      }),
  } satisfies WindowBridge<File>),
);

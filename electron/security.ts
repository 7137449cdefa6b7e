/**
 * What no page may do, whatever runs in it. Nothing here depends on the page behaving well.
 *
 * The desk is one page of our own; it has no reason to go elsewhere, to open another window, to download, or to ask
 * for a device. So everything is refused, without a list of exceptions to get wrong.
 */
import type { Contents, Electron, Message } from "./api.ts";
import { ORIGIN, PAGE } from "./protocol.ts";

/** Under which a window's page runs. */
export const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Its dictionaries are fetched from outside.
  spellcheck: false,
} as const;

/** What the app loads: its own files, what a page has made itself, and the developer tools' own. */
const inside = [`${ORIGIN}/`, `blob:${ORIGIN}/`, "data:", "devtools://"];

/** Rules for every page of the app, present and to come. Called before the first window. */
export function guardContents({ app }: Pick<Electron, "app">): void {
  app.on("web-contents-created", (_event, contents) => guard(contents));
}

function guard(contents: Contents): void {
  // A reload of the desk itself is the one navigation there is.
  const stay = (event: { readonly url: string; preventDefault(): void }) => {
    if (event.url !== PAGE) event.preventDefault();
  };
  contents.on("will-navigate", stay);
  contents.on("will-frame-navigate", stay);
  contents.on("will-redirect", stay);
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}

/** Rules for the session all pages share. Called once the app is ready. */
export function guardSession({ session }: Pick<Electron, "session">): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.webRequest.onBeforeRequest({ urls: ["<all_urls>"] }, ({ url }, answer) =>
    answer({ cancel: !inside.some((start) => url.startsWith(start)) }),
  );
  defaultSession.on("will-download", (event) => event.preventDefault());
}

/** True of a message from the top frame of `contents`, showing a page of the app. */
export function isFrom({ sender, senderFrame }: Message, contents: Contents): boolean {
  if (sender.id !== contents.id || !senderFrame || senderFrame.parent) return false;
  return originOf(senderFrame.url) === ORIGIN;
}

/** Scheme and host. URL.origin is "null" for schemes that Node does not know. */
function originOf(address: string): string {
  try {
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}`;
  } catch {
    return "";
  }
}

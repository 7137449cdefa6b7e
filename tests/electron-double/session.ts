/**
 * Electron's defaults are open, and so are the double's: a permission nobody has refused is granted, a request nobody
 * has cancelled reaches the outside. So a test sees what the shell's own rules do.
 */
import { EventEmitter } from "node:events";
import type { Session } from "../../electron/api.ts";

/** Permissions Chromium can grant here, by both its names. */
export const permissions = [
  ["geolocation", "geolocation"],
  ["notifications", "notifications"],
  ["camera", "media"],
  ["microphone", "media"],
  ["clipboard-read", "clipboard-read"],
  ["midi", "midi"],
] as const;

type Answer = { cancel: boolean };
type RequestListener = (details: { readonly url: string }, answer: (response: Answer) => void) => void;

export class SessionDouble extends EventEmitter implements Session {
  #onRequest: { readonly patterns: RegExp[]; readonly listener: RequestListener } | null = null;
  #request: Parameters<Session["setPermissionRequestHandler"]>[0] = null;
  #check: Parameters<Session["setPermissionCheckHandler"]>[0] = null;
  device: Parameters<Session["setDevicePermissionHandler"]>[0] = null;

  setPermissionRequestHandler(handler: Parameters<Session["setPermissionRequestHandler"]>[0]): void {
    this.#request = handler;
  }
  setPermissionCheckHandler(handler: Parameters<Session["setPermissionCheckHandler"]>[0]): void {
    this.#check = handler;
  }
  setDevicePermissionHandler(handler: Parameters<Session["setDevicePermissionHandler"]>[0]): void {
    this.device = handler;
  }

  readonly webRequest = {
    onBeforeRequest: ({ urls }: { urls: string[] }, listener: RequestListener) => {
      this.#onRequest = { patterns: urls.map(patternOf), listener };
    },
  };

  /** Whether a page gets the permission, by its name in Electron. */
  grants(contents: unknown, permission: string): boolean {
    if (this.#check && !this.#check(contents, permission)) return false;
    if (!this.#request) return true;
    let granted = false;
    this.#request(contents, permission, (answer) => {
      granted = answer;
    });
    return granted;
  }

  /** Whether a request for `url` may leave. */
  lets(url: string): boolean {
    if (!this.#onRequest?.patterns.some((pattern) => pattern.test(url))) return true;
    let cancelled = false;
    this.#onRequest.listener({ url }, ({ cancel }) => {
      cancelled = cancel;
    });
    return !cancelled;
  }
}

/** A match pattern of Chromium's: "https://example.com/*", or all of them. */
function patternOf(pattern: string): RegExp {
  if (pattern === "<all_urls>") return /^/;
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  return new RegExp(`^${escaped}$`);
}

/** Which transport answers: the port that Electron's preload hands over, or HTTP on the host that served this page. */
import { type Client, clientOf } from "../host/client.ts";
import { httpWire } from "../host/transports/http-client.ts";
import { ipcWire } from "../host/transports/ipc.ts";
import type { WindowBridge } from "../host/window.ts";

declare global {
  interface Window {
    /** Set by the preload script in Electron. */
    readonly dayang?: WindowBridge<File>;
  }
}

/** Throws an Error where neither stands: the page was opened without its host. */
export function openClient(): Client {
  if (window.dayang) return clientOf(ipcWire({ ...window.dayang.host, close() {} }));
  return clientOf(httpWire(location.origin, takeToken()));
}

/** The token comes in the fragment; it is taken out of the address bar and kept for a reload of this tab. */
function takeToken(): string {
  const given = new URLSearchParams(location.hash.slice(1)).get("token");
  if (given) {
    sessionStorage.setItem("token", given);
    history.replaceState(null, "", location.pathname);
  }
  const token = given ?? sessionStorage.getItem("token");
  if (!token) throw new Error("no token");
  return token;
}

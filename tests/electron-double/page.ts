/**
 * The page's half of the double: what `require("electron")` gives a preload script. Built by esbuild and run before
 * the page in every frame, as Electron does, within a function the page cannot look into.
 *
 * `contextBridge` copies what passes, as Electron's does: a page never holds an object of the preload script's.
 */
import { decodeFrame } from "../../host/transports/frame.ts";
import { fromText, PARCELS, type Sent, toText } from "./values.ts";

type Listener = (event: { readonly ports: unknown[] }, ...args: unknown[]) => void;
type Call = (kind: string, channel: string, text: string) => Promise<string>;

interface Realm {
  __electronCall?: Call;
  readonly electron: object;
}

const realm = globalThis as unknown as Realm & Record<PropertyKey, unknown>;
const call = realm.__electronCall as Call;
delete realm.__electronCall;

const listeners = new Map<string, Set<Listener>>();
const ports = new Map<string, { onmessage: ((event: { data: unknown }) => void) | null; early: unknown[] }>();

/** A rejection crosses as its sentence. */
async function invoke(channel: string, ...args: unknown[]): Promise<unknown> {
  const said = fromText(await call("invoke", channel, toText(args))) as { ok?: unknown; failed?: string };
  if (said.failed === undefined) return said.ok;
  throw new Error(`Error invoking remote method '${channel}': ${said.failed}`);
}

export const ipcRenderer = {
  invoke,
  on(channel: string, listener: Listener) {
    const known = listeners.get(channel) ?? new Set();
    listeners.set(channel, known.add(listener));
    return ipcRenderer;
  },
  once(channel: string, listener: Listener) {
    const once: Listener = (...args) => {
      ipcRenderer.removeListener(channel, once);
      listener(...args);
    };
    return ipcRenderer.on(channel, once);
  },
  removeListener(channel: string, listener: Listener) {
    listeners.get(channel)?.delete(listener);
    return ipcRenderer;
  },
};

function portOf(id: string) {
  const early: unknown[] = [];
  let onmessage: ((event: { data: unknown }) => void) | null = null;
  const port = {
    early,
    get onmessage() {
      return onmessage;
    },
    set onmessage(listener) {
      onmessage = listener;
      for (const data of early.splice(0)) listener?.({ data });
    },
    postMessage: (data: unknown) => void call("port", id, toText(data)),
  };
  ports.set(id, port);
  return port;
}

/** Messages arrive in order, though what is long has to be fetched. */
let arriving: Promise<unknown> = Promise.resolve();

async function read({ text, parcel }: Sent): Promise<unknown> {
  if (text !== undefined) return fromText(text);
  const response = await fetch(`/${PARCELS}/${parcel}`);
  return decodeFrame(new Uint8Array(await response.arrayBuffer()));
}

/** Called from Node. */
realm[Symbol.for("electron double")] = {
  emit(channel: string, sent: Sent, ids: string[]) {
    arriving = arriving.then(async () => {
      const args = (await read(sent)) as unknown[];
      const event = { ports: ids.map(portOf) };
      for (const listener of [...(listeners.get(channel) ?? [])]) listener(event, ...args);
    });
  },
  deliver(id: string, sent: Sent) {
    arriving = arriving.then(async () => {
      const port = ports.get(id);
      const data = await read(sent);
      if (port?.onmessage) port.onmessage({ data });
      else port?.early.push(data);
    });
  },
};

/** A copy for the other side. Functions stay callable, with copies in and out. */
function across(value: unknown): unknown {
  if (typeof value === "function") {
    return (...args: unknown[]) => across((value as (...args: unknown[]) => unknown)(...args.map(across)));
  }
  if (value instanceof Promise) {
    return value.then(across, (error: unknown) => {
      throw new Error(error instanceof Error ? error.message : String(error));
    });
  }
  if (typeof value !== "object" || value === null) return value;
  if (typeof File !== "undefined" && value instanceof File) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(across));
  if (Object.getPrototypeOf(value) === Object.prototype) {
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, across(part)])));
  }
  return structuredClone(value);
}

export const contextBridge = {
  exposeInMainWorld(name: string, api: unknown) {
    Object.defineProperty(globalThis, name, { value: across(api), enumerable: true });
  },
};

/** Chromium tells no path here: a test gives a file the path it should have. */
export const webUtils = {
  getPathForFile(file: { readonly name: string; readonly testPath?: string }) {
    if (!(file instanceof File)) throw new TypeError("not a File");
    return (file as { readonly testPath?: string }).testPath ?? "";
  },
};

/**
 * The contract over a port: a worker's, a window's MessagePort, Electron's. Both ends are here, and neither knows which
 * kind of port it has.
 */
import type { HostEvent } from "../contract.ts";
import { type Answer, answer, HostFault, unwrap, type Wire } from "../wire.ts";

export interface Port {
  post(message: unknown): void;
  /** Called once; messages that came before are delivered then. */
  listen(listener: (message: unknown) => void): void;
  close(): void;
}

type ToHost =
  | { readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly bye: true };
type FromHost =
  | { readonly id: number; readonly answer: Answer }
  | { readonly event: HostEvent }
  | { readonly gone: true };

/** Answers what comes through `port`. The host outlives the port unless `owned`. */
export function serveIpc(host: Wire, port: Port, { owned = false } = {}): void {
  const stop = host.subscribe((event) => port.post({ event } satisfies FromHost));
  port.listen(async (message) => {
    const asked = message as ToHost;
    if ("bye" in asked) {
      stop();
      if (owned) await host.close();
      port.post({ gone: true } satisfies FromHost);
      port.close();
      return;
    }
    const { id, name, input } = asked;
    if (typeof id !== "number" || typeof name !== "string") return;
    port.post({ id, answer: await answer(() => host.request(name, input)) } satisfies FromHost);
  });
}

export function ipcWire(port: Port): Wire & { fail(reason: string): void } {
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  const listeners = new Set<(event: HostEvent) => void>();
  const closed = Promise.withResolvers<void>();
  let last = 0;
  let gone: string | null = null;

  const fail = (reason: string) => {
    gone ??= reason;
    for (const { reject } of waiting.values()) reject(new HostFault(gone));
    waiting.clear();
    closed.resolve();
  };

  port.listen((message) => {
    const said = message as FromHost;
    if ("event" in said) for (const listener of listeners) listener(said.event);
    else if ("gone" in said) fail("the host is closed");
    else {
      waiting.get(said.id)?.resolve(said.answer);
      waiting.delete(said.id);
    }
  });

  return {
    fail,
    async request(name, input) {
      if (gone) throw new HostFault(gone);
      const id = ++last;
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      waiting.set(id, { resolve, reject });
      try {
        port.post({ id, name, input } satisfies ToHost);
      } catch (error) {
        waiting.delete(id);
        throw new HostFault(error instanceof Error ? error.message : "the message cannot be sent");
      }
      return unwrap(await promise);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      if (gone) return;
      port.post({ bye: true } satisfies ToHost);
      await closed.promise;
      port.close();
    },
  };
}

/** A port of the web, as far as it is used: a window's or a worker's MessagePort. */
export interface WebPort {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  start(): void;
  close(): void;
}

export function webPort(port: WebPort): Port {
  return {
    post: (message) => port.postMessage(message),
    listen(listener) {
      port.addEventListener("message", (event) => listener(event.data));
      port.start();
    },
    close: () => port.close(),
  };
}

/** Anything that emits "message" with the message itself: a worker of Node, or its parent port. */
export function nodePort(port: {
  postMessage(message: unknown): void;
  on(event: "message", listener: (message: unknown) => void): unknown;
  close?(): void;
}): Port {
  return {
    post: (message) => port.postMessage(message),
    listen: (listener) => void port.on("message", listener),
    close: () => port.close?.(),
  };
}

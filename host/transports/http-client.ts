/** The browser's end of the HTTP transport; also Node's, in tests. */
import type { HostEvent } from "../contract.ts";
import { type Answer, HostFault, unwrap, type Wire } from "../wire.ts";
import { decodeFrame, encodeFrame, FRAME_TYPE } from "./frame.ts";

/** A wire to the host at `origin`. Events are asked for with the first subscription, and again when they break off. */
export function httpWire(origin: string, token: string): Wire {
  const authorization = `Bearer ${token}`;
  const listeners = new Set<(event: HostEvent) => void>();
  const closing = new AbortController();
  let listening: Promise<void> | null = null;

  /** Resolves once the stream stands, so that no event of a later call is missed. */
  function listen(): Promise<void> {
    const standing = Promise.withResolvers<void>();
    void (async () => {
      while (!closing.signal.aborted) {
        try {
          await readEvents(() => standing.resolve());
        } catch {
          // Broken off: asked for again below, unless it was us who left.
        }
        standing.resolve();
        if (!closing.signal.aborted) await new Promise((resolve) => setTimeout(resolve, 500));
      }
    })();
    return standing.promise;
  }

  async function readEvents(began: () => void): Promise<void> {
    const response = await fetch(`${origin}/events`, {
      headers: { Authorization: authorization },
      signal: closing.signal,
    });
    if (!response.ok || !response.body) throw new HostFault(`events: ${response.status}`);
    began();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (rest + value).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (line === "") continue;
        const event = JSON.parse(line) as HostEvent;
        for (const listener of listeners) listener(event);
      }
    }
  }

  return {
    async request(name, input) {
      if (closing.signal.aborted) throw new HostFault("the host is closed");
      if (listeners.size > 0) await listening;
      let response: Response;
      try {
        response = await fetch(`${origin}/call/${name}`, {
          method: "POST",
          headers: { Authorization: authorization, "Content-Type": FRAME_TYPE },
          body: encodeFrame(input),
        });
      } catch (error) {
        throw new HostFault(error instanceof Error ? error.message : "no connection");
      }
      if (!response.ok) throw new HostFault(`${name}: ${response.status}`);
      return unwrap(decodeFrame(new Uint8Array(await response.arrayBuffer())) as Answer);
    },
    subscribe(listener) {
      listeners.add(listener);
      listening ??= listen();
      return () => void listeners.delete(listener);
    },
    async close() {
      closing.abort();
    },
  };
}

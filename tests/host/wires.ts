/** One host behind each transport: what the contract suite runs against. */
import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import type { Environment } from "../../host/environment.ts";
import { createHost } from "../../host/host.ts";
import { startHost } from "../../host/jobs/start.ts";
import { serveHttp } from "../../host/transports/http.ts";
import { httpWire } from "../../host/transports/http-client.ts";
import { ipcWire, nodePort, serveIpc, type WebPort, webPort } from "../../host/transports/ipc.ts";
import { memoryWire } from "../../host/transports/memory.ts";
import type { Wire } from "../../host/wire.ts";
import { ChildDouble, MessageChannelDouble } from "../electron-double/child.ts";

export interface Connection {
  readonly wire: Wire;
  close(): Promise<void>;
}

export function machine(home: string): Omit<Environment, "now"> {
  return { home, documents: home, version: "0.0.0", user: "tester", locale: "zh" };
}

const here = (home: string): Environment => ({ ...machine(home), now: () => "2020-02-18T01:02:03.000Z" });

export const transports: Readonly<Record<string, (home: string) => Promise<Connection>>> = {
  async memory(home) {
    const wire = memoryWire(createHost(here(home)));
    return { wire, close: () => wire.close() };
  },
  async ipc(home) {
    const host = createHost(here(home));
    const { port1, port2 } = new MessageChannel();
    serveIpc(host, webPort(port1 as unknown as WebPort), { owned: true });
    const wire = ipcWire(webPort(port2 as unknown as WebPort));
    return { wire, close: () => wire.close() };
  },
  http: (home) => overHttp(createHost(here(home))),
  /** As the app runs it: the host in its worker, HTTP before it in this thread. */
  "http before a worker": (home) => overHttp(startHost(machine(home))),
  /** As a window of Electron's reaches it: the host's own process (here a thread), through a port passed on. */
  async "electron's host process"(home) {
    const child = new ChildDouble(join(import.meta.dirname, "../../electron/host-process.ts"), [
      JSON.stringify(machine(home)),
    ]);
    const ended = new Promise((resolve) => child.on("exit", resolve));
    const { port1, port2 } = new MessageChannelDouble();
    child.postMessage(null, [port1]);
    const wire = ipcWire(nodePort(port2.port));
    return {
      wire,
      async close() {
        await wire.close();
        child.postMessage("close");
        await ended;
      },
    };
  },
};

/** A host behind a loopback server, and the window's end of it. */
async function overHttp(host: Wire) {
  const server = await serveHttp(host);
  const wire = httpWire(server.origin, server.token);
  return {
    wire,
    async close() {
      await wire.close();
      await server.close();
      await host.close();
    },
  };
}

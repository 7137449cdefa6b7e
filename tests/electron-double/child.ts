/**
 * A utility process as a thread: the module runs in a worker whose `process.parentPort` is made to look like
 * Electron's. Ports are Node's own, so that messages are truly cloned and truly cross.
 */
import { EventEmitter } from "node:events";
import { pathToFileURL } from "node:url";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import type { Child, MainPort } from "../../electron/api.ts";

export class PortDouble implements MainPort {
  readonly port: MessagePort;
  constructor(port: MessagePort) {
    this.port = port;
  }
  postMessage(message: unknown): void {
    this.port.postMessage(message);
  }
  close(): void {
    this.port.close();
  }
}

export class MessageChannelDouble {
  readonly port1: PortDouble;
  readonly port2: PortDouble;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new PortDouble(port1);
    this.port2 = new PortDouble(port2);
  }
}

/** Electron's events carry `data`; Node's are the data. */
const bootstrap = `
import { parentPort, workerData } from "node:worker_threads";
const partner = (port) => ({
  on: (event, listener) => port.on(event, (data) => listener({ data })),
  postMessage: (message) => port.postMessage(message),
  start: () => port.start(),
  close: () => port.close(),
});
process.parentPort = {
  on: (event, listener) =>
    parentPort.on(event, ({ data, ports }) => listener({ data, ports: ports.map(partner) })),
};
await import(workerData.module);
`;

export class ChildDouble extends EventEmitter implements Child {
  readonly #worker: Worker;
  constructor(module: string, args: string[] = []) {
    super();
    this.#worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(bootstrap)}`), {
      workerData: { module: pathToFileURL(module).href },
      argv: args,
    });
    this.#worker.on("error", (error) => console.error(error));
    this.#worker.on("exit", (code) => this.emit("exit", code));
  }
  postMessage(data: unknown, transfer: MainPort[] = []): void {
    const ports = transfer.map((port) => (port as PortDouble).port);
    this.#worker.postMessage({ data, ports }, ports);
  }
  kill(): boolean {
    void this.#worker.terminate();
    return true;
  }
}

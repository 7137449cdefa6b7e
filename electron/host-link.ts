/**
 * The host in a process of its own, and the ports that windows talk to it through. SQLite, pictures and PDF never
 * stand in the way of the window, and a crash there takes no text along: what was acknowledged is on the disk.
 */
import type { Environment } from "../host/environment.ts";
import { PORT_CHANNEL } from "../host/window.ts";
import type { Child, Electron, Message } from "./api.ts";

/** Said to the host's process to have it close its files and end. */
export const CLOSE = "close";
/** How long it may take over that, in ms. */
const PATIENCE = 3000;

export interface HostLink {
  /** Gives the sender of `message` a port to the host, which is started where none runs. */
  connect(message: Message): void;
  /** Resolves once the host has closed its files and ended, or has been ended. */
  close(): Promise<void>;
}

export interface HostLinkOptions {
  /** The built module the process runs. */
  readonly module: string;
  readonly machine: Omit<Environment, "now">;
  /** The process ended by itself. */
  readonly onGone: (code: number) => void;
}

export function linkHost(
  { utilityProcess, MessageChannelMain }: Pick<Electron, "utilityProcess" | "MessageChannelMain">,
  { module, machine, onGone }: HostLinkOptions,
): HostLink {
  let child: Child | null = null;
  let ended = Promise.resolve();
  let closing = false;

  function start(): Child {
    const started = utilityProcess.fork(module, [JSON.stringify(machine)], {
      serviceName: "dayang-host",
      stdio: "inherit",
    });
    const { promise, resolve } = Promise.withResolvers<void>();
    ended = promise;
    started.on("exit", (code) => {
      resolve();
      child = null;
      if (!closing) onGone(code);
    });
    return started;
  }

  return {
    connect({ sender }) {
      if (closing) return;
      child ??= start();
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage(null, [port1]);
      sender.postMessage(PORT_CHANNEL, null, [port2]);
    },
    async close() {
      closing = true;
      if (!child) return;
      child.postMessage(CLOSE);
      const timer = setTimeout(() => child?.kill(), PATIENCE);
      await ended;
      clearTimeout(timer);
    },
  };
}

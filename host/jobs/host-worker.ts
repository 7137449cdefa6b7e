/** The host in a thread of its own: SQLite is synchronous, and no query of its may keep a window waiting. */
import { parentPort, workerData } from "node:worker_threads";
import type { Environment } from "../environment.ts";
import { createHost } from "../host.ts";
import { nodePort, serveIpc } from "../transports/ipc.ts";

const environment: Environment = {
  ...(workerData as Omit<Environment, "now">),
  now: () => new Date().toISOString(),
};
if (parentPort) serveIpc(createHost(environment), nodePort(parentPort), { owned: true });

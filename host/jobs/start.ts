/** Starts the host in its worker; the thread that calls only forwards. */
import { homedir, userInfo } from "node:os";
import { Worker } from "node:worker_threads";
import about from "../../package.json" with { type: "json" };
import { type Environment, homeFolder } from "../environment.ts";
import { ipcWire, nodePort } from "../transports/ipc.ts";
import type { Wire } from "../wire.ts";

/** This machine, as a worker can be told of it. */
export function thisMachine(locale: "zh" | "en"): Omit<Environment, "now"> {
  let user = "";
  try {
    user = userInfo().username;
  } catch {
    // A uid without an account has no name.
  }
  return {
    home: homeFolder(process.env, process.platform),
    documents: homedir(),
    version: about.version,
    user,
    locale,
  };
}

export function startHost(machine: Omit<Environment, "now">): Wire {
  const worker = new Worker(new URL("./host-worker.ts", import.meta.url), { workerData: machine });
  const wire = ipcWire(nodePort(worker));
  worker.on("error", (error) => wire.fail(error.message));
  worker.on("exit", () => wire.fail("the host has ended"));
  return wire;
}

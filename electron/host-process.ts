/** What the host's process runs: the handlers, behind each port the main process passes on from a window. */
import type { MessagePortMain } from "electron";
import type { Environment } from "../host/environment.ts";
import { createHost } from "../host/host.ts";
import { type Port, serveIpc } from "../host/transports/ipc.ts";
import { CLOSE } from "./host-link.ts";

/** The parent's end, as far as it is used: Electron's, or a test's. */
interface Parent {
  on(
    event: "message",
    listener: (message: { readonly data: unknown; readonly ports: readonly Partner[] }) => void,
  ): unknown;
}
type Partner = Pick<MessagePortMain, "on" | "postMessage" | "start" | "close">;

/** A window that is gone has said goodbye. */
function portOf(partner: Partner): Port {
  let open = true;
  return {
    post: (message) => open && partner.postMessage(message),
    listen(listener) {
      partner.on("message", (event) => listener(event.data));
      partner.on("close", () => {
        if (!open) return;
        open = false;
        listener({ bye: true });
      });
      partner.start();
    },
    close() {
      open = false;
      partner.close();
    },
  };
}

const machine = JSON.parse(process.argv.at(-1) ?? "") as Omit<Environment, "now">;
const host = createHost({ ...machine, now: () => new Date().toISOString() });
(process.parentPort as unknown as Parent).on("message", async ({ data, ports }) => {
  for (const port of ports) serveIpc(host, portOf(port));
  if (data === CLOSE) {
    await host.close();
    process.exit(0);
  }
});

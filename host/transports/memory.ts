/** A host in the same thread, for tests and the command line. Values are copied, so that nobody shares what is sent. */
import { answer, HostFault, unwrap, type Wire } from "../wire.ts";

export function memoryWire(host: Wire): Wire {
  let open = true;
  return {
    async request(name, input) {
      if (!open) throw new HostFault("the host is closed");
      return structuredClone(unwrap(await answer(() => host.request(name, structuredClone(input)))));
    },
    subscribe: (listener) => host.subscribe((event) => listener(structuredClone(event))),
    async close() {
      open = false;
      await host.close();
    },
  };
}

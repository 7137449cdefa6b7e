/** The edition's own body face for the galley, so that it reads as it will print; fetched once a window. */
import type { Client } from "../../host/client.ts";

let loading: Promise<void> | null = null;

/** Until it is there (or where it cannot be had) the system's own 宋 stands in. */
export function loadBodyFace(client: Client): Promise<void> {
  loading ??= client.call("fonts.get", { face: "song" }).then(async ({ bytes }) => {
    document.fonts.add(await new FontFace("Dayang Song", bytes.slice().buffer).load());
  });
  return loading;
}

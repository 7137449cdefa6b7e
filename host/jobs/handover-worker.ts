/** Hands pages over and ends. A line may be slow, and a night's pages are many megabytes. */

import type { Received } from "../contract.ts";
import { handOver } from "../handover/hand-over.ts";
import { readKey } from "../handover/secrets.ts";
import { openEditionFile } from "../store/store.ts";
import { serveTask } from "./task.ts";

export interface HandoverTask extends Omit<Received<"handover.start">, "edition"> {
  /** The edition file, and the app's own folder. */
  readonly source: string;
  readonly home: string;
  /** ISO instant. */
  readonly created: string;
  readonly producer: string;
  /** Socket of the person's agent. */
  readonly agent: string | undefined;
}

export interface HandoverResult {
  readonly place: string;
  readonly bytes: number;
  readonly pages: readonly string[];
}

/** Between two tellings of how far it is, in ms: each chunk would be one. */
const TOLD = 100;

await serveTask<HandoverTask, HandoverResult>(async ({ secrets, agent, ...task }, progress) => {
  let [key, time] = ["", 0];
  const { place, bytes, pages } = await handOver({
    ...task,
    open: () => openEditionFile(task.source, { readOnly: true }),
    secrets: {
      password: secrets.password,
      passphrase: secrets.passphrase,
      key: secrets.keyFile ? readKey(secrets.keyFile) : undefined,
      agent,
    },
    tell(said, values, fraction) {
      const now = performance.now();
      if (said === key && now - time < TOLD) return;
      [key, time] = [said, now];
      progress(said, values, fraction);
    },
  });
  return { place, bytes, pages };
});

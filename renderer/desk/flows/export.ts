/** A PDF made by the host in a worker: started, followed, stopped. */

import { Problem } from "../../../core/problem.ts";
import type { EventBody } from "../../../host/contract.ts";
import type { OpenEdition } from "../../session/open-edition.ts";
import type { Workplace } from "../workplace.ts";

export interface Progress {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly fraction: number;
}

export interface ExportChoice {
  readonly pages: readonly string[];
  readonly standard: "x4" | "x1a";
  readonly marks: boolean;
  readonly proof: boolean;
  /** What becomes of an advertisement's PDF that preflight finds errors in. */
  readonly adverts?: "refuse" | "accept";
  /** Id of the version that is exported; 0, or left out, for the edition as it is. */
  readonly version?: number;
}

/** Resolves with the file, or null where it was stopped. Rejects with a Problem where it failed. */
export async function exportFile(
  { client, state }: Workplace,
  open: OpenEdition,
  path: string,
  choice: ExportChoice,
  tell: (progress: Progress, cancel: () => void) => void,
): Promise<{ path: string; bytes: number } | null> {
  let job = "";
  let stopped = false;
  const cancel = () => {
    stopped = true;
    if (job) void client.call("jobs.cancel", { job });
  };
  tell({ key: "", values: {}, fraction: 0 }, cancel);
  // The worker reads the file: what is on the screen has to be in it first.
  await open.session.saved();
  if (stopped) return null;

  const ended = Promise.withResolvers<{ path: string; bytes: number } | null>();
  const early: (() => void)[] = [];
  /** Events may come before the answer that names the job. */
  const mine = (named: string, work: () => void) => {
    if (job === "") early.push(() => named === job && work());
    else if (named === job) work();
  };
  const stops = [
    client.on("job.progress", (event: EventBody<"job.progress">) =>
      mine(event.job, () => tell({ ...event.message, fraction: event.fraction }, cancel)),
    ),
    client.on("job.done", (event) =>
      mine(event.job, () => ended.resolve({ path: event.path, bytes: event.bytes })),
    ),
    client.on("job.failed", (event) =>
      mine(event.job, () => ended.reject(new Problem(event.message.key, event.message.values))),
    ),
    client.on("job.cancelled", (event) => mine(event.job, () => ended.resolve(null))),
  ];
  try {
    const started = await client.call("export.start", {
      edition: open.edition,
      path,
      options: { ...choice, pages: [...choice.pages], force: true, locale: state.snapshot().locale },
    });
    job = started.job;
    for (const work of early) work();
    if (stopped) cancel();
    return await ended.promise;
  } finally {
    for (const stop of stops) stop();
  }
}

/** A job of the host's: started once everything is on the disk, followed, stopped. */
import { Problem } from "../../../core/problem.ts";
import type { EventBody } from "../../../host/contract.ts";
import type { OpenEdition } from "../../session/open-edition.ts";
import type { Workplace } from "../workplace.ts";

export interface Progress {
  /** Empty while the text is being saved. */
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly fraction: number;
}

export interface JobDone {
  readonly path: string;
  readonly bytes: number;
  readonly pages: readonly string[];
  /** Whether a page that was released for press is what was sealed; nothing where it was not. */
  readonly sealed?: "same" | "differs" | null | undefined;
}

type Start = () => Promise<{ readonly job: string }>;
type Tell = (progress: Progress, cancel: () => void) => void;

/** Tells of a job in the line of what the desk waits for, where a person can stop it. */
export const showProgress =
  ({ state }: Pick<Workplace, "state">): Tell =>
  ({ key, values }, stop) =>
    state.dispatch({ type: "busy", busy: { key: key || "desk.export.saving", values, stop } });

/** Says that a job was stopped, and that it has left nothing. */
export const tellStopped = ({ state }: Pick<Workplace, "state">): void =>
  state.dispatch({ type: "notice", notice: { tone: "info", key: "desk.export.stopped", values: {} } });

/** Resolves with what was made, or null where it was stopped. Rejects with a Problem where it failed. */
export const followJob = (
  workplace: Workplace,
  open: OpenEdition,
  start: Start,
  tell: Tell,
): Promise<JobDone | null> =>
  followUntil<JobDone>(workplace, open, start, tell, (end) => [
    workplace.client.on("job.done", ({ job, ...done }) => end(job, done)),
  ]);

/** The same for a job that ends with an event of its own: `ends` listens for it and returns what stops listening. */
export async function followUntil<R>(
  { client }: Workplace,
  open: OpenEdition,
  start: Start,
  tell: Tell,
  ends: (end: (job: string, result: R) => void) => readonly (() => void)[],
): Promise<R | null> {
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

  const ended = Promise.withResolvers<R | null>();
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
    ...ends((named, result) => mine(named, () => ended.resolve(result))),
    client.on("job.failed", (event) =>
      mine(event.job, () => ended.reject(new Problem(event.message.key, event.message.values))),
    ),
    client.on("job.cancelled", (event) => mine(event.job, () => ended.resolve(null))),
  ];
  try {
    job = (await start()).job;
    for (const work of early) work();
    if (stopped) cancel();
    return await ended.promise;
  } finally {
    for (const stop of stops) stop();
  }
}

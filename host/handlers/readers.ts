/** The digital edition and the findings report are made in workers. */
import { rmSync } from "node:fs";
import { basename, resolve } from "node:path";
import { scaffoldOf, takeDown } from "../digital/publish.ts";
import type { DigitalResult, DigitalTask } from "../jobs/digital-worker.ts";
import type { ReportResult, ReportTask } from "../jobs/report-worker.ts";
import { temporaryName } from "../store/publish.ts";
import { checkOutput } from "../work/files.ts";
import type { Handlers, Household } from "./household.ts";

type Own = "digital.start" | "report.start";

export function readerHandlers({ environment, editions, jobs, emit }: Household): Pick<Handlers, Own> {
  const done =
    (job: () => string, path: string) =>
    ({ bytes, pages }: DigitalResult | ReportResult) =>
      emit("job.done", { job: job(), path, bytes, pages: [...pages] });
  return {
    "digital.start"({ edition, ...asked }) {
      const folder = resolve(asked.folder);
      const scaffold = scaffoldOf(folder);
      const data: DigitalTask = { ...asked, source: editions.store(edition).path, scaffold };
      const job: string = jobs.start<DigitalResult>({
        script: new URL("../jobs/digital-worker.ts", import.meta.url),
        data,
        subject: basename(asked.folder),
        done: done(() => job, asked.folder),
        cleanUp: () => takeDown(folder, scaffold),
      });
      return { job };
    },
    "report.start"({ edition, force, ...asked }) {
      const { path: source } = editions.store(edition);
      checkOutput(asked.path, [source], force);
      const temp = temporaryName(asked.path);
      const data: ReportTask = { ...asked, source, temp, created: environment.now() };
      const job: string = jobs.start<ReportResult>({
        script: new URL("../jobs/report-worker.ts", import.meta.url),
        data,
        subject: basename(asked.path),
        done: done(() => job, asked.path),
        cleanUp: () => rmSync(temp, { force: true }),
      });
      return { job };
    },
  };
}

/** PDFs are made in workers of their own, so that a change is never kept waiting for one. */
import { rmSync } from "node:fs";
import { basename } from "node:path";
import type { ExportResult, ExportTask } from "../jobs/export-worker.ts";
import { temporaryName } from "../store/publish.ts";
import { checkOutput } from "../work/files.ts";
import type { Handlers, Household } from "./household.ts";

export function exportHandlers({
  environment,
  editions,
  jobs,
  emit,
}: Household): Pick<Handlers, "export.start" | "jobs.cancel"> {
  return {
    "export.start"({ edition, path, options }) {
      const { path: source } = editions.store(edition);
      checkOutput(path, [source], options.force);
      const temp = temporaryName(path);
      const data: ExportTask = { source, path, temp, options, created: environment.now() };
      const job = jobs.start<ExportResult>({
        script: new URL("../jobs/export-worker.ts", import.meta.url),
        data,
        subject: basename(path),
        done: ({ bytes, pages, sealed }) => emit("job.done", { job, path, bytes, pages: [...pages], sealed }),
        cleanUp: () => rmSync(temp, { force: true }),
      });
      return { job };
    },
    async "jobs.cancel"({ job }) {
      await jobs.cancel(job);
      return {};
    },
  };
}

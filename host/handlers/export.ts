/** PDFs are made in workers of their own, so that a change is never kept waiting for one. */
import { rmSync } from "node:fs";
import { basename } from "node:path";
import { Worker } from "node:worker_threads";
import type { EventBody } from "../contract.ts";
import type { Handlers, Household } from "../host.ts";
import type { ExportMessage, ExportTask } from "../jobs/export-worker.ts";
import { temporaryName } from "../store/publish.ts";
import { checkOutput } from "../work/files.ts";
import { newId } from "../work/ids.ts";

export function exportHandlers({
  environment,
  editions,
  emit,
  closing,
}: Household): Pick<Handlers, "export.start" | "jobs.cancel"> {
  const running = new Map<string, Worker>();

  async function stop(job: string): Promise<void> {
    const worker = running.get(job);
    if (!worker) return;
    running.delete(job);
    await worker.terminate();
    emit("job.cancelled", { job });
  }

  closing.push(() => Promise.all([...running.keys()].map(stop)));

  return {
    "export.start"({ edition, path, options }) {
      const { path: source } = editions.store(edition);
      checkOutput(path, [source], options.force);
      const job = newId();
      const temp = temporaryName(path);
      const task: ExportTask = { source, path, temp, options, created: environment.now() };
      const worker = new Worker(new URL("../jobs/export-worker.ts", import.meta.url), { workerData: task });
      running.set(job, worker);

      const finish = (tell: () => void) => {
        if (running.delete(job)) tell();
      };
      const fail = (message: EventBody<"job.failed">["message"]) =>
        finish(() => emit("job.failed", { job, message }));
      worker.on("message", (message: ExportMessage) => {
        if (message.kind === "progress") {
          if (running.has(job))
            emit("job.progress", { job, message: message.message, fraction: message.fraction });
        } else if (message.kind === "done") {
          finish(() => emit("job.done", { job, path, bytes: message.bytes, pages: [...message.pages] }));
        } else fail(message.message);
      });
      worker.on("error", (error) => fail({ key: "host.fault", values: { message: error.message } }));
      worker.on("exit", () => {
        rmSync(temp, { force: true });
        fail({ key: "host.fault", values: { message: basename(path) } });
      });
      return { job };
    },
    async "jobs.cancel"({ job }) {
      await stop(job);
      return {};
    },
  };
}

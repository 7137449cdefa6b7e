/**
 * Work in workers of its own, so that a change is never kept waiting for it: started under a name, followed by it,
 * stopped by it. Every job ends once: done, failed or cancelled.
 */
import { Worker } from "node:worker_threads";
import type { EventBody, EventName } from "../contract.ts";
import { newId } from "../work/ids.ts";
import type { Said, TaskMessage } from "./task.ts";

export interface Job<R> {
  /** The worker's file; it calls `serveTask`. */
  readonly script: URL;
  readonly data: object;
  /** What the job is about, for a worker that dies without a word. */
  readonly subject: string;
  /** Named by the caller, where it has to know the name before the job begins. */
  readonly id?: string;
  done(result: R): void;
  /** Where these are not given, the end is told as an event. */
  failed?(message: Said): void;
  cancelled?(): void;
  /** Called when the worker is gone, however it ended. */
  cleanUp?(): void;
}

type Emit = <E extends EventName>(event: E, body: EventBody<E>) => void;

export class Jobs {
  readonly #emit: Emit;
  readonly #running = new Map<string, { readonly worker: Worker; readonly cancelled: () => void }>();

  constructor(emit: Emit) {
    this.#emit = emit;
  }

  /** The job's name. */
  start<R>(job: Job<R>): string {
    const id = job.id ?? newId();
    const worker = new Worker(job.script, { workerData: job.data });
    const cancelled = job.cancelled ?? (() => this.#emit("job.cancelled", { job: id }));
    this.#running.set(id, { worker, cancelled });
    const finish = (tell: () => void) => {
      if (this.#running.get(id)?.worker !== worker) return;
      this.#running.delete(id);
      tell();
    };
    const fail = (message: Said) =>
      finish(() => {
        const body = { key: message.key, values: { ...message.values } };
        if (job.failed) job.failed(body);
        else this.#emit("job.failed", { job: id, message: body });
      });
    worker.on("message", (message: TaskMessage) => {
      if (message.kind === "progress") {
        const { key, values } = message.message;
        if (this.#running.has(id))
          this.#emit("job.progress", {
            job: id,
            message: { key, values: { ...values } },
            fraction: message.fraction,
          });
      } else if (message.kind === "done") finish(() => job.done(message.result as R));
      else fail(message.message);
    });
    worker.on("error", (error) => fail({ key: "host.fault", values: { message: error.message } }));
    worker.on("exit", () => {
      job.cleanUp?.();
      fail({ key: "host.fault", values: { message: job.subject } });
    });
    return id;
  }

  /** Resolves when the worker is gone; a job that is not running is none to stop. */
  async cancel(id: string): Promise<void> {
    const running = this.#running.get(id);
    if (!running) return;
    this.#running.delete(id);
    await running.worker.terminate();
    running.cancelled();
  }

  async cancelAll(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((id) => this.cancel(id)));
  }
}

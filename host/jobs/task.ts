/** The worker's side of a job: what it was given, how far it is, and how it ended. */
import { parentPort, workerData } from "node:worker_threads";
import type { Values } from "../../core/catalogue/message.ts";
import { Problem } from "../../core/problem.ts";

export interface Said {
  readonly key: string;
  readonly values: Values;
}

export type TaskMessage =
  | { readonly kind: "progress"; readonly message: Said; readonly fraction: number }
  | { readonly kind: "done"; readonly result: unknown }
  | { readonly kind: "failed"; readonly message: Said };

export type Progress = (key: string, values: Values, fraction: number) => void;

/** Bytes that go over to whoever started the job, instead of being copied. */
export interface Transferred<R> {
  readonly result: R;
  readonly transfer: readonly ArrayBuffer[];
}

/** Does `work` with what the worker was started with, and tells what becomes of it. A fault of the program is thrown on. */
export async function serveTask<D, R>(
  work: (data: D, progress: Progress) => Promise<R | Transferred<R>>,
): Promise<void> {
  const post = (message: TaskMessage, transfer: readonly ArrayBuffer[] = []) =>
    parentPort?.postMessage(message, transfer);
  const progress: Progress = (key, values, fraction) =>
    post({ kind: "progress", message: { key, values }, fraction: Math.min(1, Math.max(0, fraction)) });
  try {
    const ended = await work(workerData as D, progress);
    if (isTransferred<R>(ended)) post({ kind: "done", result: ended.result }, ended.transfer);
    else post({ kind: "done", result: ended });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    post({ kind: "failed", message: { key: error.key, values: error.values } });
  }
}

function isTransferred<R>(ended: R | Transferred<R>): ended is Transferred<R> {
  return typeof ended === "object" && ended !== null && "transfer" in ended;
}

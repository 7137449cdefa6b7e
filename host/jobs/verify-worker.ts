/** Reads an edition file through by itself, and tells the first place that is not as it was written. */
import { openEditionFile } from "../store/store.ts";
import { serveTask } from "./task.ts";

export interface VerifyTask {
  /** The edition file. */
  readonly source: string;
}

export interface VerifyResult {
  /** Empty where all is sound. */
  readonly faults: readonly string[];
}

await serveTask<VerifyTask, VerifyResult>(async ({ source }) => {
  const store = openEditionFile(source, { readOnly: true });
  try {
    return { faults: store.verify() };
  } finally {
    store.close();
  }
});

/** Makes the PDF that a page is released with, or only looks it over, and ends. Sealing is the host's, who has the file open. */
import { basename } from "node:path";
import { openEditionFile } from "../store/store.ts";
import { lookOver } from "../work/hindrances.ts";
import { makeRelease, type ReleaseOrder, type ReleaseResult } from "../work/release.ts";
import { serveTask } from "./task.ts";

export interface ReleaseTask extends ReleaseOrder {
  /** The edition file. */
  readonly source: string;
}

/** Only to look the page over. */
export type CheckTask = Pick<ReleaseTask, "source" | "page"> & { readonly path: null };

await serveTask<ReleaseTask | CheckTask, ReleaseResult>(async (task, tell) => {
  const file = basename(task.path ?? task.source);
  const progress = (key: string, fraction: number) => tell(key, { file }, fraction);
  const store = openEditionFile(task.source, { readOnly: true });
  try {
    if (task.path !== null) return await makeRelease(store, task, progress);
    progress("release.stage.look", 0.05);
    return { refused: lookOver(store, task.page).hindrances };
  } finally {
    store.close();
  }
});

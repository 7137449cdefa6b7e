/** Makes a digital edition and ends. Reads the edition file by itself. */
import { basename } from "node:path";
import type { Received } from "../contract.ts";
import { writeDigital } from "../digital/digital.ts";
import type { Scaffold } from "../digital/publish.ts";
import { openEditionFile } from "../store/store.ts";
import { checkPages } from "../work/sheets.ts";
import { serveTask } from "./task.ts";

export interface DigitalTask extends Omit<Received<"digital.start">, "edition"> {
  /** The edition file. */
  readonly source: string;
  readonly scaffold: Scaffold;
}

export interface DigitalResult {
  readonly bytes: number;
  readonly pages: readonly string[];
}

await serveTask<DigitalTask, DigitalResult>(async ({ source, scaffold, folder, pages, locale }, progress) => {
  const store = openEditionFile(source, { readOnly: true });
  try {
    checkPages(store.edition, pages, basename(source));
    const made = await writeDigital(folder, {
      scaffold,
      edition: store.edition,
      picture: (digest) => store.pictures.get(digest)?.bytes ?? null,
      pages,
      locale,
      stage: (stage, page, fraction) => progress(`digital.stage.${stage}`, { page }, fraction),
    });
    return { bytes: made.bytes, pages: made.pages };
  } finally {
    store.close();
  }
});

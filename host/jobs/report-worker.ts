/** Writes a findings report, or a red check for paper, and ends. Reads the edition file by itself. */
import { basename } from "node:path";
import type { Received } from "../contract.ts";
import { makeRedReport } from "../report/red.ts";
import { makeReport } from "../report/report.ts";
import { openEditionFile } from "../store/store.ts";
import { writeWhole } from "../work/files.ts";
import { checkPages } from "../work/sheets.ts";
import { serveTask } from "./task.ts";

export interface ReportTask extends Omit<Received<"report.start">, "edition" | "force"> {
  /** The edition file. */
  readonly source: string;
  /** What the report is called until it is whole. */
  readonly temp: string;
  /** ISO instant. */
  readonly created: string;
}

export interface ReportResult {
  readonly bytes: number;
  readonly pages: readonly string[];
}

await serveTask<ReportTask, ReportResult>(
  async ({ source, path, temp, created, pages, locale, red }, progress) => {
    const store = openEditionFile(source, { readOnly: true });
    try {
      checkPages(store.edition, pages, basename(source));
      const report = red
        ? makeRedReport({ store, pages, locale, created, ...red })
        : await makeReport({
            store,
            pages,
            locale,
            created,
            stage: (stage, page, fraction) => progress(`report.stage.${stage}`, { page }, fraction),
          });
      writeWhole(path, report.html, temp);
      return { bytes: Buffer.byteLength(report.html), pages: report.pages };
    } finally {
      store.close();
    }
  },
);

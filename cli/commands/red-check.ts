/** `rounds red EDITION -o OUT.html`: the red check of two versions, for paper. */
import { basename } from "node:path";
import { Problem } from "../../core/problem.ts";
import { makeRedReport } from "../../host/report/red.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { checkOutput, writeWhole } from "../../host/work/files.ts";
import { checkPages } from "../../host/work/sheets.ts";
import type { ExitCode, Surroundings } from "../command.ts";
import { pagesOption } from "../pages-option.ts";
import { versionOption } from "../version-option.ts";

export interface RedCheckValues {
  readonly page?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly out?: string | undefined;
  readonly force?: boolean | undefined;
}

/** Ends with 1 where a correction was not made as it was asked, or something was changed that nobody asked for. */
export async function redCheck(
  file: string,
  values: RedCheckValues,
  { terminal, now }: Surroundings,
): Promise<ExitCode> {
  const { out } = values;
  if (!out) throw new Problem("cli.option-missing", { command: "rounds", option: "-o" });
  const pages = pagesOption(values.page);
  checkOutput(out, [file], values.force ?? false);
  const store = openEditionFile(file, { readOnly: true });
  try {
    checkPages(store.edition, pages, basename(file));
    const report = makeRedReport({
      ...{ store, pages, locale: terminal.locale, created: now() },
      before: versionOption("--from", values.from),
      after: versionOption("--to", values.to),
    });
    writeWhole(out, report.html);
    const { open, items } = report;
    terminal.say("cli.rounds.red", { file: out, pages: report.pages.join("、"), open, items });
    return open > 0 ? 1 : 0;
  } finally {
    store.close();
  }
}

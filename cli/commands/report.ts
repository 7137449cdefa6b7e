import { basename } from "node:path";
import { Problem } from "../../core/problem.ts";
import { makeReport } from "../../host/report/report.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { checkOutput, writeWhole } from "../../host/work/files.ts";
import { checkPages } from "../../host/work/sheets.ts";
import { command } from "../command.ts";
import { pagesOption } from "../pages-option.ts";

/** `report EDITION -o OUT.html`: findings, decisions and figures, to be read, printed and signed. */
export const report = command({
  name: "report",
  options: {
    out: { type: "string", short: "o" },
    pages: { type: "string" },
    force: { type: "boolean" },
  },
  files: [1, 1],
  async run(values, [file = ""], { terminal, now }) {
    if (!values.out) throw new Problem("cli.option-missing", { command: "report", option: "-o" });
    const pages = pagesOption(values.pages);
    checkOutput(values.out, [file], values.force ?? false);
    const store = openEditionFile(file, { readOnly: true });
    try {
      checkPages(store.edition, pages, basename(file));
      const { html, findings, figures } = await makeReport({
        store,
        pages,
        locale: terminal.locale,
        created: now(),
        stage: (stage, page) => terminal.stage(`report.stage.${stage}`, { page }),
      });
      writeWhole(values.out, html);
      terminal.say("cli.report.done", { file: values.out, findings, figures });
    } finally {
      store.close();
    }
    return 0;
  },
});

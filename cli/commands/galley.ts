import { basename } from "node:path";
import { composeGalley } from "../../core/compose/galley.ts";
import { decode } from "../../core/intake/decode.ts";
import { Problem } from "../../core/problem.ts";
import { blankEdition } from "../../host/store/log.ts";
import { makePdf } from "../../host/work/export.ts";
import { checkOutput, readBytes, writeWhole } from "../../host/work/files.ts";
import { machineFaces } from "../../host/work/sheets.ts";
import { houseStyle } from "../../host/work/style.ts";
import { command, numberOption } from "../command.ts";

/** `galley FILE.txt`: plain text as a galley proof (小样), and how well its lines are set. */
export const galley = command({
  name: "galley",
  options: {
    measure: { type: "string" },
    columns: { type: "string" },
    size: { type: "string" },
    pdf: { type: "string" },
    json: { type: "boolean" },
    force: { type: "boolean" },
  },
  files: [1, 1],
  async run(values, [file = ""], { terminal, now }) {
    const measure = numberOption("--measure", values.measure ?? "13", 4, 200);
    const columns = numberOption("--columns", values.columns ?? "8", 1, 40, { whole: true });
    const size = numberOption("--size", values.size ?? "9", 4, 72);
    const { pdf } = values;
    if (!pdf && !values.json) throw new Problem("cli.option-missing", { command: "galley", option: "--pdf" });
    if (pdf) checkOutput(pdf, [file], values.force ?? false);

    const text = decode(basename(file), readBytes(file));
    terminal.stage("export.stage.compose", {}, { long: text.length > 200_000 });
    const { sheets, metrics } = composeGalley(
      text,
      { measure, columns, size, style: houseStyle },
      machineFaces(),
    );
    if (pdf) {
      const bytes = await makePdf({
        edition: blankEdition,
        sheets,
        picture: () => null,
        standard: "x4",
        marks: false,
        created: now(),
        stage: (stage) => terminal.stage(`export.stage.${stage}`),
      });
      writeWhole(pdf, bytes);
    }
    if (values.json) terminal.print(JSON.stringify({ file, ...metrics }));
    else {
      terminal.say("cli.galley.done", {
        file: pdf ?? "",
        characters: metrics.characters,
        lines: metrics.lines,
        mean: metrics.mean.toFixed(4),
        max: metrics.max.toFixed(3),
        over: metrics.over05,
      });
    }
    return 0;
  },
});

import { basename } from "node:path";
import { Problem } from "../../core/problem.ts";
import { loadProfile } from "../../host/press/profile.ts";
import { inForce } from "../../host/store/decisions.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { makePdf } from "../../host/work/export.ts";
import { checkOutput, writeWhole } from "../../host/work/files.ts";
import { checkPages, composeSheets, machineFaces, pickSheets } from "../../host/work/sheets.ts";
import { choiceOption, command } from "../command.ts";

/** `export EDITION --pdf OUT.pdf`: a print file, or a page proof with its findings in the margin. */
export const exportCommand = command({
  name: "export",
  options: {
    pdf: { type: "string" },
    pages: { type: "string" },
    standard: { type: "string" },
    profile: { type: "string" },
    proof: { type: "boolean" },
    marks: { type: "boolean" },
    force: { type: "boolean" },
  },
  files: [1, 1],
  async run(values, [file = ""], { terminal, now }) {
    const out = values.pdf;
    if (!out) throw new Problem("cli.option-missing", { command: "export", option: "--pdf" });
    const standard = choiceOption("--standard", values.standard ?? "x4", ["x4", "x1a"]);
    const numbers = (values.pages ?? "")
      .toUpperCase()
      .split(/[,，、\s]+/)
      .filter(Boolean);
    checkOutput(out, [file], values.force ?? false);

    const store = openEditionFile(file, { readOnly: true });
    try {
      const { edition } = store;
      checkPages(edition, numbers, basename(file));
      loadProfile(values.profile ?? edition.style.press.profile);
      const stage = (name: string) => terminal.stage(`export.stage.${name}`, {}, { long: true });
      stage("compose");
      const sheets = pickSheets(composeSheets(edition), numbers);
      const order = {
        edition,
        sheets,
        picture: (digest: string) => store.pictures.get(digest)?.bytes ?? null,
        profile: values.profile,
        created: now(),
        stage,
      };
      const bytes = values.proof
        ? await (await import("../../host/work/proof.ts")).makeProof({
            ...order,
            locale: terminal.locale,
            decisions: inForce(store.decisions.list()).values(),
          })
        : await makePdf({ ...order, standard, marks: values.marks ?? false });
      writeWhole(out, bytes);
      terminal.say("cli.export.done", {
        file: out,
        pages: sheets.map((sheet) => sheet.number).join("、"),
        kilobytes: Math.ceil(bytes.length / 1024),
      });
      for (const { wanted, used } of machineFaces().substituted) {
        terminal.note("cli.export.substituted", { wanted, used });
      }
    } finally {
      store.close();
    }
    return 0;
  },
});

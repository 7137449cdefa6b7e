import { join, relative } from "node:path";
import { createEditionFile } from "../../host/store/create.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { checkEdition } from "../../host/work/check.ts";
import { makePdf } from "../../host/work/export.ts";
import { makeFolder, writeWhole } from "../../host/work/files.ts";
import { preflightFile } from "../../host/work/preflight.ts";
import { makeProof } from "../../host/work/proof.ts";
import { readSample, sampleTexts } from "../../host/work/sample.ts";
import { composeSheets, planOnMachine } from "../../host/work/sheets.ts";
import { command } from "../command.ts";
import type { Terminal } from "../terminal.ts";
import { printReport } from "./check.ts";
import { keptPictures, printFits } from "./fit.ts";
import { printPreflight } from "./preflight.ts";

/** `demo`: the sample edition through all of it. Every step does what its own command does, and says how long it took. */
export const demo = command({
  name: "demo",
  options: { out: { type: "string" } },
  files: [0, 0],
  async run(values, _, { terminal, now, author }) {
    const out = values.out ?? join("out", "demo");
    const file = join(out, "sample.dayang");
    const pdf = join(out, "sample.pdf");
    const proof = join(out, "proof.pdf");
    const steps = stepper(terminal);
    makeFolder(out);

    steps.begin("import", { files: sampleTexts.join("、") });
    const { edition: read, pictures } = await readSample();
    createEditionFile(file, read, { act: { time: now(), author, label: "import" }, pictures, force: true });
    const articles = read.pages.flatMap((page) => page.children.filter((b) => b.type.name === "article"));
    steps.end("import", { articles: articles.length, pages: read.pages.length, pictures: pictures.length });

    const store = openEditionFile(file, { now: now() });
    try {
      steps.begin("check");
      const report = checkEdition(store.edition);
      printReport(file, report, terminal, { brief: true });
      steps.end("check");

      steps.begin("plan");
      const { changes } = planOnMachine(store.edition);
      store.append(changes, { time: now(), author, label: "plan" });
      steps.end("plan");

      const { edition } = store;
      steps.begin("fit");
      const sheets = composeSheets(edition);
      printFits(edition, sheets, terminal, keptPictures(store));
      steps.end("fit");

      steps.begin("export");
      const picture = (digest: string) => store.pictures.get(digest)?.bytes ?? null;
      const order = { edition, sheets, picture, created: now() };
      writeWhole(pdf, await makePdf({ ...order, standard: "x4", marks: false }));
      writeWhole(proof, await makeProof({ ...order, locale: terminal.locale }));
      steps.end("export");

      steps.begin("preflight");
      const judged = await preflightFile(pdf);
      printPreflight(judged, terminal);
      steps.end("preflight");

      terminal.say("cli.demo.total", {
        seconds: steps.total(),
        megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
      });
      const told = [
        ["cli.demo.edition", file],
        ["cli.demo.pdf", pdf],
        ["cli.demo.proof", proof],
      ] as const;
      for (const [key, path] of told) terminal.say(key, { file: shorter(path) });
      return judged.problems.some((problem) => problem.severity === "error") ? 1 : 0;
    } finally {
      store.close();
    }
  },
});

/** As it is seen from here, where that is shorter. */
function shorter(path: string): string {
  const seen = relative(".", path);
  return seen && seen.length < path.length ? seen : path;
}

/** Headings of the steps, and the time each took. */
function stepper(terminal: Terminal) {
  const start = performance.now();
  let began = start;
  const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(2);
  return {
    begin(step: string, values = {}) {
      began = performance.now();
      terminal.say(`cli.demo.${step}`, values);
    },
    end(step: string, values: Readonly<Record<string, number>> = {}) {
      if (Object.keys(values).length > 0) terminal.say(`cli.demo.${step}.done`, values);
      terminal.say("cli.demo.took", { seconds: seconds(began) });
      terminal.print();
    },
    total: () => seconds(start),
  };
}

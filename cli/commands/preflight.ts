import { basename } from "node:path";
import type { PreflightReport } from "../../core/press/preflight/report.ts";
import { preflightFile } from "../../host/work/preflight.ts";
import { command } from "../command.ts";
import type { Terminal } from "../terminal.ts";

/** `preflight PDF`: 1 where a check fails. */
export const preflight = command({
  name: "preflight",
  options: { json: { type: "boolean" } },
  files: [1, 1],
  async run(values, [file = ""], { terminal }) {
    terminal.stage("cli.stage.preflight", { file: basename(file) });
    const report = await preflightFile(file);
    if (values.json) terminal.print(JSON.stringify(asJSON(file, report, terminal)));
    else printPreflight(report, terminal);
    return report.problems.some((problem) => problem.severity === "error") ? 1 : 0;
  },
});

function asJSON(file: string, report: PreflightReport, terminal: Terminal) {
  const problems = report.problems.map(({ check, severity, page, place, message, advice }) => ({
    check,
    severity,
    page,
    place: place ?? null,
    message: terminal.word(message.key, message.values),
    advice: terminal.word(advice, message.values),
  }));
  return { file, standard: report.standard, checkedAs: report.checkedAs, pages: report.pages, problems };
}

/** Problems as a person reads them, the graver first, and a line that sums up. */
export function printPreflight(report: PreflightReport, terminal: Terminal): void {
  for (const { severity, page, place, message, advice } of report.problems) {
    const where = page === null ? "cli.preflight.file" : place ? "cli.preflight.place" : "cli.preflight.page";
    terminal.say("cli.preflight.problem", {
      severity: terminal.word(`proof.severity.${severity}`),
      where: terminal.word(where, {
        page: page ?? 0,
        x: Math.round(place?.x ?? 0),
        y: Math.round(place?.y ?? 0),
      }),
      message: terminal.word(message.key, message.values),
    });
    terminal.print(`      ${terminal.word(advice, message.values)}`);
  }
  const count = (severity: string) => report.problems.filter((p) => p.severity === severity).length;
  terminal.say(count("error") > 0 ? "cli.preflight.failed" : "cli.preflight.passed", {
    standard: report.standard ?? "PDF",
    pages: report.pages,
    errors: count("error"),
    warnings: count("warning"),
  });
}

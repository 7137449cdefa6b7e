import { basename } from "node:path";
import { checkDate } from "../../core/intake/intake.ts";
import { Problem } from "../../core/problem.ts";
import {
  type CheckOptions,
  type CheckReport,
  checkEdition,
  checkText,
  type PlacedFinding,
} from "../../host/work/check.ts";
import { kindOf, readBytes } from "../../host/work/files.ts";
import { command, type ExitCode } from "../command.ts";
import { keptStyle, packAt } from "../pack-file.ts";
import type { Terminal } from "../terminal.ts";

/** `check FILE...`: proofreads texts and editions; a file that cannot be used does not keep the others back. */
export const check = command({
  name: "check",
  options: {
    json: { type: "boolean" },
    text: { type: "boolean" },
    date: { type: "string" },
    paper: { type: "string" },
    pack: { type: "string", multiple: true },
  },
  files: [1, 1000],
  async run(values, files, { terminal }) {
    const packs = (values.pack ?? []).map(packAt);
    const options = { date: checkDate(values.date ?? ""), paper: values.paper, packs };
    let code: ExitCode = 0;
    for (const file of files) {
      try {
        const report = await checkFile(file, options, terminal);
        if (values.text) terminal.print(report.text.replace(/\n$/, ""));
        else if (values.json) terminal.print(JSON.stringify(asJSON(file, report, terminal)));
        else printReport(file, report, terminal, { named: files.length > 1 });
        const wrong = report.findings.some((finding) => finding.severity === "error");
        if (wrong && !values.text) code = code === 2 ? 2 : 1;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        terminal.problem(error);
        code = 2;
      }
    }
    return code;
  },
});

/** Bytes of a text that may take more than a second. */
const LONG = 300_000;

async function checkFile(file: string, options: CheckOptions, terminal: Terminal) {
  const kind = kindOf(file);
  const name = basename(file);
  if (kind === "edition") {
    const { openEditionFile } = await import("../../host/store/store.ts");
    const store = openEditionFile(file, { readOnly: true });
    try {
      terminal.stage("cli.stage.check", { file: name });
      return checkEdition(store.edition, options);
    } finally {
      store.close();
    }
  }
  if (kind !== "text") throw new Problem("cli.check.kind", { file: name });
  const bytes = readBytes(file);
  terminal.stage("cli.stage.check", { file: name }, { long: bytes.length > LONG });
  return checkText({ name, bytes }, { ...options, style: keptStyle() });
}

/** One line of `check --json`, as DESIGN.md states it. */
function asJSON(file: string, report: CheckReport, terminal: Terminal) {
  return {
    file,
    findings: report.findings.map(
      ({ rule, severity, article, page, start, end, quote, message, evidence, fixes }) => ({
        rule,
        severity,
        article,
        page,
        start,
        end,
        quote,
        message: terminal.word(message.key, message.values),
        evidence,
        fixes,
      }),
    ),
    relations: report.relations,
    figures: report.figures,
  };
}

/** The report a person reads: findings by page and article, then what the figures were checked by. */
export function printReport(
  file: string,
  report: CheckReport,
  terminal: Terminal,
  { named = false, brief = false } = {},
): void {
  if (named) terminal.print(basename(file));
  let heading = "";
  for (const finding of report.findings) {
    const home = terminal.word("cli.check.home", {
      page: finding.page ?? "–",
      headline: finding.article || terminal.word("cli.no-headline"),
    });
    if (home !== heading) terminal.print(home);
    heading = home;
    printFinding(finding, report.text, terminal);
  }
  const count = (severity: string) => report.findings.filter((f) => f.severity === severity).length;
  terminal.say("cli.check.findings", {
    errors: count("error"),
    warnings: count("warning"),
    advice: count("advice"),
  });
  const { total, verified, contradicted, unchecked } = report.figures;
  terminal.say("cli.check.figures", { total, verified, contradicted, unchecked });
  // Figures told twice are many and seldom news.
  const shown = report.relations.filter(({ kind, holds }) => !brief || !holds || kind !== "same");
  for (const relation of shown) {
    terminal.print(
      `  ${relation.holds ? "✓" : "✗"} ${terminal.word(`cli.relation.${relation.kind}`)} ${inOneLine(relation.total.quote)} ← ${relation.parts.map((part) => inOneLine(part.quote)).join(" ")}`,
    );
  }
}

function printFinding(finding: PlacedFinding, text: string, terminal: Terminal): void {
  terminal.say("cli.check.finding", {
    severity: terminal.word(`proof.severity.${finding.severity}`),
    line: text.slice(0, finding.start).split("\n").length,
    message: terminal.word(finding.message.key, finding.message.values),
  });
  terminal.print(`      ${inContext(text, finding.start, finding.end)}`);
  const evidence = finding.evidence.filter((e) => e.start < finding.start || e.end > finding.end);
  if (evidence.length > 0) {
    terminal.say("cli.check.evidence", { quotes: evidence.map((e) => shortened(e.quote)).join(" ") });
  }
}

/** The words in question in their line, between brackets, with a few characters on either side. */
function inContext(text: string, start: number, end: number, around = 14): string {
  const before =
    text
      .slice(Math.max(0, start - around), start)
      .split("\n")
      .at(-1) ?? "";
  const after = text.slice(end, end + around).split("\n")[0] ?? "";
  return `${before}[${shortened(text.slice(start, end))}]${after}`;
}

const inOneLine = (text: string) => text.replace(/\s*\n\s*/g, "");

function shortened(quote: string): string {
  const line = inOneLine(quote);
  return line.length > 60 ? `${line.slice(0, 40)}……${line.slice(-12)}` : line;
}

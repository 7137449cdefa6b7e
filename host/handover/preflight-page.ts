/** Preflight of a package's PDFs as a page that a printer reads in any browser. */
import { word } from "../../core/catalogue/catalogue.ts";
import type { Locale } from "../../core/catalogue/message.ts";
import { html, htmlPage, type Markup } from "../../core/html/markup.ts";
import type { PreflightProblem, PreflightReport } from "../../core/press/preflight/report.ts";

export interface PreflightedFile {
  readonly file: string;
  readonly report: PreflightReport;
}

const css = `
:root { color-scheme: light; font: 14px/1.6 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
body { max-width: 800px; margin: 0 auto; padding: 24px; color: #1f1d1b; background: #fff; }
h1 { margin: 0; font-size: 22px; }
h2 { margin: 28px 0 8px; padding-bottom: 4px; border-bottom: 1px solid #b3afa8; font-size: 16px; overflow-wrap: anywhere; }
p { margin: 4px 0; }
.passed { color: #256637; }
.failed { color: #b3261e; font-weight: 700; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 6px 8px 6px 0; border-bottom: 1px solid #d6d3ce; text-align: left; vertical-align: top; }
th { color: #625e58; font-size: 12px; font-weight: 400; }
td:first-child { white-space: nowrap; }
small { display: block; color: #625e58; font-size: 13px; }
.error { color: #b3261e; font-weight: 700; }
.warning { color: #7d5200; }
@page { size: A4; margin: 16mm; }
@media print { body { padding: 0; } tr { break-inside: avoid; } h2 { break-after: avoid; } }
`;

export function preflightPage(title: string, files: readonly PreflightedFile[], locale: Locale): string {
  const say = (key: string, values = {}) => word(locale, key, values);
  const row = (problem: PreflightProblem): Markup => {
    const { severity, place, message, advice } = problem;
    const where = place
      ? say("handover.preflight.place", { x: millimetres(place.x), y: millimetres(place.y) })
      : say("handover.preflight.everywhere");
    return html`<tr><td class="${severity}">${say(`proof.severity.${severity}`)}</td><td>${where}</td><td>${say(
      message.key,
      message.values,
    )}<small>${say(advice, message.values)}</small></td></tr>`;
  };
  const section = ({ file, report }: PreflightedFile): Markup => {
    const errors = report.problems.filter(({ severity }) => severity === "error").length;
    const counts = {
      standard: report.standard ?? "PDF",
      pages: report.pages,
      errors,
      warnings: report.problems.length - errors,
    };
    return html`<h2>${file}</h2>
<p class="${errors > 0 ? "failed" : "passed"}">${say(errors > 0 ? "cli.preflight.failed" : "cli.preflight.passed", counts)}</p>
${
  report.problems.length > 0 &&
  html`<table><thead><tr>${["severity", "where", "what"].map(
    (column) => html`<th scope="col">${say(`handover.preflight.${column}`)}</th>`,
  )}</tr></thead><tbody>${report.problems.map(row)}</tbody></table>`
}`;
  };
  return htmlPage({
    lang: locale === "zh" ? "zh-Hans" : "en",
    title: `${say("handover.preflight.title")} ${title}`,
    css,
    pictures: "'none'",
    body: html`<main>
<h1>${say("handover.preflight.title")}</h1>
<p>${title}</p>
${files.map(section)}
</main>`,
  });
}

const millimetres = (pt: number) => Math.round((pt / 72) * 25.4);

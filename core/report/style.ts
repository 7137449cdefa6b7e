/** How the findings report looks: on A4 first of all, and on a screen as a page of the same width. */
export const reportCss = `
:root {
  color-scheme: light; --text: #1f1d1b; --text-2: #5d5952; --line: #cfcac2; --error: #b3261e; --warning: #7d5200; --advice: #2c5f92; --ok: #256637;
  font: 10.5pt/1.55 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Source Han Sans SC", sans-serif;
}
@page { size: A4; margin: 14mm 14mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; color: #5d5952; } }
* { box-sizing: border-box; }
body { max-width: 182mm; margin: 12mm auto; padding: 0 4mm; color: var(--text); background: #fff; }
h1, h2, h3, p, ul, ol, dl, dd, figure, table { margin: 0; padding: 0; }
ol, ul { list-style: none; }
h1 { font-size: 20pt; line-height: 1.3; letter-spacing: 0.06em; }
.head { display: flex; align-items: flex-end; justify-content: space-between; gap: 8mm; padding-bottom: 3mm; border-bottom: 1.5pt solid var(--text); }
.head p { color: var(--text-2); font-size: 9pt; text-align: right; }
.sum { display: grid; grid-template-columns: repeat(4, 1fr); margin: 4mm 0 2mm; border: 0.5pt solid var(--line); }
.sum div { padding: 2mm 3mm; border-left: 0.5pt solid var(--line); }
.sum div:first-child { border-left: 0; }
.sum dt { color: var(--text-2); font-size: 8.5pt; }
.sum dd { font-size: 15pt; line-height: 1.3; font-variant-numeric: tabular-nums; }
.sum dd small { font-size: 8.5pt; color: var(--text-2); }
h2 { margin-top: 7mm; padding-bottom: 1mm; border-bottom: 0.75pt solid var(--text); font-size: 13pt; break-after: avoid; }
h2 small { margin-left: 2mm; color: var(--text-2); font-size: 9pt; font-weight: 400; }
h3 { margin-top: 4mm; font-size: 10.5pt; break-after: avoid; }
.page { clear: both; }
.figures { break-before: page; }
.view { break-inside: avoid; }
.view { float: right; width: 58mm; margin: 3mm 0 3mm 6mm; }
.view svg { display: block; width: 100%; height: auto; border: 0.5pt solid var(--line); }
.view figcaption { margin-top: 1mm; color: var(--text-2); font-size: 7.5pt; }
.finding { display: grid; grid-template-columns: 8mm minmax(0, 1fr); gap: 0 2mm; padding: 2mm 0; border-bottom: 0.5pt solid var(--line); break-inside: avoid; }
.finding .n { width: 6.5mm; height: 6.5mm; border: 0.9pt solid var(--tone); border-radius: 50%; color: var(--tone); font-size: 8.5pt; font-weight: 600; line-height: 5.9mm; text-align: center; font-variant-numeric: tabular-nums; }
.error { --tone: var(--error); } .warning { --tone: var(--warning); } .advice { --tone: var(--advice); }
.finding .said { font-weight: 600; }
.finding .said b { color: var(--tone); }
.finding .quote { margin-top: 0.6mm; font-family: "Noto Serif SC", "Songti SC", SimSun, serif; font-size: 10.5pt; }
mark { background: none; color: inherit; font-weight: 700; border-bottom: 1.2pt solid var(--tone, currentColor); }
.finding dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 2.5mm; margin-top: 0.8mm; color: var(--text-2); font-size: 8.5pt; }
.finding dt { white-space: nowrap; }
.finding dd { color: var(--text); overflow-wrap: anywhere; }
.decided .n { border-style: dashed; font-weight: 400; }
.none { margin-top: 2mm; color: var(--ok); }
table { width: 100%; margin-top: 2mm; border-collapse: collapse; table-layout: fixed; font-size: 8.5pt; }
th:nth-child(1) { width: 8mm; } th:nth-child(2) { width: 78mm; } th:nth-child(3) { width: 15mm; }
thead { display: table-header-group; }
th { padding: 1mm 2mm 1mm 0; color: var(--text-2); font-size: 8.5pt; font-weight: 400; text-align: left; border-bottom: 0.75pt solid var(--text); }
td { padding: 0.7mm 2mm 0.7mm 0; overflow-wrap: anywhere; border-bottom: 0.5pt solid var(--line); vertical-align: top; }
tr { break-inside: avoid; }
td:first-child, .state { white-space: nowrap; }
.state { font-weight: 600; }
.contradicted { color: var(--error); } .unchecked { color: var(--warning); } .verified { color: var(--ok); } .checked { color: var(--advice); }
td.relation { color: var(--text-2); font-size: 8pt; }
.row-head td { padding-top: 2.4mm; color: var(--text-2); font-weight: 600; break-after: avoid; }
td.relation p + p { margin-top: 0.5mm; }
.tick { display: inline-block; width: 3.4mm; height: 3.4mm; border: 0.75pt solid var(--text-2); vertical-align: -0.5mm; }
.sign { margin-top: 8mm; break-inside: avoid; }
.sign ul { display: grid; grid-template-columns: 1fr 1fr; gap: 7mm 10mm; margin-top: 6mm; }
.sign li { display: flex; align-items: flex-end; gap: 2mm; white-space: nowrap; }
.sign li::after { content: ""; flex: 1; border-bottom: 0.75pt solid var(--text); }
.given { margin-top: 3mm; color: var(--text-2); font-size: 8.5pt; }
@media print { body { max-width: none; margin: 0; padding: 0; } }
`;

/** What the red check for paper adds. */
export const redCss = `
.versions { margin-top: 3mm; font-size: 9.5pt; }
.versions b { display: inline-block; min-width: 12mm; color: var(--text-2); font-weight: 400; }
.sum:has(div:nth-child(6)) { grid-template-columns: repeat(6, 1fr); }
h3 small { color: var(--text-2); font-weight: 400; }
h3.open, h3.unasked, h3.gone { color: var(--error); } h3.other, h3.changed { color: var(--warning); } h3.made { color: var(--ok); }
.red { table-layout: fixed; }
.red td { padding: 1.2mm 2mm 1.2mm 0; font-size: 9.5pt; }
.red td.box { width: 8mm; } .red td.what { width: 62mm; }
.red .where { color: var(--text-2); font-size: 8pt; }
del { color: var(--error); text-decoration: line-through; }
ins { color: var(--ok); font-weight: 700; text-decoration: underline; }
`;

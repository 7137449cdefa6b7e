/**
 * Line quality and speed beside other engines: same text, same font, same measure, one rule of measurement.
 *
 * Run with `node tests/bench/lines.ts [FILE.txt]`. Without a file it sets the bench's own text, and the shared page
 * where that is present. An engine that is not installed is named and left out.
 */
import { existsSync, readFileSync } from "node:fs";
import { setParagraph } from "../../core/compose/break/paragraph.ts";
import { composeGalley, type GalleySetting } from "../../core/compose/galley.ts";
import type { Line, ParagraphSetting } from "../../core/compose/line.ts";
import { type LineMetrics, measureLines } from "../../core/compose/metrics.ts";
import { BLACK } from "../../core/compose/sheet.ts";
import { broadsheet } from "../../core/edition/style.ts";
import type { Faces } from "../../core/world.ts";
import { loadFaces } from "../../host/fonts/faces.ts";
import { luatex } from "./luatex.ts";
import { benchText } from "./text.ts";
import { Typst } from "./typst.ts";

const FONT = new URL(
  "../../node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  import.meta.url,
);
const SHARED = new URL("../../../shared/samples/zhuzhou-daily-2020-02-18-a1.txt", import.meta.url);
const MEASURE = 13;
const SIZE = 9;
const TURNS = 15;

const faces = loadFaces();
const typst = new Typst(readFileSync(FONT), "Noto Serif SC", faces.face("song"));

const COLUMNS: readonly (readonly [title: string, show: (metrics: LineMetrics) => string])[] = [
  ["lines", (m) => String(m.lines)],
  ["mean", (m) => m.mean.toFixed(4)],
  ["p95", (m) => m.p95.toFixed(3)],
  ["max", (m) => m.max.toFixed(3)],
  [">.05", (m) => String(m.over05)],
  [">.15", (m) => String(m.over15)],
  ["lone char", (m) => String(m.shortLastLines)],
  ["violations", (m) => String(m.violations)],
  ["overfull", (m) => String(m.overfull)],
  ["in word", (m) => String(m.brokenRuns)],
];

const [file] = process.argv.slice(2);
const texts: (readonly [string, string])[] = file
  ? [[file, readFileSync(file, "utf8")]]
  : [["our own text", benchText()]];
if (!file && existsSync(SHARED)) texts.push(["the shared page", readFileSync(SHARED, "utf8")]);
else if (!file) console.log("the shared page is not here: only our own text is set\n");

for (const [name, text] of texts) {
  compareLines(name, tidy(text));
  compareSpeed(tidy(text));
}

/** Paragraphs as the galley reads them, so that every engine is given the same. */
function tidy(text: string): string {
  return `${text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n")}\n`;
}

function compareLines(name: string, text: string): void {
  const setting: GalleySetting = { measure: MEASURE, columns: 8, size: SIZE, style: broadsheet };
  const rows: [string, LineMetrics][] = [["Dayang", composeGalley(text, setting, faces).metrics]];
  for (const linebreaks of ["optimized", "simple"] as const) {
    const lines = typst.lines(text, { measure: MEASURE, size: SIZE, linebreaks });
    rows.push([`Typst ${linebreaks}`, measureLines(lines, SIZE, MEASURE * SIZE)]);
  }
  const tex = luatex(text, { font: FONT, measure: MEASURE, size: SIZE });
  if (typeof tex === "string") console.log(tex);
  else rows.push(["LuaTeX-ja kaiming", measureLines(tex, SIZE, MEASURE * SIZE)]);

  const { characters, paragraphs } = (rows[0] as [string, LineMetrics])[1];
  console.log(`${name}: ${characters} characters, ${paragraphs} paragraphs, ${MEASURE} × ${SIZE} pt`);
  console.log(["".padEnd(18), ...COLUMNS.map(([title]) => title.padStart(10))].join(""));
  for (const [engine, metrics] of rows) {
    console.log([engine.padEnd(18), ...COLUMNS.map(([, show]) => show(metrics).padStart(10))].join(""));
  }
}

function compareSpeed(text: string): void {
  const paragraphs = text.split("\n").filter(Boolean);
  const middle = Math.floor(paragraphs.length / 2);
  /** The text with one more character in its middle paragraph, another one each turn. */
  const edited = (turn: number) =>
    paragraphs.map((line, index) => (index === middle ? `${line.slice(0, 9)}${turn}${line.slice(9)}` : line));

  // Anew: nothing kept. Broken again: cells and glyphs kept, every break sought again (the measure changes).
  const anew = median(() => setAll(paragraphs, MEASURE, { ...faces }));
  setAll(paragraphs, MEASURE, faces);
  const again = median((turn) => setAll(paragraphs, MEASURE + (turn + 1) / 1000, faces));
  const warm = median(() => setAll(paragraphs, MEASURE, faces));
  const edit = median((turn) => setAll(edited(turn), MEASURE, faces));
  const one = median((turn) => setAll([edited(turn + TURNS)[middle] as string], MEASURE, faces));
  const setting = { measure: MEASURE, size: SIZE, linebreaks: "optimized" } as const;
  typst.compile(text, setting);
  const rival = median((turn) => typst.compile(`${edited(turn).join("\n")}\n`, setting));

  const whole = median((turn) => typst.compile(text, { ...setting, measure: MEASURE + (turn + 1) / 1000 }));

  const row = (what: string, ms: number) =>
    console.log(`${what.padEnd(52)}${ms.toFixed(2).padStart(9)} ms${(rival / ms).toFixed(1).padStart(9)} ×`);
  console.log(`\nspeed, median of ${TURNS}${"incremental Typst takes".padStart(58)}`);
  row("Typst, incremental compile after an edit", rival);
  row("Typst, all breaks sought again", whole);
  row("Dayang, nothing kept", anew);
  row("Dayang, all breaks sought again", again);
  row("Dayang, whole text composed again after an edit", edit);
  row("Dayang, whole text composed again unchanged", warm);
  row("Dayang, the edited paragraph", one);
  console.log();
}

function setAll(paragraphs: readonly string[], measure: number, faces: Faces): Line[][] {
  const setting: ParagraphSetting = {
    size: SIZE,
    ink: BLACK,
    indent: 2,
    align: "justify",
    text: broadsheet.text,
  };
  return paragraphs.map((text) =>
    setParagraph(
      [{ text, face: "song", ref: { page: "bench", pos: 0 }, offset: 0, role: "paragraph" }],
      setting,
      measure * SIZE,
      faces,
    ),
  );
}

function median(run: (turn: number) => unknown): number {
  const times = Array.from({ length: TURNS }, (_, turn) => {
    const start = performance.now();
    run(turn);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[TURNS >> 1] as number;
}

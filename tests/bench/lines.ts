/**
 * Line quality and speed beside other engines: same text, same font, same measure, one rule of measurement.
 *
 * Run with `node tests/bench/lines.ts [FILE.txt]`. Without a file it sets all text of our own (the sample edition and
 * the bench's paragraphs full of codes and addresses), those paragraphs alone, which are the harder part, and the shared
 * page where that is present. An engine that is not installed is named and left out. Beside the whole text it compares the
 * paragraphs that a rival set by the rules, and prints what no setting by the rules can go below.
 */
import { existsSync, readFileSync } from "node:fs";
import { setParagraph } from "../../core/compose/break/paragraph.ts";
import type { Line, ParagraphSetting } from "../../core/compose/line.ts";
import { type LineMetrics, measureLines, type PlacedLine, placedLines } from "../../core/compose/metrics.ts";
import { BLACK } from "../../core/compose/sheet.ts";
import { broadsheet } from "../../core/edition/style.ts";
import type { Faces } from "../../core/world.ts";
import { loadFaces } from "../../host/fonts/faces.ts";
import { floorOf } from "./floor.ts";
import { luatex } from "./luatex.ts";
import { benchText } from "./text.ts";
import { Typst } from "./typst.ts";

const FONT = new URL(
  "../../node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  import.meta.url,
);
const SHARED = new URL("../../../shared/samples/zhuzhou-daily-2020-02-18-a1.txt", import.meta.url);
const MEASURE = 13;
/** Characters to a line, the basic column first; speed is measured with that one. */
const MEASURES: readonly number[] = [MEASURE, 11, 15, 20];
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
const sample = ["A1", "A2"].map((page) =>
  readFileSync(new URL(`../../assets/sample/${page}.txt`, import.meta.url), "utf8"),
);
const texts: (readonly [string, string])[] = file
  ? [[file, readFileSync(file, "utf8")]]
  : [
      ["all our own text", [...sample, benchText()].join("\n")],
      ["the paragraphs with codes alone", benchText()],
    ];
if (!file && existsSync(SHARED)) texts.push(["the shared page", readFileSync(SHARED, "utf8")]);
else if (!file) console.log("the shared page is not here: only text of our own is set\n");

for (const [name, text] of texts) {
  for (const measure of MEASURES) compareLines(name, tidy(text), measure);
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

function compareLines(name: string, text: string, measure: number): void {
  const paragraphs = text.split("\n").filter(Boolean);
  const ours = placedLines(setAll(paragraphs, measure, faces), faces);
  const rows: [string, PlacedLine[]][] = [["Dayang", ours]];
  for (const linebreaks of ["optimized", "simple"] as const) {
    rows.push([`Typst ${linebreaks}`, typst.lines(text, { measure, size: SIZE, linebreaks })]);
  }
  const tex = luatex(text, { font: FONT, measure, size: SIZE });
  if (typeof tex === "string") console.log(tex);
  else rows.push(["LuaTeX-ja kaiming", tex]);

  const measured = (lines: readonly PlacedLine[]) => measureLines(lines, SIZE, measure * SIZE);
  const print = (title: string, metrics: LineMetrics) =>
    console.log([title.padEnd(22), ...COLUMNS.map(([, show]) => show(metrics).padStart(10))].join(""));
  const { characters } = measured(ours);
  console.log(`${name}: ${characters} characters, ${paragraphs.length} paragraphs, ${measure} × ${SIZE} pt`);
  console.log(["".padEnd(22), ...COLUMNS.map(([title]) => title.padStart(10))].join(""));
  for (const [engine, lines] of rows) print(engine, measured(lines));
  for (const [engine, lines] of rows) {
    if (engine === "Dayang" || engine === "Typst simple") continue;
    const clean = cleanParagraphs(ours, lines, measured);
    console.log(`  the ${clean.count} paragraphs that ${engine} set by the rules`);
    print("  Dayang", measured(clean.ours));
    print(`  ${engine}`, measured(clean.theirs));
  }
  const floor = floorOf(paragraphs, measure, broadsheet.text, faces);
  console.log(
    `  no setting by the rules has under ${floor.lines} lines, a mean under ${floor.mean.toFixed(4)}, ` +
      `fewer than ${floor.over05} lines over .05\n`,
  );
}

/** Lines of the paragraphs that `theirs` set with nothing over the measure, no lone character and no violation. */
function cleanParagraphs(
  ours: readonly PlacedLine[],
  theirs: readonly PlacedLine[],
  measured: (lines: readonly PlacedLine[]) => LineMetrics,
) {
  const own = paragraphsOf(ours);
  const clean = paragraphsOf(theirs).flatMap((lines, index) => {
    const { overfull, shortLastLines, violations } = measured(lines);
    return overfull + shortLastLines + violations === 0 ? [{ lines, own: own[index] ?? [] }] : [];
  });
  return {
    count: clean.length,
    ours: clean.flatMap(({ own }) => own),
    theirs: clean.flatMap(({ lines }) => lines),
  };
}

function paragraphsOf(lines: readonly PlacedLine[]): PlacedLine[][] {
  const paragraphs: PlacedLine[][] = [];
  for (const line of lines) {
    if (line.first) paragraphs.push([]);
    paragraphs.at(-1)?.push(line);
  }
  return paragraphs;
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

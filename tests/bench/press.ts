/**
 * The press, measured: as a process and warm, its memory, and its file beside Typst's and Chromium's of the same text.
 *
 * Run with `node tests/bench/press.ts`. The process runs do what a desk does (`export` of an edition on disk); the
 * warm ones what the app does after the first time.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { composeGalley } from "../../core/compose/galley.ts";
import type { Sheet } from "../../core/compose/sheet.ts";
import { broadsheet, type FaceId } from "../../core/edition/style.ts";
import { exportPdf } from "../../core/press/export.ts";
import { preflight } from "../../core/press/preflight/preflight.ts";
import { loadFaces } from "../../host/fonts/faces.ts";
import { faceIds, fontFile } from "../../host/fonts/files.ts";
import { loadPrograms } from "../../host/fonts/programs.ts";
import { loadProfile } from "../../host/press/profile.ts";
import { pressWorld } from "../../host/press/world.ts";
import { createEditionFile } from "../../host/store/create.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { makePdf } from "../../host/work/export.ts";
import { composeSheets } from "../../host/work/sheets.ts";
import { benchEdition } from "./edition.ts";
import { benchText } from "./text.ts";

const TURNS = 7;
const folder = mkdtempSync(join(tmpdir(), "press-bench-"));
const cli = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));
const created = "2020-02-18T01:00:00+08:00";
/** Prints the largest resident size when the process ends. */
const watch = `data:text/javascript,process.on("exit",()=>console.error("maxrss "+process.resourceUsage().maxRSS))`;

const families: Partial<Record<FaceId, string>> = {
  hei: "Noto Sans SC",
  "hei-bold": "Noto Sans SC",
  "hei-black": "Noto Sans SC",
  kai: "LXGW WenKai",
  brush: "Ma Shan Zheng",
};

const rows: [what: string, ...values: string[]][] = [];
const ms = (value: number) => `${value.toFixed(0)} ms`;
const kb = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;

try {
  const sample = join(folder, "demo", "sample.dayang");
  run("demo", "--out", join(folder, "demo"));
  asProcess("A1 and A2 of the sample", sample);
  await warm(sample);
  const evening = join(folder, "evening.dayang");
  const act = { time: created, author: "bench", label: "import" };
  createEditionFile(evening, benchEdition(), { act, pictures: [] });
  run("plan", evening);
  asProcess("16 pages, 100,000 characters", evening);
  besideTypst("the sample, with its pictures", sample);
  besideTypst("the 16 pages", evening);
  beside(benchText());
  for (const [what, ...values] of rows) console.log(what.padEnd(52), ...values.map((v) => v.padStart(12)));
} finally {
  rmSync(folder, { recursive: true });
}

function run(...args: string[]): { time: number; memory: number } {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--import", watch, cli, ...args], {
    encoding: "utf8",
  });
  if (status !== 0 && status !== 1) throw new Error(`dayang ${args.join(" ")}: ${stderr}`);
  const kilobytes = Number(/maxrss (\d+)/.exec(stderr)?.[1]);
  return { time: performance.now() - start, memory: kilobytes / 1024 };
}

function asProcess(what: string, edition: string): void {
  const runs = Array.from({ length: TURNS }, (_, i) =>
    run("export", edition, "--pdf", join(folder, `process-${i}.pdf`), "--force"),
  );
  const size = statSync(join(folder, "process-0.pdf")).size;
  rows.push([
    `${what}, as a process (least of ${TURNS})`,
    ms(Math.min(...runs.map((r) => r.time))),
    `${median(runs.map((r) => r.memory)).toFixed(0)} MB`,
    kb(size),
  ]);
}

/** What the file prints, set by Typst from the same fonts with the same pictures: sizes only, the layout is its own. */
function besideTypst(what: string, file: string): void {
  const store = openEditionFile(file, { readOnly: true });
  try {
    const { edition } = store;
    const sheets = composeSheets(edition);
    const compiler = NodeCompiler.create({
      fontArgs: [{ fontBlobs: faceIds.map((id) => readFileSync(fontFile(id).path)) }],
    });
    const pictures = new Map<string, string>();
    const parts: string[] = [];
    for (const item of sheets.flatMap((sheet) => sheet.items)) {
      if (item.kind === "glyphs") {
        const family = families[item.face] ?? "Noto Serif SC";
        const weight = /black/.test(item.face) ? 900 : /bold/.test(item.face) ? 700 : 400;
        const text = JSON.stringify(item.texts.join(""));
        parts.push(`#text(font: "${family}", weight: ${weight}, size: ${item.size}pt, ${text})`);
      } else if (item.kind === "picture" && item.source) {
        const bytes = store.pictures.get(item.source)?.bytes;
        if (!bytes) continue;
        const name = `/${item.source}.${bytes[0] === 0x89 ? "png" : "jpg"}`;
        if (!pictures.has(name)) compiler.mapShadow(join(process.cwd(), name), Buffer.from(bytes));
        pictures.set(name, name);
        parts.push(`#image("${name}", width: ${item.width}pt)`);
      }
    }
    const source = `#set page(width: 390mm, height: 543mm, columns: 6)\n${parts.join("\n")}`;
    const typst = compiler.pdf({ mainFileContent: source });
    const out = join(folder, "beside.pdf");
    run("export", file, "--pdf", out, "--force");
    const { size } = statSync(out);
    rows.push([`${what}: ours, with its output profile`, "", "", kb(size)]);
    rows.push(["  Typst, which embeds none", "", "", kb(typst.length), (size / typst.length).toFixed(2)]);
    rows.push(["  ours without it", "", "", kb(size - profileSize(readFileSync(out)))]);
  } finally {
    store.close();
  }
}

async function warm(file: string): Promise<void> {
  const store = openEditionFile(file, { readOnly: true });
  try {
    const { edition } = store;
    const picture = (digest: string) => store.pictures.get(digest)?.bytes ?? null;
    const sheets = composeSheets(edition);
    let bytes = new Uint8Array();
    const times: number[] = [];
    for (let i = 0; i <= TURNS; i++) {
      const start = performance.now();
      bytes = (await makePdf({
        edition,
        sheets,
        picture,
        standard: "x4",
        marks: false,
        created,
      })) as typeof bytes;
      if (i > 0) times.push(performance.now() - start);
    }
    rows.push(["the same, warm", ms(median(times))]);
    const checks: number[] = [];
    for (let i = 0; i < TURNS; i++) {
      const start = performance.now();
      await preflight(bytes);
      checks.push(performance.now() - start);
    }
    rows.push(["its preflight, warm", ms(median(checks))]);
  } finally {
    store.close();
  }
}

/** Pages of running text, as dense as a page can be. */
function pages(text: string): readonly Sheet[] {
  const setting = { measure: 13, columns: 8, size: 9, style: broadsheet };
  return composeGalley(text, setting, loadFaces()).sheets;
}

/** Bytes of the embedded profile's stream. */
function profileSize(pdf: Uint8Array): number {
  return Number(
    /\/N 4\s[^>]*(?:<<[^>]*>>\s*)?[^>]*\/Length (\d+)/.exec(Buffer.from(pdf).toString("latin1"))?.[1] ?? 0,
  );
}

function beside(text: string): void {
  const world = pressWorld({ program: loadPrograms() });
  const sheets = pages(text);
  const profile = loadProfile();
  const own = exportPdf(sheets, world, { profile, created });
  const intent = profileSize(own);
  rows.push([`${text.length} characters in one font: ours`, "", "", kb(own.length)]);
  rows.push(["  without its output profile", "", "", kb(own.length - intent)]);

  const font = readFileSync(fontFile("song").path);
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [font] }] });
  const paragraphs = text.replace(/([#*_`$<>@\\~/[\]])/g, "\\$1").replaceAll("\n", "\n\n");
  const source = `#set text(font: "Noto Serif SC", size: 9pt)\n#set page(width: 390mm, height: 543mm, columns: 8)\n${paragraphs}`;
  const start = performance.now();
  const typst = compiler.pdf({ mainFileContent: source });
  rows.push(["  Typst (sets and writes)", ms(performance.now() - start), "", kb(typst.length)]);

  const html = join(folder, "text.html");
  const out = join(folder, "chromium.pdf");
  const face = `@font-face{font-family:S;src:url(file://${fontFile("song").path})}`;
  const body = text.split("\n").map((line) => `<p>${line.replaceAll("<", "&lt;")}</p>`);
  writeFileSync(
    html,
    `<meta charset=utf-8><style>${face}body{font:9pt S;columns:8}@page{size:390mm 543mm}</style>${body.join("")}`,
  );
  const began = performance.now();
  const args = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--allow-file-access-from-files",
    `--user-data-dir=${folder}/profile`,
  ];
  const { error } = spawnSync("chromium", [...args, `--print-to-pdf=${out}`, html], { timeout: 120_000 });
  if (error) console.log("chromium is not here: left out");
  else rows.push(["  Chromium, as a process", ms(performance.now() - began), "", kb(statSync(out).size)]);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

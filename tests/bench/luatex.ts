/**
 * LuaTeX-ja as the bench's second rival, where TeX is installed: ctex with punct=kaiming, the same font and measure.
 *
 * Positions are read from its PDF with mutool. A missing program is an answer, not a fault: a sentence that says
 * which one it is.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PlacedGlyph, PlacedLine } from "../../core/compose/metrics.ts";

interface Setting {
  readonly font: URL;
  readonly measure: number;
  readonly size: number;
}

/** In pt. A paragraph has a page of its own, which is as tall as TeX makes one: so its lines are told from others. */
const MARGIN = 60;
const HEIGHT = 16_000;

export function luatex(text: string, setting: Setting): PlacedLine[] | string {
  for (const program of ["lualatex", "mutool"]) {
    if (spawnSync(program, ["-v"]).error) return `LuaTeX-ja is left out: ${program} is not installed`;
  }
  const folder = mkdtempSync(join(tmpdir(), "dayang-bench-"));
  try {
    writeFileSync(join(folder, "bench.tex"), source(text, setting));
    const run = spawnSync("lualatex", ["-interaction=batchmode", "bench.tex"], { cwd: folder });
    if (run.status !== 0)
      return "LuaTeX-ja is left out: lualatex could not set the text (is ctex installed?)";
    const trace = spawnSync("mutool", ["draw", "-F", "trace", "bench.pdf"], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    return readTrace(trace.stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function source(text: string, { font, measure, size }: Setting): string {
  const path = fileURLToPath(font);
  const special = /[\\{}$&#^_%~]/g;
  const literal = (char: string) =>
    ({ "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" })[char] ??
    `\\${char}`;
  return [
    "\\documentclass{article}",
    `\\usepackage[paperwidth=${measure * size + 2 * MARGIN}bp,paperheight=${HEIGHT}bp,margin=${MARGIN}bp]{geometry}`,
    "\\usepackage[punct=kaiming,fontset=none]{ctex}",
    `\\setCJKmainfont[Path=${dirname(path)}/]{${basename(path)}}`,
    // Two hyphens are two hyphens, not TeX's way to write a dash.
    `\\setmainfont[Path=${dirname(path)}/,Ligatures=TeXOff]{${basename(path)}}`,
    "\\pagestyle{empty}",
    "\\begin{document}",
    `\\fontsize{${size}bp}{${size * 1.3}bp}\\selectfont\\setlength{\\parindent}{2\\zw}`,
    ...text.split("\n").map((line) => `${line.replace(special, literal)}\n\\newpage`),
    "\\end{document}",
  ].join("\n");
}

function readTrace(trace: string): PlacedLine[] {
  const lines: { page: number; y: number; glyphs: PlacedGlyph[] }[] = [];
  let page = 0;
  let [scale, dx, dy] = [1, 0, 0];
  let size = 1;
  for (const [tag] of trace.matchAll(/<page\b[^>]*>|<fill_text\b[^>]*>|<span\b[^>]*>|<g\b[^>]*>/g)) {
    const number = (name: string) => Number(new RegExp(`\\b${name}="([-\\d.e]+)"`).exec(tag)?.[1] ?? 0);
    if (tag.startsWith("<page")) page++;
    else if (tag.startsWith("<fill_text")) {
      const [a = 1, , , , e = 0, f = 0] = /transform="([^"]*)"/.exec(tag)?.[1]?.split(" ").map(Number) ?? [];
      [scale, dx, dy] = [a, e, f];
    } else if (tag.startsWith("<span")) size = Number(/trm="([-\d.]+)/.exec(tag)?.[1] ?? 1);
    else {
      const text = fromXml(/unicode="([^"]*)"/.exec(tag)?.[1] ?? "");
      const [x, y] = [number("x") * scale + dx - MARGIN, dy - number("y") * scale];
      let line = lines.at(-1);
      if (line?.page !== page || Math.abs(line.y - y) > 1) {
        line = { page, y, glyphs: [] };
        lines.push(line);
      }
      line.glyphs.push({ text, x, advance: number("adv") * size * scale });
    }
  }
  return lines.map(({ page, glyphs }, index) => ({
    glyphs,
    first: lines[index - 1]?.page !== page,
    last: lines[index + 1]?.page !== page,
  }));
}

const fromXml = (text: string) =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&amp;/g, "&");

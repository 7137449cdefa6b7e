/**
 * Three readers that share no code (poppler, MuPDF, pdf.js) open the same pages: they read the same text, paint the
 * same picture, and ask for no font of the machine's, which here has none.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { planEdition } from "../../../core/compose/plan/plan.ts";
import type { Sheet } from "../../../core/compose/sheet.ts";
import { makePdf } from "../../../host/work/export.ts";
import { newId } from "../../../host/work/ids.ts";
import { readSample } from "../../../host/work/sample.ts";
import { composeSheets, machineFaces } from "../../../host/work/sheets.ts";
import { tool } from "../../system-tools.ts";

const pdftotext = tool("pdftotext");
const pdftoppm = tool("pdftoppm");
const mutool = tool("mutool");

const folder = mkdtempSync(join(tmpdir(), "readers-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, "page.pdf");

let sheets: readonly Sheet[] = [];
let bytes = new Uint8Array();
const fontConfig = process.env.FONTCONFIG_FILE;

beforeAll(async () => {
  // A machine without fonts: whoever wants one that is not in the file finds none.
  mkdirSync(join(folder, "fonts"));
  const config = join(folder, "fonts.conf");
  writeFileSync(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
  );
  process.env.FONTCONFIG_FILE = config;
  const { edition, pictures } = await readSample();
  const planned = planEdition(edition, machineFaces(), { newId, seed: 1 }).edition;
  sheets = composeSheets(planned);
  bytes = new Uint8Array(
    await makePdf({
      edition: planned,
      sheets,
      picture: (digest) => pictures.find((picture) => picture.digest === digest)?.bytes ?? null,
      standard: "x4",
      marks: false,
      created: "2020-02-18T01:30:00+08:00",
    }),
  );
  writeFileSync(path, bytes);
}, 60_000);
afterAll(() => {
  if (fontConfig === undefined) delete process.env.FONTCONFIG_FILE;
  else process.env.FONTCONFIG_FILE = fontConfig;
});

/** What the sheets print, in painting order: a stretch for all that stands on one line without a word's gap. */
function printed(): string[] {
  const stretches: string[] = [];
  let [end, line] = [0, Number.NaN];
  for (const item of sheets.flatMap(({ items }) => items)) {
    if (item.kind !== "glyphs") continue;
    const { x, y, along, gids, size, texts, vertical, ref, face: id } = item;
    const goesOn = !vertical && ref.pos >= 0 && y === line && x - end < size / 2;
    stretches.push(`${goesOn ? stretches.pop() : ""}${texts.join("")}`);
    const face = machineFaces().face(id);
    end = x + (along.at(-1) ?? 0) + (face.advance(gids.at(-1) ?? 0) / face.unitsPerEm) * size;
    line = vertical ? Number.NaN : y;
  }
  return stretches.map((stretch) => stretch.trim()).filter(Boolean);
}

/**
 * Where `text` first differs from what is printed; null where every character is read and none is made up. Between two
 * stretches a reader may break the line or leave a space; which white space, and how much, it writes for ours is its own.
 */
function misread(text: string): string | null {
  let at = 0;
  for (const stretch of printed()) {
    while (/\s/.test(text[at] ?? "")) at++;
    for (const character of stretch.replace(/\s+/g, " ")) {
      const from = at;
      if (character === " ") while (/\s/.test(text[at] ?? "")) at++;
      else {
        while (text[at] === "\n") at++;
        if (text.startsWith(character, at)) at += character.length;
      }
      if (from === at) return `${character} of ${stretch}: ${text.slice(Math.max(0, at - 9), at + 9)}`;
    }
  }
  return text.slice(at).trim() || null;
}

/** What a reader complains of: MuPDF without ICC says so of itself. */
const complaints = (stderr: string) =>
  stderr.split("\n").filter((line) => line !== "" && !line.includes("ICC support is not available"));

describe("the sample's pages", () => {
  it.skipIf(pdftotext.missing)("read as they were written, in poppler", () => {
    const { stdout, stderr } = pdftotext.run("-raw", "-enc", "UTF-8", path, "-");
    expect(complaints(stderr)).toEqual([]);
    expect(misread(stdout)).toBeNull();
  });

  it.skipIf(mutool.missing)("read as they were written, in MuPDF", () => {
    const { stdout, stderr } = mutool.run("draw", "-q", "-F", "txt", path);
    expect(complaints(stderr)).toEqual([]);
    expect(misread(stdout)).toBeNull();
  });

  it("read as they were written, in pdf.js", async () => {
    const warned = vi.spyOn(console, "log");
    const document = await openInPdfJs(bytes);
    let text = "";
    for (let number = 1; number <= document.numPages; number++) {
      const content = await (await document.getPage(number)).getTextContent({ disableNormalization: true });
      text += content.items.map((item) => ("str" in item ? item.str : "")).join("");
    }
    expect(misread(text)).toBeNull();
    expect(warned.mock.calls.flat().filter((said) => /font|glyph/i.test(String(said)))).toEqual([]);
    warned.mockRestore();
  });

  it.skipIf(pdftoppm.missing || mutool.missing)("look alike in all three", async () => {
    const dpi = 72;
    const poppler = pdftoppm.run(
      "-r",
      String(dpi),
      "-png",
      "-f",
      "1",
      "-l",
      "1",
      path,
      join(folder, "poppler"),
    );
    expect(complaints(poppler.stderr)).toEqual([]);
    const mupdf = mutool.run("draw", "-q", "-r", String(dpi), "-o", join(folder, "mupdf.png"), path, "1");
    expect(complaints(mupdf.stderr)).toEqual([]);
    writeFileSync(join(folder, "pdfjs.png"), await paintedByPdfJs(bytes, dpi));
    const [first, ...others] = await Promise.all(
      ["poppler-1.png", "mupdf.png", "pdfjs.png"].map((name) => inkMap(join(folder, name))),
    );
    for (const other of others) {
      const off = first?.map((ink, i) => Math.abs(ink - (other[i] ?? 0))) ?? [];
      const mean = off.reduce((sum, d) => sum + d, 0) / off.length;
      // Inks are shown in each reader's own RGB; a missing or shifted glyph moves far more than that.
      expect(mean).toBeLessThan(0.02);
      expect(off.filter((d) => d > 0.25).length / off.length).toBeLessThan(0.002);
    }
  });
});

/** Darkness from 0 to 1 on a grid of squares of about 8 × 8 pt: edges are smoothed differently, areas are not. */
async function inkMap(file: string): Promise<number[]> {
  const { data, info } = await sharp(file)
    .flatten({ background: "#fff" })
    .greyscale()
    .resize({ width: 140, height: 200, fit: "fill", kernel: "linear" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Array.from({ length: info.width * info.height }, (_, i) => 1 - (data[i * info.channels] ?? 0) / 255);
}

type PdfJs = typeof import("pdfjs-dist");
async function openInPdfJs(data: Uint8Array) {
  const pdfjs = (await import("pdfjs-dist/legacy/build/pdf.mjs")) as PdfJs;
  // pdf.js takes the bytes for its own.
  return pdfjs.getDocument({ data: data.slice(), useSystemFonts: false, verbosity: 1 }).promise;
}

async function paintedByPdfJs(data: Uint8Array, dpi: number): Promise<Buffer> {
  const document = await openInPdfJs(data);
  const page = await document.getPage(1);
  const viewport = page.getViewport({ scale: dpi / 72 });
  const { createCanvas } = createRequire(import.meta.url)(
    "@napi-rs/canvas",
  ) as typeof import("@napi-rs/canvas");
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
  return canvas.toBuffer("image/png");
}

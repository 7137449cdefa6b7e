/**
 * Glyph runs to text operators, each glyph exactly where composition put it.
 *
 * The pen is followed with the roundings of the file itself (W widths, TJ numbers), so errors never add up along a
 * line. Extraction is exact: where a font's one ToUnicode entry would tell another text than the run's, or a cluster
 * has several glyphs, an ActualText span (ISO 32000-1, 14.9.4) tells the right one.
 */
import type { PDFDict } from "pdf-lib";
import { BLACK, type GlyphRun, type Ink } from "../compose/sheet.ts";
import { Problem } from "../problem.ts";
import { type Content, number } from "./content.ts";
import type { PdfFile } from "./file.ts";
import type { PressFont, PressFonts } from "./fonts.ts";
import { utf16 } from "./tounicode.ts";

export interface GlyphStyle {
  /** Black text up to this size in pt overprints. */
  readonly overprintLimit: number;
  /** Page number, for messages. */
  readonly page: string;
}

/** Names of the two graphics states every page of ours has. */
export const OVERPRINT = "GO";
export const KNOCKOUT = "GK";

/** OPM 1: a zero in DeviceCMYK leaves the plate below alone, so black over colour prints without a white halo. */
export function overprint(file: PdfFile, on: boolean): PDFDict {
  return file.dict({ Type: "ExtGState", OP: on, op: on, OPM: 1 });
}

/**
 * Writes `run` with its origin at (`x`, `y`) in PDF space.
 * Throws a Problem where a glyph is missing from the face: a page with blank boxes must not reach the press.
 */
export function writeRun(
  content: Content,
  run: GlyphRun,
  fonts: PressFonts,
  style: GlyphStyle,
  x: number,
  y: number,
): void {
  if (run.gids.length === 0) return;
  refuseMissing(run, style);
  const font = fonts.use(run.face, run.vertical);
  const stretch = run.stretch ?? 1;
  content.beginText();
  content.set("gs", overprints(run.ink, run.size, style) ? `/${OVERPRINT} gs` : `/${KNOCKOUT} gs`);
  content.fill(run.ink);
  content.set("font", `/${font.resource} ${number(run.size)} Tf`);
  content.set("stretch", run.vertical ? "100 Tz" : `${number(stretch * 100)} Tz`);

  let first = 0;
  while (first < run.gids.length) {
    const across = run.across?.[first] ?? 0;
    let end = first + 1;
    while (end < run.gids.length && (run.across?.[end] ?? 0) === across) end++;
    const start = run.along[first] ?? 0;
    if (run.vertical) content.op(1, 0, 0, 1, x + across, y - start, "Tm");
    else content.op(1, 0, 0, 1, x + start, y - across, "Tm");
    writeSegment(content, run, font, first, end, stretch);
    first = end;
  }
}

function overprints(ink: Ink, size: number, style: GlyphStyle): boolean {
  const black = ink.c === BLACK.c && ink.m === BLACK.m && ink.y === BLACK.y && ink.k === BLACK.k;
  return black && size <= style.overprintLimit;
}

/** Glyphs `first` up to `end`, which lie on one straight line; the pen stands at the first. */
function writeSegment(
  content: Content,
  run: GlyphRun,
  font: PressFont,
  first: number,
  end: number,
  stretch: number,
): void {
  const scale = run.size * (run.vertical ? 1 : stretch);
  let pen = run.along[first] ?? 0;
  let array = "[";
  let codes = "";
  const flush = () => {
    if (codes) array += `<${codes}>`;
    codes = "";
  };
  const show = () => {
    flush();
    if (array !== "[") content.op(`${array}]`, "TJ");
    array = "[";
  };
  const whole = gapsMislead(run, font, first, end, scale);
  if (whole) content.op(`/Span <</ActualText <FEFF${utf16(run.texts.slice(first, end).join(""))}>>> BDC`);
  for (let i = first; i < end; i++) {
    const clusterEnd = endOfCluster(run, i, end);
    const known = font.actualText(run.gids.slice(i, clusterEnd), run.texts[i] ?? "");
    const span = whole ? null : known;
    if (span !== null) {
      show();
      content.op(`/Span <</ActualText <${span}>>> BDC`);
    }
    for (let j = i; j < clusterEnd; j++) {
      const gid = run.gids[j] ?? 0;
      const move = ((run.along[j] ?? pen) - pen) / scale;
      const thousandths = Math.round(move * 10000) / 10;
      if (thousandths !== 0) {
        flush();
        // A positive number moves back along a horizontal line, but down a vertical one (ISO 32000-1, 9.4.3).
        array += number(run.vertical ? thousandths : -thousandths);
        pen += (thousandths / 1000) * scale;
      }
      codes += font.code(gid);
      pen += font.advance(gid, run.vertical) * scale;
    }
    if (span !== null) {
      show();
      content.op("EMC");
    }
    i = clusterEnd - 1;
  }
  show();
  if (whole) content.op("EMC");
}

/** Readers of a PDF take a gap wider than about a tenth of an em for a space, and an overlap of as much for a new line. */
const SLACK = 0.08;

/** True where the line has such a gap: Han–Latin spacing, a justified line's, or a squeezed mark's. */
function gapsMislead(run: GlyphRun, font: PressFont, first: number, end: number, scale: number): boolean {
  if (run.vertical) return false;
  for (let i = first + 1; i < end; i++) {
    const step = ((run.along[i] ?? 0) - (run.along[i - 1] ?? 0)) / scale;
    const gap = step - font.advance(run.gids[i - 1] ?? 0, false);
    const space = /\s$/.test(run.texts[i - 1] ?? "") || /^\s/.test(run.texts[i] ?? "");
    if (gap < -SLACK || (gap > SLACK && !space)) return true;
  }
  return false;
}

function endOfCluster(run: GlyphRun, start: number, limit: number): number {
  let end = start + 1;
  while (end < limit && run.texts[end] === "") end++;
  return end;
}

function refuseMissing(run: GlyphRun, style: GlyphStyle): void {
  const at = run.gids.indexOf(0);
  if (at < 0) return;
  const character = run.texts[at] || run.texts.slice(0, at).findLast((text) => text !== "") || "?";
  const along = run.along[at] ?? 0;
  throw new Problem("press.missing-glyph", {
    character,
    code: [...character]
      .map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`)
      .join(" "),
    face: run.face,
    page: style.page,
    line: run.texts.join(""),
    x: Math.round(run.x + (run.vertical ? 0 : along)),
    y: Math.round(run.y + (run.vertical ? along : 0)),
  });
}

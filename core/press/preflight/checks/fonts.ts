/**
 * Fonts: every visible one embedded, and its widths in the file those of its program (ISO 15930-7, 6.3).
 *
 * Widths are compared for the glyphs the pages use: in composite fonts whose codes are CIDs, and in simple TrueType
 * fonts where the way from a code to its glyph is sure. Simple Type 1 fonts are left to other tools.
 */
import { readCff } from "../../programs/cff.ts";
import { simpleGlyphs } from "../../programs/cmap.ts";
import { sfntAdvances, sfntTable } from "../../programs/sfnt.ts";
import type { PdfDocument } from "../document.ts";
import type { Finding } from "../report.ts";
import type { Typeface } from "../typefaces.ts";
import { type Check, wrong } from "./check.ts";

/** Thousandths of an em by which a width may be off. */
const TOLERANCE = 1;

export const fonts: Check = ({ document, page }) =>
  page.typefaces.filter((typeface) => typeface.visible).flatMap((typeface) => findings(document, typeface));

function findings(document: PdfDocument, typeface: Typeface): Finding[] {
  if (typeface.subtype === "Type3") return [];
  const font = typeface.name;
  const on = { page: typeface.page, subject: font } as const;
  const descriptor = document.get(typeface.descendant, "FontDescriptor");
  const program = ["FontFile", "FontFile2", "FontFile3"].find((key) =>
    document.stream(document.get(descriptor, key)),
  );
  if (!program) return [{ ...wrong("fonts.not-embedded", { font }), ...on }];
  const found: Finding[] = [];
  const kind = document.name(document.get(typeface.descendant, "Subtype"));
  if (kind === "CIDFontType2" && !document.get(typeface.descendant, "CIDToGIDMap"))
    found.push({ ...wrong("fonts.no-glyph-map", { font }), ...on });
  if (!/^[A-Z]{6}\+/.test(font))
    found.push({ code: "fonts.whole", severity: "warning", values: { font }, ...on });
  if (typeface.composite ? !typeface.identity : program !== "FontFile2") return found;
  const stream = document.stream(document.get(descriptor, program));
  const data = stream && document.data(stream);
  const advance = typeface.composite
    ? programAdvance(document, typeface, data)
    : simpleAdvance(document, typeface, data);
  if (!advance) return [...found, { ...wrong("fonts.damaged", { font }), ...on }];
  const off = [...typeface.used].filter((cid) => {
    const real = advance(cid);
    return real !== null && Math.abs(real - typeface.width(cid)) > TOLERANCE;
  });
  if (off.length > 0) found.push({ ...wrong("fonts.widths", { font, glyphs: off.length }), ...on });
  return found;
}

/** Advance of a CID in the embedded program, in thousandths of an em; null where the program cannot be read. */
function programAdvance(
  document: PdfDocument,
  typeface: Typeface,
  data: Uint8Array | null,
): ((cid: number) => number | null) | null {
  if (!data) return null;
  const outlines = sfntTable(data, "CFF ") ?? (sfntTable(data, "glyf") ? null : data);
  if (outlines) {
    const cff = readCff(outlines);
    return (
      cff &&
      ((cid) => {
        const gid = cff.glyphOf(cid);
        return gid === null ? null : cff.advance(gid);
      })
    );
  }
  const advance = sfntAdvances(data);
  const map = document.stream(document.get(typeface.descendant, "CIDToGIDMap"));
  const table = map && document.data(map);
  return advance && ((cid) => advance(table ? (table[cid * 2] ?? 0) * 256 + (table[cid * 2 + 1] ?? 0) : cid));
}

/** Advance of a simple TrueType font's code; null for one whose glyph is not known for certain. */
function simpleAdvance(
  document: PdfDocument,
  typeface: Typeface,
  data: Uint8Array | null,
): ((code: number) => number | null) | null {
  const advance = data && sfntAdvances(data);
  if (!data || !advance) return null;
  const encoding = document.get(typeface.dict, "Encoding");
  const differs = document.dict(encoding) !== null;
  const glyph = differs ? null : simpleGlyphs(data, document.name(encoding));
  return (code) => {
    const gid = glyph?.(code);
    return gid ? advance(gid) : null;
  };
}

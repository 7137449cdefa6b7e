/**
 * Fonts: every visible one embedded, and its widths in the file those of its program (ISO 15930-7, 6.3).
 *
 * Widths are compared for the glyphs the pages use, in composite fonts whose codes are CIDs; how a simple font's codes
 * reach its glyphs is left to other tools.
 */
import { readCff } from "../../programs/cff.ts";
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
  if (!typeface.composite || !typeface.identity) return found;
  const stream = document.stream(document.get(descriptor, program));
  const advance = stream && programAdvance(document, typeface, document.data(stream));
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

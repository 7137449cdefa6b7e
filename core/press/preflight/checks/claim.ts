/** Which PDF/X the file says it is: in Info (PDF/X-1a, ISO 15930-4, 6.2) or in XMP (PDF/X-4, ISO 15930-7, 6.2.1). */
import type { PressStandard } from "../../options.ts";
import type { PdfDocument } from "../document.ts";
import { type Check, wrong } from "./check.ts";
import { xmpValue } from "./xmp.ts";

const known: Record<string, PressStandard> = {
  "PDF/X-4": "x4",
  "PDF/X-1a:2003": "x1a",
  "PDF/X-1a:2001": "x1a",
};

/** The standard's name as the file writes it, or null. */
export function claimed(document: PdfDocument, xmp: string | null): string | null {
  const info = document.text(document.get(document.info, "GTS_PDFXConformance"));
  return (
    xmpValue(xmp, "GTS_PDFXVersion") ?? info ?? document.text(document.get(document.info, "GTS_PDFXVersion"))
  );
}

export function standardOf(claim: string | null): PressStandard | null {
  return known[claim ?? ""] ?? null;
}

export const claim: Check = ({ document, xmp }) => {
  const name = claimed(document, xmp);
  if (name === null) return [wrong("claim.none")];
  if (!known[name]) return [wrong("claim.other", { name })];
  // Where there is no packet at all, that is the xmp check's to say.
  if (name === "PDF/X-4" && xmp !== null && xmpValue(xmp, "GTS_PDFXVersion") === null)
    return [wrong("claim.not-in-xmp")];
  const info = document.text(document.get(document.info, "GTS_PDFXVersion"));
  if (known[name] === "x1a" && info === null) return [wrong("claim.not-in-info")];
  const told = document.text(document.get(document.info, "GTS_PDFXConformance")) ?? info;
  return told !== null && told !== name ? [wrong("claim.disagree", { info: told, xmp: name })] : [];
};

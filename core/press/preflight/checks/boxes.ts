/** Page boxes: a trim (or an art) box, inside the bleed, inside the media (ISO 15930-7, 6.4). */
import type { Box } from "../../boxes.ts";
import type { PdfPage } from "../document.ts";
import type { Finding } from "../report.ts";
import type { Check } from "./check.ts";

/** Boxes may differ by the rounding of a layout program, in pt. */
const ROUNDING = 0.02;

export const boxes: Check = ({ document }) => document.pages.flatMap(pageFindings);

function pageFindings(page: PdfPage): Finding[] {
  const wrong = (code: string, values: Finding["values"] = {}): Finding[] => [
    { code, severity: "error", page: page.number, values },
  ];
  const { media, bleed, trim, art } = page;
  if (!media) return wrong("boxes.no-media");
  if (trim && art) return wrong("boxes.trim-and-art");
  const finished = trim ?? art;
  if (!finished) return wrong("boxes.no-trim");
  if (!within(finished, bleed ?? media))
    return wrong("boxes.trim-outside", { box: bleed ? "BleedBox" : "MediaBox" });
  if (bleed && !within(bleed, media)) return wrong("boxes.bleed-outside");
  return [];
}

function within(inner: Box, outer: Box): boolean {
  return (
    inner[0] >= outer[0] - ROUNDING &&
    inner[1] >= outer[1] - ROUNDING &&
    inner[2] <= outer[2] + ROUNDING &&
    inner[3] <= outer[3] + ROUNDING
  );
}

/**
 * Preflight: will the press take this file, and will it print as meant?
 *
 * Any PDF is judged, ours or another program's, by PDF/X and by the newspaper's limits. What a check cannot know for
 * certain it does not report; what a file hides (encryption, a damaged stream) is reported as that.
 */
import { annotations } from "./checks/annotations.ts";
import { boxes } from "./checks/boxes.ts";
import type { Check, Inspected } from "./checks/check.ts";
import { claim, claimed, standardOf } from "./checks/claim.ts";
import { colour } from "./checks/colour.ts";
import { filters } from "./checks/filters.ts";
import { fonts } from "./checks/fonts.ts";
import { forbidden } from "./checks/forbidden.ts";
import { header } from "./checks/header.ts";
import { info } from "./checks/info.ts";
import { ink, type JpegDecoder } from "./checks/ink.ts";
import { intent } from "./checks/intent.ts";
import { lines } from "./checks/lines.ts";
import { overprint } from "./checks/overprint.ts";
import { resolution } from "./checks/resolution.ts";
import { text } from "./checks/text.ts";
import { trailer } from "./checks/trailer.ts";
import { transparency } from "./checks/transparency.ts";
import { readXmp, xmp } from "./checks/xmp.ts";
import { PdfDocument } from "./document.ts";
import { type Interpretation, interpret } from "./interpret.ts";
import { type PreflightLimits, preflightLimits } from "./limits.ts";
import { type PreflightReport, summary } from "./report.ts";

/** What the file says of itself; readable even where it is encrypted. */
const fileChecks: readonly Check[] = [
  claim,
  header,
  trailer,
  info,
  xmp,
  intent,
  boxes,
  filters,
  annotations,
  forbidden,
];
const pageChecks: readonly Check[] = [fonts, colour, transparency, resolution, lines, text, overprint];

export interface PreflightOptions extends Partial<PreflightLimits> {
  /** Decodes CMYK JPEGs for the ink check; without it their ink is not measured. */
  readonly decodeJpeg?: JpegDecoder;
}

/**
 * Throws a Problem for bytes that cannot be judged: `preflight.not-pdf`, `preflight.truncated`, `preflight.damaged`,
 * `preflight.too-large`, `preflight.no-pages`.
 */
export async function preflight(bytes: Uint8Array, options: PreflightOptions = {}): Promise<PreflightReport> {
  const { decodeJpeg, ...changes } = options;
  const limits = { ...preflightLimits, ...changes };
  const document = await PdfDocument.open(bytes, limits);
  const packet = readXmp(document);
  const standard = claimed(document, packet);
  const readable = !document.encrypted;
  const file: Inspected = {
    document,
    standard: limits.standard ?? standardOf(standard) ?? "x4",
    limits,
    page: readable ? interpret(document) : nothing,
    xmp: packet,
  };
  const checks = readable ? [...fileChecks, ...pageChecks] : [trailer];
  const findings = (await Promise.all(checks.map((check) => check(file)))).flat();
  if (readable) findings.push(...(await ink(file, decodeJpeg ?? null)));
  for (const page of file.page.unread)
    findings.push({ code: "content.unread", severity: "error", page: page.number, values: {} });
  return {
    standard,
    checkedAs: file.standard,
    pages: document.pages.length,
    problems: summary(findings, limits.places),
  };
}

const nothing: Interpretation = { marks: [], effects: [], typefaces: [], unread: new Set() };

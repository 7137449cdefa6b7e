/** The output intent: which press the colours are meant for (ISO 15930-7, 6.2.3). */
import type { PDFObject } from "pdf-lib";
import { latin1, type PdfDocument } from "../document.ts";
import type { Finding } from "../report.ts";
import { type Check, wrong } from "./check.ts";

export const intent: Check = ({ document, standard }) => {
  const all = document.array(document.get(document.catalog, "OutputIntents")) ?? [];
  const ours = all.filter((item) => document.name(document.get(item, "S")) === "GTS_PDFX");
  const [only] = ours;
  if (!only) return [wrong("intent.missing")];
  if (ours.length > 1) return [wrong("intent.several", { found: ours.length })];
  const findings: Finding[] = [];
  if (!document.text(document.get(only, "OutputConditionIdentifier")))
    findings.push(wrong("intent.identifier"));
  const profile = document.stream(document.get(only, "DestOutputProfile"));
  if (profile) {
    if (!document.text(document.get(only, "Info"))) findings.push(wrong("intent.info"));
    findings.push(...profileFindings(document, profile));
  } else if (standard === "x4" || !document.text(document.get(only, "RegistryName"))) {
    findings.push(wrong("intent.profile-missing"));
  }
  return findings;
};

function profileFindings(document: PdfDocument, stream: PDFObject): Finding[] {
  const raw = document.stream(stream);
  const data = raw && document.data(raw);
  if (!data || data.length < 132 || latin1(data.subarray(36, 40)) !== "acsp")
    return [wrong("intent.profile-damaged")];
  const kind = latin1(data.subarray(12, 16));
  const space = latin1(data.subarray(16, 20)).trim();
  if (kind !== "prtr" || space !== "CMYK") return [wrong("intent.profile-kind", { kind, space })];
  const n = document.number(document.get(stream, "N"));
  return n === 4 ? [] : [wrong("intent.profile-components", { n: n ?? 0 })];
}

/** What no print file may carry: things that run, things that change colours behind one's back, things hidden. */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream } from "pdf-lib";
import type { PdfDocument } from "../document.ts";
import type { Finding } from "../report.ts";
import { type Check, wrong } from "./check.ts";

export const forbidden: Check = ({ document, standard }) => {
  const found = new Set<string>();
  for (const [, object] of document.context.enumerateIndirectObjects()) search(document, object, found, 0);
  const { catalog } = document;
  const has = (key: string) => document.get(catalog, key) !== null;
  if (standard === "x1a" && has("OCProperties")) found.add("layers");
  if (has("AcroForm")) found.add("forms");
  if (has("AA") || has("OpenAction")) found.add("actions");
  return [...found].map((thing): Finding => wrong(`forbidden.${thing}`, {}));
};

function search(document: PdfDocument, object: PDFObject, found: Set<string>, depth: number): void {
  if (depth > 32) return;
  if (object instanceof PDFArray)
    for (const item of object.asArray()) search(document, item, found, depth + 1);
  const dict = object instanceof PDFRawStream ? object.dict : object instanceof PDFDict ? object : null;
  if (!dict) return;
  judge(document, dict, object instanceof PDFRawStream, found);
  for (const value of dict.values()) search(document, value, found, depth + 1);
}

function judge(document: PdfDocument, dict: PDFDict, stream: boolean, found: Set<string>): void {
  const name = (key: string) => document.name(dict.get(PDFName.of(key)));
  const has = (key: string) => dict.has(PDFName.of(key));
  if (name("S") === "JavaScript" || has("JS")) found.add("javascript");
  else if (has("A") && name("Type") === "Annot") found.add("actions");
  if (stream && (name("Subtype") === "PS" || name("Subtype2") === "PS")) found.add("postscript");
  if (has("OPI")) found.add("opi");
  if (name("Type") === "EmbeddedFile" || has("EmbeddedFiles") || has("EF")) found.add("files");
  if (name("Type") === "ExtGState" || has("TR") || has("TR2")) {
    const changes = (key: string, harmless: readonly string[]) =>
      has(key) && !harmless.includes(name(key) ?? "");
    if (changes("TR", ["Identity"]) || changes("TR2", ["Default", "Identity"])) found.add("transfer");
  }
}

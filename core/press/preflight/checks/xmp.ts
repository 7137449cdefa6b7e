/**
 * The XMP packet: there, readable without unpacking, complete, and of one mind with Info (ISO 15930-7, 6.5).
 * PDF/X-1a may do without one, but a packet that is there must not contradict Info.
 */
import type { PdfDocument } from "../document.ts";
import type { Finding } from "../report.ts";
import { type Check, wrong } from "./check.ts";

const required = [
  "dc:title",
  "xmp:CreateDate",
  "xmp:ModifyDate",
  "xmp:MetadataDate",
  "xmp:CreatorTool",
  "pdf:Trapped",
  "xmpMM:DocumentID",
  "xmpMM:VersionID",
  "xmpMM:RenditionClass",
] as const;

const mirrored = [
  ["dc:title", "Title"],
  ["xmp:CreatorTool", "Creator"],
  ["xmp:CreateDate", "CreationDate"],
  ["xmp:ModifyDate", "ModDate"],
] as const;

/** Text of the catalog's metadata stream, or null. */
export function readXmp(document: PdfDocument): string | null {
  const stream = document.stream(document.get(document.catalog, "Metadata"));
  const data = stream && document.data(stream);
  return data ? new TextDecoder("utf-8").decode(data) : null;
}

/** A property's text, written as an element or as an attribute, whatever its prefix; null where it is absent. */
export function xmpValue(xmp: string | null, property: string): string | null {
  const local = property.split(":").at(-1) ?? property;
  const element = new RegExp(`<(?:\\w+:)?${local}\\b[^>]*>([\\s\\S]*?)</(?:\\w+:)?${local}>`).exec(xmp ?? "");
  const attribute = new RegExp(`\\s(?:\\w+:)${local}="([^"]*)"`).exec(xmp ?? "");
  const raw = element?.[1]?.replace(/<[^>]*>/g, "").trim() ?? attribute?.[1];
  return raw === undefined ? null : unescaped(raw);
}

export const xmp: Check = ({ document, standard, xmp }) => {
  const stream = document.stream(document.get(document.catalog, "Metadata"));
  if (!stream) return standard === "x4" ? [wrong("xmp.missing")] : [];
  if (document.filters(stream).length > 0) return [wrong("xmp.filtered")];
  if (xmp === null || !xmp.includes("rdf:RDF")) return [wrong("xmp.missing")];
  const findings: Finding[] = [];
  if (standard === "x4")
    for (const entry of required)
      if (!xmpValue(xmp, entry)) findings.push(wrong("xmp.entry", { entry }, entry));
  for (const [property, entry] of mirrored) {
    const there = xmpValue(xmp, property);
    const here = document.text(document.get(document.info, entry));
    if (there && here && !same(there, here))
      findings.push(wrong("xmp.mismatch", { entry, info: here, xmp: there }, entry));
  }
  const trapped = xmpValue(xmp, "pdf:Trapped");
  const told = document.name(document.get(document.info, "Trapped"));
  if (trapped && (told === "True" || told === "False") && trapped !== told)
    findings.push(wrong("xmp.mismatch", { entry: "Trapped", info: told, xmp: trapped }, "Trapped"));
  return findings;
};

/** Equal as text, or the same moment in the two spellings of dates. */
function same(xmp: string, info: string): boolean {
  if (xmp === info) return true;
  const parts = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z|[+-]\d\d)'?(\d\d)?'?)?/.exec(info);
  if (!parts) return false;
  const [
    ,
    year,
    month = "01",
    day = "01",
    hour = "00",
    minute = "00",
    second = "00",
    zone = "Z",
    part = "00",
  ] = parts;
  const offset = zone === "Z" ? "Z" : `${zone}:${part}`;
  const moment = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Math.abs(moment - Date.parse(xmp)) < 1000;
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");
}

/**
 * Who made the file and when, told twice: in the Info dictionary and in XMP, which must agree (ISO 15930-7, 6.5).
 * Everything is derived from the options and the content's digest, never from a clock or a random source.
 */
import { Problem } from "../problem.ts";
import type { PressStandard } from "./options.ts";

export interface DocumentFacts {
  readonly title: string;
  readonly creator: string;
  readonly created: Moment;
  /** 32 hex digits: what the document is made of. */
  readonly digest: string;
  /** The standard it claims, or null for a proof. */
  readonly standard: PressStandard | null;
  /** What a reader should know beyond the title. */
  readonly subject?: string;
}

/** A moment in the two spellings a PDF needs. */
export interface Moment {
  /** "D:20200218013000+08'00'" */
  readonly pdf: string;
  /** "2020-02-18T01:30:00+08:00" */
  readonly iso: string;
}

export const versionNames = { x4: "PDF/X-4", x1a: "PDF/X-1a:2003" } as const;
export const PRODUCER = "Dayang press";

/** Reads ISO 8601 with an offset (or Z). Throws a Problem for anything else. */
export function moment(iso: string): Moment {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/.exec(iso);
  if (!parts || Number.isNaN(Date.parse(iso))) throw new Problem("press.bad-date", { date: iso });
  const [, year, month, day, hour, minute, second, zone = "Z"] = parts;
  const pdfZone = zone === "Z" ? "Z" : `${zone.slice(0, 3)}'${zone.slice(4)}'`;
  return {
    pdf: `D:${year}${month}${day}${hour}${minute}${second}${pdfZone}`,
    iso: `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`,
  };
}

/** The XMP packet, as UTF-8 text; it goes into the file unfiltered so that any tool can read it. */
export function xmp(facts: DocumentFacts): string {
  const { iso } = facts.created;
  const version = facts.standard
    ? `\n   <pdfxid:GTS_PDFXVersion>${versionNames[facts.standard]}</pdfxid:GTS_PDFXVersion>`
    : "";
  const subject = facts.subject
    ? `\n   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(facts.subject)}</rdf:li></rdf:Alt></dc:description>`
    : "";
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(facts.title)}</rdf:li></rdf:Alt></dc:title>${subject}
   <xmp:CreatorTool>${escaped(facts.creator)}</xmp:CreatorTool>
   <xmp:CreateDate>${iso}</xmp:CreateDate>
   <xmp:ModifyDate>${iso}</xmp:ModifyDate>
   <xmp:MetadataDate>${iso}</xmp:MetadataDate>
   <xmpMM:DocumentID>uuid:${uuid(facts.digest)}</xmpMM:DocumentID>
   <xmpMM:VersionID>1</xmpMM:VersionID>
   <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
   <pdf:Producer>${PRODUCER}</pdf:Producer>
   <pdf:Trapped>False</pdf:Trapped>${version}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** RFC 9562 version 8 (content of our own choosing) from 32 hex digits. */
function uuid(digest: string): string {
  const hex = digest.padEnd(32, "0").slice(0, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

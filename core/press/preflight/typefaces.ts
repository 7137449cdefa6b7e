/**
 * Fonts as a page uses them: how a string splits into codes, how far each code advances, and which codes were used.
 *
 * A composite font's codes are CIDs only through Identity-H or -V; with another CMap the codes still advance, but
 * nobody here knows their CIDs.
 */
import type { PDFDict } from "pdf-lib";
import type { Maybe, PdfDocument } from "./document.ts";

export interface Typeface {
  readonly dict: PDFDict;
  readonly name: string;
  readonly subtype: string;
  readonly composite: boolean;
  readonly vertical: boolean;
  /** The CIDFont of a composite font, the font itself otherwise. */
  readonly descendant: PDFDict;
  /** True where codes are CIDs. */
  readonly identity: boolean;
  /** Width of a code in thousandths of an em (for Type 3: of its own units). */
  width(code: number): number;
  /** Codes used on the pages, and whether any of them is visible. */
  readonly used: Set<number>;
  visible: boolean;
  /** First page it is used on. */
  readonly page: number;
}

export function readTypeface(document: PdfDocument, dict: PDFDict, page: number): Typeface {
  const subtype = document.name(document.get(dict, "Subtype")) ?? "";
  const composite = subtype === "Type0";
  const descendant = composite
    ? (document.dict(document.array(document.get(dict, "DescendantFonts"))?.[0]) ?? dict)
    : dict;
  const encoding = document.name(document.get(dict, "Encoding")) ?? "";
  return {
    dict,
    name: document.name(document.get(dict, "BaseFont")) ?? subtype,
    subtype,
    composite,
    vertical: composite && /-V$/.test(encoding),
    descendant,
    identity: composite && /^Identity-[HV]$/.test(encoding),
    width: composite ? cidWidths(document, descendant) : simpleWidths(document, dict),
    used: new Set(),
    visible: false,
    page,
  };
}

/** Codes of a shown string. */
export function codes(typeface: Typeface, string: Uint8Array): number[] {
  if (!typeface.composite) return Array.from(string);
  const list: number[] = [];
  for (let i = 0; i + 1 < string.length; i += 2) list.push((string[i] ?? 0) * 256 + (string[i + 1] ?? 0));
  return list;
}

function simpleWidths(document: PdfDocument, dict: PDFDict): (code: number) => number {
  const first = document.number(document.get(dict, "FirstChar")) ?? 0;
  const widths = document.numbers(document.get(dict, "Widths")) ?? [];
  const missing = document.number(document.get(document.get(dict, "FontDescriptor"), "MissingWidth")) ?? 500;
  return (code) => widths[code - first] ?? missing;
}

/** W of a CIDFont: `c [w w w]` and `first last w` (ISO 32000-1, 9.7.4.3). */
function cidWidths(document: PdfDocument, font: Maybe): (cid: number) => number {
  const normal = document.number(document.get(font, "DW")) ?? 1000;
  const entries = document.array(document.get(font, "W")) ?? [];
  const single = new Map<number, number>();
  const ranges: { readonly first: number; readonly last: number; readonly width: number }[] = [];
  for (let i = 0; i + 1 < entries.length; ) {
    const first = document.number(entries[i]) ?? 0;
    const list = document.numbers(entries[i + 1]);
    if (list) {
      list.forEach((width, k) => {
        single.set(first + k, width);
      });
      i += 2;
    } else {
      const last = document.number(entries[i + 1]) ?? first;
      ranges.push({ first, last, width: document.number(entries[i + 2]) ?? normal });
      i += 3;
    }
  }
  return (cid) => single.get(cid) ?? ranges.find((r) => cid >= r.first && cid <= r.last)?.width ?? normal;
}

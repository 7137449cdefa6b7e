/** What an image dictionary or an inline picture says of itself (ISO 32000-1, 8.9.5 and 8.9.7). */
import type { PDFDict, PDFRawStream } from "pdf-lib";
import type { PdfDocument } from "./document.ts";
import type { Space, Spaces } from "./spaces.ts";
import { nameOf, type Operand } from "./tokens.ts";

export interface ImageFacts {
  readonly stream: PDFRawStream | null;
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly stencil: boolean;
  readonly space: Space | null;
  readonly filters: readonly string[];
}

export function imageFacts(
  document: PdfDocument,
  spaces: Spaces,
  stream: PDFRawStream,
  resources: PDFDict | null,
): ImageFacts {
  const get = (key: string) => document.get(stream, key);
  const stencil = document.bool(get("ImageMask")) === true;
  const colour = get("ColorSpace");
  return {
    stream,
    width: document.number(get("Width")) ?? 0,
    height: document.number(get("Height")) ?? 0,
    bits: stencil ? 1 : (document.number(get("BitsPerComponent")) ?? 8),
    stencil,
    space: stencil || !colour ? null : spaces.read(colour, resources),
    filters: document.filters(stream),
  };
}

const inlineFilters: Record<string, string> = {
  AHx: "ASCIIHexDecode",
  A85: "ASCII85Decode",
  LZW: "LZWDecode",
  Fl: "FlateDecode",
  RL: "RunLengthDecode",
  CCF: "CCITTFaxDecode",
  DCT: "DCTDecode",
};

export function inlineFacts(
  spaces: Spaces,
  dict: ReadonlyMap<string, Operand>,
  resources: PDFDict | null,
): ImageFacts {
  const get = (short: string, long: string): Operand => dict.get(short) ?? dict.get(long) ?? null;
  const count = (short: string, long: string, other: number) => {
    const value = get(short, long);
    return typeof value === "number" ? value : other;
  };
  const stencil = get("IM", "ImageMask") === true;
  const filter = get("F", "Filter");
  const colour = get("CS", "ColorSpace");
  const family = nameOf(Array.isArray(colour) ? colour[1] : colour);
  return {
    stream: null,
    width: count("W", "Width", 0),
    height: count("H", "Height", 0),
    bits: stencil ? 1 : count("BPC", "BitsPerComponent", 8),
    stencil,
    space: stencil || !family ? null : spaces.named(family, resources),
    filters: (Array.isArray(filter) ? filter : [filter])
      .map((f) => nameOf(f))
      .filter(Boolean)
      .map((f) => inlineFilters[f] ?? f),
  };
}

/**
 * A PDF file opened for judgement: pdf-lib's objects behind a few forgiving readers.
 *
 * Nothing here believes the file: a wrong type reads as null, page trees and streams end at a limit, and whatever a
 * broken file makes pdf-lib throw becomes a Problem or a null.
 */
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFParser,
  PDFRawStream,
  PDFRef,
  PDFString,
} from "pdf-lib";
import { Problem } from "../../problem.ts";
import type { Box } from "../boxes.ts";
import { unpredict } from "../predictor.ts";
import type { PreflightLimits } from "./limits.ts";
import type { Place } from "./report.ts";

export type Maybe = PDFObject | undefined | null;

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly dict: PDFDict;
  readonly resources: PDFDict | null;
  readonly media: Box | null;
  readonly bleed: Box | null;
  readonly trim: Box | null;
  readonly art: Box | null;
  readonly crop: Box | null;
  /** Content streams joined, as the standard says; null where one cannot be read. */
  readonly content: Uint8Array | null;
}

export class PdfDocument {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly limits: PreflightLimits;
  readonly pages: readonly PdfPage[];
  readonly #decoded = new WeakMap<PDFRawStream, Uint8Array | null>();

  private constructor(context: PDFContext, catalog: PDFDict, limits: PreflightLimits) {
    this.context = context;
    this.catalog = catalog;
    this.limits = limits;
    this.pages = this.#readPages();
  }

  /** Throws a Problem for what is no PDF, a truncated one, or one that unpacks without end. */
  static async open(bytes: Uint8Array, limits: PreflightLimits): Promise<PdfDocument> {
    const ascii = latin1(bytes);
    if (!ascii.slice(0, 1024).includes("%PDF-")) throw new Problem("preflight.not-pdf");
    if (!ascii.slice(-2048).includes("%%EOF")) throw new Problem("preflight.truncated");
    refuseBombs(bytes, ascii, limits);
    let context: PDFContext;
    try {
      context = await PDFParser.forBytesWithOptions(bytes, Number.POSITIVE_INFINITY).parseDocument();
    } catch (error) {
      throw new Problem("preflight.damaged", {}, error);
    }
    const catalog = lookup(context, context.trailerInfo.Root);
    if (!(catalog instanceof PDFDict)) throw new Problem("preflight.damaged");
    const document = new PdfDocument(context, catalog, limits);
    if (document.pages.length === 0) throw new Problem("preflight.no-pages");
    return document;
  }

  get encrypted(): boolean {
    return this.resolve(this.context.trailerInfo.Encrypt) instanceof PDFDict;
  }

  get info(): PDFDict | null {
    return this.dict(this.context.trailerInfo.Info);
  }

  resolve(object: Maybe): PDFObject | null {
    return lookup(this.context, object);
  }

  /** A dictionary, or a stream's. */
  dict(object: Maybe): PDFDict | null {
    const found = this.resolve(object);
    return found instanceof PDFDict ? found : found instanceof PDFRawStream ? found.dict : null;
  }

  stream(object: Maybe): PDFRawStream | null {
    const found = this.resolve(object);
    return found instanceof PDFRawStream ? found : null;
  }

  get(object: Maybe, key: string): PDFObject | null {
    return this.resolve(this.dict(object)?.get(PDFName.of(key)));
  }

  array(object: Maybe): readonly PDFObject[] | null {
    const found = this.resolve(object);
    return found instanceof PDFArray ? found.asArray() : null;
  }

  number(object: Maybe): number | null {
    const found = this.resolve(object);
    return found instanceof PDFNumber ? found.asNumber() : null;
  }

  bool(object: Maybe): boolean | null {
    const found = this.resolve(object);
    return found instanceof PDFBool ? found.asBoolean() : null;
  }

  name(object: Maybe): string | null {
    const found = this.resolve(object);
    return found instanceof PDFName ? utf8(found.decodeText()) : null;
  }

  text(object: Maybe): string | null {
    const found = this.resolve(object);
    return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : null;
  }

  /** The bytes of a string object. */
  bytes(object: Maybe): Uint8Array | null {
    const found = this.resolve(object);
    return found instanceof PDFString || found instanceof PDFHexString ? found.asBytes() : null;
  }

  numbers(object: Maybe): number[] | null {
    const items = this.array(object)?.map((item) => this.number(item));
    return items?.every((n) => n !== null) ? (items as number[]) : null;
  }

  /** Names of a stream's filters, in order. */
  filters(stream: PDFRawStream): string[] {
    const filter = stream.dict.get(PDFName.of("Filter"));
    const one = this.name(filter);
    return one !== null ? [one] : (this.array(filter)?.flatMap((item) => this.name(item) ?? []) ?? []);
  }

  /** A stream unpacked; null where its filters are not understood, it is damaged, or it is over the limit. */
  data(stream: PDFRawStream): Uint8Array | null {
    let data = this.#decoded.get(stream);
    if (data === undefined) {
      data = this.#unpredicted(stream, unpack(stream, this.limits.streamBytes));
      this.#decoded.set(stream, data);
    }
    return data;
  }

  /** pdf-lib unpacks but leaves predictors as they are; null where one is not understood. */
  #unpredicted(stream: PDFRawStream, data: Uint8Array | null): Uint8Array | null {
    const all = this.get(stream, "DecodeParms");
    const parameters = this.array(all)?.at(-1) ?? all;
    const entry = (key: string, normal: number) => this.number(this.get(parameters, key)) ?? normal;
    const predictor = entry("Predictor", 1);
    if (!data || predictor === 1 || !["FlateDecode", "LZWDecode"].includes(this.filters(stream).at(-1) ?? ""))
      return data;
    const bits = entry("Colors", 1) * entry("BitsPerComponent", 8);
    const row = Math.ceil((bits * entry("Columns", 1)) / 8);
    if (predictor < 10 || !(row > 0)) return null;
    return unpredict(data, { row, pixel: Math.max(1, Math.ceil(bits / 8)) });
  }

  #readPages(): PdfPage[] {
    const pages: PdfPage[] = [];
    const seen = new Set<PDFDict>();
    const inherited = ["Resources", "MediaBox", "CropBox"];
    const walk = (object: Maybe, above: Map<string, PDFObject>, depth: number): void => {
      const node = this.dict(object);
      if (!node || seen.has(node) || depth > 64 || pages.length >= this.limits.pages) return;
      seen.add(node);
      const here = new Map(above);
      for (const key of inherited) {
        const value = this.get(node, key);
        if (value) here.set(key, value);
      }
      const kids = this.array(this.get(node, "Kids"));
      if (kids) for (const kid of kids) walk(kid, here, depth + 1);
      else pages.push(this.#readPage(node, here, pages.length + 1));
    };
    walk(this.get(this.catalog, "Pages"), new Map(), 0);
    return pages;
  }

  #readPage(dict: PDFDict, inherited: ReadonlyMap<string, PDFObject>, number: number): PdfPage {
    const box = (object: Maybe) => boxOf(this.numbers(object));
    return {
      number,
      dict,
      resources: this.dict(inherited.get("Resources")),
      media: box(inherited.get("MediaBox")),
      bleed: box(this.get(dict, "BleedBox")),
      trim: box(this.get(dict, "TrimBox")),
      art: box(this.get(dict, "ArtBox")),
      crop: box(inherited.get("CropBox")),
      content: this.#joined(this.get(dict, "Contents")),
    };
  }

  #joined(contents: Maybe): Uint8Array | null {
    const streams = this.array(contents) ?? (contents ? [contents] : []);
    const parts: Uint8Array[] = [];
    for (const item of streams) {
      const stream = this.stream(item);
      const data = stream && this.data(stream);
      if (!data) return null;
      parts.push(data, Uint8Array.of(10));
    }
    const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      joined.set(part, at);
      at += part.length;
    }
    return joined;
  }
}

/** A name is UTF-8 by custom (ISO 32000-1, 7.3.5); one that is not stays a character for each byte. */
function utf8(bytes: string): string {
  if (/^\p{ASCII}*$/u.test(bytes)) return bytes;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0)));
  } catch {
    return bytes;
  }
}

/** A rectangle's corners in order. */
function boxOf(numbers: number[] | null): Box | null {
  const [a, b, c, d] = numbers ?? [];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** What belongs to the printed page: up to the bleed, or the trim or the media where a page has none. */
export function printed(page: PdfPage): Box {
  return page.bleed ?? page.trim ?? page.art ?? page.media ?? [0, 0, 612, 792];
}

/** A rectangle of PDF space on the sheet. */
export function placeOn(page: PdfPage, [x1, y1, x2, y2]: Box): Place {
  const [left, , , top] = page.trim ?? page.art ?? printed(page);
  const round = (value: number) => Math.round(value * 100) / 100;
  return { x: round(x1 - left), y: round(top - y2), width: round(x2 - x1), height: round(y2 - y1) };
}

export function union(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** An empty box at the nearest corner where they do not meet. */
export function intersection(a: Box, b: Box): Box {
  const [x1, y1] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
  return [x1, y1, Math.max(x1, Math.min(a[2], b[2])), Math.max(y1, Math.min(a[3], b[3]))];
}

export function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function lookup(context: PDFContext, object: Maybe): PDFObject | null {
  let found: Maybe = object;
  for (let hops = 0; found instanceof PDFRef && hops < 8; hops++) found = context.lookup(found);
  return found instanceof PDFRef ? null : (found ?? null);
}

function unpack(stream: PDFRawStream, limit: number): Uint8Array | null {
  try {
    const decoder = decodePDFRawStream(stream);
    let total = 0;
    for (;;) {
      const read = decoder.getBytes(65536).length;
      if (read === 0) return decoder.decode();
      total += read;
      if (total > limit) return null;
    }
  } catch {
    return null;
  }
}

/**
 * pdf-lib unpacks object and cross-reference streams while it parses, without a limit: one that would go over it is
 * refused before that.
 */
function refuseBombs(bytes: Uint8Array, ascii: string, limits: PreflightLimits): void {
  for (const found of ascii.matchAll(/\/(?:ObjStm|XRef)\b/g)) {
    const start = /stream\r?\n/.exec(ascii.slice(found.index, found.index + 4096));
    if (!start) continue;
    const from = found.index + start.index + start[0].length;
    const end = ascii.indexOf("endstream", from);
    const dict = PDFDict.withContext(PDFContext.create());
    dict.set(PDFName.of("Filter"), PDFName.FlateDecode);
    const packed = PDFRawStream.of(dict, bytes.subarray(from, end < 0 ? undefined : end));
    if (packed.contents.length * 1100 > limits.streamBytes && unpack(packed, limits.streamBytes) === null)
      throw new Problem("preflight.too-large");
  }
}

/** One character a byte. */
export function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

/**
 * The PDF file around the pages: objects in a pdf-lib context, written out with a classic cross-reference table.
 *
 * pdf-lib's own writers are asynchronous and may compress objects into streams; PDF/X-1a allows no such streams and
 * the press is synchronous, so the assembly (and only that) is done here. Object numbers follow the order of creation,
 * which makes equal input give equal bytes.
 */
import {
  PDFContext,
  PDFCrossRefSection,
  type PDFDict,
  PDFHeader,
  type PDFObject,
  PDFRawStream,
  PDFTrailer,
  PDFTrailerDict,
} from "pdf-lib";
import { type DocumentFacts, PRODUCER, versionNames, xmp } from "./metadata.ts";
import { hexString, objectOf, type PdfDict, type PdfRef, type PdfValue, text } from "./objects.ts";
import type { PressProfile } from "./options.ts";
import { predict, type Rows } from "./predictor.ts";

export class PdfFile {
  readonly #context = PDFContext.create();
  readonly #deflate: (data: Uint8Array) => Uint8Array;
  readonly #promised = new Set<PdfRef>();
  readonly #pages: PdfRef[] = [];
  readonly #pageTree: PdfRef;
  readonly #catalog: PdfRef;
  #outputIntents: PdfValue | undefined;

  constructor(minorVersion: 4 | 6, deflate: (data: Uint8Array) => Uint8Array) {
    this.#context.header = PDFHeader.forVersion(1, minorVersion);
    this.#deflate = deflate;
    this.#pageTree = this.promise();
    this.#catalog = this.promise();
  }

  add(value: PdfValue): PdfRef {
    return this.#context.register(this.#object(value));
  }

  /** A reference to what `keep` will be given. */
  promise(): PdfRef {
    const ref = this.#context.nextRef();
    this.#promised.add(ref);
    return ref;
  }

  keep(ref: PdfRef, value: PdfValue): void {
    this.#promised.delete(ref);
    this.#context.assign(ref, this.#object(value));
  }

  /** A stream object. `data` is deflated unless `encoded` says that it is to be stored as it is. */
  stream(data: Uint8Array, entries: PdfDict = {}, encoded: "deflate" | "as-is" = "deflate"): PdfRef {
    const ref = this.promise();
    this.keepStream(ref, data, entries, encoded);
    return ref;
  }

  keepStream(
    ref: PdfRef,
    data: Uint8Array,
    entries: PdfDict = {},
    encoded: "deflate" | "as-is" = "deflate",
  ): void {
    const stored = encoded === "deflate" ? this.#deflate(data) : data;
    const filter = encoded === "deflate" ? { Filter: "FlateDecode" } : {};
    const dict = this.#object({ ...entries, ...filter, Length: stored.length }) as PDFDict;
    this.keep(ref, PDFRawStream.of(dict, stored));
  }

  addPage(entries: PdfDict): void {
    this.#pages.push(this.add({ Type: "Page", Parent: this.#pageTree, ...entries }));
  }

  #object(value: PdfValue): PDFObject {
    return objectOf(value, this.#context);
  }

  /** OutputIntents with the one GTS_PDFX intent the standards ask for (ISO 15930-7, 6.2.3). */
  setOutputIntent(profile: PressProfile): void {
    const intent = this.add({
      Type: "OutputIntent",
      S: "GTS_PDFX",
      OutputConditionIdentifier: text(profile.identifier),
      RegistryName: text("http://www.color.org"),
      Info: text(profile.info),
      DestOutputProfile: this.#profile(profile.data),
    });
    this.#outputIntents = [intent];
  }

  /** A profile is mostly tables of 16-bit numbers that change little from one to the next: a quarter less as differences. */
  #profile(data: Uint8Array): PdfRef {
    const plain = this.#deflate(data);
    const { rows, told } = differencesOf(data);
    const packed = this.#deflate(told);
    if (plain.length <= packed.length) return this.stream(plain, { N: 4, Filter: "FlateDecode" }, "as-is");
    const parameters = { Predictor: 15, Colors: 1, BitsPerComponent: 16, Columns: rows.row / 2 };
    return this.stream(packed, { N: 4, Filter: "FlateDecode", DecodeParms: parameters }, "as-is");
  }

  /** The whole file. Nothing can be added afterwards. */
  finish(facts: DocumentFacts): Uint8Array {
    const packet = new TextEncoder().encode(xmp(facts));
    const metadata = this.stream(packet, { Type: "Metadata", Subtype: "XML" }, "as-is");
    this.keep(this.#catalog, {
      Type: "Catalog",
      Pages: this.#pageTree,
      Lang: text("zh-CN"),
      OutputIntents: this.#outputIntents,
      Metadata: metadata,
    });
    this.keep(this.#pageTree, { Type: "Pages", Kids: this.#pages, Count: this.#pages.length });
    const info = this.add({
      GTS_PDFXVersion: facts.standard ? text(versionNames[facts.standard]) : undefined,
      Title: text(facts.title),
      Subject: facts.subject ? text(facts.subject) : undefined,
      Creator: text(facts.creator),
      Producer: text(PRODUCER),
      CreationDate: text(facts.created.pdf),
      ModDate: text(facts.created.pdf),
      Trapped: "False",
    });
    const id = hexString(facts.digest.slice(0, 32).toUpperCase());
    if (this.#promised.size > 0) throw new Error("an object was promised and never kept");
    Object.assign(this.#context.trailerInfo, { Root: this.#catalog, Info: info, ID: this.#object([id, id]) });
    return assemble(this.#context);
  }
}

/** Header, objects, cross-reference table, trailer (ISO 32000-1, 7.5). */
function assemble(context: PDFContext): Uint8Array {
  const objects = context.enumerateIndirectObjects();
  const trailer = PDFTrailerDict.of(
    context.obj({ Size: context.largestObjectNumber + 1, ...context.trailerInfo }) as PDFDict,
  );
  const heads = objects.map(([ref]) => `${ref.objectNumber} ${ref.generationNumber} obj\n`);
  const tail = "\nendobj\n";
  const xref = PDFCrossRefSection.create();
  let size = context.header.sizeInBytes() + 1;
  objects.forEach(([ref, object], index) => {
    xref.addEntry(ref, size);
    size += (heads[index] ?? "").length + object.sizeInBytes() + tail.length;
  });
  const end = PDFTrailer.forLastCrossRefSectionOffset(size);
  size += xref.sizeInBytes() + 1 + trailer.sizeInBytes() + 1 + end.sizeInBytes();

  const bytes = new Uint8Array(size);
  const ascii = new TextEncoder();
  let at = context.header.copyBytesInto(bytes, 0);
  const put = (line: string) => {
    bytes.set(ascii.encode(line), at);
    at += line.length;
  };
  put("\n");
  objects.forEach(([, object], index) => {
    put(heads[index] ?? "");
    at += object.copyBytesInto(bytes, at);
    put(tail);
  });
  at += xref.copyBytesInto(bytes, at);
  put("\n");
  at += trailer.copyBytesInto(bytes, at);
  put("\n");
  end.copyBytesInto(bytes, at);
  return bytes;
}

interface Differences {
  readonly rows: Rows;
  readonly told: Uint8Array;
}

/** The same for the same profile, which the deflater knows again. */
const differences = new WeakMap<Uint8Array, Differences>();

function differencesOf(profile: Uint8Array): Differences {
  let known = differences.get(profile);
  if (!known) {
    const rows = { row: rowOf(profile.length), pixel: 2 };
    // Not all readers know a row cut short; a profile tells its own length, so zeros after it are nobody's.
    const whole = new Uint8Array(Math.ceil(profile.length / rows.row) * rows.row);
    whole.set(profile);
    known = { rows, told: predict(whole, rows) };
    differences.set(profile, known);
  }
  return known;
}

/**
 * Bytes to a row: about 480, found by trial on profiles of newspaper presses; of those with whole pixels of three
 * colours, the one that leaves least of the last row empty.
 */
function rowOf(length: number): number {
  const rows = [0, 6, -6, 12, -12, 18, -18, 24, -24, 30, -30, 36, -36, 42, -42, 48, -48].map((d) => 480 + d);
  const empty = (row: number) => (row - (length % row)) % row;
  return rows.reduce((a, b) => (empty(b) < empty(a) ? b : a));
}

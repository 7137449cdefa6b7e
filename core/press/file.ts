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
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFString,
  PDFTrailer,
  PDFTrailerDict,
} from "pdf-lib";
import { type DocumentFacts, PRODUCER, versionNames, xmp } from "./metadata.ts";
import type { PressProfile } from "./options.ts";
import { predict, type Rows } from "./predictor.ts";

type Entries = Record<string, PDFObject | string | number | boolean | undefined>;

export class PdfFile {
  readonly context = PDFContext.create();
  readonly #deflate: (data: Uint8Array) => Uint8Array;
  readonly #pages: PDFRef[] = [];
  readonly #pageTree: PDFRef;
  readonly #catalog: PDFDict;

  constructor(minorVersion: 4 | 6, deflate: (data: Uint8Array) => Uint8Array) {
    this.#deflate = deflate;
    this.context.header = PDFHeader.forVersion(1, minorVersion);
    this.#pageTree = this.context.nextRef();
    this.#catalog = this.dict({ Type: "Catalog", Pages: this.#pageTree, Lang: PDFString.of("zh-CN") });
    this.context.trailerInfo.Root = this.context.register(this.#catalog);
  }

  /** A dictionary; bare strings become names. Entries that are undefined are left out. */
  dict(entries: Entries): PDFDict {
    return this.context.obj(entries as Parameters<PDFContext["obj"]>[0] & object) as unknown as PDFDict;
  }

  add(object: PDFObject): PDFRef {
    return this.context.register(object);
  }

  /** A stream object. `data` is deflated unless `encoded` says that it is to be stored as it is. */
  stream(data: Uint8Array, entries: Entries = {}, encoded: "deflate" | "as-is" = "deflate"): PDFRef {
    const stored = encoded === "deflate" ? this.#deflate(data) : data;
    const dict = this.dict({
      ...entries,
      ...(encoded === "deflate" ? { Filter: "FlateDecode" } : {}),
      Length: stored.length,
    });
    return this.add(PDFRawStream.of(dict, stored));
  }

  addPage(entries: Entries): void {
    this.#pages.push(this.add(this.dict({ Type: "Page", Parent: this.#pageTree, ...entries })));
  }

  /** OutputIntents with the one GTS_PDFX intent the standards ask for (ISO 15930-7, 6.2.3). */
  setOutputIntent(profile: PressProfile): void {
    const intent = this.dict({
      Type: "OutputIntent",
      S: "GTS_PDFX",
      OutputConditionIdentifier: PDFString.of(profile.identifier),
      RegistryName: PDFString.of("http://www.color.org"),
      Info: text(profile.info),
      DestOutputProfile: this.#profile(profile.data),
    });
    this.#catalog.set(PDFName.of("OutputIntents"), this.context.obj([this.add(intent)]));
  }

  /** A profile is mostly tables of 16-bit numbers that change little from one to the next: a quarter less as differences. */
  #profile(data: Uint8Array): PDFRef {
    const plain = this.#deflate(data);
    const { rows, told } = differencesOf(data);
    const packed = this.#deflate(told);
    if (plain.length <= packed.length) return this.stream(plain, { N: 4, Filter: "FlateDecode" }, "as-is");
    const parameters = { Predictor: 15, Colors: 1, BitsPerComponent: 16, Columns: rows.row / 2 };
    return this.stream(packed, { N: 4, Filter: "FlateDecode", DecodeParms: this.dict(parameters) }, "as-is");
  }

  /** The whole file. Nothing can be added afterwards. */
  finish(facts: DocumentFacts): Uint8Array {
    const { context } = this;
    const metadata = this.stream(
      new TextEncoder().encode(xmp(facts)),
      { Type: "Metadata", Subtype: "XML" },
      "as-is",
    );
    this.#catalog.set(PDFName.of("Metadata"), metadata);
    context.assign(
      this.#pageTree,
      this.dict({ Type: "Pages", Kids: context.obj(this.#pages), Count: this.#pages.length }),
    );
    context.trailerInfo.Info = this.add(
      this.dict({
        ...(facts.standard ? { GTS_PDFXVersion: PDFString.of(versionNames[facts.standard]) } : {}),
        Title: text(facts.title),
        ...(facts.subject ? { Subject: text(facts.subject) } : {}),
        Creator: text(facts.creator),
        Producer: text(PRODUCER),
        CreationDate: PDFString.of(facts.created.pdf),
        ModDate: PDFString.of(facts.created.pdf),
        Trapped: "False",
      }),
    );
    const id = PDFHexString.of(facts.digest.slice(0, 32).toUpperCase());
    context.trailerInfo.ID = context.obj([id, id]);
    return assemble(context);
  }
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
  const rows = Array.from({ length: 21 }, (_, i) => 540 - 6 * i);
  const empty = (row: number) => (row - (length % row)) % row;
  return rows.reduce((a, b) => (empty(b) <= empty(a) ? b : a));
}

/** A text string: PDFDocEncoding where ASCII will do, else UTF-16BE. */
export function text(value: string): PDFString | PDFHexString {
  return /^[\x20-\x7e]*$/.test(value)
    ? PDFString.of(value.replace(/[\\()]/g, "\\$&"))
    : PDFHexString.fromText(value);
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

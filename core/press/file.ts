/**
 * The PDF file around the pages: numbered objects, written out with a classic cross-reference table, as PDF/X-1a asks.
 * Object numbers follow the order of creation, which makes equal input give equal bytes.
 */
import { type DocumentFacts, PRODUCER, versionNames, xmp } from "./metadata.ts";
import { hexString, type PdfDict, PdfRef, type PdfValue, spelled, text } from "./objects.ts";
import type { PressProfile } from "./options.ts";
import { predict, type Rows } from "./predictor.ts";

interface Stored {
  readonly dict: PdfValue;
  readonly stream?: Uint8Array;
}

export class PdfFile {
  readonly #header: string;
  readonly #deflate: (data: Uint8Array) => Uint8Array;
  /** Object n is at n − 1; null where it was only promised so far. */
  readonly #objects: (Stored | null)[] = [];
  readonly #pages: PdfRef[] = [];
  readonly #pageTree: PdfRef;
  readonly #catalog: PdfRef;
  #outputIntents: PdfValue | undefined;

  constructor(minorVersion: 4 | 6, deflate: (data: Uint8Array) => Uint8Array) {
    // Bytes over 127 tell who moves the file that it is no text (ISO 32000-1, 7.5.2).
    this.#header = `%PDF-1.${minorVersion}\n%\x81\x81\x81\x81\n`;
    this.#deflate = deflate;
    this.#pageTree = this.promise();
    this.#catalog = this.promise();
  }

  add(value: PdfValue): PdfRef {
    this.#objects.push({ dict: value });
    return new PdfRef(this.#objects.length);
  }

  /** A reference to what `keep` will be given. */
  promise(): PdfRef {
    this.#objects.push(null);
    return new PdfRef(this.#objects.length);
  }

  keep(ref: PdfRef, value: PdfValue): void {
    this.#objects[ref.number - 1] = { dict: value };
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
    const stream = encoded === "deflate" ? this.#deflate(data) : data;
    const filter = encoded === "deflate" ? { Filter: "FlateDecode" } : {};
    this.#objects[ref.number - 1] = { dict: { ...entries, ...filter, Length: stream.length }, stream };
  }

  addPage(entries: PdfDict): void {
    this.#pages.push(this.add({ Type: "Page", Parent: this.#pageTree, ...entries }));
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
    return this.#assemble({ Size: this.#objects.length + 1, Root: this.#catalog, Info: info, ID: [id, id] });
  }

  /** Header, objects, cross-reference table, trailer (ISO 32000-1, 7.5). */
  #assemble(trailer: PdfDict): Uint8Array {
    const parts: (string | Uint8Array)[] = [];
    let size = 0;
    const put = (part: string | Uint8Array) => {
      parts.push(part);
      size += part.length;
    };
    put(this.#header);
    const offsets = this.#objects.map((object, index) => {
      const offset = size;
      if (!object) throw new Error(`object ${index + 1} was promised and never kept`);
      put(`${index + 1} 0 obj\n${spelled(object.dict)}\n`);
      if (object.stream) {
        put("stream\n");
        put(object.stream);
        put("\nendstream\n");
      }
      put("endobj\n");
      return offset;
    });
    const table = size;
    const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
    put(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries.join("")}`);
    put(`trailer\n${spelled(trailer)}\nstartxref\n${table}\n%%EOF\n`);
    return joined(parts, size);
  }
}

/** Strings are of one byte a character. */
function joined(parts: readonly (string | Uint8Array)[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    if (typeof part === "string") for (let i = 0; i < part.length; i++) bytes[at + i] = part.charCodeAt(i);
    else bytes.set(part, at);
    at += part.length;
  }
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

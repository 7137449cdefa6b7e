/**
 * A sound PDF/X file of ours, broken in one way: `spoil((file) => file.info.delete(…))`.
 * Tests of preflight name the one check that must object, and no other may.
 */
import {
  type PDFArray,
  type PDFDict,
  PDFDocument,
  PDFName,
  type PDFPageLeaf,
  type PDFRawStream,
  PDFRef,
} from "pdf-lib";
import { exportPdf } from "../../../core/press/export.ts";
import type { PressStandard } from "../../../core/press/options.ts";
import { pressWorld } from "../../../host/press/world.ts";
import { line, programs, request, rule, sheet } from "./sheets.ts";

const world = pressWorld({ program: programs });
const page = sheet([line("一版的正文，两行", 40, 40), line("就够了。", 40, 55), rule(40, 60, 140, 60)]);

const sound = {
  x4: exportPdf([page], world, { ...request, standard: "x4" }),
  x1a: exportPdf([page], world, { ...request, standard: "x1a" }),
};

/** The file under the knife. */
export class Patient {
  readonly doc: PDFDocument;

  constructor(doc: PDFDocument) {
    this.doc = doc;
  }

  get context() {
    return this.doc.context;
  }
  get catalog(): PDFDict {
    return this.doc.catalog;
  }
  get info(): PDFDict {
    return this.context.lookup(this.context.trailerInfo.Info) as PDFDict;
  }
  get page(): PDFPageLeaf {
    return this.doc.getPage(0).node;
  }
  get intent(): PDFDict {
    return (this.catalog.lookup(name("OutputIntents")) as PDFArray).lookup(0) as PDFDict;
  }
  get font(): PDFDict {
    const type0 = this.resource("Font", "F1");
    return (type0.lookup(name("DescendantFonts")) as PDFArray).lookup(0) as PDFDict;
  }

  resource(kind: string, key: string): PDFDict {
    return (this.resources(kind).lookup(name(key)) ?? this.context.obj({})) as PDFDict;
  }

  resources(kind: string): PDFDict {
    return this.page.Resources()?.lookup(name(kind)) as PDFDict;
  }

  /** A new indirect object. */
  add(literal: object): PDFRef {
    return this.context.register(this.context.obj(literal as Record<string, never>));
  }

  stream(data: string | Uint8Array, dict: object = {}): PDFRef {
    return this.context.register(this.context.stream(data, dict as Record<string, never>));
  }

  /** More painting at the end of the page, with the resources it names. */
  paint(operators: string, resources: Record<string, Record<string, object>> = {}): void {
    const all = this.page.Resources() as PDFDict;
    for (const [kind, entries] of Object.entries(resources)) {
      if (!all.has(name(kind))) all.set(name(kind), this.context.obj({}));
      for (const [key, value] of Object.entries(entries))
        this.resources(kind).set(name(key), value instanceof PDFRef ? value : this.add(value));
    }
    this.page.addContentStream(this.stream(`\n${operators}\n`));
  }

  get xmp(): string {
    return Buffer.from((this.catalog.lookup(name("Metadata")) as PDFRawStream).contents).toString("utf8");
  }
  set xmp(text: string) {
    this.catalog.set(name("Metadata"), this.stream(Buffer.from(text), { Type: "Metadata", Subtype: "XML" }));
  }

  /** A code the page's first font uses: glyphs are numbered from 1. */
  readonly code = "0001";
}

export const name = (text: string) => PDFName.of(text);

export async function spoil(
  change: (file: Patient) => void,
  standard: PressStandard = "x4",
  packed = false,
): Promise<Uint8Array> {
  const doc = await PDFDocument.load(sound[standard], { updateMetadata: false });
  change(new Patient(doc));
  return doc.save({ useObjectStreams: packed, addDefaultPage: false, updateFieldAppearances: false });
}

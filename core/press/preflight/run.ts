/** What all content streams of a document share while they are run: what was found so far, and how much was done. */
import type { PDFDict } from "pdf-lib";
import type { PdfDocument, PdfPage } from "./document.ts";
import type { Effect, Mark } from "./marks.ts";
import { Spaces } from "./spaces.ts";
import { readTypeface, type Typeface } from "./typefaces.ts";

export class Run {
  readonly marks: Mark[] = [];
  readonly effects: Effect[] = [];
  readonly typefaces = new Map<PDFDict, Typeface>();
  readonly unread = new Set<PdfPage>();
  readonly document: PdfDocument;
  readonly spaces: Spaces;
  #operators = 0;

  constructor(document: PdfDocument) {
    this.document = document;
    this.spaces = new Spaces(document);
  }

  /** A page begins: what it does is counted anew. */
  begin(page: PdfPage): void {
    const group = this.group(page.dict);
    if (group) this.effects.push({ page, kind: "group", detail: "Page", group });
    this.#operators = 0;
  }

  /** Counts an operator; false where the page has had its share. */
  operator(page: PdfPage): boolean {
    if (++this.#operators <= this.document.limits.operators) return true;
    this.unread.add(page);
    return false;
  }

  /** The transparency group of a page or form, or null. */
  group(owner: PDFDict): PDFDict | null {
    const { document } = this;
    const group = document.dict(document.get(owner, "Group"));
    return group && document.name(document.get(group, "S")) === "Transparency" ? group : null;
  }

  typeface(dict: PDFDict, page: number): Typeface {
    let typeface = this.typefaces.get(dict);
    if (!typeface) {
      typeface = readTypeface(this.document, dict, page);
      this.typefaces.set(dict, typeface);
    }
    return typeface;
  }
}

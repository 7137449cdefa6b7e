/**
 * Runs the content of every page and notes each mark it makes and each transparent thing it does.
 *
 * Clips are kept as boxes and glyphs are not drawn: positions are good to a few points; sizes, widths and colours are
 * exact. Forms are run where they are placed; depth and operators are bounded.
 */
import type { PDFDict } from "pdf-lib";
import type { PdfDocument, PdfPage } from "./document.ts";
import type { Effect, Mark } from "./marks.ts";
import { Spaces } from "./spaces.ts";
import { EVERYWHERE, initialState } from "./state.ts";
import { ContentStream } from "./stream.ts";
import { readTypeface, type Typeface } from "./typefaces.ts";

export interface Interpretation {
  readonly marks: readonly Mark[];
  readonly effects: readonly Effect[];
  readonly typefaces: readonly Typeface[];
  /** Pages that could not be read to their end: a stream was damaged or went over a limit. */
  readonly unread: ReadonlySet<PdfPage>;
}

export function interpret(document: PdfDocument): Interpretation {
  const run = new Run(document);
  for (const page of document.pages) run.page(page);
  return {
    marks: run.marks,
    effects: run.effects,
    typefaces: [...run.typefaces.values()],
    unread: run.unread,
  };
}

/** What all streams of a document share. */
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

  page(page: PdfPage): void {
    const group = this.group(page.dict);
    if (group) this.effects.push({ page, kind: "group", detail: "Page", group });
    this.#operators = 0;
    if (page.content === null) this.unread.add(page);
    else
      new ContentStream(this, page, page.resources, initialState(page.media ?? EVERYWHERE), 0).run(
        page.content,
      );
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

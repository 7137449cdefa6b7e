/**
 * An advertisement delivered as PDF, placed as it is: its page becomes a form of ours, with all that the page draws
 * with copied object by object and nothing converted.
 *
 * The page is cut to its trim (or art, crop, media) box and stood upright. Only what it paints comes along: no
 * annotations, actions, structure or metadata.
 */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream, PDFRef } from "pdf-lib";
import { Problem } from "../problem.ts";
import type { Box } from "./boxes.ts";
import type { PdfFile } from "./file.ts";
import type { PdfRef, PdfValue } from "./objects.ts";
import { PdfDocument, type PdfPage } from "./preflight/document.ts";
import { interpret } from "./preflight/interpret.ts";
import { preflightLimits } from "./preflight/limits.ts";

export interface PlacedPage {
  /** Size in pt as it is read: cut to its trim, turned by its Rotate. */
  readonly width: number;
  readonly height: number;
  /** What of the page is placed, in its own space. */
  readonly box: Box;
  /** It blends something: the page that holds it must say in which colours. */
  readonly transparent: boolean;
  /** The form in `file`; its space runs from (0, 0) at the left bottom corner. */
  embed(file: PdfFile): PdfRef;
}

/**
 * The one page of `bytes`. Throws a Problem as preflight does for what is no PDF, and `placed.encrypted`,
 * `placed.pages` (more than one), `placed.unread` (a content stream is damaged).
 */
export async function openPlaced(bytes: Uint8Array): Promise<PlacedPage> {
  const document = await PdfDocument.open(bytes, preflightLimits);
  if (document.encrypted) throw new Problem("placed.encrypted");
  const [page] = document.pages;
  if (!page || document.pages.length > 1) throw new Problem("placed.pages", { pages: document.pages.length });
  if (hidesLayers(document)) throw new Problem("placed.layers");
  const { content } = page;
  if (content === null) throw new Problem("placed.unread");
  const box = page.trim ?? page.art ?? page.crop ?? page.media;
  if (!box || box[2] - box[0] < 1 || box[3] - box[1] < 1) throw new Problem("placed.no-box");
  const turn = ((((document.number(document.get(page.dict, "Rotate")) ?? 0) % 360) + 360) % 360) / 90;
  const [across, up] = [box[2] - box[0], box[3] - box[1]];
  const { effects } = interpret(document);
  return {
    width: turn % 2 === 1 ? up : across,
    height: turn % 2 === 1 ? across : up,
    box,
    transparent: effects.some(({ kind, detail }) => kind !== "group" || detail !== "Page"),
    embed: (file) => embed(file, document, page, content, box, turn),
  };
}

function embed(
  file: PdfFile,
  document: PdfDocument,
  page: PdfPage,
  content: Uint8Array,
  box: Box,
  turn: number,
): PdfRef {
  const copy = new Copy(document, file);
  const group = document.dict(document.get(page.dict, "Group"));
  return file.stream(content, {
    Type: "XObject",
    Subtype: "Form",
    FormType: 1,
    BBox: box,
    Matrix: upright(box, turn),
    Resources: page.resources ? copy.value(page.resources) : {},
    Group: group ? copy.value(group) : undefined,
  });
}

/** True where a layer is switched off: as a form all of them would print (ISO 32000-1, 8.11.4). */
function hidesLayers(document: PdfDocument): boolean {
  const state = document.get(document.get(document.catalog, "OCProperties"), "D");
  const off = document.array(document.get(state, "OFF")) ?? [];
  return off.length > 0 || document.name(document.get(state, "BaseState")) === "OFF";
}

/** Takes `box`, turned clockwise by `turn` quarters, to (0, 0). */
function upright([x1, y1, x2, y2]: Box, turn: number): readonly number[] {
  if (turn === 1) return [0, -1, 1, 0, -y1, x2];
  if (turn === 2) return [-1, 0, 0, -1, x2, y2];
  if (turn === 3) return [0, 1, -1, 0, y2, -x1];
  return [1, 0, 0, 1, -x1, -y1];
}

/** What ties an object to its old file rather than draws. */
const left = new Set([
  "OC",
  "Parent",
  "StructParent",
  "StructParents",
  "Metadata",
  "PieceInfo",
  "LastModified",
  "OPI",
  "AF",
]);

/** Objects of one file into another, each once, however they point at each other. */
class Copy {
  readonly #document: PdfDocument;
  readonly #file: PdfFile;
  readonly #copied = new Map<PDFObject, PdfRef>();

  constructor(document: PdfDocument, file: PdfFile) {
    this.#document = document;
    this.#file = file;
  }

  value(object: PDFObject, depth = 0): PdfValue {
    if (depth > 100) throw new Problem("placed.unread");
    if (object instanceof PDFRef) return this.#referred(object);
    if (object instanceof PDFArray) return object.asArray().map((item) => this.value(item, depth + 1));
    if (object instanceof PDFDict) return this.#entries(object, depth);
    // Names, strings and numbers are of no file.
    return object;
  }

  #entries(dict: PDFDict, depth: number): Record<string, PdfValue> {
    // Layers are all on, and nobody switches them here: their marks in the content are left without a meaning.
    const type = this.#document.name(dict.get(PDFName.of("Type")));
    if (type === "OCG" || type === "OCMD") return {};
    return Object.fromEntries(
      dict
        .entries()
        .filter(([key]) => !left.has(key.decodeText()))
        // As it is spelled: content streams call resources by their bytes, whatever those mean.
        .map(([key, item]) => [key.toString(), this.value(item, depth + 1)]),
    );
  }

  #referred(ref: PDFRef): PdfValue {
    const object = this.#document.resolve(ref);
    if (!object) return null;
    const known = this.#copied.get(object);
    if (known) return known;
    const mine = this.#file.promise();
    this.#copied.set(object, mine);
    if (object instanceof PDFRawStream) {
      const { "/Length": _, ...entries } = this.#entries(object.dict, 0);
      this.#file.keepStream(mine, object.contents, entries, "as-is");
    } else this.#file.keep(mine, this.value(object));
    return mine;
  }
}

/** Checks of preflight that speak of what a page paints; the others speak of the file it came in. */
const painted = new Set([
  "fonts",
  "colour",
  "transparency",
  "resolution",
  "lines",
  "text",
  "overprint",
  "ink",
  "filters",
  "content",
]);

export const concernsPlaced = ({ check }: { readonly check: string }): boolean => painted.has(check);

/** What a page puts on paper, mark by mark, as the checks see it. Boxes are in PDF space of the page. */
import type { PDFDict, PDFRawStream } from "pdf-lib";
import type { Box } from "../boxes.ts";
import type { PdfPage } from "./document.ts";
import type { Plates, Space } from "./spaces.ts";

export interface Paint {
  readonly space: Space;
  readonly plates: Plates | null;
  /** Overprint is on for this kind of painting; `opm` as ISO 32000-1, 8.6.7. */
  readonly overprint: boolean;
  readonly opm: number;
}

interface Painted {
  readonly page: PdfPage;
  readonly box: Box;
}

export interface TextMark extends Painted {
  readonly kind: "text";
  /** As it stands on paper, in pt. */
  readonly size: number;
  readonly paint: Paint;
}

export interface StrokeMark extends Painted {
  readonly kind: "stroke";
  /** As it stands on paper, in pt; 0 is the device's thinnest. */
  readonly width: number;
  readonly paint: Paint;
}

export interface FillMark extends Painted {
  readonly kind: "fill";
  /** Thickness of a single rectangle in pt; null for any other path. */
  readonly thickness: number | null;
  readonly paint: Paint;
}

export interface ImageMark extends Painted {
  readonly kind: "image";
  /** null for an inline picture. */
  readonly stream: PDFRawStream | null;
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** A stencil: one bit, painted in the current colour. */
  readonly paint: Paint | null;
  /** Colour space of its samples; null for a stencil or JPEG 2000 that brings its own. */
  readonly space: Space | null;
  readonly filters: readonly string[];
  /** Pixels to the inch, the lower of both directions. */
  readonly ppi: number;
}

export interface ShadingMark extends Painted {
  readonly kind: "shading";
  readonly space: Space;
}

export type Mark = TextMark | StrokeMark | FillMark | ImageMark | ShadingMark;

/** Something transparent on a page. */
export interface Effect {
  readonly page: PdfPage;
  readonly kind: "alpha" | "blend" | "soft-mask" | "group" | "image-mask";
  readonly detail: string;
  /** For a group: its dictionary. */
  readonly group?: PDFDict;
  readonly box?: Box;
}

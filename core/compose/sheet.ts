/**
 * The composed sheet: one display list that the canvas and the PDF both draw.
 *
 * Lengths are points; the origin is the top left corner of the trim, y runs down. Every glyph knows the document
 * position it came from, so the sheet can be clicked, searched and compared with the text it prints.
 */
import type { Crop } from "../edition/schema.ts";
import type { FaceId } from "../edition/style.ts";

/** Ink in percent of each process colour. */
export interface Ink {
  readonly c: number;
  readonly m: number;
  readonly y: number;
  readonly k: number;
  /** A spot colour (专色) by name: it prints full from a plate of its own, and the process colours only stand for it. */
  readonly spot?: string;
}
export const BLACK: Ink = { c: 0, m: 0, y: 0, k: 100 };
export const WHITE: Ink = { c: 0, m: 0, y: 0, k: 0 };
/** Black ink and no other: what may overprint. */
export const isBlack = ({ c, m, y, k, spot }: Ink): boolean =>
  c === 0 && m === 0 && y === 0 && k === 100 && !spot;
export const grey = (k: number): Ink => ({ c: 0, m: 0, y: 0, k });

/** Where printed text stands in the documents: the page document it lives in and a ProseMirror position there. */
export interface DocRef {
  /** Id attribute of the page document. For a continuation this is the page its article stands on. */
  readonly page: string;
  /** Position before the textblock the run belongs to; derived text (jump lines, folio) has −1. */
  readonly pos: number;
}

export interface GlyphRun {
  readonly kind: "glyphs";
  readonly face: FaceId;
  /** Type size in pt. */
  readonly size: number;
  /** Horizontal stretch of the glyphs, 1 for none (a condensed masthead or headline). */
  readonly stretch?: number;
  /** Origin of the run: its baseline's left end, or in a vertical run the top of its centre line. */
  readonly x: number;
  readonly y: number;
  readonly vertical: boolean;
  readonly gids: readonly number[];
  /** Offset of each glyph's origin from the run's origin, in pt: along the line, and across it (down) where not 0. */
  readonly along: readonly number[];
  readonly across?: readonly number[];
  /** Source text of each glyph; "" for a glyph that belongs to the one before it. */
  readonly texts: readonly string[];
  readonly ref: DocRef;
  /** Text offset of each glyph in its textblock (document position is ref.pos + 1 + offset); −1 for derived text. */
  readonly offsets: readonly number[];
  readonly ink: Ink;
  /** What the run is part of, for extraction order, styling on screen and checks: "paragraph", "headline", "folio"… */
  readonly role: string;
}

export interface Rule {
  readonly kind: "rule";
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** Thickness in pt. */
  readonly width: number;
  readonly dash?: readonly number[];
  readonly ink: Ink;
}

export interface Tint {
  readonly kind: "tint";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly ink: Ink;
}

export interface PictureItem {
  readonly kind: "picture";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Digest of the picture in the edition file; null draws an empty frame that says a picture is missing. */
  readonly source: string | null;
  readonly crop: Crop;
  readonly block: string;
}

export type SheetItem = GlyphRun | Rule | Tint | PictureItem;

/** How well a block holds its text. */
export interface BlockFit {
  /** Id of the block, and of the article whose text it holds. */
  readonly block: string;
  readonly article: string | null;
  readonly headline: string;
  /** Text lines set, and text lines the block has room for. */
  readonly lines: number;
  readonly available: number;
  /** Characters over (positive, 溢出) or short (negative, 欠排); 0 fits. */
  readonly characters: number;
  readonly jumps: readonly { readonly id: string; readonly line: string; readonly target: string }[];
  /** Rectangle in pt on the sheet. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A column of body lines: for grid checks, the caret and the press's extraction order. */
export interface SetLine {
  readonly block: string;
  readonly column: number;
  /** Baseline in pt. */
  readonly baseline: number;
  readonly x: number;
  readonly width: number;
}

export interface Sheet {
  /** Id and number of the page. */
  readonly page: string;
  readonly number: string;
  /** Trim size and bleed in pt. */
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
  /** In painting order, which is also reading order. */
  readonly items: readonly SheetItem[];
  readonly fits: readonly BlockFit[];
  /** Body lines, in reading order. */
  readonly lines: readonly SetLine[];
  /** What composition had to leave undone, to be told to a person. */
  readonly notes: readonly {
    readonly block: string | null;
    readonly code: string;
    readonly detail: string;
  }[];
}

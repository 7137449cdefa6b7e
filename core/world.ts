/**
 * The core's only door to the machine.
 *
 * Composition asks for faces, the press for font programs, pictures and a deflater. A host (Node, a browser, a
 * test) answers; nothing in core opens a file or a socket itself. All answers are synchronous: the host loads what
 * is needed first.
 */
import type { Crop } from "./edition/schema.ts";
import type { FaceId } from "./edition/style.ts";
import type { PlacedPage } from "./press/placed.ts";

export interface ShapedGlyph {
  /** Glyph index in the font program. */
  readonly gid: number;
  /** UTF-16 offset of the cluster in the text that was shaped. */
  readonly cluster: number;
  /** Advance and offsets in font units; for vertical shaping `advance` runs down the page. */
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
}

/** A font face as composition sees it. All lengths are in font units, y up, unless said otherwise. */
export interface Face {
  readonly id: FaceId;
  /** PostScript name of the program that really answers, so that a substitution can be told. */
  readonly name: string;
  readonly unitsPerEm: number;
  /** Typographic ascent (positive) and descent (negative). */
  readonly ascender: number;
  readonly descender: number;
  /** Glyph of a code point; 0 where the face has none. */
  glyph(codePoint: number): number;
  advance(gid: number): number;
  /** Ink box of a glyph, or null for an empty one. */
  bounds(
    gid: number,
  ): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
  /** Outline of a glyph as SVG path data, y up: what a canvas fills. Empty for a glyph without ink. */
  outline(gid: number): string;
  shape(text: string, options?: { vertical?: boolean; features?: readonly string[] }): readonly ShapedGlyph[];
}

export interface Faces {
  /** Never fails for a FaceId: a missing family is answered by the nearest loaded one, and `substituted` says so. */
  face(id: FaceId): Face;
  readonly substituted: readonly { readonly wanted: FaceId; readonly used: string }[];
}

/** A font program as the press sees it. */
export interface FontProgram {
  readonly name: string;
  readonly kind: "truetype" | "cff";
  readonly unitsPerEm: number;
  readonly ascender: number;
  readonly descender: number;
  readonly capHeight: number;
  readonly bbox: readonly [number, number, number, number];
  readonly italicAngle: number;
  /** OS/2 fsType; bit 1 alone forbids embedding. */
  readonly embedding: number;
  advance(gid: number): number;
  verticalAdvance(gid: number): number;
  /** True where `subset` can also make padded glyphs (TrueType). */
  readonly pads: boolean;
  /** The program cut down to `gids` (ascending) and glyphs padded, hinting dropped, .notdef kept. */
  subset(gids: readonly number[], padded?: readonly PaddedGlyph[]): FontSubset;
}

/** A glyph that draws what `gid` does and takes more room, in font units: its advance is wider by both. */
export interface PaddedGlyph {
  readonly gid: number;
  readonly before: number;
  readonly after: number;
}

export interface FontSubset {
  readonly data: Uint8Array;
  /**
   * True where the glyph `gids[i]` has the id i + 1 in `data`, and `padded[i]` the id after those; where false, ids
   * were kept.
   */
  readonly renumbered: boolean;
}

/** A picture made ready for the press by the host: decoded, cropped, colour-managed, at the press's resolution. */
export interface PressPicture {
  readonly width: number;
  readonly height: number;
  readonly colour: "grey" | "cmyk";
  /** Samples (8 bit, interleaved) as they are or zlib-deflated, or a JPEG stream ready for DCTDecode. */
  readonly encoding: "raw" | "deflate" | "jpeg";
  /** True where a JPEG's CMYK samples are Adobe-inverted. */
  readonly inverted: boolean;
  readonly data: Uint8Array;
}

/** Where a picture goes: the same source may be placed twice, cut differently. */
export interface PlacedPicture {
  readonly crop: Crop;
  readonly width: number;
  readonly height: number;
}

export interface PressWorld {
  program(id: FaceId): FontProgram;
  /** The picture as it is placed: cut to its crop (fractions of the source), for a frame of the given size in pt. */
  picture(source: string, placed: PlacedPicture): PressPicture | null;
  /** The page of an advertisement delivered as PDF, which is placed as it is; null where the source is a picture. */
  page?(source: string): PlacedPage | null;
  /** zlib-wrapped deflate (RFC 1950). */
  deflate(data: Uint8Array): Uint8Array;
  /** MD5 or better, hex, of what makes a file's identity. */
  digest(data: Uint8Array): string;
}

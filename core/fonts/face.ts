/**
 * A font file opened once, with HarfBuzz: the face that composition measures with and the metrics that the press
 * writes down.
 *
 * Runs wherever WebAssembly does, so screen and press measure with the same code. Lookups of single glyphs are
 * cached; a glyph's advance and bounds are asked of HarfBuzz once.
 */
import * as hb from "harfbuzzjs";
import type { FaceId } from "../edition/style.ts";
import type { Face, FontProgram, ShapedGlyph } from "../world.ts";

const VERTICAL = [new hb.Feature("vert", 1), new hb.Feature("vrt2", 1)];

/** What a PDF font descriptor repeats of the program; see FontProgram. */
export type ProgramMetrics = Omit<FontProgram, "subset" | "pads">;

export interface OpenFont {
  face(id: FaceId): Face;
  /** Throws a RangeError where a table that the press needs is missing. */
  readonly metrics: ProgramMetrics;
}

/** The face in `bytes`; see openFont. */
export const openFace = (id: FaceId, bytes: Uint8Array): Face => openFont(bytes).face(id);

/**
 * The font in `bytes` (TrueType or OpenType, one font). Throws a RangeError where HarfBuzz finds no glyphs in it.
 * Where `bytes` has no outlines (see withoutOutlines), `outline` tells those of the font that has.
 */
export function openFont(bytes: Uint8Array, outline?: Face["outline"]): OpenFont {
  const program = new hb.Face(new hb.Blob(bytes));
  const font = new hb.Font(program);
  const table = (tag: string) => {
    // Copied at once: a table is a view of HarfBuzz's memory, which moves when it grows.
    const data = program.referenceTable(tag)?.slice();
    return data ? new DataView(data.buffer) : null;
  };
  const os2 = table("OS/2");
  if (!table("maxp") || !os2) throw new RangeError(`no font in the ${bytes.length} bytes given`);
  const extents = font.hExtents();
  const name = program.getName(6, "en");
  return {
    face: (id) => {
      const face = faceOf(id, program, font, name || id, os2);
      return outline ? { ...face, outline } : face;
    },
    get metrics() {
      const head = table("head");
      if (!head) throw new RangeError("the font has no head table");
      const post = table("post");
      return {
        name: name || "Unnamed",
        kind: program.referenceTable("CFF ") ? "cff" : "truetype",
        unitsPerEm: program.upem,
        ascender: extents.ascender,
        descender: extents.descender,
        // sCapHeight came with OS/2 version 2.
        capHeight:
          os2.getUint16(0) >= 2 && os2.byteLength >= 90 ? os2.getInt16(88) : Math.round(program.upem * 0.73),
        bbox: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
        italicAngle: post ? post.getInt32(4) / 65536 : 0,
        embedding: os2.getUint16(8),
        advance: (gid) => font.glyphHAdvance(gid),
        verticalAdvance: (gid) => -font.glyphVAdvance(gid),
      } satisfies ProgramMetrics;
    },
  };
}

function faceOf(id: FaceId, program: hb.Face, font: hb.Font, name: string, os2: DataView): Face {
  const extents = font.hExtents();
  // sTypoAscender and sTypoDescender, OS/2 offsets 68 and 70: the em box, where hhea often holds line spacing.
  const typographic = os2.byteLength >= 72;
  const glyphs = new Map<number, number>();
  const advances = new Map<number, number>();
  const boxes = new Map<number, ReturnType<Face["bounds"]>>();

  return {
    id,
    name,
    unitsPerEm: program.upem,
    ascender: typographic ? os2.getInt16(68) : extents.ascender,
    descender: typographic ? os2.getInt16(70) : extents.descender,
    glyph(codePoint) {
      let gid = glyphs.get(codePoint);
      if (gid === undefined) {
        gid = font.nominalGlyph(codePoint) ?? 0;
        glyphs.set(codePoint, gid);
      }
      return gid;
    },
    advance(gid) {
      let advance = advances.get(gid);
      if (advance === undefined) {
        advance = font.glyphHAdvance(gid);
        advances.set(gid, advance);
      }
      return advance;
    },
    bounds(gid) {
      let box = boxes.get(gid);
      if (box === undefined) {
        const e = font.glyphExtents(gid);
        // HarfBuzz measures down from the top: a height is negative.
        box =
          e && e.width !== 0 && e.height !== 0
            ? { x: e.xBearing, y: e.yBearing + e.height, width: e.width, height: -e.height }
            : null;
        boxes.set(gid, box);
      }
      return box;
    },
    outline: (gid) => font.glyphToPath(gid),
    shape(text, options = {}) {
      const buffer = new hb.Buffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      // Chinese forms where a font has several: —— is 2 em and joined, not two Latin dashes.
      buffer.setLanguage("zh-Hans");
      if (options.vertical) buffer.setDirection(hb.Direction.TTB);
      const features = (options.features ?? []).flatMap((tag) => hb.Feature.fromString(tag) ?? []);
      hb.shape(font, buffer, options.vertical ? [...VERTICAL, ...features] : features);
      return buffer.getGlyphInfosAndPositions().map(
        (glyph): ShapedGlyph => ({
          gid: glyph.codepoint,
          cluster: glyph.cluster,
          advance: options.vertical ? -(glyph.yAdvance ?? 0) : (glyph.xAdvance ?? 0),
          dx: glyph.xOffset ?? 0,
          dy: glyph.yOffset ?? 0,
        }),
      );
    },
  };
}

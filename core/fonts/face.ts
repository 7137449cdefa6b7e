/**
 * A font file as composition sees it: HarfBuzz behind the `Face` door.
 *
 * Runs wherever WebAssembly does, so screen and press measure with the same code. Lookups of single glyphs are
 * cached; a glyph's advance and bounds are asked of HarfBuzz once.
 */
import * as hb from "harfbuzzjs";
import type { FaceId } from "../edition/style.ts";
import type { Face, ShapedGlyph } from "../world.ts";

const VERTICAL = [new hb.Feature("vert", 1), new hb.Feature("vrt2", 1)];

/** The face in `bytes` (TrueType or OpenType, one font). Throws a RangeError where HarfBuzz finds no glyphs in it. */
export function openFace(id: FaceId, bytes: Uint8Array): Face {
  const program = new hb.Face(new hb.Blob(bytes));
  const font = new hb.Font(program);
  // Copied at once: a table is a view of HarfBuzz's memory, which moves when it grows.
  const os2 = program.referenceTable("OS/2")?.slice();
  const maxp = program.referenceTable("maxp");
  if (!maxp || !os2) throw new RangeError(`no font in the ${bytes.length} bytes given for "${id}"`);
  const extents = font.hExtents();
  // sTypoAscender and sTypoDescender, OS/2 offsets 68 and 70: the em box, where hhea often holds line spacing.
  const typographic = os2.length >= 72 ? new DataView(os2.buffer, os2.byteOffset, os2.length) : null;

  const glyphs = new Map<number, number>();
  const advances = new Map<number, number>();
  const boxes = new Map<number, ReturnType<Face["bounds"]>>();

  return {
    id,
    name: program.getName(6, "en") || id,
    unitsPerEm: program.upem,
    ascender: typographic?.getInt16(68) ?? extents.ascender,
    descender: typographic?.getInt16(70) ?? extents.descender,
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

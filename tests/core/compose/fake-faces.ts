/**
 * A face for tests in which every width is plain to see: 1000 units to the em, Chinese characters 1 em, Latin
 * letters and digits ½ em, the word space ¼ em. Glyph ids are code points, so a run can be read back.
 */
import type { FaceId } from "../../../core/edition/style.ts";
import type { Face, Faces, ShapedGlyph } from "../../../core/world.ts";

const isLatin = (code: number) => code < 0x2000;
const advanceOf = (code: number) => (code === 0x20 ? 250 : isLatin(code) ? 500 : 1000);

const RIGHT_HALF = /[“‘「『（《〈【〖〔［｛]/;
const LEFT_HALF = /[”’」』）》〉】〗〕］｝。．，、；：！？]/;

function fakeFace(id: FaceId, lacks: (code: number) => boolean): Face {
  return {
    id,
    name: `Fake-${id}`,
    unitsPerEm: 1000,
    ascender: 880,
    descender: -120,
    glyph: (code) => (lacks(code) ? 0 : code),
    advance: advanceOf,
    bounds(gid) {
      const char = String.fromCodePoint(gid);
      const [x, width] = RIGHT_HALF.test(char) ? [550, 400] : LEFT_HALF.test(char) ? [50, 400] : [50, 900];
      return isLatin(gid)
        ? { x: 50, y: 0, width: advanceOf(gid) - 100, height: 700 }
        : { x, y: -80, width, height: 900 };
    },
    outline: () => "",
    shape(text, options) {
      const glyphs: ShapedGlyph[] = [];
      for (let at = 0; at < text.length; ) {
        const code = text.codePointAt(at) as number;
        const gid = lacks(code) ? 0 : code;
        glyphs.push({ gid, cluster: at, advance: options?.vertical ? 1000 : advanceOf(code), dx: 0, dy: 0 });
        at += code > 0xffff ? 2 : 1;
      }
      return glyphs;
    },
  };
}

/** Faces of full-width glyphs; `lacks` says which code points a face has no glyph for. */
export function fakeFaces(lacks: (face: FaceId, code: number) => boolean = () => false): Faces {
  const faces = new Map<FaceId, Face>();
  return {
    substituted: [],
    face(id) {
      let face = faces.get(id);
      if (!face) {
        face = fakeFace(id, (code) => lacks(id, code));
        faces.set(id, face);
      }
      return face;
    },
  };
}

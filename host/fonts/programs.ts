/**
 * The machine's font programs for the press: metrics from the tables a PDF descriptor repeats, and subsetting.
 *
 * Widths come from the same program that is embedded, so a PDF's W array cannot disagree with its font file.
 */
import { readFileSync } from "node:fs";
import * as hb from "harfbuzzjs";
import type { FaceId } from "../../core/edition/style.ts";
import type { FontProgram } from "../../core/world.ts";
import { fontFile } from "./files.ts";
import { subsetFont } from "./subset.ts";

/** A function from face to program; each file is read once. */
export function loadPrograms(folders: readonly string[] = []): (id: FaceId) => FontProgram {
  const open = new Map<string, FontProgram>();
  return (id) => {
    const { path } = fontFile(id, folders);
    let program = open.get(path);
    if (!program) {
      program = openProgram(readFileSync(path));
      open.set(path, program);
    }
    return program;
  };
}

/** The program in `bytes`. Throws a RangeError where a required table is missing. */
export function openProgram(bytes: Uint8Array): FontProgram {
  const face = new hb.Face(new hb.Blob(bytes));
  const font = new hb.Font(face);
  const table = (tag: string) => {
    // Copied at once: a table is a view of HarfBuzz's memory, which moves when it grows.
    const data = face.referenceTable(tag)?.slice();
    return data ? new DataView(data.buffer) : null;
  };
  const need = (tag: string) => {
    const data = table(tag);
    if (!data) throw new RangeError(`the font has no ${tag} table`);
    return data;
  };
  const head = need("head");
  const os2 = need("OS/2");
  const post = table("post");
  const extents = font.hExtents();
  return {
    name: face.getName(6, "en") || "Unnamed",
    kind: face.referenceTable("CFF ") ? "cff" : "truetype",
    unitsPerEm: face.upem,
    ascender: extents.ascender,
    descender: extents.descender,
    // sCapHeight came with OS/2 version 2.
    capHeight:
      os2.getUint16(0) >= 2 && os2.byteLength >= 90 ? os2.getInt16(88) : Math.round(face.upem * 0.73),
    bbox: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    italicAngle: post ? post.getInt32(4) / 65536 : 0,
    embedding: os2.getUint16(8),
    advance: (gid) => font.glyphHAdvance(gid),
    verticalAdvance: (gid) => -font.glyphVAdvance(gid),
    subset: (gids) => subsetFont(bytes, gids),
  };
}

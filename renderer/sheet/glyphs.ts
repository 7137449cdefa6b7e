/** Glyph outlines as paths, made once for each face and glyph. In font units, y up: the painter flips them. */
import type { Face } from "../../core/world.ts";

const cache = new WeakMap<Face, Map<number, Path2D | null>>();

/** Null for a glyph without ink. */
export function glyphPath(face: Face, gid: number): Path2D | null {
  let paths = cache.get(face);
  if (!paths) {
    paths = new Map();
    cache.set(face, paths);
  }
  let path = paths.get(gid);
  if (path === undefined) {
    const outline = face.outline(gid);
    path = outline ? new Path2D(outline) : null;
    paths.set(gid, path);
  }
  return path;
}

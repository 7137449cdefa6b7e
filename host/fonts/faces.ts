/** The machine's faces for composition: files read when first asked for, kept for the life of the process. */
import type { FaceId } from "../../core/edition/style.ts";
import type { Face, Faces } from "../../core/world.ts";
import { fontFile } from "./files.ts";
import { openFontFile } from "./open.ts";

export function loadFaces(folders: readonly string[] = []): Faces {
  const open = new Map<FaceId, Face>();
  const substituted: { wanted: FaceId; used: string }[] = [];
  return {
    substituted,
    face(id) {
      let face = open.get(id);
      if (!face) {
        const file = fontFile(id, folders);
        face = openFontFile(file.path).face(id);
        if (file.substitute) substituted.push({ wanted: id, used: face.name });
        open.set(id, face);
      }
      return face;
    },
  };
}

/** Pictures of an open edition. The library that decodes them is loaded with the first one. */
import { basename } from "node:path";
import { Problem } from "../../core/problem.ts";
import type { Handlers, Household } from "../host.ts";

type Own = "pictures.add" | "pictures.get" | "pictures.preview";

export function pictureHandlers({ editions }: Household): Pick<Handlers, Own> {
  return {
    async "pictures.add"({ edition, file }) {
      const store = editions.store(edition);
      const { inspectPicture } = await import("../pictures/inspect.ts");
      try {
        const { format, width, height } = await inspectPicture(file.bytes);
        return store.pictures.add(file.bytes, { media: `image/${format}`, width, height });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        throw new Problem(error.key, { ...error.values, file: basename(file.name) }, error);
      }
    },
    "pictures.get"({ edition, digest }) {
      const picture = editions.store(edition).pictures.get(digest);
      if (!picture) return null;
      const { bytes, ...facts } = picture;
      return { facts, bytes };
    },
    async "pictures.preview"({ edition, digest, maxPx }) {
      const picture = editions.store(edition).pictures.get(digest);
      if (!picture) return null;
      const { previewPicture } = await import("../pictures/preview.ts");
      const { width, height, type, data } = await previewPicture(picture.bytes, maxPx);
      return { width, height, media: type, bytes: new Uint8Array(data) };
    },
  };
}

/** Pictures of an open edition. The library that decodes them is loaded with the first one. */
import { basename } from "node:path";
import { Problem } from "../../core/problem.ts";
import { PDF } from "../pictures/pdf.ts";
import type { Handlers, Household } from "./household.ts";

type Own = "pictures.add" | "pictures.facts" | "pictures.get" | "pictures.preview";

export function pictureHandlers({ editions }: Household): Pick<Handlers, Own> {
  return {
    async "pictures.add"({ edition, file }) {
      const store = editions.store(edition);
      const { keptFacts } = await import("../pictures/facts.ts");
      try {
        const facts = store.pictures.add(file.bytes, await keptFacts(file.bytes));
        if (facts.media !== PDF) return { ...facts, problems: [] };
        const { advertProblems } = await import("../pictures/adverts.ts");
        const problems = await advertProblems(file.bytes, "x4");
        return {
          ...facts,
          problems: problems.map(({ places, place = null, ...rest }) => ({
            ...rest,
            place,
            places: [...places],
          })),
        };
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        throw new Problem(error.key, { ...error.values, file: basename(file.name) }, error);
      }
    },
    "pictures.facts"({ edition, digest }) {
      return (
        editions
          .store(edition)
          .pictures.list()
          .find((facts) => facts.digest === digest) ?? null
      );
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

import type { Handlers, Household } from "./household.ts";

/** The checks are loaded with the first file. */
export function preflightHandlers(_: Household): Pick<Handlers, "preflight.run"> {
  return {
    async "preflight.run"({ path }) {
      const { preflightFile } = await import("../work/preflight.ts");
      const { standard, pages, problems } = await preflightFile(path);
      return {
        standard,
        pages,
        problems: problems.map(({ check, severity, page, place, places, message, advice }) => ({
          check,
          severity,
          page,
          place: place ?? null,
          places: [...places],
          message: { key: message.key, values: { ...message.values } },
          advice,
        })),
      };
    },
  };
}

import type { Handlers, Household } from "./household.ts";

export function settingsHandlers({ settings }: Household): Pick<Handlers, "settings.get" | "settings.set"> {
  return {
    "settings.get": () => settings.read(),
    // `exactOptionalPropertyTypes`: what was not given must not overwrite.
    "settings.set": (given) =>
      settings.change(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))),
  };
}

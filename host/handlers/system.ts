import type { Handlers, Household } from "./household.ts";

export function systemHandlers({ environment, settings }: Household): Pick<Handlers, "system.info"> {
  return {
    "system.info": () => ({
      version: environment.version,
      platform: process.platform,
      node: process.versions.node,
      user: environment.user,
      home: environment.home,
      locale: settings.read().locale,
      now: environment.now(),
    }),
  };
}

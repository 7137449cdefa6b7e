/** What the desk decided about findings. */

import { inForce } from "../store/decisions.ts";
import type { Handlers, Household } from "./household.ts";

export function decisionHandlers({
  environment,
  editions,
}: Household): Pick<Handlers, "decisions.list" | "decisions.set"> {
  const list = (edition: string) => [...inForce(editions.store(edition).decisions.list()).values()];
  return {
    "decisions.list": ({ edition }) => list(edition),
    "decisions.set"({ edition, subject, verdict, reason, author }) {
      editions.store(edition).decisions.add({ subject, verdict, reason, author, time: environment.now() });
      return list(edition);
    },
  };
}

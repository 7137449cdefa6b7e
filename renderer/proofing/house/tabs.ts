/** The sections of the house's rules and lists, in the order they are shown. */
import type { ListId } from "./lists.ts";

export type HouseTab = "rules" | ListId | "forms";
export const houseTabs: readonly HouseTab[] = [
  "rules",
  "terms",
  "lexicon",
  "officials",
  "reporters",
  "places",
  "forms",
];

/** Rules by what they are about, in the order the rule page and docs/rules.md show them. Every rule stands in one group (a test proves it). */
import type { Rule } from "../rule.ts";
import { allRules } from "./all.ts";

export const ruleGroups = {
  figures: ["sum", "balance", "ratio", "change", "count", "same", "order", "headline-figure"],
  names: ["people", "titles", "reporters", "place", "headline-place", "country"],
  dates: ["dateline", "dates", "reporting-day", "countdown", "years"],
  jumps: ["jump", "jump-join"],
  text: ["doubled", "duplicate-paragraph", "duplicate-sentence", "fragment", "debris"],
  wording: ["wording", "deprecated", "house-terms"],
  marks: ["pairing", "punctuation", "spaces", "numerals", "form"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type RuleGroup = keyof typeof ruleGroups;

/** Rules of each group, in the group's order. */
export function groupedRules(): { readonly group: RuleGroup; readonly rules: readonly Rule[] }[] {
  const byId = new Map(allRules.map((rule) => [rule.id, rule]));
  return Object.entries(ruleGroups).map(([group, ids]) => ({
    group: group as RuleGroup,
    rules: ids.flatMap((id) => byId.get(id) ?? []),
  }));
}

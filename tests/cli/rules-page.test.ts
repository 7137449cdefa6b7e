/** docs/rules.md is what the rules say today. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { RULES_PAGE, rulesPage } from "../../cli/rules-page.ts";
import { allRules } from "../../core/proof/rules/all.ts";

test("docs/rules.md is current (node cli/rules-page.ts writes it)", () => {
  expect(readFileSync(RULES_PAGE, "utf8")).toBe(rulesPage());
});

test("every rule has an id of its own and a section", () => {
  const ids = allRules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(rulesPage()).toContain(`\n\`${id}\` · `);
});

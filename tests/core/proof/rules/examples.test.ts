/** Every rule is held to its own examples: those that fire, at the quoted place, and those that stay silent. */
import { describe, expect, test } from "vitest";
import { word } from "../../../../core/catalogue/catalogue.ts";
import { broadsheet } from "../../../../core/edition/style.ts";
import { quoteOf } from "../../../../core/proof/report.ts";
import type { RuleExample } from "../../../../core/proof/rule.ts";
import { rules } from "../../../../core/proof/rules/rules.ts";
import { editionOf, editionOfPages } from "./page.ts";
import { run, told } from "./run.ts";

const options = { paper: "株洲日报", date: "2020-02-18" };
const editionFor = ({ text, page, house }: RuleExample) => {
  const style = { ...broadsheet, proof: { ...broadsheet.proof, ...house } };
  return page ? editionOfPages(text, { ...options, style }) : editionOf(text, { ...options, style });
};

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test("is named, explained and sourced in both languages", () => {
    for (const key of [rule.name, rule.about]) {
      expect(word("zh", key)).toMatch(/\p{Script=Han}/u);
      expect(word("en", key)).toMatch(/[a-z]/);
    }
    expect(rule.source).not.toBe("");
    expect(rule.fires.length).toBeGreaterThan(0);
    expect(rule.silent.length).toBeGreaterThan(0);
  });

  test.each(rule.fires)("fires: $text", (example) => {
    const findings = run([rule], editionFor(example));
    expect(findings.map(({ span }) => quoteOf(span))).toContain(example.quote);
    for (const finding of findings) {
      expect(finding.rule).toBe(id);
      expect(told(finding)).not.toMatch(/\{\w+\}/);
    }
  });

  test.each(rule.silent)("silent: $text", (example) => {
    expect(run(rules, editionFor(example)).map(told)).toEqual([]);
  });
});

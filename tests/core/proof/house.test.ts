import { describe, expect, test } from "vitest";
import { broadsheet } from "../../../core/edition/style.ts";
import { withPeople, withRuleOn, withSeverity } from "../../../core/proof/house.ts";
import { allRules } from "../../../core/proof/rules/all.ts";
import { groupedRules } from "../../../core/proof/rules/groups.ts";

describe("the house's proofing", () => {
  test("switches a rule off and on again", () => {
    const off = withRuleOn(withRuleOn(broadsheet, "sum", false), "form", false);
    expect(off.proof.off).toEqual(["sum", "form"]);
    expect(withRuleOn(off, "sum", false).proof.off).toEqual(["form", "sum"]);
    expect(withRuleOn(withRuleOn(off, "sum", true), "form", true)).toEqual(broadsheet);
  });

  test("weighs a rule and leaves it its own weight again", () => {
    const weighed = withSeverity(broadsheet, "wording", "advice");
    expect(weighed.proof.severity).toEqual({ wording: "advice" });
    expect(withSeverity(weighed, "wording", null)).toEqual(broadsheet);
  });

  test("keeps reporters while officials are put in order", () => {
    const style = withPeople(broadsheet, "reporters", [{ name: "江若水", title: "记者" }]);
    const both = withPeople(style, "officials", [{ name: "段慕白", title: "市委书记" }]);
    expect(both.proof.people.map(({ name }) => name)).toEqual(["段慕白", "江若水"]);
  });
});

test("every rule stands in one group of the rule page", () => {
  const grouped = groupedRules().flatMap(({ rules }) => rules.map(({ id }) => id));
  expect(grouped.toSorted()).toEqual(allRules.map(({ id }) => id).toSorted());
});

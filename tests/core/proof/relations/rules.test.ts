/** The rules about figures are held to their own examples, through proofread, with every other figure rule on. */
import { describe, expect, test } from "vitest";
import { word } from "../../../../core/catalogue/catalogue.ts";
import { readEdition } from "../../../../core/edition/reading.ts";
import { broadsheet } from "../../../../core/edition/style.ts";
import { createGazetteer } from "../../../../core/proof/gazetteer.ts";
import type { Finding } from "../../../../core/proof/proofing.ts";
import { proofread } from "../../../../core/proof/proofread.ts";
import { quoteOf } from "../../../../core/proof/report.ts";
import type { RuleExample } from "../../../../core/proof/rule.ts";
import { figureRules } from "../../../../core/proof/rules/figures.ts";
import { editionOf, editionOfPages } from "../rules/page.ts";

const options = { gazetteer: createGazetteer([]), style: broadsheet, rules: figureRules };
const findingsOf = ({ text, page }: RuleExample) =>
  proofread(readEdition(page ? editionOfPages(text) : editionOf(text)), options).findings;
const told = ({ rule, span, message }: Finding) =>
  `${rule} ${quoteOf(span)}: ${word("zh", message.key, message.values)} / ${word("en", message.key, message.values)}`;

describe.each(figureRules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test("is named and explained", () => {
    for (const key of [rule.name, rule.about]) {
      expect(word("zh", key)).toMatch(/\p{Script=Han}/u);
      expect(word("en", key)).toMatch(/[a-z]/);
    }
  });

  test.each(rule.fires)("fires: $text", (example) => {
    const own = findingsOf(example).filter((finding) => finding.rule === id);
    expect(own.map(({ span }) => quoteOf(span))).toEqual([example.quote]);
    expect(own.map(told).join()).not.toMatch(/\{\w+\}/);
  });

  test.each(rule.silent)("silent: $text", (example) => {
    expect(findingsOf(example).map(told)).toEqual([]);
  });
});

describe("what a finding says", () => {
  const one = (text: string) =>
    findingsOf({ text }).map((finding) => word("zh", finding.message.key, finding.message.values));

  test("a sum names its parts, its sum and the difference", () => {
    expect(one("全县共有学校36所，其中小学20所、初中10所、高中7所。")).toEqual([
      "各项相加为37所（20＋10＋7），文中总数为36所，相差1所",
    ]);
  });

  test("one wrong figure is told once, with everything that speaks against it", () => {
    const text =
      "截至10日24时，全市累计报告确诊病例51例，其中东江县30例、西江县20例。累计出院35例，仍有15例在院治疗。";
    const findings = findingsOf({ text });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.severity).toBe("error");
    expect(findings[0]?.evidence.map(quoteOf).sort()).toEqual(["15例", "20例", "30例", "35例"]);
  });

  test("contacts that do not balance are a question", () => {
    const findings = findingsOf({
      text: "目前追踪到密切接触者900人，已解除医学观察500人，尚有380人正在接受医学观察。",
    });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([["balance", "warning"]]);
  });

  test("deaths left unsaid are no error", () => {
    expect(
      findingsOf({ text: "截至10日24时，全省累计报告确诊病例117例，累计出院病例34例，现有住院病例80例。" }),
    ).toEqual([]);
  });
});

/**
 * No text can make a rule run away: whatever is repeated, nested or broken, every rule ends, reports a bounded number of
 * places, and each place lies in its text. (How fast is the bench's business; a rule that is not linear would not end.)
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REPORTS_PER_PART } from "../../../../core/proof/report.ts";
import { rules } from "../../../../core/proof/rules/rules.ts";
import { editionOf } from "./page.ts";
import { run } from "./run.ts";

const options = { paper: "株洲日报", date: "2020-02-18" };
/** Messages one rule may have on one part: it may be several checks, each capped. */
const MOST = 4 * REPORTS_PER_PART;

function check(text: string): void {
  const edition = editionOf(text, options);
  const counts = new Map<string, number>();
  for (const { rule, span, evidence, fixes } of run(rules, edition)) {
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
    for (const { from, to } of [span, ...evidence, ...fixes.map((fix) => fix.span)]) {
      expect(from.offset).toBeGreaterThanOrEqual(0);
      expect(from.offset).toBeLessThanOrEqual(to.offset);
      expect(to.offset).toBeLessThanOrEqual(to.part.text.length);
    }
  }
  const parts = text.split("\n").length + 1;
  for (const [, count] of counts) expect(count).toBeLessThanOrEqual(MOST * parts);
}

const LENGTH = 60_000;
const UNITS = [
  ..."（”《啊的，.-1 区",
  "（）",
  "“（",
  "疫情",
  "株洲市攸县",
  "毛腾飞说",
  "市委书记",
  "123，",
  "一零二○",
  "2月30日",
  "2月26日，新增",
  "截至2月6日24时，",
  "副市长毛腾飞、",
  "会计杨勇，",
  "湖备省",
  "\ud800",
  "好\udc00",
  "东西南北、",
  "从英国采购向美方支付",
  "我们今天讨论了一个问题，大家都很满意和高兴。",
  "我们今天讨论了一个问题，大家都很满意和高兴，散会以后还在谈论。\n",
  "荷塘区、芦淞区、录入区、",
  "株洲县的",
  "好 好，",
  "2 月，",
  "氵",
  "髙",
  "截止2月，渡过春节，",
  "欧阳建国、欧阳建果、",
  "卡尔·龙",
  "“好”、“坏”。",
  "3月1日3月1日",
  "&nbsp;",
];

describe("a text of 60,000 characters without end", () => {
  test.each(UNITS)("%j repeated", (unit) => {
    check(unit.repeat(Math.ceil(LENGTH / unit.length)));
  });

  test("brackets nested 30,000 deep", () => {
    check("（".repeat(LENGTH / 2) + "）".repeat(LENGTH / 2));
  });
});

test("any mixture of marks, digits, words and broken characters keeps every finding inside its text", () => {
  const piece = fc.oneof(
    fc.constantFrom(..."“”‘’（）()《》，。、：；！？…—-. 0123456789年月日时区县市的了一二十〇零多余近约"),
    fc.constantFrom(
      "株洲市",
      "渌口区",
      "录入区",
      "毛腾飞",
      "市长",
      "强调",
      "从英国采购",
      "向美方支付",
      "一如继往",
      "株州",
    ),
    fc.string({ unit: "binary", maxLength: 4 }),
    fc.constantFrom("\ud800", "\udc00", "\n"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => check(pieces.join(""))),
    { numRuns: 200 },
  );
});

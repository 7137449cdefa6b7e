/** Text that nobody writes ends too: every walk is bounded (tests/bench measures that time grows with length alone). */
import fc from "fast-check";
import { expect, test } from "vitest";
import { relationsOf } from "../../../../core/proof/relations/relate.ts";
import { readingOf } from "../bulletin.ts";

const pieces = [
  "其中1例、",
  "1例",
  "（",
  "（其中1例）",
  "甲、",
  "二是",
  "三点要求，一是、",
  "确诊病例5例，死亡3例，出院2例，在院1例。",
  "1,000",
  "一百",
  "甲县1例，",
  "共3例，",
  "其中：\n",
  "病例中，甲县1例。",
  "由1增至2，增长3%，",
  "占3%，",
  "新增1例",
  "赞成5票、反对1票、",
  "9条，除上述4条外，另外5个方面",
  "出席6人，",
  "连续三天下降，1日2例、",
  "1日、2日连续两日",
  "2月1日至3日，为期三天",
  "由1亿元增至2亿元，翻了两番，",
  "原价9元，打八折后8元，",
  "5亿元，突破6亿元，",
  "甲县最多，",
  "连续两天新增确诊病例为0，",
  "甲各2例、",
  "\ud800",
  "3个（甲、乙）",
  "、三市",
  "其中3%占，",
  "全县粮食3吨，全县粮食4吨。",
  "第2例，累计1例。",
  "2亿元用于甲、乙；",
  "已退税3亿元，加上1亿元，累计4亿元，",
  "其中，甲、乙、",
  "其中，甲、乙分别1例和2例；",
  "病例中，甲县1例；其他病例中，",
  "2月3日甲县首例病例，",
  "2月3日停运，时隔3天，",
  "从3月1日开始，至",
  "顺差4亿元，其中顺差5亿元，逆差1亿元，",
  "甲得3票，",
  "3例患者中，1例男、2例女，另有1例",
  "其中甲2座、装机3万千瓦，",
  "1亿元（",
];

test("every figure lies in its text and every relation is made of figures of the text", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 30 }), (list) => {
      const article = readingOf(list.join(""), { headline: "3例3亩" }).pages[0]?.articles[0];
      if (!article) return;
      const { figures, relations } = relationsOf(article);
      for (const { span } of [...figures, ...relations.flatMap(({ total, parts }) => [total, ...parts])]) {
        expect(article.parts).toContain(span.from.part);
        expect(span.to.offset).toBeGreaterThan(span.from.offset);
        expect(span.to.offset).toBeLessThanOrEqual(span.to.part.text.length);
      }
    }),
    { numRuns: 60 },
  );
});

test.each(pieces)("%j over and over is read to its end", (piece) => {
  const article = readingOf(piece.repeat(Math.ceil(4_000 / piece.length))).pages[0]?.articles[0];
  expect(article && relationsOf(article).relations.length).toBeGreaterThanOrEqual(0);
});

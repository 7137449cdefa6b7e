import { describe, expect, it } from "vitest";
import { equationWords } from "../../../core/proof/equation.ts";
import { relationsOf } from "../../../core/proof/relations/relate.ts";
import { readingOf } from "./bulletin.ts";

const equations = (text: string) => {
  const article = readingOf(text).pages[0]?.articles[0];
  return article ? relationsOf(article).relations.map(equationWords) : [];
};

describe("a relation written as a sum on paper", () => {
  it("has a plus between what is added", () => {
    expect(equations("全市新建学校36所，其中小学20所、初中10所、高中6所。")).toContain("36所＝20＋10＋6");
  });

  it("has a minus before what goes out", () => {
    expect(equations("月初库存120吨，本月入库80吨，出库150吨，月末库存50吨。")).toContain(
      "50吨＝120＋80－150",
    );
  });
});

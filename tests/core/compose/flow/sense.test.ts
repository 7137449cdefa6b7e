import { describe, expect, it } from "vitest";
import { breakBySense, cohesionOf, senseBreaks } from "../../../../core/compose/flow/sense.ts";

const lines = (text: string, count: number, limit = 99, story = "") => {
  const broken = breakBySense(
    text,
    count,
    limit,
    (slice) => slice.length,
    cohesionOf(() => story),
  );
  return broken?.lines.map(({ start, end }) => text.slice(start, end));
};

describe("a headline in two lines", () => {
  it("breaks at the space its editor set", () => {
    expect(lines("老街修缮三期开工 居民代表全程监督", 2)).toEqual(["老街修缮三期开工", "居民代表全程监督"]);
  });

  it("never breaks inside a word, a number or brackets it can spare", () => {
    expect(senseBreaks("投入16.29万元").map((b) => b.at)).not.toContain(4);
    for (const { at } of senseBreaks("图书馆新增三百组矮书架")) expect(at).not.toBe(1);
  });

  it("learns from the story which characters belong together", () => {
    // To the dictionary 复|工 are two words; the story says 复工 all the time.
    const story = "复工复工复工复工，工厂复工。";
    const text = "多家企业有序复工生产忙";
    expect(lines(text, 2, 99, story)?.every((line) => !line.endsWith("复"))).toBe(true);
  });

  it("does not part a number from the verb before it", () => {
    expect(lines("前三季度全市财政收入增长6.8%", 2)?.[1]).not.toBe("6.8%");
    const penaltyAt = (text: string, at: number) =>
      senseBreaks(text).find((point) => point.at === at)?.penalty;
    expect(penaltyAt("收入达98亿元", 3)).toBeGreaterThan(penaltyAt("收入稳居第一", 2) ?? 0);
  });

  it("takes two single characters side by side for a word that the dictionary lacks", () => {
    expect(lines("两次转版的长稿怎么排", 2)?.[0]).not.toMatch(/转$/u);
  });

  it("balances its lines", () => {
    const [first = "", second = ""] = lines("江边早市天不亮开张菜农连夜进城", 2) ?? [];
    expect(Math.abs(first.length - second.length)).toBeLessThanOrEqual(4);
  });

  it("loses nothing but the space it breaks at", () => {
    const text = "新馆 开馆 三百组矮书架让孩子够得着";
    for (const count of [1, 2, 3])
      expect(lines(text, count)?.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
  });

  it("says so where a line cannot hold a word", () => {
    expect(lines("图书馆", 2, 1)).toBeUndefined();
  });
});

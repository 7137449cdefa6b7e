import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { describe, expect, it } from "vitest";
import { compareEditions } from "../../../core/edition/compare.ts";
import { compareTexts } from "../../../core/edition/compare-text.ts";
import { type Edition, noFacts } from "../../../core/edition/edition.ts";
import { schema } from "../../../core/edition/schema.ts";
import { broadsheet } from "../../../core/edition/style.ts";

const text = (role: string, words: string) => schema.node(role, null, words ? schema.text(words) : []);
const paragraph = (words: string) => text("paragraph", words);

const place = (column: number) => ({ column, line: 0, columns: 2, lines: 30 });

function article(id: string, headline: string, paragraphs: readonly string[], attrs: object = {}) {
  return schema.node("article", { id, place: place(0), ...attrs }, [
    text("headline", headline),
    ...paragraphs.map(paragraph),
  ]);
}

function edition(...pages: Node[][]): Edition {
  return {
    facts: { ...noFacts, paper: "江州晚报" },
    style: broadsheet,
    pages: pages.map((blocks, i) => schema.node("page", { id: `p${i}`, number: `A${i + 1}` }, blocks)),
  };
}

/** The words that differ, as "before→after". */
function differ(before: string, after: string): string[] {
  return compareTexts(paragraph(before), paragraph(after)).map(
    ({ fromA, toA, fromB, toB }) => `${before.slice(fromA, toA)}→${after.slice(fromB, toB)}`,
  );
}

describe("words", () => {
  it.each([
    ["大桥全长3公里。", "大桥全长3公里。", []],
    ["新增78例，其中东区21例。", "新增79例，其中东区22例。", ["78→79", "21→22"]],
    ["增长12.5%。", "增长12.8%。", ["12.5%→12.8%"]],
    ["总投资12亿元。", "总投资约12亿元。", ["→约"]],
    ["王某某出席会议。", "王某出席会议。", ["某→"]],
    ["由 Huawei 承建。", "由 Huawai 承建。", ["Huawei→Huawai"]],
    ["主任张三、李四。", "主任李四、张三。", ["张三、→", "→、张三"]],
    ["𠮷野家", "𠮾野家", ["𠮷→𠮾"]],
  ])("%s / %s", (before, after, expected) => {
    expect(differ(before, after)).toEqual(expected);
  });

  it("the spans put the later text together from the earlier, whatever the texts", () => {
    const words = fc.stringMatching(/^[一二三0-9a，。. ]{0,24}$/);
    fc.assert(
      fc.property(words, words, (before, after) => {
        let built = "";
        let at = 0;
        for (const { fromA, toA, fromB, toB } of compareTexts(paragraph(before), paragraph(after))) {
          expect(fromA).toBeGreaterThanOrEqual(at);
          built += before.slice(at, fromA) + after.slice(fromB, toB);
          at = toA;
        }
        expect(built + before.slice(at)).toBe(after);
      }),
      { numRuns: 300 },
    );
  });
});

describe("editions", () => {
  it("that are alike differ in nothing", () => {
    const one = () => edition([article("a", "新桥通车", ["全长3公里。"])]);
    expect(compareEditions(one(), one())).toEqual({
      pages: { added: [], removed: [] },
      facts: [],
      style: false,
      blocks: [],
    });
  });

  it("tell a reworded paragraph from one added and one removed", () => {
    const before = edition([
      article("a", "新桥通车", ["大桥全长3公里。", "雨雪天气将持续两天。", "欢迎投稿。"]),
    ]);
    const after = edition([article("a", "新桥通车", ["大桥全长4公里。", "欢迎投稿。", "本报电话已更换。"])]);
    const [block] = compareEditions(before, after).blocks;
    expect(block).toMatchObject({ id: "a", headline: "新桥通车", what: "changed", attributes: [] });
    expect(block?.parts).toEqual([
      {
        role: "paragraph",
        before: "大桥全长3公里。",
        after: "大桥全长4公里。",
        at: { before: 7, after: 7 },
        spans: [{ fromA: 4, toA: 5, fromB: 4, toB: 5 }],
      },
      expect.objectContaining({ before: "雨雪天气将持续两天。", after: null }),
      expect.objectContaining({ before: null, after: "本报电话已更换。" }),
    ]);
  });

  it("tell a new headline as the same part, however it reads now", () => {
    const before = edition([article("a", "新桥通车", ["一段。"])]);
    const after = edition([article("a", "长龙卧波", ["一段。"])]);
    expect(compareEditions(before, after).blocks[0]?.parts).toMatchObject([
      { role: "headline", before: "新桥通车", after: "长龙卧波" },
    ]);
  });

  it("tell a block that moved on its page, or to another, without a word changed", () => {
    const stays = article("b", "天气", ["晴。"]);
    const before = edition([article("a", "新桥通车", ["一段。"]), stays], []);
    const moved = edition([article("a", "新桥通车", ["一段。"], { place: place(4) }), stays], []);
    expect(compareEditions(before, moved).blocks).toMatchObject([
      { id: "a", parts: [], attributes: [{ of: "a", name: "place", before: place(0), after: place(4) }] },
    ]);
    const away = edition([stays], [article("a", "新桥通车", ["一段。"])]);
    expect(compareEditions(before, away).blocks).toMatchObject([
      { id: "a", what: "changed", page: { before: "A1", after: "A2" }, parts: [], attributes: [] },
    ]);
  });

  it("tell blocks and pages that came and went, and facts", () => {
    const before = edition([article("a", "旧闻", ["一段。"]), article("b", "天气", ["晴。"])]);
    const after = edition([article("b", "天气", ["晴。"]), article("c", "快讯", ["刚刚。"])], []);
    const comparison = compareEditions(before, { ...after, facts: { ...after.facts, price: "1元" } });
    expect(comparison.pages).toEqual({ added: ["A2"], removed: [] });
    expect(comparison.facts).toEqual([{ name: "price", before: "", after: "1元" }]);
    expect(comparison.blocks.map(({ id, what }) => [id, what])).toEqual([
      ["a", "removed"],
      ["c", "added"],
    ]);
  });

  it("tell a picture that was changed or cropped, and emphasis", () => {
    const body = (source: string, crop: object, words: ReturnType<typeof paragraph>) =>
      edition([
        schema.node("article", { id: "a" }, [
          text("headline", "新桥"),
          words,
          schema.node("picture", { id: "pic", source, crop }),
        ]),
      ]);
    const whole = { x: 0, y: 0, width: 1, height: 1 };
    const half = { ...whole, width: 0.5 };
    const plain = paragraph("全长3公里。");
    const strong = new Transform(plain).addMark(0, 2, schema.mark("emphasis")).doc;
    const [block] = compareEditions(body("1", whole, plain), body("2", half, strong)).blocks;
    expect(block?.attributes).toEqual([
      { of: "pic", name: "source", before: "1", after: "2" },
      { of: "pic", name: "crop", before: whole, after: half },
    ]);
    expect(block?.parts).toMatchObject([
      {
        role: "paragraph",
        before: "全长3公里。",
        after: "全长3公里。",
        spans: [{ fromA: 0, toA: 6, fromB: 0, toB: 6 }],
      },
    ]);
  });

  it("tell paragraphs that changed places", () => {
    const [first, second] = ["大桥全长3公里。", "雨雪天气将持续两天。"];
    const before = edition([article("a", "新桥", [first, second])]);
    const after = edition([article("a", "新桥", [second, first])]);
    expect(compareEditions(before, after).blocks).toMatchObject([{ id: "a", reordered: true }]);
  });

  it("compare long articles paragraph by paragraph, so that a word is still a word", () => {
    const many = (figure: number) =>
      Array.from(
        { length: 60 },
        (_, i) => `第${i}段，${"全市各县区有序推进复工复产。".repeat(12)}共${i === 40 ? figure : 9}例。`,
      );
    const before = edition([article("a", "长文", many(78))]);
    const after = edition([article("a", "长文", many(79))]);
    const [block] = compareEditions(before, after).blocks;
    expect(block?.parts).toHaveLength(1);
    const [span] = block?.parts[0]?.spans ?? [];
    expect(block?.parts[0]?.after?.slice(span?.fromB, span?.toB)).toBe("79");
  });
});

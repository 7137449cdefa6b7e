/** Articles as a reader on a screen gets them. */
import { describe, expect, it } from "vitest";
import { type StoryPart, storiesOf } from "../../../core/digital/stories.ts";
import { schema } from "../../../core/edition/schema.ts";
import {
  advert,
  article,
  at,
  byline,
  caption,
  continuation,
  credit,
  crosshead,
  dateline,
  deck,
  edition,
  jump,
  kicker,
  masthead,
  p,
  page,
  picture,
} from "../edition/builders.ts";

const text = (parts: readonly StoryPart[]) =>
  parts.map((part) =>
    part.kind === "paragraph"
      ? part.words.map(({ text: words, emphasis }) => (emphasis ? `*${words}*` : words)).join("")
      : part.kind === "crosshead"
        ? `# ${part.text}`
        : `[${part.caption}|${part.credit}]`,
  );

describe("stories", () => {
  it("are whole across a jump, with dateline run in, crossheads and pictures", () => {
    const paper = edition(
      page(
        "A1",
        masthead(),
        article(
          { id: "a", place: at(0, 10, 4, 30) },
          "大桥通车",
          kicker("历时三年"),
          deck("首日通行三万辆"),
          byline("本报记者 周闻"),
          dateline("本报讯 "),
          p("大桥昨日通车。"),
          picture({ id: "pic", source: "f".repeat(64) }, caption("通车现场"), credit("何晴 摄")),
          jump("A2", { id: "j" }),
          crosshead("怎么走"),
          p("车辆从东岸上桥。"),
        ),
      ),
      page("A2", continuation({ id: "c", article: "a", jump: "j", place: at(0, 0, 4, 20) }), advert()),
    );
    const [story, ...others] = storiesOf(paper, ["A1", "A2"]);
    expect(others).toEqual([]);
    expect(story).toMatchObject({
      name: "A1-01",
      kicker: "历时三年",
      headline: "大桥通车",
      decks: ["首日通行三万辆"],
      bylines: ["本报记者 周闻"],
      areas: [{ page: "A1" }, { page: "A2" }],
    });
    expect(text(story?.body ?? [])).toEqual([
      "*本报讯 *大桥昨日通车。",
      "[通车现场|何晴 摄]",
      "# 怎么走",
      "车辆从东岸上桥。",
    ]);
  });

  it("have areas of the shape of their blocks, on the pages that are shown", () => {
    const place = { ...at(0, 0, 4, 30), notches: [{ corner: "se" as const, columns: 2, lines: 10 }] };
    const paper = edition(
      page("A1", article({ id: "a", place }, "大桥通车", p("大桥昨日通车。"), jump("A2", { id: "j" }))),
      page("A2", continuation({ article: "a", jump: "j", place: at(0, 0, 4, 20) })),
    );
    const [story] = storiesOf(paper, ["A1"]);
    expect(story?.areas.map((area) => [area.page, area.points.length])).toEqual([["A1", 6]]);
    expect(storiesOf(paper, ["A2"])).toEqual([]);
  });

  it("of a picture with words are called by its first words; without words, or without a picture, there is none", () => {
    const source = "e".repeat(64);
    const paper = edition(
      page(
        "A1",
        picture({ source }, caption("昨日清晨，停航四个月的南门渡口恢复摆渡，首班渡船载客32人。")),
        picture({ source }),
        picture({}, caption("还没有照片")),
        article("", p("没有标题的短讯。")),
      ),
    );
    expect(storiesOf(paper, ["A1"]).map(({ name, headline }) => [name, headline])).toEqual([
      ["A1-01", "昨日清晨，停航四个月的南门渡口恢复摆…"],
      ["A1-02", "没有标题的短讯。"],
    ]);
  });
});

it("say nothing of comments on their words", () => {
  const anchored = schema.text("昨日", [schema.mark("comment", { id: "t" })]);
  const strong = schema.text("通车", [schema.mark("emphasis"), schema.mark("comment", { id: "t" })]);
  const words = schema.node("paragraph", null, [schema.text("大桥"), anchored, strong, schema.text("。")]);
  const paper = edition(page("A1", article({ id: "a", place: at(0, 0, 4, 20) }, "大桥通车", words)));
  const [story] = storiesOf(paper, ["A1"]);
  expect(text(story?.body ?? [])).toEqual(["大桥昨日*通车*。"]);
  expect(story?.body[0]).toMatchObject({ words: [{ text: "大桥昨日" }, { text: "通车" }, { text: "。" }] });
});

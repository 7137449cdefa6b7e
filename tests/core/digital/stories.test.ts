/** Articles as a reader on a screen gets them. */
import { describe, expect, it } from "vitest";
import { type StoryPart, storiesOf } from "../../../core/digital/stories.ts";
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
    const fit = { article: "a", headline: "", lines: 1, available: 1, characters: 0, jumps: [] };
    const sheet = { bleed: 0, width: 100, height: 100, lines: [], notes: [], items: [] };
    const [story, ...others] = storiesOf(paper, [
      {
        ...sheet,
        page: "page-A1",
        number: "A1",
        fits: [{ ...fit, block: "a", x: 1, y: 2, width: 3, height: 4 }],
      },
      {
        ...sheet,
        page: "page-A2",
        number: "A2",
        fits: [{ ...fit, block: "c", x: 5, y: 6, width: 7, height: 8 }],
      },
    ]);
    expect(others).toEqual([]);
    expect(story).toMatchObject({
      name: "A1-01",
      kicker: "历时三年",
      headline: "大桥通车",
      decks: ["首日通行三万辆"],
      bylines: ["本报记者 周闻"],
      areas: [
        { page: "A1", x: 1, y: 2, width: 3, height: 4 },
        { page: "A2", x: 5, y: 6, width: 7, height: 8 },
      ],
    });
    expect(text(story?.body ?? [])).toEqual([
      "*本报讯 *大桥昨日通车。",
      "[通车现场|何晴 摄]",
      "# 怎么走",
      "车辆从东岸上桥。",
    ]);
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
    expect(storiesOf(paper, []).map(({ name, headline }) => [name, headline])).toEqual([
      ["A1-01", "昨日清晨，停航四个月的南门渡口恢复摆…"],
      ["A1-02", "没有标题的短讯。"],
    ]);
  });
});

import fc from "fast-check";
import { Fragment, type Node } from "prosemirror-model";
import { describe, expect, it } from "vitest";
import { applyChanges } from "../../../core/edition/change.ts";
import { type Command, replaceText } from "../../../core/edition/commands.ts";
import { commentCorrections } from "../../../core/edition/comment-corrections.ts";
import { addThread, resolve } from "../../../core/edition/comments.ts";
import { compareUnits, compareWords } from "../../../core/edition/compare-words.ts";
import type { Correction, TextPlace } from "../../../core/edition/correction.ts";
import { type Edition, noFacts } from "../../../core/edition/edition.ts";
import { carried, redCheck } from "../../../core/edition/red-check.ts";
import { schema } from "../../../core/edition/schema.ts";
import { broadsheet } from "../../../core/edition/style.ts";

const text = (role: string, words: string) => schema.node(role, null, words ? schema.text(words) : []);
const place = (column: number, line = 0) => ({ column, line, columns: 2, lines: 30 });

function article(id: string, headline: string, paragraphs: readonly string[], attrs: object = {}): Node {
  return schema.node("article", { id, place: place(0), ...attrs }, [
    text("headline", headline),
    ...paragraphs.map((words) => text("paragraph", words)),
  ]);
}

const picture = (source: string, attrs: object = {}) =>
  schema.node("picture", { id: "pic", source, place: place(4), ...attrs }, [text("caption", "大桥。")]);

function edition(...pages: Node[][]): Edition {
  return {
    facts: { ...noFacts, paper: "江州晚报" },
    style: broadsheet,
    pages: pages.map((blocks, i) => schema.node("page", { id: `p${i + 1}`, number: `A${i + 1}` }, blocks)),
  };
}

/** The place of `words` on an edition; of an insertion with `at`, of where it goes. */
function where(edition: Edition, words: string): TextPlace {
  let found: TextPlace | null = null;
  for (const page of edition.pages) {
    page.forEach((block, offset) => {
      block.descendants((part, pos) => {
        const from = part.isTextblock ? part.textContent.indexOf(words) : -1;
        if (from >= 0 && !found) {
          const at = { page: page.attrs.id, block: block.attrs.id, pos: offset + 1 + pos };
          found = { ...at, from, to: from + words.length };
        }
        return !part.isTextblock;
      });
    });
  }
  if (!found) throw new Error(`${words} is nowhere`);
  return found;
}

const asks = (
  edition: Edition,
  quote: string,
  fix: string | null,
  rest: Partial<Correction> = {},
): Correction => ({
  id: quote,
  place: where(edition, quote),
  text: fix,
  ...rest,
});

/** Outcomes with what stands there now, and unasked changes, in a few words each. */
function told(before: Edition, after: Edition, corrections: readonly Correction[]) {
  const { corrections: checked, unasked } = redCheck(before, after, corrections);
  return {
    asked: checked.map(({ outcome, after: words, moved }) =>
      `${outcome}${moved ? "+moved" : ""} ${words}`.trim(),
    ),
    unasked: unasked.map(({ kind, before: a, after: b, detail }) =>
      kind === "words" ? `${a?.words}→${b?.words}` : detail ? `${kind} ${detail.name}` : kind,
    ),
  };
}

const bridge = [
  "大桥全长3公里，录入区一侧已合龙。",
  "总投资12亿元，其中东区出资7亿元、西区出资4亿元。",
  "通车典礼定于明天上午举行。",
];
const one = (paragraphs: readonly string[], headline = "新桥明日通车") =>
  edition([article("a", headline, paragraphs)]);
const with1 = (words: string, ...rest: string[]) => one([words, ...(rest.length ? rest : bridge.slice(1))]);

describe("a correction", () => {
  const before = one(bridge);
  const fix = asks(before, "录入区", "渌口区");

  it("made exactly is made, and nothing else was changed", () => {
    expect(told(before, with1("大桥全长3公里，渌口区一侧已合龙。"), [fix])).toEqual({
      asked: ["made 渌口区"],
      unasked: [],
    });
  });

  it("not made is open", () => {
    expect(told(before, before, [fix])).toEqual({ asked: ["open 录入区"], unasked: [] });
    expect(told(before, with1("大桥全长4公里，录入区一侧已合龙。"), [fix])).toEqual({
      asked: ["open 录入区"],
      unasked: ["3→4"],
    });
  });

  it("made in another way is that, with the words that stand there, and is no change that nobody asked for", () => {
    expect(told(before, with1("大桥全长3公里，天元区一侧已合龙。"), [fix])).toEqual({
      asked: ["other 天元区"],
      unasked: [],
    });
  });

  it("made, with a change right beside it, leaves that change standing out", () => {
    const after = with1("大桥全长3公里，渌口区两侧已合龙。");
    expect(told(before, after, [fix])).toEqual({ asked: ["made 渌口区"], unasked: ["一侧→两侧"] });
  });

  it("of a number takes the whole number", () => {
    const twelve = asks(before, "12亿元", "11亿元");
    const now = (sum: string) =>
      one([bridge[0] ?? "", (bridge[1] ?? "").replace("12亿元", sum), bridge[2] ?? ""]);
    expect(told(before, now("11亿元"), [twelve])).toEqual({ asked: ["made 11亿元"], unasked: [] });
    expect(told(before, now("112亿元"), [twelve])).toEqual({ asked: ["other 112亿元"], unasked: [] });
  });

  it("that strikes words out, or puts words in, is made when they are gone, or there", () => {
    const doubled = with1("抗击疫情疫情，大桥如期合龙。");
    const twice = { ...asks(doubled, "疫情疫情", null), id: "twice" };
    const strike = { ...twice, text: "", place: { ...twice.place, from: twice.place.from + 2 } };
    expect(told(doubled, with1("抗击疫情，大桥如期合龙。"), [strike]).asked).toEqual(["made"]);
    expect(told(doubled, doubled, [strike]).asked).toEqual(["open 疫情"]);
    const at = where(before, "已合龙");
    const put = { id: "put", text: "昨日", place: { ...at, to: at.from } };
    expect(told(before, with1("大桥全长3公里，录入区一侧昨日已合龙。"), [put])).toEqual({
      asked: ["made 昨日"],
      unasked: [],
    });
    expect(told(before, with1("大桥全长3公里，录入区一侧今日已合龙。"), [put]).asked).toEqual(["other 今日"]);
    expect(told(before, before, [put]).asked).toEqual(["open"]);
  });

  it("of doubled words is not made while they are still doubled", () => {
    const doubled = with1("疫情疫情防控不放松，大桥如期合龙。");
    const once = asks(doubled, "疫情疫情", "疫情");
    expect(told(doubled, doubled, [once])).toEqual({ asked: ["open 疫情疫情"], unasked: [] });
    expect(told(doubled, with1("疫情防控不放松，大桥如期合龙。"), [once])).toEqual({
      asked: ["made 疫情"],
      unasked: [],
    });
  });

  it("several in one paragraph are each told for themselves", () => {
    const three = asks(before, "3公里", "3.2公里");
    const after = with1("大桥全长3.2公里，录入区一侧已经合龙。");
    expect(told(before, after, [three, fix])).toEqual({
      asked: ["made 3.2公里", "open 录入区"],
      unasked: ["已→已经"],
    });
  });

  it("in a paragraph that was moved is found where it stands now", () => {
    const moved = one([bridge[1] ?? "", bridge[2] ?? "", "大桥全长3公里，渌口区一侧已合龙。"]);
    const { asked, unasked } = told(before, moved, [fix]);
    expect(asked).toEqual(["made+moved 渌口区"]);
    expect(unasked).toEqual(["part-moved"]);
  });

  it("in a paragraph that went to another article is found there", () => {
    const [first, ...rest] = bridge;
    const from = edition([article("a", "新桥明日通车", bridge), article("b", "交通提示", ["今晚封路。"])]);
    const to = edition([
      article("a", "新桥明日通车", rest),
      article("b", "交通提示", ["今晚封路。", first ?? ""]),
    ]);
    expect(told(from, to, [asks(from, "录入区", "渌口区")])).toEqual({
      asked: ["open+moved 录入区"],
      unasked: ["part-moved"],
    });
  });

  it("in a paragraph that was parted in two is found in either half", () => {
    const long =
      "大桥全长3公里，昨天全线贯通，全体建设者松了一口气。录入区一侧的引桥同时完工，管理处随即进驻。";
    const from = with1(long);
    const half = long.indexOf("录入区");
    const to = one([long.slice(0, half), long.slice(half).replace("录入区", "渌口区"), ...bridge.slice(1)]);
    expect(told(from, to, [asks(from, "录入区", "渌口区")]).asked).toEqual(["made+moved 渌口区"]);
  });

  it("whose article was deleted is gone, and the deletion stands out", () => {
    const from = edition([article("a", "新桥明日通车", bridge), article("b", "交通提示", ["今晚封路。"])]);
    const to = edition([article("b", "交通提示", ["今晚封路。"])]);
    expect(told(from, to, [asks(from, "录入区", "渌口区")])).toEqual({
      asked: ["gone"],
      unasked: ["block-removed"],
    });
  });

  it("whose paragraph was deleted is gone, unless striking it out was what was asked", () => {
    const to = one(bridge.slice(1));
    expect(told(before, to, [fix])).toEqual({ asked: ["gone"], unasked: ["part-removed"] });
    const strike = asks(before, bridge[0] ?? "", "");
    expect(told(before, to, [strike])).toEqual({ asked: ["made"], unasked: [] });
  });

  it("on a page that was moved whole is found by its block", () => {
    const from = edition([article("a", "新桥明日通车", bridge)], []);
    const to = edition(
      [],
      [article("a", "新桥明日通车", [bridge[0]?.replace("录入", "渌口") ?? "", ...bridge.slice(1)])],
    );
    const { asked, unasked } = told(from, to, [asks(from, "录入区", "渌口区")]);
    expect(asked).toEqual(["made 渌口区"]);
    expect(unasked).toEqual(["place page"]);
    expect(redCheck(from, to, [asks(from, "录入区", "渌口区")]).corrections[0]?.now).toMatchObject({
      page: "p2",
      from: 8,
      to: 11,
    });
  });

  it("of a place where nothing stood is gone", () => {
    const nowhere = { id: "x", text: "", place: { page: "p1", block: "a", pos: 0, from: 0, to: 1 } };
    expect(told(before, before, [nowhere]).asked).toEqual(["gone"]);
  });
});

describe("a correction that only says something is wrong", () => {
  const before = one(bridge);
  const sum = (settled: boolean): Correction => ({
    ...asks(before, "12亿元", null),
    elsewhere: [where(before, "7亿元"), where(before, "4亿元")],
    settled: () => settled,
  });
  const parts = one([bridge[0] ?? "", "总投资12亿元，其中东区出资8亿元、西区出资4亿元。", bridge[2] ?? ""]);

  it("is made when it is right now, also by a change of the figures it speaks of", () => {
    expect(told(before, parts, [sum(true)])).toEqual({ asked: ["made 12亿元"], unasked: [] });
  });

  it("does not excuse those figures while it is still wrong", () => {
    expect(told(before, parts, [sum(false)])).toEqual({ asked: ["open 12亿元"], unasked: ["7→8"] });
  });

  it("is other when its words were changed and it is wrong still", () => {
    const after = one([bridge[0] ?? "", "总投资13亿元，其中东区出资7亿元、西区出资4亿元。", bridge[2] ?? ""]);
    expect(told(before, after, [sum(false)])).toEqual({ asked: ["other 13亿元"], unasked: [] });
  });

  it("is for a person to say where nobody can tell", () => {
    const query = asks(before, "明天上午", null);
    expect(told(before, before, [query]).asked).toEqual(["open 明天上午"]);
    const after = one([...bridge.slice(0, 2), "通车典礼定于后天上午举行。"]);
    expect(told(before, after, [query])).toEqual({ asked: ["changed 后天上午"], unasked: [] });
  });

  it("with a fix that was not taken is other when it is right in another way", () => {
    expect(told(before, parts, [{ ...sum(true), text: "11亿元" }])).toEqual({
      asked: ["other 12亿元"],
      unasked: [],
    });
  });
});

describe("changes nobody asked for", () => {
  it("are words, by word", () => {
    const before = one(bridge);
    const after = one([...bridge.slice(0, 2), "通车仪式定于明天上午举行。"]);
    expect(told(before, after, []).unasked).toEqual(["典礼→仪式"]);
    const [change] = redCheck(before, after, []).unasked;
    expect(change).toMatchObject({ block: "a", role: "paragraph", page: { before: "A1", after: "A1" } });
    expect(change?.after).toMatchObject({ left: "通车", right: "定于明天上午举行。" });
  });

  it("are blocks that moved, pictures that are others, and settings", () => {
    const before = edition([article("a", "新桥通车", bridge), picture("1".repeat(64))]);
    const after = edition([
      article("a", "新桥通车", bridge, { place: place(2), box: "rule" }),
      picture("2".repeat(64), { width: 800, height: 600 }),
    ]);
    expect(told(before, after, []).unasked).toEqual(["place place", "layout box", "picture source"]);
  });

  it("are a picture cropped anew, emphasis, and order; not pins or what an import said", () => {
    const cropped = edition([
      article("a", "新桥通车", bridge),
      picture("1".repeat(64), { crop: { x: 0, y: 0, width: 0.5, height: 1 } }),
    ]);
    const before = edition([article("a", "新桥通车", bridge, { pinned: true }), picture("1".repeat(64))]);
    expect(told(before, cropped, []).unasked).toEqual(["picture crop"]);
    const turned = edition([
      article("a", "新桥通车", [bridge[1] ?? "", bridge[0] ?? "", bridge[2] ?? ""]),
      picture("1".repeat(64)),
    ]);
    expect(told(before, turned, []).unasked.sort()).toEqual(["order", "part-moved"]);
  });

  it("are jumps and pictures that came into an article, or went", () => {
    const inset = [
      schema.node("jump", { id: "j", target: "A2" }),
      schema.node("picture", { id: "in", source: null }),
    ];
    const before = edition([article("a", "新桥通车", bridge)]);
    const whole = before.pages[0]?.firstChild as Node;
    const after = edition([whole.copy(whole.content.append(Fragment.from(inset)))]);
    expect(told(before, after, []).unasked).toEqual(["jump-added added", "picture-added added"]);
    expect(told(after, before, []).unasked).toEqual(["jump-removed removed", "picture-removed removed"]);
  });

  it("are pages, facts and style", () => {
    const before = edition([article("a", "新桥通车", bridge)]);
    const after = {
      ...edition([article("a", "新桥通车", bridge)], []),
      facts: { ...before.facts, price: "2元" },
    };
    expect(told(before, after, []).unasked).toEqual(["page-added A2", "facts price"]);
  });
});

const words = fc.stringMatching(/^[东西区亿元0-9，。]{1,20}$/);

describe("in any text", () => {
  it("words put the later text together from the earlier, and no figure or word is cut on both sides", () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        let built = "";
        let at = 0;
        for (const { fromA, toA, fromB, toB } of compareWords(a, b)) {
          expect(fromA).toBeGreaterThanOrEqual(at);
          built += a.slice(at, fromA) + b.slice(fromB, toB);
          at = toA;
        }
        expect(built + a.slice(at)).toBe(b);
      }),
      { numRuns: 200 },
    );
  });

  it("a correction applied is made, whatever was asked; the text as it was is open", () => {
    fc.assert(
      fc.property(words, words, words, (start, right, fix) => {
        const left = `大桥昨日合龙，${start}`;
        const quote = "录入";
        const before = one([left + quote + right]);
        const asked = {
          id: "x",
          text: fix,
          place: { ...where(before, left + quote + right), from: left.length, to: left.length + 2 },
        };
        expect(told(before, one([left + fix + right]), [asked])).toMatchObject({
          asked: [`made ${fix}`],
          unasked: [],
        });
        expect(told(before, before, [asked]).asked).toEqual(["open 录入"]);
      }),
      { numRuns: 100 },
    );
  });

  it("what was not touched is open, also where the fix is a part of what stands there", () => {
    const few = fc.stringMatching(/^[东西]{1,4}$/);
    fc.assert(
      fc.property(few, few, few, few, (left, quote, right, fix) => {
        if (quote === fix) return;
        const text = `大桥昨日合龙，${left}${quote}${right}，各方到场。`;
        const from = "大桥昨日合龙，".length + left.length;
        const before = one([text]);
        const place = { ...where(before, text), from, to: from + quote.length };
        expect(told(before, before, [{ id: "x", text: fix, place }])).toEqual({
          asked: [`open ${quote}`],
          unasked: [],
        });
      }),
      { numRuns: 150 },
    );
  });

  it("a correction applied is made, also where the words round it are like it", () => {
    const few = fc.stringMatching(/^[东西]{1,4}$/);
    fc.assert(
      fc.property(few, few, few, few, (left, quote, right, fix) => {
        if (quote === fix) return;
        const [head, tail] = [`大桥昨日合龙，${left}`, `${right}，各方到场。`];
        const before = one([head + quote + tail]);
        const place = {
          ...where(before, head + quote + tail),
          from: head.length,
          to: head.length + quote.length,
        };
        const { asked } = told(before, one([head + fix + tail]), [{ id: "x", text: fix, place }]);
        expect(asked).toEqual([`made ${fix}`]);
      }),
      { numRuns: 400 },
    );
  });

  it("a place is carried to where its words stand, when what changes is elsewhere", () => {
    fc.assert(
      fc.property(words, words, words, (left, other, right) => {
        const quote = "甲乙丙";
        const [a, b] = [left + quote + right, other + quote + right];
        const [from, to] = carried(compareUnits(a, b), left.length, left.length + 3);
        expect(b.slice(from, to)).toBe(quote);
      }),
      { numRuns: 200 },
    );
  });
});

describe("what comments ask for", () => {
  const remark = { author: "校对乙", time: "2020-02-17T22:00:00.000Z", text: "请核实日期" };
  const bare = one(bridge);
  const { page, pos, from, to } = where(bare, "明天上午");
  const asked = addThread({
    id: "t1",
    kind: "comment",
    page,
    from: pos + 1 + from,
    to: pos + 1 + to,
    remark,
  });
  const proof = applyChanges(bare, asked(bare, () => "x") ?? []);
  const outcome = (later: Edition) =>
    redCheck(proof, later, commentCorrections(proof, later)).corrections.map(
      ({ outcome, after }) => `${outcome} ${after}`,
    );
  const later = (command: Command) => applyChanges(proof, command(proof, () => "x") ?? []);

  it("is open until something is changed there, which a person has to look at, or the thread is resolved", () => {
    expect(outcome(proof)).toEqual(["open 明天上午"]);
    expect(outcome(later(replaceText(page, pos, from, to, "后天上午")))).toEqual(["changed 后天上午"]);
    expect(outcome(later(resolve("t1", "编辑甲", remark.time)))).toEqual(["made 明天上午"]);
  });

  it("sets no mark that counts as a change, and asks nothing that was resolved on the proof already", () => {
    expect(redCheck(bare, proof, []).unasked).toEqual([]);
    const done = later(resolve("t1", "编辑甲", remark.time));
    expect(commentCorrections(done, done)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { applyChanges } from "../../../core/edition/change.ts";
import { type Command, replaceText } from "../../../core/edition/commands.ts";
import { commentCorrections } from "../../../core/edition/comment-corrections.ts";
import { addThread, resolve } from "../../../core/edition/comments.ts";
import type { Correction } from "../../../core/edition/correction.ts";
import type { Edition } from "../../../core/edition/edition.ts";
import { redCheck } from "../../../core/edition/red-check.ts";
import { article, asks, bridge, edition, one, told, where, with1 } from "./red-builders.ts";

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

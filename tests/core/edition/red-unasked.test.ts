import { Fragment, type Node } from "prosemirror-model";
import { describe, expect, it } from "vitest";
import { redCheck } from "../../../core/edition/red-check.ts";
import { schema } from "../../../core/edition/schema.ts";
import { article, bridge, edition, one, picture, place, told } from "./red-builders.ts";

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

/** Whatever changed, the galley comes to equal the session by steps that touch only what differs. */
import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { expect, it } from "vitest";
import { endOfChange, reconciliation } from "../../../core/edition/reconcile.ts";
import { article, byline, crosshead, jump, p } from "../../core/edition/builders.ts";

const block = (...parts: Node[]) => article({ id: "a" }, "题", ...parts);

const text = fc.string({ unit: fc.constantFrom(..."一二三四"), maxLength: 6 });
const part = fc.oneof(text.map(p), text.map(crosshead), fc.constant(jump("A2", { id: "j" })));
const any = fc.array(part, { maxLength: 6 }).map((parts) => block(...parts));

it("always arrives", () => {
  fc.assert(fc.property(any, any, (from, to) => reconciliation(from, to).doc.content.eq(to.content)));
});

it("does nothing where nothing differs", () => {
  fc.assert(fc.property(any, (doc) => !reconciliation(doc, block(...doc.children.slice(1))).docChanged));
});

it("touches only the letters that changed", () => {
  const { steps } = reconciliation(
    block(p("春天来了。"), p("不变。")),
    block(p("春天又来了。"), p("不变。")),
  );
  expect(steps.map((step) => step.toJSON())).toEqual([
    { stepType: "replace", from: 6, to: 6, slice: { content: [{ type: "text", text: "又" }] } },
  ]);
});

it("changes several paragraphs one by one, so that a caret between them stays", () => {
  const from = block(p("甲队胜"), p("中间"), p("甲队负"));
  const { mapping } = reconciliation(from, block(p("乙队胜"), p("中间"), p("乙队负")));
  const caret = 3 + 5 + 2;
  expect(mapping.mapResult(caret)).toMatchObject({ pos: caret, deleted: false });
});

it("keeps repeated letters apart", () => {
  const from = block(p("哈哈"));
  const to = block(p("哈哈哈"));
  expect(reconciliation(from, to).doc.content.eq(to.content)).toBe(true);
});

it("says where a change ends, for the caret after an undo", () => {
  expect(endOfChange(block(p("晴")), block(p("晴天")))).toBe(3 + 1 + 2);
  expect(endOfChange(block(byline("记者 甲"), p("晴")), block(p("晴")))).toBe(3);
  expect(endOfChange(block(p("晴")), block(p("晴")))).toBeNull();
});

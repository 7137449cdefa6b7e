/** A comment is anchored once: what is copied brings none along, what was cut brings its own back. */
import { Fragment, type Node, Slice } from "prosemirror-model";
import { expect, it } from "vitest";
import { schema } from "../../../core/edition/schema.ts";
import { withoutObjects } from "../../../renderer/editor/paste.ts";

const anchored = (text: string, ...ids: string[]) =>
  schema.text(
    text,
    ids.map((id) => schema.mark("comment", { id })),
  );
const emphasis = schema.mark("emphasis");
const slice = new Slice(
  Fragment.from([
    schema.node("paragraph", null, [
      schema.text("首班船"),
      anchored("昨晨", "a"),
      anchored("六点", "a", "b"),
    ]),
    schema.node("paragraph", null, [schema.text("离岸", [emphasis])]),
  ]),
  1,
  1,
);

const marks = ({ content }: Slice) => {
  const found: string[] = [];
  content.descendants((node: Node) => {
    for (const { type, attrs } of node.marks)
      found.push(`${node.text} ${type.name} ${attrs.id ?? ""}`.trim());
    return true;
  });
  return found;
};

it.each([
  ["none", () => false, ["离岸 emphasis"]],
  ["one", (id: string) => id === "b", ["六点 comment b", "离岸 emphasis"]],
  ["all", () => true, ["昨晨 comment a", "六点 comment a", "六点 comment b", "离岸 emphasis"]],
])("lets %s of them in, and never a word less", (_, mayAnchor, expected) => {
  const kept = withoutObjects(slice, () => false, mayAnchor);
  expect(marks(kept)).toEqual(expected);
  expect(kept.content.textBetween(0, kept.content.size, "|")).toBe("首班船昨晨六点|离岸");
  expect([kept.openStart, kept.openEnd]).toEqual([1, 1]);
});

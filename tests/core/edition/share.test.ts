/** What was read anew is made of what is known, wherever the two are equal. */
import { expect, it } from "vitest";
import { applyChanges } from "../../../core/edition/change.ts";
import { replaceText, run } from "../../../core/edition/commands.ts";
import { editionFromJSON, editionToJSON } from "../../../core/edition/edition.ts";
import { sharing } from "../../../core/edition/share.ts";
import { article, edition, newId, p, page } from "./builders.ts";

const evening = edition(
  page(
    "A1",
    article({ id: "a" }, "渡口复航", p("首班船六点离岸。"), p("船票两元。")),
    article({ id: "b" }, "桥通车"),
  ),
  page("A2", article({ id: "c" }, "简讯", p("四条新线。"))),
);

it("takes over what did not change, down to the paragraph", () => {
  const later = applyChanges(evening, run(replaceText("page-A1", 7, 3, 5, "七点"), evening, newId));
  const read = sharing(evening, editionFromJSON(editionToJSON(later)));
  expect(editionToJSON(read)).toEqual(editionToJSON(later));
  const [a1, a2] = [read.pages[0], read.pages[1]];
  expect(a2).toBe(evening.pages[1]);
  expect(a1?.child(1)).toBe(evening.pages[0]?.child(1));
  expect(a1?.child(0).child(0)).toBe(evening.pages[0]?.child(0).child(0));
  expect(a1?.child(0).child(1)).not.toBe(evening.pages[0]?.child(0).child(1));
  expect(a1?.child(0).child(2)).toBe(evening.pages[0]?.child(0).child(2));
  expect([read.style, read.facts]).toEqual([evening.style, evening.facts]);
  expect(read.style).toBe(evening.style);
});

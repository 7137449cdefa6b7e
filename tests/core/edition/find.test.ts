/** Finding reads the edition as a person does; replacing is one change that undo takes back whole. */
import { describe, expect, it } from "vitest";
import { applyChanges } from "../../../core/edition/change.ts";
import { run } from "../../../core/edition/commands.ts";
import { find, type Match, replaceMatches } from "../../../core/edition/find.ts";
import { readEdition } from "../../../core/edition/reading.ts";
import { schema } from "../../../core/edition/schema.ts";
import { article, byline, edition, importedJump, newId, p, page } from "./builders.ts";

const loose = { ignoreCase: true, foldWidth: true };
const exact = { ignoreCase: false, foldWidth: false };

const paper = () =>
  edition(
    page("A1", article({ id: "a" }, "ＡＩ进田间", byline("记者 甲"), p("ai种田，收成2０00斤。Ai也歇晌。"))),
    page("A2", article({ id: "b" }, "桥通车", p("桥长2000米。"), importedJump("下转ai版", "A3", null, "j"))),
  );

const texts = (matches: readonly Match[]) => matches.map(({ number, text }) => `${number} ${text}`);

describe("find", () => {
  it("reads pages in order and folds width and case", () => {
    expect(texts(find(readEdition(paper()), "ai", loose))).toEqual(["A1 ＡＩ", "A1 ai", "A1 Ai"]);
    expect(texts(find(readEdition(paper()), "２000", loose))).toEqual(["A1 2０00", "A2 2000"]);
  });
  it("takes a query at its word where nothing is folded", () => {
    expect(texts(find(readEdition(paper()), "ai", exact))).toEqual(["A1 ai"]);
  });
  it("says where a match stands and what is around it", () => {
    const [match] = find(readEdition(paper()), "歇晌", loose);
    expect(match).toMatchObject({ block: "a", headline: "ＡＩ进田间", role: "paragraph", after: "。" });
    expect(match?.before.endsWith("Ai也")).toBe(true);
  });
  it("finds nothing for nothing, and counts overlaps once", () => {
    expect(find(readEdition(paper()), "", loose)).toEqual([]);
    const laugh = edition(page("A1", article({ id: "a" }, "笑", p("哈哈哈哈哈"))));
    expect(find(readEdition(laugh), "哈哈", loose)).toHaveLength(2);
  });
});

describe("replace", () => {
  it("replaces every match on every page in one go", () => {
    const before = paper();
    const changes = run(replaceMatches(find(readEdition(before), "2000", loose), "三千"), before, newId);
    const after = applyChanges(before, changes);
    expect(after.pages.map((doc) => doc.textContent)).toEqual([
      "ＡＩ进田间记者 甲ai种田，收成三千斤。Ai也歇晌。",
      "桥通车桥长三千米。",
    ]);
  });
  it("leaves alone what has changed since it was found", () => {
    const before = paper();
    const matches = find(readEdition(before), "2000", loose);
    const [first] = matches;
    const edited = applyChanges(before, run(replaceMatches(first ? [first] : [], "一"), before, newId));
    const after = applyChanges(edited, run(replaceMatches(matches, "二"), edited, newId));
    expect(after.pages.map((doc) => doc.textContent)).toEqual([
      "ＡＩ进田间记者 甲ai种田，收成一斤。Ai也歇晌。",
      "桥通车桥长二米。",
    ]);
  });
  it("keeps emphasis, and takes an empty replacement for a deletion", () => {
    const strong = schema.node("paragraph", null, [
      schema.text("要"),
      schema.text("紧的话", [schema.mark("emphasis")]),
    ]);
    const before = edition(page("A1", article({ id: "a" }, "题", strong)));
    const to = (query: string, text: string) =>
      applyChanges(before, run(replaceMatches(find(readEdition(before), query, exact), text), before, newId));
    expect(to("紧的", "好").pages[0]?.lastChild?.lastChild?.lastChild?.marks).toHaveLength(1);
    expect(to("紧的话", "").pages[0]?.textContent).toBe("题要");
  });
});

/** What was can be had again: whole, undoable, and without harm to what has been done since. */
import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { expect, it } from "vitest";
import { anchoredText, anchorsOf, withoutAnchors } from "../../../core/edition/anchors.ts";
import { applyChanges, changeFromJSON, changeToJSON } from "../../../core/edition/change.ts";
import * as commands from "../../../core/edition/commands.ts";
import { addThread } from "../../../core/edition/comments.ts";
import { type Edition, editionToJSON } from "../../../core/edition/edition.ts";
import { emptyHistory, record, rewind } from "../../../core/edition/history.ts";
import { readJumps } from "../../../core/edition/jumps.ts";
import { locate } from "../../../core/edition/outline.ts";
import { restoreBlock, restorePage } from "../../../core/edition/restore.ts";
import { faults } from "../../../core/edition/soundness.ts";
import { article, at, caption, edition, masthead, newId, p, page, picture } from "./builders.ts";

const start = () =>
  edition(
    page(
      "A1",
      masthead({ id: "m" }),
      article({ id: "a", place: at(0, 0, 3, 20) }, "渡口复航", p("首班船六点离岸。"), p("船票两元。")),
      article({ id: "b", place: at(3, 0, 3, 20) }, "桥通车", p("桥长三公里。")),
      picture({ id: "pic", width: 30, height: 20 }, caption("图说")),
    ),
    page("A2", article({ id: "c" }, "简讯", p("四条新线。"))),
  );

/** Runs commands one after the other. */
const after = (edition: Edition, ...list: commands.Command[]) =>
  list.reduce((current, command) => applyChanges(current, commands.run(command, current, newId)), edition);
const textOf = (edition: Edition, id: string) => locate(edition, id)?.node.textContent ?? null;

/** Puts `words` in the place of `old`, wherever that stands. */
function say(old: string, words: string): commands.Command {
  return (edition, newId) => {
    for (const doc of edition.pages) {
      let command: commands.Command | null = null;
      doc.descendants((node, pos) => {
        const i = node.isTextblock ? node.textContent.indexOf(old) : -1;
        if (i >= 0) command = commands.replaceText(doc.attrs.id, pos, i, i + old.length, words);
        return !node.isTextblock;
      });
      if (command) return (command as commands.Command)(edition, newId);
    }
    return null;
  };
}
function comment(id: string, words: string): commands.Command {
  return (edition, newId) => {
    let command: commands.Command | null = null;
    for (const doc of edition.pages)
      doc.descendants((node, pos) => {
        const i = node.isTextblock ? node.textContent.indexOf(words) : -1;
        const from = pos + 1 + i;
        const remark = { author: "甲", time: `2020-02-17T21:00:00.000Z ${id}`, text: "？" };
        if (i >= 0)
          command = addThread({
            id,
            kind: "query",
            page: doc.attrs.id,
            from,
            to: from + words.length,
            remark,
          });
        return !node.isTextblock;
      });
    return command && (command as commands.Command)(edition, newId);
  };
}
const words = (edition: Edition, id: string) => anchoredText(edition, anchorsOf(edition).get(id) ?? []);

it("restores an article's text and leaves its place, and its neighbours, as they are", () => {
  const past = start();
  const now = after(
    past,
    say("六点", "七点"),
    say("三公里", "四公里"),
    commands.setPlace("a", at(0, 40, 6, 9)),
  );
  const back = after(now, restoreBlock(past, "a"));
  expect(textOf(back, "a")).toBe(textOf(past, "a"));
  expect(textOf(back, "b")).toBe("桥通车桥长四公里。");
  expect(locate(back, "a")?.node.attrs.place).toEqual(at(0, 40, 6, 9));
});

it("is a change of what differs, not of the whole article", () => {
  const past = start();
  const now = after(past, say("六点", "七点"));
  const [change] = commands.run(restoreBlock(past, "a"), now, newId);
  expect(JSON.stringify(change && changeToJSON(change))).not.toContain("船票");
  expect(commands.run(restoreBlock(past, "a"), past, newId)).toEqual([]);
});

it("brings back an article that was taken off, where it stood if that is free", () => {
  const past = start();
  const now = after(past, commands.removeBlock("a"));
  expect(locate(after(now, restoreBlock(past, "a")), "a")?.node.attrs.place).toEqual(at(0, 0, 3, 20));
  const taken = after(now, commands.setPlace("b", at(1, 0, 3, 20)));
  const back = after(taken, restoreBlock(past, "a"));
  expect([textOf(back, "a"), locate(back, "a")?.node.attrs.place]).toEqual([textOf(past, "a"), null]);
});

it("brings the page back too where the edition has none left", () => {
  const past = start();
  const bare = after(past, commands.removePage("A1"), commands.removePage("A2"));
  const back = after(bare, restoreBlock(past, "c"));
  expect(back.pages.map(({ attrs, textContent }) => [attrs.number, textContent])).toEqual([
    ["A2", "简讯四条新线。"],
  ]);
});

it("brings a jump back with its continuation in its old place, and takes away one that was not there", () => {
  const plain = start();
  const jumping = after(plain, commands.addJump("a", "A2", 1));
  const jump = readJumps(jumping).all[0];
  const laid = after(jumping, commands.setPlace(jump?.continuation?.id ?? "", at(0, 30, 3, 12)));
  const without = after(laid, commands.removeJump(jump?.id ?? ""));
  const back = after(without, restoreBlock(laid, "a"));
  expect(faults(back)).toEqual([]);
  expect(readJumps(back).all[0]?.continuation?.id).toBe(jump?.continuation?.id);
  expect(locate(back, jump?.continuation?.id ?? "")?.node.attrs.place).toEqual(at(0, 30, 3, 12));
  const gone = after(laid, restoreBlock(plain, "a"));
  expect([faults(gone), readJumps(gone).all]).toEqual([[], []]);
});

it("does not double a picture that has left the article since", () => {
  const inside = edition(
    page("A1", article({ id: "a" }, "题", p("一。"), picture({ id: "x" }, caption("图")))),
    page("A2"),
  );
  const doc = inside.pages[0] as Node;
  const x = locate(inside, "x");
  if (!x) throw new Error("no picture");
  const steps = new Transform(doc).delete(x.pos, x.pos + x.node.nodeSize).insert(0, x.node).steps;
  const outside = applyChanges(inside, [{ kind: "steps", page: doc.attrs.id, steps }]);
  const back = after(outside, restoreBlock(inside, "a"));
  expect([faults(back), back.pages[0]?.children.length]).toEqual([[], 2]);
});

it("keeps comments on words that are there then and now, and finds again those whose words were deleted", () => {
  const past = after(start(), comment("then", "两元"), comment("resolved-since", "首班船"));
  let now = after(past, say("六点", "七点"), say("船票两元。", "免票。"), comment("new", "离岸"));
  now = after(now, comment("of-new-words", "免票"));
  expect(words(now, "then")).toBe("");
  const back = after(now, restoreBlock(past, "a"));
  expect(["then", "resolved-since", "new", "of-new-words"].map((id) => words(back, id))).toEqual([
    "两元",
    "首班船",
    "离岸",
    "",
  ]);
  expect(back.comments).toEqual(now.comments);
});

it("makes a page what it was, and keeps what was written since without a place", () => {
  const past = start();
  const since = article({ id: "new", place: at(0, 60, 3, 10) }, "新稿", p("刚到。"));
  const now = after(
    past,
    commands.moveBlock("b", "A2"),
    commands.addBlock("A1", since),
    say("六点", "七点"),
    commands.setPageTitle("A1", "要闻"),
    commands.removeBlock("pic"),
  );
  const back = after(now, restorePage(past, "page-A1"));
  expect(faults(back)).toEqual([]);
  const [a1] = back.pages as [Node];
  const [was] = past.pages as [Node];
  expect(a1.children.slice(0, was.childCount).every((block, i) => block.eq(was.child(i)))).toBe(true);
  expect(a1.children.slice(was.childCount).map(({ attrs }) => [attrs.id, attrs.place])).toEqual([
    ["new", null],
  ]);
  expect([a1.attrs.title, locate(back, "b")?.page.attrs.number]).toEqual(["", "A1"]);
});

it("brings back a page that was taken out, unless another has its number", () => {
  const past = start();
  const now = after(past, commands.removePage("A2"));
  expect(after(now, restorePage(past, "page-A2")).pages[1]?.textContent).toBe("简讯四条新线。");
  const other = after(now, commands.addPage("A2"));
  expect(commands.run(restorePage(past, "page-A2"), other, newId)).toEqual([]);
});

const anything: fc.Arbitrary<commands.Command> = fc.oneof(
  fc.constantFrom("a", "b", "c", "pic").map((id) => commands.removeBlock(id)),
  fc
    .tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("A1", "A2"))
    .map(([id, n]) => commands.moveBlock(id, n)),
  fc.tuple(fc.constantFrom("a", "b", "c"), fc.nat(2)).map(([id, n]) => commands.addJump(id, "A2", n)),
  fc.constantFrom("A1", "A2", "A3").map((n) => commands.removePage(n)),
  fc.constantFrom("A3", "A4").map((n) => commands.addPage(n)),
  fc.constant(say("六点", "七点")),
  fc.constant(say("桥", "大桥")),
  fc.nat(99).map((n) => comment(`t${n}`, "六点")),
  fc.constant(comment("t", "桥")),
);

it("leaves a sound edition whatever was done before, and is undone exactly", () => {
  fc.assert(
    fc.property(
      fc.array(anything, { maxLength: 6 }),
      fc.array(anything, { maxLength: 6 }),
      fc.constantFrom("a", "b", "c", "page-A1", "page-A2"),
      (first, second, what) => {
        const past = after(start(), ...first);
        const now = after(past, ...second);
        const command = what.startsWith("page") ? restorePage(past, what) : restoreBlock(past, what);
        const changes = commands
          .run(command, now, newId)
          .map((change) => changeFromJSON(JSON.parse(JSON.stringify(changeToJSON(change)))));
        const back = applyChanges(now, changes);
        expect(faults(back)).toEqual([]);
        const old = locate(past, what)?.node;
        if (old && !past.pages.includes(old)) expect(textOf(back, what)).toBe(old.textContent);
        for (const id of anchorsOf(back).keys()) expect(back.comments?.map((one) => one.id)).toContain(id);
        expect(editionToJSON(rewind(record(emptyHistory, now, changes), back))).toEqual(editionToJSON(now));
        for (const doc of back.pages) expect(withoutAnchors(doc).textContent).toBe(doc.textContent);
      },
    ),
    { numRuns: 80 },
  );
});

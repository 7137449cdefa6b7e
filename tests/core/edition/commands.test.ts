/** Any sequence of commands leaves a sound edition, and undoing it restores what was, to the node. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges, changeFromJSON, changeToJSON } from "../../../core/edition/change.ts";
import * as commands from "../../../core/edition/commands.ts";
import { type Edition, editionFromJSON, editionToJSON } from "../../../core/edition/edition.ts";
import { emptyHistory, record, redo, rewind, undo } from "../../../core/edition/history.ts";
import { readJumps } from "../../../core/edition/jumps.ts";
import { readEdition } from "../../../core/edition/reading.ts";
import { faults } from "../../../core/edition/soundness.ts";
import { broadsheet } from "../../../core/edition/style.ts";
import {
  article,
  at,
  byline,
  caption,
  edition,
  importedJump,
  masthead,
  newId,
  p,
  page,
  picture,
} from "./builders.ts";

const start = () =>
  edition(
    page(
      "A1",
      masthead({ id: "m" }),
      article({ id: "a" }, "雨后开学", byline("记者 甲"), p("一。"), p("二。")),
      article({ id: "b" }, "桥通车", p("三。"), importedJump("下转A2版", "A2", null, "ib")),
      picture({ id: "pic", width: 30, height: 20 }, caption("图说")),
    ),
    page("A2", article({ id: "c" }, "简讯", p("四。"))),
  );

const id = fc.constantFrom("a", "b", "c", "m", "pic", "ib", "none");
const number = fc.constantFrom("A1", "A2", "A3", "B1", "x");

const action: fc.Arbitrary<(e: Edition) => commands.Command> = fc.oneof(
  fc
    .tuple(
      id,
      fc.integer({ min: -1, max: 8 }),
      fc.integer({ min: 0, max: 130 }),
      fc.integer({ min: 0, max: 9 }),
    )
    .map(
      ([i, c, l, w]) =>
        () =>
          commands.setPlace(i, at(c, l, w, 12)),
    ),
  fc.tuple(id, number, fc.option(fc.nat(3), { nil: undefined })).map(
    ([i, n, after]) =>
      () =>
        commands.addJump(i, n, after),
  ),
  fc.tuple(id, number).map(
    ([i, n]) =>
      () =>
        commands.moveBlock(i, n),
  ),
  fc.tuple(fc.nat(9), number).map(([n, target]) => (e: Edition) => {
    const jumps = readJumps(e).all;
    return commands.setJumpTarget(jumps[n % Math.max(1, jumps.length)]?.id ?? "none", target);
  }),
  fc.nat(9).map((n) => (e: Edition) => {
    const jumps = readJumps(e).all;
    const jump = jumps[n % Math.max(1, jumps.length)];
    return n % 2
      ? commands.removeJump(jump?.id ?? "none")
      : commands.removeBlock(jump?.continuation?.id ?? "none");
  }),
  id.map((i) => () => commands.removeBlock(i)),
  number.map((n) => () => commands.addPage(n)),
  number.map((n) => () => commands.removePage(n)),
  fc.tuple(number, fc.constantFrom("要闻", "")).map(
    ([n, title]) =>
      () =>
        commands.setPageTitle(n, title),
  ),
  fc.tuple(id, id).map(
    ([i, j]) =>
      () =>
        commands.swapBlocks(i, j),
  ),
  fc.constantFrom("rule", "tint").map((box) => () => commands.setAttributes("a", { box })),
  // A copy of an article, ids and all, as a paste would bring it.
  number.map((n) => (e: Edition) => {
    const block = e.pages.flatMap((doc) => doc.children).find((node) => node.type.name === "article");
    return block ? commands.addBlock(n, block) : commands.addPage(n);
  }),
  fc.tuple(fc.nat(60), fc.nat(3), fc.string({ maxLength: 4 })).map(
    ([pos, from, text]) =>
      () =>
        commands.replaceText("page-A1", pos, from, from, text),
  ),
);

const equal = (a: Edition, b: Edition) => {
  expect(a.facts).toEqual(b.facts);
  expect(a.pages.length).toBe(b.pages.length);
  a.pages.forEach((doc, i) => void expect(doc.eq(b.pages[i] as typeof doc)).toBe(true));
};

describe("any sequence of commands", () => {
  it("leaves a sound edition; undo restores it exactly, redo brings it back, JSON carries it", () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 14 }), (actions) => {
        const first = start();
        let current = first;
        let history = emptyHistory;
        for (const make of actions) {
          const changes = commands.run(make(current), current, newId);
          history = record(history, current, changes);
          const carried = changes.map((change) =>
            changeFromJSON(JSON.parse(JSON.stringify(changeToJSON(change)))),
          );
          current = applyChanges(current, carried);
          expect(faults(current)).toEqual([]);
        }
        equal(rewind(history, current), first);

        const last = current;
        let steps = 0;
        for (let back = undo(history, current); back; back = undo(history, current)) {
          current = applyChanges(current, back.changes);
          history = back.history;
          expect(faults(current)).toEqual([]);
          steps++;
        }
        equal(current, first);
        for (let forth = redo(history, current); forth; forth = redo(history, current)) {
          current = applyChanges(current, forth.changes);
          history = forth.history;
          steps--;
        }
        equal(current, last);
        expect(steps).toBe(0);
        equal(editionFromJSON(JSON.parse(JSON.stringify(editionToJSON(last)))), last);
      }),
      { numRuns: 150 },
    );
  });
});

describe("a command that does not fit", () => {
  it("changes nothing", () => {
    const e = start();
    for (const command of [
      commands.setPlace("a", at(7, 0, 2, 10)),
      commands.setPlace("a", at(0, broadsheet.grid.lines - 3, 2, 4)),
      commands.setAttributes("a", { id: "b" }),
      commands.setAttributes("a", { box: 7 }),
      commands.moveBlock("a", "A1"),
      commands.addPage("A2"),
      commands.removePage("B9"),
      commands.setPageTitle("B9", "副刊"),
      commands.setPageTitle("A1", e.pages[0]?.attrs.title as string),
    ]) {
      expect(commands.run(command, e, newId)).toEqual([]);
    }
  });
});

describe("the name of a page", () => {
  it("is one step, undone at once, and leaves what stands on the page alone", () => {
    const e = start();
    const changes = commands.run(commands.setPageTitle("A1", "时政要闻"), e, newId);
    expect(changes).toHaveLength(1);
    const named = applyChanges(e, changes);
    expect(named.pages[0]?.attrs.title).toBe("时政要闻");
    expect(named.pages[0]?.children).toEqual(e.pages[0]?.children);
    equal(rewind(record(emptyHistory, e, changes), named), e);
  });
});

describe("typing", () => {
  it("of one group is undone at once, and a new group apart", () => {
    let current = start();
    let history = emptyHistory;
    const type = (text: string, group: string) => {
      const found = readEdition(current).pages[0]?.articles[0]?.parts.find(
        (part) => part.role === "paragraph",
      );
      const changes = commands.run(
        commands.replaceText("page-A1", found?.pos as number, 0, 0, text),
        current,
        newId,
      );
      history = record(history, current, changes, { group });
      current = applyChanges(current, changes);
    };
    type("甲", "typing-1");
    type("乙", "typing-1");
    type("丙", "typing-2");
    const text = () =>
      readEdition(current).pages[0]?.articles[0]?.parts.find((x) => x.role === "paragraph")?.text;
    expect(text()).toBe("丙乙甲一。");
    for (const expected of ["乙甲一。", "一。"]) {
      const back = undo(history, current);
      current = applyChanges(current, back?.changes ?? []);
      history = back?.history ?? history;
      expect(text()).toBe(expected);
    }
  });
});

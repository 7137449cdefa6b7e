/** Any sequence of commands leaves a sound edition, and undoing it restores what was, to the node. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges, changeFromJSON, changeToJSON } from "../../../core/edition/change.ts";
import * as commands from "../../../core/edition/commands.ts";
import { type Edition, editionFromJSON, editionToJSON } from "../../../core/edition/edition.ts";
import { emptyHistory, record, redo, rewind, undo } from "../../../core/edition/history.ts";
import { readEdition } from "../../../core/edition/reading.ts";
import { faults } from "../../../core/edition/soundness.ts";
import { broadsheet } from "../../../core/edition/style.ts";
import {
  advert,
  article,
  at,
  byline,
  caption,
  dateline,
  edition,
  newId,
  p,
  page,
  picture,
} from "./builders.ts";
import { action, start } from "./random-commands.ts";

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

describe("a picture put into a story", () => {
  const photo = () => picture({ id: "photo" }, caption(""));
  const put = (story: Parameters<typeof page>[1], id = "story") => {
    const first = edition(page("A1", story));
    const changes = commands.insertPicture(id, photo())(first, newId);
    return (
      changes && applyChanges(first, changes).pages[0]?.firstChild?.children.map(({ type }) => type.name)
    );
  };

  it("stands at the head of its body, under headline, byline and dateline", () => {
    expect(
      put(article({ id: "story" }, "早市", byline("周一"), dateline("本报讯"), p("开张。"), p("收摊。"))),
    ).toEqual(["headline", "byline", "dateline", "picture", "paragraph", "paragraph"]);
    expect(put(article({ id: "story" }, "早市"))).toEqual(["headline", "picture"]);
  });

  it("goes into articles only", () => {
    expect(put(advert({ id: "ad" }), "ad")).toBeNull();
    expect(put(article({ id: "story" }, "早市"), "nobody")).toBeNull();
  });
});

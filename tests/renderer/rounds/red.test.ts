/** Rows of a red check: which of them a page shows, and in what words. */
import { describe, expect, it } from "vitest";
import { word } from "../../../core/catalogue/catalogue.ts";
import { applyChanges } from "../../../core/edition/change.ts";
import {
  addJump,
  type Command,
  moveBlock,
  replaceText,
  run,
  setAttributes,
  setFacts,
  setPlace,
} from "../../../core/edition/commands.ts";
import type { Edition } from "../../../core/edition/edition.ts";
import {
  changesOf,
  changesOn,
  itemsOn,
  pagesOf,
  placesOf,
  redGroups,
  redOf,
} from "../../../core/report/red-items.ts";
import { headWords, isResized, itemWords, sides } from "../../../core/report/red-words.ts";
import { article, edition, newId, p, page } from "../../core/edition/builders.ts";

const t = (key: string, values = {}) => word("zh", key, values);

const start = edition(
  page("A1", article({ id: "a" }, "渡口", p("水库水库大坝的加固工程已经完工。"), p("明日通水。"))),
  page("A2", article({ id: "b" }, "渡轮", p("今日傍晚停航。"))),
);

const edited = (from: Edition, ...commands: Command[]) =>
  commands.reduce((now, command) => applyChanges(now, run(command, now, newId)), from);

/** Position before the text block of an article that begins with `words`. */
function at(from: Edition, words: string): [page: string, pos: number] {
  for (const doc of from.pages) {
    let found = -1;
    doc.descendants((node, pos) => {
      if (node.isTextblock && node.textContent.startsWith(words)) found = pos;
      return found < 0;
    });
    if (found >= 0) return [doc.attrs.id, found];
  }
  throw new Error(`${words} is nowhere`);
}

const told = (before: Edition, now: Edition, number: string) => {
  const red = redOf(before, now, []);
  return itemsOn(`page-${number}`, red).map((item) => `${item.group} ${headWords(t, item)}`);
};

describe("rows of a page", () => {
  it("are its corrections and changes, the corrections not made first", () => {
    const now = edited(
      start,
      replaceText(...at(start, "明日通水"), 0, 2, "后日"),
      replaceText(...at(start, "今日"), 0, 2, "昨日"),
    );
    const [first, second, ...rest] = told(start, now, "A1");
    expect(first).toMatch(/^open .*水库/);
    expect([second, ...rest]).toEqual(["unasked 改字"]);
    expect(told(start, now, "A2")).toEqual(["unasked 改字"]);
    const groups = redOf(start, now, []).items.map(({ group }) => redGroups.indexOf(group));
    expect(groups).toEqual(groups.toSorted((a, b) => a - b));
  });

  it("take in an article that goes on on the page, and facts on every page", () => {
    const jumping = edited(start, addJump("a", "A2", 1));
    const now = edited(
      jumping,
      replaceText(...at(jumping, "明日通水"), 0, 2, "后日"),
      setFacts({ price: "2元" }),
    );
    for (const number of ["A1", "A2"]) expect(told(jumping, now, number)).toContain("unasked 改字");
    expect(changesOn("page-A2", jumping, now, changesOf(jumping, now)).map(({ kind }) => kind)).toEqual([
      "facts",
      "words",
    ]);
  });

  it("of a block that went to another page are on both, and lead to either", () => {
    const now = edited(start, moveBlock("b", "A1"));
    expect(told(start, now, "A2")).toEqual(["unasked 移位"]);
    expect(told(start, now, "A1")).toContain("unasked 移位");
    const red = redOf(start, now, []);
    const moved = red.items.find(({ change }) => change?.block === "b");
    expect(moved && pagesOf(moved, red)).toEqual({ before: "page-A2", after: "page-A1" });
  });

  it("lead to the words, then and now", () => {
    const now = edited(start, replaceText(...at(start, "明日通水"), 0, 2, "后日"));
    const item = redOf(start, now, []).items.find(({ group }) => group === "unasked");
    if (!item) throw new Error("no change");
    expect(placesOf(item)).toMatchObject({
      before: { page: "page-A1", from: 0, to: 2 },
      after: { from: 0, to: 2 },
    });
    expect(sides(t, item)).toEqual({ before: "明日", after: "后日" });
    expect(itemWords(t, item)).toBe("没有要求的改动，改字，明日 → 后日");
  });
});

describe("a layout change in words", () => {
  const place = (column: number, lines: number) => ({ column, line: 0, columns: 2, lines });
  const placed = edited(start, setPlace("a", place(0, 20)));

  it("tells a block that was resized from one that was moved", () => {
    for (const [next, resized, words] of [
      [place(0, 24), true, "改大小"],
      [place(2, 20), false, "移位"],
    ] as const) {
      const [change] = changesOf(placed, edited(placed, setPlace("a", next)));
      expect(change && isResized(change)).toBe(resized);
      const item = { id: "x", group: "unasked", correction: null, change: change ?? null } as const;
      expect(headWords(t, item)).toBe(words);
      expect(sides(t, item).before).toBe("A1 版第 1 栏第 1 行起，2 栏 × 20 行");
    }
  });

  it("names the setting", () => {
    const [change] = changesOf(start, edited(start, setAttributes("a", { box: "rule" })));
    const item = { id: "x", group: "unasked", correction: null, change: change ?? null } as const;
    expect([headWords(t, item), sides(t, item)]).toEqual([
      "改版式 · 边框",
      { before: "none", after: "rule" },
    ]);
  });
});

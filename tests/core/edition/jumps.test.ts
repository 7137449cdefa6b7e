import { describe, expect, it } from "vitest";
import { applyChanges } from "../../../core/edition/change.ts";
import {
  addJump,
  moveBlock,
  removeBlock,
  removePage,
  run,
  setJumpTarget,
} from "../../../core/edition/commands.ts";
import type { Edition } from "../../../core/edition/edition.ts";
import { backLine, circled, readJumps } from "../../../core/edition/jumps.ts";
import type { JumpLiteral } from "../../../core/edition/schema.ts";
import { settle } from "../../../core/edition/settle.ts";
import { faults } from "../../../core/edition/soundness.ts";
import {
  article,
  at,
  byline,
  continuation,
  edition,
  headline,
  importedJump,
  newId,
  p,
  page,
} from "./builders.ts";

const lines = (e: Edition) => readJumps(e).all.map((jump) => `${jump.from} ${jump.line} / ${jump.backLine}`);
const having = (e: Edition, command: Parameters<typeof run>[0]) => applyChanges(e, run(command, e, newId));

const two = () =>
  edition(
    page(
      "A1",
      article({ id: "flood", place: at(0, 40, 4, 20) }, "水位回落", p("甲。"), p("乙。")),
      article({ id: "grain", place: at(0, 20, 4, 20) }, "早稻开镰 丰收在望", p("丙。")),
    ),
  );

describe("numbers", () => {
  it("are circled up to 50", () => {
    expect([1, 20, 21, 35, 36, 50, 51].map(circled)).toEqual(["①", "⑳", "㉑", "㉟", "㊱", "㊿", "（51）"]);
  });

  it("follow reading order on the page, not the order in which jumps were made", () => {
    const e = having(having(two(), addJump("flood", "A2")), addJump("grain", "A3"));
    expect(lines(e)).toEqual(["A1 下转 A3 版① / 上接 A1 版①", "A1 下转 A2 版② / 上接 A1 版②"]);
  });

  it("of a story that goes on twice start anew on the page it leaves again", () => {
    const e = having(having(two(), addJump("flood", "A2")), addJump("flood", "A3"));
    expect(lines(e)).toEqual(["A1 下转 A2 版① / 上接 A1 版①", "A2 下转 A3 版① / 上接 A2 版①"]);
    expect(backLine("A2", 1)).toBe("上接 A2 版①");
  });
});

describe("a jump", () => {
  it("makes its page and its continuation, headed by the first clause of the headline", () => {
    const e = having(two(), addJump("grain", "A2"));
    expect(e.pages.map((doc) => doc.attrs.number)).toEqual(["A1", "A2"]);
    expect(e.pages[1]?.firstChild?.textContent).toBe("早稻开镰");
    expect(faults(e)).toEqual([]);
  });

  it("takes its continuation along to another page", () => {
    const made = having(two(), addJump("grain", "A2"));
    const e = having(made, setJumpTarget(readJumps(made).all[0]?.id as string, "A4"));
    expect(e.pages.map((doc) => [doc.attrs.number, doc.childCount])).toEqual([
      ["A1", 2],
      ["A2", 0],
      ["A4", 1],
    ]);
    expect(faults(e)).toEqual([]);
  });

  it("goes when its article moves to the page it led to", () => {
    const made = having(two(), addJump("grain", "A2"));
    const e = having(made, moveBlock("grain", "A2"));
    expect(readJumps(e).all).toEqual([]);
    expect(e.pages[1]?.childCount).toBe(1);
  });

  it("goes with its continuation, its article or its target page", () => {
    const made = having(two(), addJump("grain", "A2"));
    const block = readJumps(made).all[0]?.continuation?.id as string;
    for (const command of [removeBlock(block), removeBlock("grain"), removePage("A2")]) {
      const e = having(made, command);
      expect(readJumps(e).all).toEqual([]);
      expect(readJumps(e).orphans).toEqual([]);
      expect(faults(e)).toEqual([]);
    }
  });

  it("cannot lead to its own page or to no page", () => {
    expect(run(addJump("grain", "A1"), two(), newId)).toEqual([]);
    expect(run(addJump("grain", "二版"), two(), newId)).toEqual([]);
  });
});

describe("imported lines", () => {
  const imported = () =>
    edition(
      page("A1", article({ id: "flood" }, "水位回落", p("甲。"), importedJump(">>> 下转 A2 版①", "A2", 1))),
    );

  /** 上接 as intake reads it while its jump is not there: the block, and an article that holds its text. */
  const held = (literal: JumpLiteral, title: string) => [
    continuation({ literal, article: "held" }, title),
    article({ id: "held" }, byline("记者 甲"), p("乙。")),
  ];

  it("stay as they were read while nothing answers them", () => {
    expect(settle(imported(), newId)).toEqual([]);
    expect(readJumps(imported()).all[0]).toMatchObject({ continuation: null, line: "下转 A2 版①" });
  });

  it("get their page and continuation when the page is planned", () => {
    const before = imported();
    const e = applyChanges(before, settle(before, newId, { imported: true }));
    expect(e.pages.map((doc) => doc.attrs.number)).toEqual(["A1", "A2"]);
    expect(faults(e)).toEqual([]);
  });

  it("join the 上接 that answers them, and the article is whole again", () => {
    const literal = { text: "上接 A1 版①", page: "A1", number: 1 };
    const both = edition(...imported().pages, page("A2", ...held(literal, "水位回落")));
    const e = applyChanges(both, settle(both, newId));
    expect(e.pages[0]?.textContent).toBe("水位回落甲。记者 甲乙。");
    expect(e.pages[1]?.firstChild?.children).toEqual([headline("水位回落")]);
    expect(e.pages[1]?.childCount).toBe(1);
    expect(readJumps(e).all[0]?.continuation?.page).toBe("A2");
    expect(faults(e)).toEqual([]);
  });

  it("head the continuation with the article's first clause where the 上接 had no headline", () => {
    const literal = { text: "上接 A1 版①", page: "A1", number: 1 };
    const front = page(
      "A1",
      article({ id: "flood" }, "水位回落 堤上撤人", p("甲。"), importedJump("下转 A2 版①", "A2", 1)),
    );
    const both = edition(front, page("A2", ...held(literal, "")));
    const e = applyChanges(both, settle(both, newId));
    expect(e.pages[1]?.firstChild?.children).toEqual([headline("水位回落")]);
    expect(settle(e, newId)).toEqual([]);
  });

  it("do not join where page or number differ, and no text is lost", () => {
    const literal = { text: "上接 A3 版②", page: "A3", number: 2 };
    const both = edition(...imported().pages, page("A2", ...held(literal, "水位回落")));
    expect(settle(both, newId)).toEqual([]);
    expect(readJumps(both).orphans).toHaveLength(1);
    expect(both.pages[1]?.textContent).toContain("乙。");
  });
});

import { describe, expect, it } from "vitest";
import { applyChanges } from "../../../core/edition/change.ts";
import { type Command, run } from "../../../core/edition/commands.ts";
import { type Edition, pageNumbered } from "../../../core/edition/edition.ts";
import { readJumps } from "../../../core/edition/jumps.ts";
import { locate } from "../../../core/edition/outline.ts";
import { overlaps } from "../../../core/edition/place.ts";
import { faults } from "../../../core/edition/soundness.ts";
import {
  clearPage,
  freePlace,
  jumpTo,
  moveTo,
  nudge,
  placeFree,
} from "../../../renderer/sheet/layout-commands.ts";
import { article, at, edition, newId, p, page } from "../../core/edition/builders.ts";

const made = (command: Command, before: Edition) => applyChanges(before, run(command, before, newId));
const placeOf = (e: Edition, id: string) => locate(e, id)?.node.attrs.place;

const paper = edition(
  page(
    "A1",
    article({ id: "lead", place: at(0, 0, 5, 60) }, "头条", p("正文。")),
    article({ id: "second", place: at(5, 0, 3, 122), pinned: true }, "二条", p("正文。")),
  ),
  page("A2", article({ id: "inside", place: at(0, 0, 8, 80) }, "内页", p("正文。"))),
);

describe("keys on the sheet", () => {
  it("move a block by a cell", () => {
    expect(placeOf(made(nudge("lead", "move", 0, 1), paper), "lead")).toEqual(at(0, 1, 5, 60));
  });
  it("do nothing at the edge of the grid", () => {
    expect(run(nudge("lead", "move", -1, 0), paper, newId)).toEqual([]);
  });
});

describe("the largest free place", () => {
  it("is what the blocks leave", () => {
    expect(freePlace(paper, "A1")).toEqual(at(0, 60, 5, 62));
  });
  it("is none on a page that is full", () => {
    const full = edition(page("A1", article({ place: at(0, 0, 8, 121) }, "满版")));
    expect(freePlace(full, "A1")).toBe(null);
    expect(run(placeFree("none"), full, newId)).toEqual([]);
  });
});

describe("one command", () => {
  it("jumps an article and puts its continuation where there is room", () => {
    const jumped = made(jumpTo("lead", "A2"), paper);
    const [jump] = readJumps(jumped).all;
    expect(jump?.line).toBe("下转 A2 版①");
    const place = placeOf(jumped, jump?.continuation?.id ?? "");
    expect(overlaps(place, at(0, 0, 8, 80))).toBe(false);
    expect(faults(jumped)).toEqual([]);
  });

  it("makes the page it jumps to where there is none", () => {
    const jumped = made(jumpTo("lead", "A3"), paper);
    expect(pageNumbered(jumped, "A3")?.childCount).toBe(1);
    expect(faults(jumped)).toEqual([]);
  });

  it("does not jump to the page the article is on", () => {
    expect(run(jumpTo("lead", "A1"), paper, newId)).toEqual([]);
  });

  it("moves an article to another page, into the room there, and its jumps follow", () => {
    const moved = made(moveTo("lead", "A2"), made(jumpTo("lead", "A3"), paper));
    expect(locate(moved, "lead")?.page.attrs.number).toBe("A2");
    // At the head of what is free there (8 columns of 42 lines), and no larger than a few words need.
    expect(placeOf(moved, "lead")).toEqual(at(0, 80, 2, 9));
    expect(readJumps(moved).all[0]?.backLine).toBe("上接 A2 版①");
    expect(faults(moved)).toEqual([]);
  });

  it("clears a page but for what is pinned", () => {
    const cleared = made(clearPage("page-A1"), paper);
    expect([placeOf(cleared, "lead"), placeOf(cleared, "second")]).toEqual([null, at(5, 0, 3, 122)]);
  });
});

/** Planning makes jumps (转版) of its own where there is more copy than page. */
import type { Node } from "prosemirror-model";
import { describe, expect, it } from "vitest";
import { composeEdition } from "../../../../core/compose/compose.ts";
import { lintPage } from "../../../../core/compose/plan/lint.ts";
import { carriedOut, planEdition, proposals } from "../../../../core/compose/plan/plan.ts";
import { applyChanges } from "../../../../core/edition/change.ts";
import type { Edition } from "../../../../core/edition/edition.ts";
import { readJumps } from "../../../../core/edition/jumps.ts";
import { article, at, edition, masthead, newId, p, page } from "../../edition/builders.ts";
import { bodyUnits, copy, printed, printedUnits } from "../copy.ts";
import { fakeFaces } from "../fake-faces.ts";
import { randomPage } from "./random-page.ts";

const faces = fakeFaces();
const story = (id: string, sentences: number) =>
  article({ id }, "渡口的早晨", ...Array.from({ length: Math.ceil(sentences / 4) }, (_, i) => p(copy(4, i))));
const allowing = (e: Edition, maxJumps: number): Edition => ({
  ...e,
  style: { ...e.style, plan: { maxJumps } },
});
const over = (e: Edition) =>
  composeEdition(e, faces).flatMap(({ fits }) => fits.filter(({ characters }) => characters > 0));

describe("a front page with thirty percent too much copy", () => {
  const before = randomPage({ seed: 57, stories: 8, fill: 1.3, photographs: 1 });
  const front = before.pages[0] as Node;
  const found = proposals(before, front, faces, { seed: 1, count: 3 });

  it("has three plans that jump, on which the lint has nothing to say, and nothing is over on any page", () => {
    expect(found.length).toBe(3);
    for (const proposal of found) {
      expect(proposal.jumps.length).toBeGreaterThan(0);
      const after = applyChanges(before, carriedOut(before, proposal, newId));
      const [sheet] = composeEdition(after, faces);
      if (!sheet) throw new Error("no sheet");
      const codes = lintPage(after.pages[0] as Node, sheet, after.style).map(({ code }) => code);
      // The material has frames and no photographs.
      expect(codes.filter((code) => code !== "picture-missing")).toEqual([]);
      expect(over(after)).toEqual([]);
      const units = printedUnits(composeEdition(after, faces));
      expect(bodyUnits(after).filter(({ key }) => units.get(key) !== 1)).toEqual([]);
    }
  });

  it("says what goes on where: the lines are printed, in reading order, and the characters are those of the other page", () => {
    const [proposal] = found;
    if (!proposal) throw new Error("no plan");
    const after = applyChanges(before, carriedOut(before, proposal, newId));
    const { all } = readJumps(after);
    expect(all.map(({ article: id, target }) => [id, target])).toEqual(
      proposal.jumps.map(({ article: id, target }) => [id, target]),
    );
    const [here, there] = composeEdition(after, faces);
    if (!here || !there) throw new Error("no sheet");
    for (const { line, backLine } of all) {
      expect(printed(here, "jump")).toContain(line);
      expect(printed(there, "jump")).toContain(backLine);
    }
    expect(there.number).toBe("A2");
    for (const { onward } of proposal.jumps) expect(onward?.over).toBe(0);
  });

  it("keeps a fair piece of every story on either side of its jump", () => {
    const { minJumpLines } = before.style.layout;
    for (const proposal of found) {
      const after = applyChanges(before, carriedOut(before, proposal, newId));
      const lines = composeEdition(after, faces).flatMap((sheet) => sheet.lines);
      for (const { article: id, continuation } of readJumps(after).all) {
        const here = lines.filter(({ block }) => block === id).length;
        const there = lines.filter(({ block }) => block === continuation?.id).length;
        const wide = proposal.blocks.find((block) => block.id === id)?.place.columns ?? 0;
        expect(here).toBeGreaterThanOrEqual(minJumpLines * wide - 3);
        expect(there).toBeGreaterThanOrEqual(minJumpLines);
      }
    }
  });

  it("is one set of changes with its places: taken back, nothing of it is left", () => {
    const planned = planEdition(before, faces, { newId });
    expect(planned.edition.pages.map(({ attrs }) => attrs.number)).toEqual(["A1", "A2"]);
    expect(applyChanges(before, planned.changes).pages.map((doc) => doc.toJSON())).toEqual(
      planned.edition.pages.map((doc) => doc.toJSON()),
    );
    expect(planEdition(planned.edition, faces, { newId }).changes).toEqual([]);
  });

  it("makes no jump where the house allows none, and says what is over", () => {
    const [proposal] = proposals(allowing(before, 0), front, faces, { seed: 1, count: 1 });
    expect(proposal?.jumps).toEqual([]);
    expect(proposal?.reasons.map(({ code }) => code)).toContain("overset");
  });

  it("makes no more jumps than the house allows, and says so where that is not enough", () => {
    const [proposal] = proposals(allowing(before, 1), front, faces, { seed: 1, count: 1 });
    expect(proposal?.jumps.length).toBe(1);
    expect(proposal?.reasons.map(({ code }) => code)).toContain("jump-limit");
  });
});

describe("where it goes on", () => {
  const long = [90, 80, 70, 90, 60].map((n, i) => story(`long-${i}`, n));
  const targetsOf = (e: Edition) =>
    proposals(e, e.pages[0] as Node, faces, { seed: 1, count: 1 })[0]?.jumps.map(({ target }) => target);

  it("is the next page that has room, not one that is full", () => {
    const full = page("A2", story("full", 60));
    const placed = page("A2", article({ id: "all", place: at(0, 0, 8, 122) }, "满版", p(copy(4))));
    expect(new Set(targetsOf(edition(page("A1", masthead(), ...long), full)))).toEqual(new Set(["A2"]));
    expect(new Set(targetsOf(edition(page("A1", masthead(), ...long), placed, page("A3"))))).toEqual(
      new Set(["A3"]),
    );
  });

  it("is nowhere on the last page of several: the plan says that the pages behind are full", () => {
    const e = edition(page("A1", story("first", 20)), page("A2", ...long));
    const [proposal] = proposals(e, e.pages[1] as Node, faces, { seed: 1, count: 1 });
    expect(proposal?.jumps).toEqual([]);
    expect(proposal?.reasons.map(({ code }) => code)).toContain("onward-full");
  });

  it("is never asked of shorts: a page of many has none that jumps", () => {
    const shorts = Array.from({ length: 9 }, (_, i) => story(`short-${i}`, 8));
    const e = edition(page("A1", masthead(), story("lead", 280), ...shorts));
    const [proposal] = proposals(e, e.pages[0] as Node, faces, { seed: 1, count: 1 });
    expect(proposal?.jumps.map(({ article: id }) => id)).toEqual(["lead"]);
  });
});

/** Both printed ends of a jump are found on the sheets, and each leads to the other. */
import { describe, expect, it } from "vitest";
import type { Sheet } from "../../../core/compose/sheet.ts";
import { readLaidOutSample } from "../../../host/work/sample.ts";
import { composeSheets } from "../../../host/work/sheets.ts";
import { jumpEndAt, jumpEnds } from "../../../renderer/sheet/jump-ends.ts";

const { edition } = await readLaidOutSample();
const sheets: readonly Sheet[] = composeSheets(edition);
const ends = jumpEnds(edition, sheets);

describe("ends of jumps", () => {
  it("are two to each jump of the sample, on the pages they are printed on", () => {
    const numbers = new Map(sheets.map(({ page, number }) => [page, number]));
    expect(ends.map(({ way, page }) => `${numbers.get(page)} ${way}`)).toEqual([
      "A1 out",
      "A1 out",
      "A2 in",
      "A2 in",
    ]);
  });

  it("lead to each other's pages, and to the blocks that print the other end", () => {
    for (const out of ends.filter(({ way }) => way === "out")) {
      const back = ends.find(({ jump, way }) => jump === out.jump && way === "in") ?? expect.fail();
      expect(out.leads.page).toBe(back.page);
      expect(back.leads.page).toBe(out.page);
      const blocks = edition.pages.flatMap((page) => page.children);
      expect(blocks.find(({ attrs }) => attrs.id === out.leads.block)?.type.name).toBe("continuation");
      expect(blocks.find(({ attrs }) => attrs.id === back.leads.block)?.type.name).toBe("article");
    }
  });

  it("are hit on their line and a little beside it, and on no other page", () => {
    const [end] = ends;
    const { rect, page } = end ?? expect.fail();
    const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
    expect(jumpEndAt(ends, page, x, y, 2)).toBe(end);
    expect(jumpEndAt(ends, page, x, rect.y - 1.5, 2)).toBe(end);
    expect(jumpEndAt(ends, page, x, rect.y - 3, 2)).not.toBe(end);
    expect(jumpEndAt(ends, "elsewhere", x, y, 2)).toBeNull();
  });

  it("are found once for the same sheets", () => expect(jumpEnds(edition, sheets)).toBe(ends));
});

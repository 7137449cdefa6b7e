import { describe, expect, it } from "vitest";
import { layOut, MARGIN, PX_PER_PT, spreadOf } from "../../../renderer/sheet/viewport.ts";

const broadsheet = (page: string) => ({ page, width: 1105, height: 1539 });
const view = { width: 900, height: 800 };

describe("fitting", () => {
  it("a page stands whole in the view, in its middle", () => {
    const { pages, width, height } = layOut([broadsheet("a")], { fit: "page" }, view);
    const [page] = pages;
    expect(page?.height).toBeCloseTo(view.height - 2 * MARGIN);
    expect((page?.x ?? 0) * 2 + (page?.width ?? 0)).toBeCloseTo(view.width, -0.5);
    expect([width, height]).toEqual([view.width, view.height]);
  });

  it("a page's width fills the view, and the rest is scrolled to", () => {
    const { pages, height } = layOut([broadsheet("a")], { fit: "width" }, view);
    expect(pages[0]?.width).toBeCloseTo(view.width - 2 * MARGIN);
    expect(height).toBeGreaterThan(view.height);
  });

  it("nothing to fit is shown as it is, not at the largest", () => {
    expect(layOut([], { fit: "page" }, view)).toMatchObject({ scale: 1, pages: [] });
  });

  it("at 100 % a point is 4⁄3 CSS pixels", () => {
    const { pages } = layOut([broadsheet("a")], { scale: 1 }, view);
    expect(pages[0]?.width).toBeCloseTo(1105 * PX_PER_PT);
  });

  it("two pages of a spread stand side by side and do not touch", () => {
    const { pages } = layOut([broadsheet("a"), broadsheet("b")], { fit: "page" }, view);
    const [a, b] = pages;
    expect((b?.x ?? 0) - (a?.x ?? 0)).toBeGreaterThan(a?.width ?? Infinity);
  });
});

describe("spreads of A1 to A4: the front page alone, then A2–A3, A4", () => {
  const pages = ["A1", "A2", "A3", "A4"].map(broadsheet);
  it.each([
    ["A1", ["A1"]],
    ["A2", ["A2", "A3"]],
    ["A3", ["A2", "A3"]],
    ["A4", ["A4"]],
    ["B9", []],
  ])("with %s in front", (front, shown) => {
    expect(spreadOf(pages, front).map(({ page }) => page)).toEqual(shown);
  });

  it("shows both sides of a single leaf", () => {
    expect(spreadOf(pages.slice(0, 2), "A1").map(({ page }) => page)).toEqual(["A1", "A2"]);
  });
});

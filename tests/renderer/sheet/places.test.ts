import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageGrid } from "../../../core/compose/flow/grid.ts";
import { fitsGrid } from "../../../core/edition/place.ts";
import { broadsheet } from "../../../core/edition/style.ts";
import { cropped } from "../../../renderer/sheet/crop.ts";
import {
  blockAt,
  cellsOf,
  dragged,
  handles,
  LEAST_LINES,
  placedBlocks,
} from "../../../renderer/sheet/places.ts";
import { article, at, page } from "../../core/edition/builders.ts";

describe("dragging a block of 3 columns × 20 lines at column 2, line 10", () => {
  const place = at(2, 10, 3, 20);
  it.each([
    ["move", 1, -4, at(3, 6, 3, 20)],
    ["e", 2, 99, at(2, 10, 5, 20)],
    ["s", 99, 5, at(2, 10, 3, 25)],
    ["nw", -1, -2, at(1, 8, 4, 22)],
    ["w", 9, 0, at(4, 10, 1, 20)],
  ] as const)("by its %s handle by (%i, %i)", (handle, dx, dy, expected) => {
    expect(dragged(place, handle, dx, dy, 8, 122)).toEqual(expected);
  });

  it("stops at the edge of the grid and keeps its size when moved", () => {
    expect(dragged(place, "move", 50, 500, 8, 122)).toEqual(at(5, 102, 3, 20));
  });
});

it("a drag always ends in whole cells of the grid, never thinner than a block can be", () => {
  const place = fc
    .record({
      column: fc.nat(7),
      line: fc.nat(110),
      columns: fc.integer({ min: 1, max: 8 }),
      lines: fc.integer({ min: LEAST_LINES, max: 122 }),
    })
    .filter((p) => fitsGrid(p, 8, 122));
  const by = fc.integer({ min: -200, max: 200 });
  fc.assert(
    fc.property(place, fc.constantFrom("move" as const, ...handles), by, by, (from, handle, dx, dy) => {
      const to = dragged(from, handle, dx, dy, 8, 122);
      expect(fitsGrid(to, 8, 122)).toBe(true);
      expect(to.lines).toBeGreaterThanOrEqual(LEAST_LINES);
      if (handle === "move") expect([to.columns, to.lines]).toEqual([from.columns, from.lines]);
    }),
    { numRuns: 200 },
  );
});

it("rounds points to the nearest column and line", () => {
  const grid = pageGrid(broadsheet);
  const column = grid.columnX(1) - grid.columnX(0);
  expect(cellsOf(grid, column * 1.6, -grid.pitch * 2.4)).toEqual([2, -2]);
});

it("finds the smaller of two blocks that lie over each other", () => {
  const doc = page(
    "A1",
    article({ id: "under", place: at(0, 0, 8, 60) }, "长文"),
    article({ id: "over", place: at(2, 10, 2, 10) }, "短文"),
  );
  const blocks = placedBlocks(doc, broadsheet);
  const grid = pageGrid(broadsheet);
  expect(blockAt(blocks, grid.columnX(2) + 5, grid.lineTop(12))?.id).toBe("over");
  expect(blockAt(blocks, grid.columnX(0) + 5, grid.lineTop(50))?.id).toBe("under");
  expect(blockAt(blocks, grid.columnX(0) + 5, grid.lineTop(100))).toBe(null);
});

it("a crop stays within its picture, whatever is dragged", () => {
  const part = fc.double({ min: -2, max: 2, noNaN: true });
  fc.assert(
    fc.property(
      fc.constantFrom("move" as const, ...handles),
      part,
      part,
      part,
      part,
      (handle, a, b, c, d) => {
        const crop = cropped(
          cropped({ x: 0.2, y: 0.1, width: 0.5, height: 0.6 }, handle, a, b),
          handle,
          c,
          d,
        );
        expect(crop.x).toBeGreaterThanOrEqual(0);
        expect(crop.y).toBeGreaterThanOrEqual(0);
        expect(crop.x + crop.width).toBeLessThanOrEqual(1.000001);
        expect(crop.y + crop.height).toBeLessThanOrEqual(1.000001);
        expect(Math.min(crop.width, crop.height)).toBeGreaterThan(0.049);
      },
    ),
    { numRuns: 200 },
  );
});

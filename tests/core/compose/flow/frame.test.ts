import { describe, expect, it } from "vitest";
import { brokenColumns, columnsOver, frameOf, raised, roomTo } from "../../../../core/compose/flow/frame.ts";
import { pageGrid } from "../../../../core/compose/flow/grid.ts";
import { broadsheet } from "../../../../core/edition/style.ts";

const grid = pageGrid(broadsheet);
const characters = (columns: number, count: number) =>
  columnsOver(grid, 0, grid.span(columns), count).map((column) => column.width / grid.size);

describe("columns of a block", () => {
  it("are 13 characters wide where the block has its own columns", () => {
    expect(characters(4, 4)).toEqual([13, 13, 13, 13]);
  });

  it.each([
    { columns: 3, set: 2, measures: [20, 20] },
    { columns: 5, set: 3, measures: [22, 22, 23] },
    { columns: 8, set: 6, measures: [17, 17, 18, 18, 18, 18] },
    { columns: 2, set: 1, measures: [27] },
  ])(
    "break $columns basic columns into $set of $measures characters (破栏)",
    ({ columns, set, measures }) => {
      const broken = brokenColumns(grid, 0, grid.span(columns), set);
      expect(broken.map((column) => Math.round(column.width / grid.size))).toEqual(measures);
      for (const [i, column] of broken.slice(1).entries())
        expect(column.x - ((broken[i]?.x ?? 0) + (broken[i]?.width ?? 0))).toBeCloseTo(grid.gap, 6);
    },
  );

  it("end flush with the block, broken or in a box, whose gaps take what is left over", () => {
    for (const [n, k] of [
      [3, 2],
      [5, 3],
      [8, 5],
    ] as const)
      for (const set of [columnsOver, brokenColumns]) {
        const last = set(grid, 0, grid.span(n), k).at(-1);
        expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(grid.span(n), 6);
      }
    expect(
      new Set(columnsOver(grid, 0, grid.span(4) - 2 * grid.size, 4).map(({ width }) => width)).size,
    ).toBe(1);
  });
});

describe("the frame round a picture", () => {
  const columns = columnsOver(grid, 0, grid.span(3), 3);
  const picture = { x1: grid.span(1) + grid.gap, x2: grid.span(3), from: 2, to: 6 };
  const frame = frameOf(grid, columns, 0, 10, [picture]);

  it("has no slots where the picture stands, and all others", () => {
    const byColumn = Map.groupBy(frame.slots, (slot) => slot.column);
    expect(byColumn.get(0)?.length).toBe(10);
    expect(byColumn.get(1)?.map((slot) => slot.line)).toEqual([0, 1, 6, 7, 8, 9]);
    expect(frame.even).toBe(true);
  });

  it("sets narrower lines beside a picture that takes part of a column", () => {
    const broken = columnsOver(grid, 0, grid.span(3), 2);
    const beside = frameOf(grid, broken, 0, 10, [{ ...picture, x1: grid.span(2) + grid.gap }]);
    const slot = beside.slots.find((s) => s.column === 1 && s.line === 3);
    expect(slot && slot.width / grid.size).toBe(6);
    expect(beside.even).toBe(false);
  });
});

describe("stubs that an obstacle leaves of a column", () => {
  const columns = columnsOver(grid, 0, grid.span(2), 2);
  const linesOver = (from: number, to: number) =>
    frameOf(grid, columns, 0, 20, [{ x1: 0, x2: grid.span(1), from, to }])
      .slots.filter((slot) => slot.column === 0)
      .map((slot) => slot.line);

  it("are passed over: a line alone over a picture, one or two under it", () => {
    expect(linesOver(1, 10)).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    expect(linesOver(2, 18)).toEqual([0, 1]);
    expect(linesOver(2, 17)).toEqual([0, 1, 17, 18, 19]);
    expect(linesOver(0, 18)).toEqual([]);
  });

  it("are so where the foot rises, too", () => {
    const frame = frameOf(grid, columns, 0, 20, [{ x1: 0, x2: grid.span(1), from: 2, to: 10 }]);
    expect([20, 13, 12, 11].map((to) => roomTo(frame, to))).toEqual([32, 18, 14, 13]);
    expect(raised(frame, 12).slots.filter((slot) => slot.column === 0)).toHaveLength(2);
  });
});

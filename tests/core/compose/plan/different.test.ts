/** Which of many plans are put forward side by side. */
import { expect, it } from "vitest";
import { different, type Laid } from "../../../../core/compose/plan/different.ts";
import { at } from "../../edition/builders.ts";

/** A plan of eight columns: the columns of its blocks, each 40 lines deep under the one before it in its column. */
function plan(cost: number, ...columns: readonly (readonly [column: number, width: number])[]): Laid {
  const foot = new Map<number, number>();
  return {
    cost,
    scheme: { masthead: { columns: 8 } },
    allotted: columns.map(([column, width], i) => {
      const line = foot.get(column) ?? 0;
      foot.set(column, line + 40);
      const leaf = { id: `a${i}`, rank: i + 1, pictured: i === 1 };
      return { shape: { leaf }, place: at(column, line, width, 40) };
    }),
  };
}

const best = plan(20, [0, 5], [5, 3], [0, 2], [2, 3], [5, 3]);
const mirrored = plan(20, [3, 5], [0, 3], [6, 2], [3, 3], [0, 3]);
const other = plan(24, [0, 4], [4, 4], [0, 4], [4, 4], [0, 8]);

it("the best comes first, and its mirror image only where nothing else is there", () => {
  expect(different([best, mirrored, other], 2, [])).toEqual([best, other]);
  expect(different([best, mirrored, other], 3, [])).toEqual([best, other, mirrored]);
});

it("the same with a block some lines deeper is no other", () => {
  const deeper = plan(21, [0, 5], [5, 3], [0, 2], [2, 3], [5, 3]);
  expect(different([best, deeper, other], 2, [])).toEqual([best, other]);
});

it("what was chosen before stays, and counts", () => {
  expect(different([mirrored, other], 2, [best])).toEqual([best, other]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GalleyParagraph, levelled } from "../../../core/compose/galley-columns.ts";
import type { Line } from "../../../core/compose/line.ts";

const linesOf = (count: number): Line[] =>
  Array.from({ length: count }, (_, at) => ({
    runs: [],
    start: at,
    end: at + 1,
    width: 0,
    gap: 0,
    last: at === count - 1,
    overfull: false,
  }));
const paragraph = (count: number, yields: boolean): GalleyParagraph => ({
  lines: linesOf(count),
  reset: (wanted) => linesOf(yields ? wanted : count),
});
const loneHeads = ({ depth, paragraphs }: ReturnType<typeof levelled>, columns: number) => {
  const lines = paragraphs.flatMap(({ lines }) => lines);
  return Array.from({ length: columns }, (_, at) => lines[(at + 1) * depth]).filter(
    (line) => line?.last && line.start > 0,
  ).length;
};

describe("a galley's columns", () => {
  test("are as shallow as they go where no last line stands alone (孤行)", () => {
    const paragraphs = [4, 4, 4].map((count) => paragraph(count, false));
    expect(levelled(paragraphs, 3, 99)).toEqual({ depth: 4, paragraphs });
  });

  test("are made deeper to keep a last line from a head", () => {
    const paragraphs = [3, 3, 3].map((count) => paragraph(count, false));
    expect(levelled(paragraphs, 2, 99).depth).toBe(6);
  });

  test("have a paragraph set a line shorter or longer where no depth helps", () => {
    const counts = [5, 4, 4, 4, 4, 4, 4, 3];
    const set = (yields: boolean) =>
      levelled(
        counts.map((count) => paragraph(count, yields)),
        8,
        4,
      );
    expect(loneHeads(set(false), 8)).toBeGreaterThan(0);
    expect(loneHeads(set(true), 8)).toBe(0);
  });

  test("never have more lone last lines for paragraphs that yield, nor deeper columns than allowed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 30 }),
        (counts, columns, deepest) => {
          const set = (yields: boolean) =>
            levelled(
              counts.map((count) => paragraph(count, yields)),
              columns,
              deepest,
            );
          expect(set(true).depth).toBeLessThanOrEqual(deepest);
          expect(loneHeads(set(true), columns)).toBeLessThanOrEqual(loneHeads(set(false), columns));
        },
      ),
      { numRuns: 60 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeBlocks } from "../../../../core/compose/compose.ts";
import { columnsOver, frameOf } from "../../../../core/compose/flow/frame.ts";
import { pageGrid } from "../../../../core/compose/flow/grid.ts";
import { columnLeft, loneIn, startsColumn } from "../../../../core/compose/flow/lone-lines.ts";
import { loneCost, pourMended } from "../../../../core/compose/flow/mend.ts";
import { pour } from "../../../../core/compose/flow/pour.ts";
import { storyOf } from "../../../../core/compose/flow/story.ts";
import { broadsheet } from "../../../../core/edition/style.ts";
import { article, at, crosshead, edition, p, page } from "../../edition/builders.ts";
import { copy } from "../copy.ts";
import { fakeFaces } from "../fake-faces.ts";

const grid = pageGrid(broadsheet);
const context = { style: broadsheet, faces: fakeFaces() };
/** Two columns of ten lines, the second parted by a picture over two of them. */
const parted = frameOf(grid, columnsOver(grid, 0, grid.span(2), 2), 0, 10, [
  { x1: grid.span(1) + grid.gap, x2: grid.span(2), from: 4, to: 6 },
]);
const frame = (columns: number, lines: number) =>
  frameOf(grid, columnsOver(grid, 0, grid.span(columns), columns), 0, lines, []);

/** Paragraphs of so many lines' worth of text, and some characters. */
const story = (...paragraphs: (readonly [sentences: number, more: number] | "crosshead")[]) =>
  storyOf(
    article(
      "早市",
      ...paragraphs.map((one, i) =>
        one === "crosshead"
          ? crosshead("【渡口】")
          : p(`${copy(one[0], i)}${"江边的早市天不亮就开了张菜农来了".slice(0, one[1])}。`),
      ),
    ),
  );
const textOf = (given: ReturnType<typeof story>) => ({
  story: given,
  from: { item: 0, offset: 0 },
  until: given.body.length,
  cut: null,
  kai: false,
});

describe("lone lines", () => {
  it("are a last line at a column's head, or under a picture, and a first line at a foot", () => {
    const { slots } = parted;
    expect(slots.map((_, i) => startsColumn(slots, i)).flatMap((starts, i) => (starts ? [i] : []))).toEqual([
      10, 14,
    ]);
    expect(loneIn(slots, 8, 3, true, true)).toEqual({ head: 1, foot: 0 });
    expect(loneIn(slots, 12, 3, true, true)).toEqual({ head: 1, foot: 0 });
    expect(loneIn(slots, 9, 4, true, true)).toEqual({ head: 0, foot: 1 });
    // Two on either side, a paragraph of one line, text that goes on elsewhere or came from there.
    expect(loneIn(slots, 8, 4, true, true)).toEqual({ head: 0, foot: 0 });
    expect(loneIn(slots, 10, 1, true, true)).toEqual({ head: 0, foot: 0 });
    expect(loneIn(slots, 8, 3, true, false)).toEqual({ head: 0, foot: 0 });
    expect(loneIn(slots, 9, 4, false, true)).toEqual({ head: 0, foot: 0 });
  });

  it("know how far a column goes until its foot, or a picture", () => {
    expect([0, 9, 10, 13, 14, 17].map((i) => columnLeft(parted.slots, i))).toEqual([10, 1, 4, 1, 4, 1]);
  });

  it("are mended by the paragraphs over them, with no character set twice or lost", () => {
    const paragraph = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 15 }));
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 8, arbitrary: paragraph }, fc.constant("crosshead" as const)), {
          minLength: 3,
          maxLength: 9,
        }),
        fc.integer({ min: 2, max: 4 }),
        fc.integer({ min: 7, max: 40 }),
        (paragraphs, columns, lines) => {
          const text = textOf(story(...paragraphs));
          const natural = pour(text, frame(columns, lines), context);
          const mended = pourMended(text, frame(columns, lines), context);
          expect(loneCost(mended)).toBeLessThanOrEqual(loneCost(natural));
          expect(mended.end).toEqual(natural.end);
          const said = (pouring: typeof natural) =>
            pouring.lines
              .flatMap(({ line, pos }) => line.runs.map((run) => `${pos}${run.texts.join("")}`))
              .join("")
              .replace(/[\s\d]/gu, "");
          if (!natural.end) expect(said(mended)).toBe(said(natural));
        },
      ),
      { numRuns: 25, seed: 3 },
    );
  });

  it("go from blocks wherever a paragraph, the foot or the air over the text can give a line", () => {
    let natural = 0;
    let left = 0;
    for (let i = 0; i < 24; i++) {
      const paragraphs = Array.from({ length: 6 }, (_, k) => p(copy(2 + ((i * 3 + k * 5) % 5), i + k)));
      const block = article({ id: "block", place: at(0, 0, 3, 50) }, "江边早市", ...paragraphs);
      const { set, inputs } = composeBlocks(edition(page("A2", block)), context.faces);
      const lone = set.get("block")?.lone;
      left += (lone?.head ?? 0) + (lone?.foot ?? 0);
      // What even columns over all the text have if nothing is done about it.
      const text = textOf(inputs.get("block")?.story as ReturnType<typeof story>);
      const used = pour(text, frame(3, 200), context).used;
      const even = pour(text, frame(3, Math.ceil(used / 3)), context).lone;
      natural += even.head + even.foot;
    }
    expect(natural).toBeGreaterThan(10);
    expect(left).toBeLessThan(natural / 5);
  });
});

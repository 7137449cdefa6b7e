import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageGrid } from "../../../core/compose/flow/grid.ts";
import { outlineOf } from "../../../core/compose/flow/outline.ts";
import { corners, fitsGrid, type Notch, type Place } from "../../../core/edition/place.ts";
import { isWhole, rectanglesOf, reshaped } from "../../../core/edition/shape.ts";
import { broadsheet } from "../../../core/edition/style.ts";
import { cutOf, heldAt } from "../../../renderer/sheet/held.ts";
import { blockAt, dragged, handles, placedBlocks } from "../../../renderer/sheet/places.ts";
import { cutBy, firstCut, nextStep, notchHandles } from "../../../renderer/sheet/shape.ts";
import { article, at, page } from "../../core/edition/builders.ts";

const grid = pageGrid(broadsheet);
const cut = (place: Place, ...notches: Notch[]): Place => ({ ...place, notches });

/** Area inside an outline, by the shoelace rule. */
const areaOf = (outline: readonly { x: number; y: number }[]) =>
  Math.abs(
    outline.reduce((sum, a, i) => {
      const b = outline[(i + 1) % outline.length] ?? a;
      return sum + a.x * b.y - b.x * a.y;
    }, 0) / 2,
  );

describe("the outline of a block", () => {
  it("is its rectangle where no corner is out", () => {
    const [x1, x2] = [grid.columnX(1), grid.columnX(1) + grid.span(3)];
    const [y1, y2] = [grid.lineTop(10), grid.lineTop(30)];
    expect(outlineOf(at(1, 10, 3, 20), grid)).toEqual([
      { x: x1, y: y1 },
      { x: x2, y: y1 },
      { x: x2, y: y2 },
      { x: x1, y: y2 },
    ]);
  });

  it("turns at right angles only, and closes", () => {
    const place = cut(
      at(0, 0, 5, 40),
      { corner: "ne", columns: 2, lines: 9 },
      { corner: "sw", columns: 1, lines: 12 },
      { corner: "sw", columns: 3, lines: 5 },
    );
    const outline = outlineOf(place, grid);
    expect(outline).toHaveLength(10);
    outline.forEach((a, i) => {
      const b = outline[(i + 1) % outline.length] ?? a;
      expect(a.x === b.x || a.y === b.y).toBe(true);
    });
  });

  it("leaves out exactly the corner, with the gap beside it", () => {
    const place = cut(at(0, 0, 4, 30), { corner: "se", columns: 2, lines: 12 });
    const lost = (grid.span(2) + grid.gap) * 12 * grid.pitch;
    expect(areaOf(outlineOf(place, grid))).toBeCloseTo(areaOf(outlineOf(at(0, 0, 4, 30), grid)) - lost, 3);
  });
});

describe("a corner held by the pointer", () => {
  const doc = (place: Place, kind = "article") =>
    placedBlocks(page("A1", article({ id: kind, place }, "早市")), broadsheet)[0];
  const shape = cut(at(0, 0, 4, 30), { corner: "se", columns: 2, lines: 12 });

  it("is taken out from where its two inner edges meet", () => {
    const block = doc(shape);
    const [handle] = notchHandles(shape, grid);
    const held = block && handle && heldAt(block, handle, 4, grid);
    expect(held && cutOf(held, false)).toEqual({ corner: "se", held: shape.notches?.[0] });
  });

  it("is taken out of a rectangle with Alt, and sizes the block without", () => {
    const block = doc(at(0, 0, 4, 30));
    const corner = { x: grid.columnX(0) + grid.span(4), y: grid.lineTop(30) };
    const held = block && heldAt(block, corner, 4, grid);
    expect(held && cutOf(held, true)).toEqual({ corner: "se", held: null });
    expect(held && cutOf(held, false)).toBeNull();
  });

  it("grows, shrinks and is filled with the drag", () => {
    const rectangle = at(0, 0, 4, 30);
    const one = cutBy(rectangle, "ne", null, -1, 8);
    expect(one).toEqual(cut(rectangle, { corner: "ne", columns: 1, lines: 8 }));
    const [notch = null] = one.notches ?? [];
    expect(cutBy(one, "ne", notch, -1, 4)).toEqual(cut(rectangle, { corner: "ne", columns: 2, lines: 12 }));
    expect(cutBy(one, "ne", notch, 1, 0)).toEqual(rectangle);
    expect(cutBy(rectangle, "ne", null, 5, 5)).toEqual(rectangle);
  });

  it("never leaves a shape that is no block", () => {
    const by = fc.integer({ min: -60, max: 60 });
    const place = fc.record({
      column: fc.nat(3),
      line: fc.nat(60),
      columns: fc.integer({ min: 1, max: 5 }),
      lines: fc.integer({ min: 3, max: 60 }),
    });
    fc.assert(
      fc.property(
        place,
        fc.constantFrom(...corners),
        by,
        by,
        fc.constantFrom(...handles),
        by,
        (p, c, x, y, h, z) => {
          const shaped = cutBy(cutBy(p, c, null, x, y), c === "nw" ? "se" : "nw", null, y, x);
          expect(isWhole(shaped) && fitsGrid(shaped, 8, 122)).toBe(true);
          const resized = dragged(shaped, h, Math.round(z / 20), z, 8, 122);
          expect(isWhole(resized) && fitsGrid(resized, 8, 122)).toBe(true);
          const moved = dragged(shaped, "move", z, z, 8, 122);
          expect(moved.notches).toEqual(shaped.notches);
        },
      ),
      { numRuns: 200 },
    );
  });
});

it("a block is hit where its shape is, and what stands in its corner where that is", () => {
  const blocks = placedBlocks(
    page(
      "A1",
      article({ id: "long", place: cut(at(0, 0, 4, 30), { corner: "se", columns: 2, lines: 12 }) }, "长文"),
      article({ id: "short", place: at(2, 18, 2, 12) }, "短文"),
    ),
    broadsheet,
  );
  expect(blockAt(blocks, grid.columnX(2) + 5, grid.lineTop(17) + 2)?.id).toBe("long");
  expect(blockAt(blocks, grid.columnX(2) + 5, grid.lineTop(20))?.id).toBe("short");
  const alone = blocks.filter(({ id }) => id === "long");
  expect(blockAt(alone, grid.columnX(2) + 5, grid.lineTop(20))).toBeNull();
});

it("a first cut is offered where there is room for one", () => {
  expect(firstCut(at(0, 0, 4, 30), "nw")).toEqual({ columns: 2, lines: 10 });
  expect(firstCut(at(0, 0, 1, 30), "nw")).toBeNull();
  const full = reshaped(at(0, 0, 2, 30), [{ corner: "nw", columns: 1, lines: 20 }]);
  expect(firstCut(full, "ne")).toBeNull();
  expect(rectanglesOf(full)).toHaveLength(2);
});

describe("another step of a corner", () => {
  it("is a column less and some lines more than its deepest, or a column more and half the lines of its widest", () => {
    const two = cut(at(0, 0, 4, 36), { corner: "se", columns: 2, lines: 12 });
    expect(nextStep(two, "se")).toEqual({ corner: "se", columns: 1, lines: 20 });
    const one = cut(at(0, 0, 4, 36), { corner: "se", columns: 1, lines: 12 });
    expect(nextStep(one, "se")).toEqual({ corner: "se", columns: 2, lines: 6 });
  });

  it("leaves the block whole, and is none where nothing is out or no room is left", () => {
    expect(nextStep(at(0, 0, 4, 36), "nw")).toBeNull();
    let place = cut(at(0, 0, 6, 60), { corner: "nw", columns: 3, lines: 10 });
    for (let step = nextStep(place, "nw"), n = 0; step && n < 20; step = nextStep(place, "nw"), n++) {
      place = cut(place, ...(place.notches ?? []), step);
      expect(isWhole(place)).toBe(true);
    }
    expect(place.notches?.length).toBeGreaterThan(2);
    expect(nextStep(cut(at(0, 0, 2, 8), { corner: "nw", columns: 1, lines: 4 }), "nw")).toBeNull();
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges } from "../../../core/edition/change.ts";
import { cutCorner, run, setPlace, swapBlocks } from "../../../core/edition/commands.ts";
import {
  bandOf,
  comparePlaces,
  corners,
  type Notch,
  overlaps,
  type Place,
  stretchOf,
} from "../../../core/edition/place.ts";
import { checkPlace, checkRectangle } from "../../../core/edition/place-check.ts";
import { isWhole, rectanglesOf, reshaped, shaped, withCorner } from "../../../core/edition/shape.ts";
import { article, at, edition, newId, p, page, picture } from "./builders.ts";

const cut = (place: Place, ...notches: Notch[]): Place => ({ ...place, notches });
const notch = (corner: Notch["corner"], columns: number, lines: number): Notch => ({
  corner,
  columns,
  lines,
});

/** Every cell of a place, as "column line". */
const cellsOf = (place: Place): Set<string> => {
  const cells = new Set<string>();
  for (let column = place.column; column < place.column + place.columns; column++) {
    const stretch = stretchOf(place, column);
    for (let line = stretch?.from ?? 0; line < (stretch?.to ?? 0); line++) cells.add(`${column} ${line}`);
  }
  return cells;
};

describe("an L-shaped block", () => {
  const block = cut(at(2, 10, 5, 40), notch("ne", 2, 15));

  it("has its columns' own heads and feet", () => {
    expect([2, 3, 4, 5, 6].map((column) => stretchOf(block, column))).toEqual([
      { from: 10, to: 50 },
      { from: 10, to: 50 },
      { from: 10, to: 50 },
      { from: 25, to: 50 },
      { from: 25, to: 50 },
    ]);
    expect(stretchOf(block, 1)).toBeNull();
    expect(stretchOf(block, 7)).toBeNull();
  });

  it("has its headline over the columns that its shape leaves at the head", () => {
    expect(bandOf(block)).toEqual({ column: 2, columns: 3 });
    expect(bandOf(block, "foot")).toEqual({ column: 2, columns: 5 });
  });

  it("leaves room for a neighbour in the corner, and for nothing larger", () => {
    expect(overlaps(block, at(5, 10, 2, 15))).toBe(false);
    expect(overlaps(block, at(5, 10, 2, 16))).toBe(true);
    expect(overlaps(block, at(4, 10, 3, 15))).toBe(true);
  });

  it("is read after what stands in its top left corner", () => {
    const late = cut(at(0, 20, 5, 40), notch("nw", 2, 10));
    const inCorner = at(0, 20, 2, 10);
    expect(comparePlaces(inCorner, late)).toBeLessThan(0);
    expect(comparePlaces(late, inCorner)).toBeGreaterThan(0);
  });

  it("may have steps, and corners at all four ends", () => {
    const stepped = cut(at(0, 0, 6, 40), notch("se", 4, 10), notch("se", 2, 20), notch("nw", 1, 5));
    expect([0, 1, 2, 3, 4, 5].map((column) => stretchOf(stepped, column))).toEqual([
      { from: 5, to: 40 },
      { from: 0, to: 40 },
      { from: 0, to: 30 },
      { from: 0, to: 30 },
      { from: 0, to: 20 },
      { from: 0, to: 20 },
    ]);
  });
});

describe("what a file may say of a shape", () => {
  const place = at(0, 0, 4, 30);
  it.each([
    ["corners that meet", [notch("nw", 2, 20), notch("sw", 2, 20)]],
    ["a diagonal that parts it", [notch("nw", 2, 15), notch("se", 2, 15)]],
    ["a head that is all corners", [notch("nw", 2, 5), notch("ne", 2, 5)]],
    ["a corner as wide as the block", [notch("nw", 4, 5)]],
    ["a corner as deep as the block", [notch("nw", 1, 30)]],
    ["half a column", [notch("nw", 0.5, 5)]],
    ["a corner of nothing", [notch("nw", 0, 5)]],
    ["no list", "nw"],
    ["an empty list", []],
    ["no notch", [null]],
    ["a corner nobody knows", [{ corner: "north", columns: 1, lines: 1 }]],
    ["more corners than there are steps", Array.from({ length: 40 }, () => notch("nw", 1, 1))],
  ])("refuses %s", (_, notches) => {
    expect(() => checkPlace({ ...place, notches })).toThrow(RangeError);
  });

  it("lets shapes of one piece in, and none for what is a rectangle", () => {
    const shape = cut(place, notch("nw", 2, 14), notch("se", 2, 15));
    expect(checkPlace(shape)).toEqual(shape);
    expect(() => checkRectangle(shape)).toThrow(RangeError);
    expect(() => picture({ place: shape })).toThrow(RangeError);
    expect(() => page("A1", article({ place: shape }, "标题")).check()).not.toThrow();
  });
});

const anyShape = fc
  .record({
    column: fc.integer({ min: 0, max: 3 }),
    line: fc.integer({ min: 0, max: 20 }),
    columns: fc.integer({ min: 1, max: 5 }),
    lines: fc.integer({ min: 1, max: 30 }),
    notches: fc.array(
      fc.record({
        corner: fc.constantFrom(...corners),
        columns: fc.integer({ min: 1, max: 5 }),
        lines: fc.integer({ min: 1, max: 30 }),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ notches, ...place }) => reshaped(place, notches));

describe("any shape", () => {
  it("is of one piece after being given other measures", () => {
    fc.assert(fc.property(anyShape, (place) => isWhole(place) && checkPlace(place) === place));
  });

  it("overlaps another exactly where they share a cell", () => {
    fc.assert(
      fc.property(anyShape, anyShape, (a, b) => {
        const [x, y] = [cellsOf(a), cellsOf(b)];
        return overlaps(a, b) === [...x].some((cell) => y.has(cell)) && overlaps(a, b) === overlaps(b, a);
      }),
    );
  });

  it("is covered by its rectangles, to the cell", () => {
    fc.assert(
      fc.property(anyShape, (place) => {
        const covered = new Set(rectanglesOf(place).flatMap((rectangle) => [...cellsOf(rectangle)]));
        expect(covered).toEqual(cellsOf(place));
      }),
    );
  });
});

describe("cutting a corner", () => {
  const open = () =>
    edition(
      page("A1", article({ id: "a", place: at(0, 0, 4, 40) }, "早市", p("开张。")), picture({ id: "b" })),
    );
  const placeOf = (e: ReturnType<typeof open>, id: string) =>
    e.pages[0]?.children.find((block) => block.attrs.id === id)?.attrs.place as Place;

  it("is one step, and filling it gives the rectangle back", () => {
    const before = open();
    const changes = run(cutCorner("a", "se", 2, 10), before, newId);
    const after = applyChanges(before, changes);
    expect(placeOf(after, "a")).toEqual(cut(at(0, 0, 4, 40), notch("se", 2, 10)));
    const filled = applyChanges(after, run(cutCorner("a", "se", 0, 0), after, newId));
    expect(placeOf(filled, "a")).toEqual(at(0, 0, 4, 40));
  });

  it("does not apply where the block would fall apart, has no place, or is a picture", () => {
    const e = open();
    expect(run(cutCorner("a", "se", 4, 10), e, newId)).toEqual([]);
    expect(run(cutCorner("b", "se", 1, 1), e, newId)).toEqual([]);
    expect(run(setPlace("b", cut(at(4, 0, 2, 20), notch("nw", 1, 5))), e, newId)).toEqual([]);
  });

  it("leaves steps at the other corners as they are", () => {
    const stepped = cut(at(0, 0, 6, 40), notch("se", 4, 10), notch("se", 2, 20));
    expect(withCorner(stepped, "nw", 1, 5)?.notches).toEqual([
      notch("se", 4, 10),
      notch("se", 2, 20),
      notch("nw", 1, 5),
    ]);
  });

  it("is undone for a picture that changes places with the block", () => {
    const start = applyChanges(open(), run(setPlace("b", at(4, 0, 2, 20)), open(), newId));
    const shape = applyChanges(start, run(cutCorner("a", "se", 2, 10), start, newId));
    const swapped = applyChanges(shape, run(swapBlocks("a", "b"), shape, newId));
    expect(placeOf(swapped, "b")).toEqual(at(0, 0, 4, 40));
    expect(() => swapped.pages[0]?.check()).not.toThrow();
  });
});

describe("a shape given other measures", () => {
  it("keeps its corners where they have room", () => {
    const place = cut(at(0, 0, 4, 30), notch("se", 3, 20));
    expect(reshaped(at(0, 0, 2, 30), place.notches)).toEqual(cut(at(0, 0, 2, 30), notch("se", 1, 20)));
    expect(reshaped(at(0, 0, 1, 30), place.notches)).toEqual(at(0, 0, 1, 30));
    expect(shaped(at(0, 0, 1, 30), place.notches ?? [])).toBeNull();
  });
});

/** Structures alone: plain rectangles stand for blocks, so that what is searched can be seen. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Leaf, Shape } from "../../../../core/compose/plan/leaf.ts";
import { blockOf, type Piece, wheelColumns } from "../../../../core/compose/plan/piece.ts";
import { rearranged } from "../../../../core/compose/plan/rearrange.ts";
import { type Seam, seamsOf, shifted } from "../../../../core/compose/plan/seams.ts";
import { slice } from "../../../../core/compose/plan/slice.ts";
import { wheelsOf } from "../../../../core/compose/plan/wheel.ts";
import { overlaps, type Place } from "../../../../core/edition/place.ts";
import { at } from "../../edition/builders.ts";

/** A block of so many cells at any width up to six columns. */
function block(id: string, rank: number, cells: number): Piece[] {
  return [1, 2, 3, 4, 5, 6].map((columns) => {
    const ideal = Math.round(cells / columns);
    const shape: Shape = {
      leaf: { id, rank, kind: "article", input: null, pictured: false, shapes: [] } as unknown as Leaf,
      columns,
      dress: { direction: "horizontal", box: "none" },
      min: ideal - 4,
      max: ideal + 4,
      most: ideal + 4,
      ideal,
      cost: 0,
      headlineSize: 24,
    };
    return blockOf(shape);
  });
}

/** Places of a piece's blocks, depths by what suits them; the last of a stack takes what is left. */
function drawn(piece: Piece, column: number, line: number, lines: number): { id: string; place: Place }[] {
  if (piece.kind === "block")
    return [{ id: piece.shape.leaf.id, place: at(column, line, piece.columns, lines) }];
  if (piece.kind === "row")
    return [
      ...drawn(piece.left, column, line, lines),
      ...drawn(piece.right, column + piece.left.columns, line, lines),
    ];
  if (piece.kind === "stack")
    return [
      ...drawn(piece.top, column, line, piece.top.ideal),
      ...drawn(piece.bottom, column, line + piece.top.ideal, lines - piece.top.ideal),
    ];
  const { top, side, flank, heart, bottom } = wheelColumns(piece, column);
  const [high, low] = [piece.top.ideal, piece.side.ideal];
  return [
    ...drawn(piece.top, top, line, high),
    ...drawn(piece.side, side, line, low),
    ...drawn(piece.flank, flank, line + high, lines - high),
    ...drawn(piece.heart, heart, line + high, low - high),
    ...drawn(piece.bottom, bottom, line + low, lines - low),
  ];
}

describe("a wheel (风车)", () => {
  // Five blocks that together fill 8 columns of 100 lines.
  const cells = [5 * 30, 3 * 60, 5 * 40, 3 * 70, 2 * 30];
  const items = cells.map((count, i) => block(`b${i + 1}`, i + 1, count));
  const slices = slice(items, { columns: 8, lines: 100, keep: 12, bucket: 6 });
  const wheels = wheelsOf(slices, { columns: 8, lines: 100, lead: 1 })(slices.full, 20);

  it("is found where the blocks make one, and holds every block once", () => {
    expect(wheels.length).toBeGreaterThan(0);
    for (const wheel of wheels) {
      const ids = drawn(wheel, 0, 0, 100).map(({ id }) => id);
      expect([...ids].sort()).toEqual(["b1", "b2", "b3", "b4", "b5"]);
    }
  });

  it("covers the page, no piece over another, and has no straight cut through it", () => {
    for (const wheel of wheels) {
      const places = drawn(wheel, 0, 0, 100).map(({ place }) => place);
      expect(places.some((a, i) => places.slice(i + 1).some((b) => overlaps(a, b)))).toBe(false);
      expect(places.reduce((sum, { columns, lines }) => sum + columns * lines, 0)).toBe(800);
      for (let column = 1; column < 8; column++)
        expect(places.some((p) => p.column < column && column < p.column + p.columns)).toBe(true);
      for (let line = 1; line < 100; line++)
        expect(places.some((p) => p.line < line && line < p.line + p.lines)).toBe(true);
    }
  });

  it("has the lead at the top left", () => {
    for (const wheel of wheels) {
      const lead = drawn(wheel, 0, 0, 100).find(({ id }) => id === "b1")?.place;
      expect([lead?.column, lead?.line]).toEqual([0, 0]);
    }
  });

  it("stays a wheel of the same blocks when its pieces are rearranged", () => {
    for (const wheel of wheels)
      for (const other of rearranged(wheel, 8, 100)) expect(other.kind).toBe("wheel");
  });
});

describe("a seam", () => {
  it("lies between blocks that cover the same columns, and is as narrow as it can be", () => {
    const places = [at(0, 0, 3, 20), at(3, 0, 2, 30), at(0, 20, 3, 30), at(3, 30, 2, 20), at(5, 0, 3, 50)];
    const seams: Seam[] = [
      { above: [0], below: [2] },
      { above: [1], below: [3] },
    ];
    expect(seamsOf(places)).toEqual(seams);
  });

  it("moves with all that meets in it", () => {
    const places = [at(0, 0, 3, 20), at(3, 0, 2, 20), at(0, 20, 5, 30)];
    const [seam] = seamsOf(places);
    if (!seam) throw new Error("no seam");
    expect(shifted(places, seam, 4, 8)).toEqual([at(0, 0, 3, 24), at(3, 0, 2, 24), at(0, 24, 5, 26)]);
    expect(shifted(places, seam, 24, 8)).toBeNull();
  });

  it("never leaves a page with a gap or an overlap", () => {
    const cuts = fc.tuple(
      fc.integer({ min: 10, max: 50 }),
      fc.integer({ min: 10, max: 50 }),
      fc.integer({ min: -3, max: 3 }),
    );
    fc.assert(
      fc.property(cuts, ([a, b, by]) => {
        const places = [
          at(0, 0, 5, a),
          at(5, 0, 3, b),
          at(0, a, 2, 70 - a),
          at(2, a, 3, 70 - a),
          at(5, b, 3, 70 - b),
        ];
        for (const seam of seamsOf(places)) {
          const moved = shifted(places, seam, by, 1) ?? places;
          expect(moved.some((x, i) => moved.slice(i + 1).some((y) => overlaps(x, y)))).toBe(false);
          expect(moved.reduce((sum, { columns, lines }) => sum + columns * lines, 0)).toBe(560);
        }
      }),
      { numRuns: 60 },
    );
  });
});

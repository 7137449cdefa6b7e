/** Plates as the desk shows and reads them. */
import { describe, expect, it } from "vitest";
import type { PagePlates } from "../../../host/contract.ts";
import { picturePlates } from "../../../renderer/plates/picture.ts";
import { inkAt, togglePlate } from "../../../renderer/plates/plates.ts";

/** A sheet of one row at 72 ppi, a pixel to the pt, without bleed unless given; inks in percent. */
function plates(inks: Readonly<Record<string, readonly number[]>>, bleed = 0): PagePlates {
  const [first = []] = Object.values(inks);
  return {
    page: "A1",
    width: first.length,
    height: 1,
    resolution: 72,
    bleed,
    plates: Object.entries(inks).map(([name, row]) => ({
      name,
      ink: Uint8Array.from(row, (ink) => Math.round(ink * 2.55)),
      mean: 0,
    })),
    limit: 220,
    over: [],
    unknown: [],
  };
}

const pixels = (page: PagePlates, shown: Partial<Parameters<typeof picturePlates>[1]> = {}) => {
  const all = picturePlates(page, { hidden: [], total: false, over: false, ...shown });
  return Array.from({ length: page.width }, (_, i) => [...all.subarray(i * 4, i * 4 + 3)]);
};

describe("the picture of plates", () => {
  const page = plates({
    c: [0, 100, 0, 0, 80],
    m: [0, 0, 0, 0, 80],
    y: [0, 0, 100, 0, 80],
    k: [0, 0, 0, 100, 20],
  });

  it("is paper where there is no ink, and the inks over each other where there is", () => {
    const [paper, cyan, yellow, black, all] = pixels(page);
    expect(paper).toEqual([255, 255, 255]);
    expect(cyan?.[0]).toBeLessThan(30);
    expect(yellow?.[2]).toBeLessThan(40);
    expect(Math.max(...(black ?? []))).toBeLessThan(30);
    expect(Math.max(...(all ?? []))).toBeLessThan(100);
  });

  it("of one plate by itself is grey: yellow on white cannot be read", () => {
    const [, , yellow, black] = pixels(page, { hidden: ["c", "m", "k"] });
    expect(yellow).toEqual([0, 0, 0]);
    expect(black).toEqual([255, 255, 255]);
  });

  it("of the total is the darker the more ink there is", () => {
    const greys = pixels(page, { total: true }).map(([light]) => light ?? 0);
    expect(greys[0]).toBe(255);
    expect(greys[1]).toBe(greys[2]);
    expect(greys[4]).toBeLessThan(greys[1] ?? 0);
  });

  it("marks too much ink in red, also where its plates are left out", () => {
    const red = (shown: object) =>
      pixels(page, { over: true, ...shown }).map(([r = 0, g = 0]) => r > 200 && g < 60);
    expect(red({})).toEqual([false, false, false, false, true]);
    expect(red({ hidden: ["c", "m"] })).toEqual([false, false, false, false, true]);
  });
});

describe("ink at a point", () => {
  it("is told by plate, with their total, from the corner of the trim", () => {
    const page = plates({ c: [10, 20, 30], k: [0, 50, 100] }, 1);
    const read = inkAt(page, { x: 0.5, y: -0.5 });
    expect(read?.inks.map(({ name, ink }) => [name, Math.round(ink)])).toEqual([
      ["c", 20],
      ["k", 50],
    ]);
    expect(Math.round(read?.total ?? 0)).toBe(70);
    expect(inkAt(page, { x: 2.5, y: -0.5 })).toBeNull();
    expect(inkAt(page, { x: 0, y: -2 })).toBeNull();
  });
});

it("a plate is switched off, and on again", () => {
  const state = { hidden: ["c"] };
  expect(togglePlate(state, "k")).toEqual({ hidden: ["c", "k"] });
  expect(togglePlate(state, "c")).toEqual({ hidden: [] });
});

/** Sheets as a screen shows them, pixel for pixel. */
import { describe, expect, it } from "vitest";
import type { Ink, PictureItem, SheetItem, Tint } from "../../../core/compose/sheet.ts";
import { screenPixels } from "../../../core/digital/screen.ts";
import { faces, line, sheet } from "../press/sheets.ts";

const whole = { x: 0, y: 0, width: 1, height: 1 };
const tint = (x: number, width: number, ink: Partial<Ink>): Tint => ({
  kind: "tint",
  x,
  y: 0,
  width,
  height: 4,
  ink: { c: 0, m: 0, y: 0, k: 0, ...ink },
});
const placed = (x: number, width: number): PictureItem => ({
  kind: "picture",
  x,
  y: 0,
  width,
  height: 4,
  source: "f".repeat(64),
  crop: whole,
  block: "b",
});

/** A sheet of 8 × 4 pt with bleed, a pixel to the pt; the pixel in column `x` of its first row. */
function row(...items: SheetItem[]) {
  const light = Uint8Array.from({ length: 2 * 4 * 3 }, (_, i) => [200, 40, 10][i % 3] ?? 0);
  const world = { face: faces.face, picture: () => ({ width: 2, height: 4, light }) };
  const pixels = screenPixels(sheet(items, { width: 8, height: 4, bleed: 3 }), world, 8);
  expect([pixels.width, pixels.height]).toEqual([8, 4]);
  return (x: number) => [...pixels.light.subarray(x * 3, x * 3 + 3)];
}

describe("a sheet on a screen", () => {
  it("is the trim, its inks as light, a spot colour as the inks that stand for it", () => {
    const at = row(
      tint(-3, 5, { c: 100 }),
      tint(2, 2, { k: 50 }),
      tint(6, 5, { m: 100, y: 100, spot: "PANTONE 185 C" }),
    );
    expect(at(0)).toEqual([0, 255, 255]);
    expect(at(2).every((part) => Math.abs(part - 127) <= 1)).toBe(true);
    expect(at(4)).toEqual([255, 255, 255]);
    expect(at(7)).toEqual([255, 0, 0]);
  });

  it("keeps a picture's colours, covers what is under it, and is covered by what is over it", () => {
    const at = row(tint(0, 8, { k: 100 }), placed(0, 6), tint(4, 2, { y: 100 }));
    expect(at(1)).toEqual([200, 40, 10]);
    expect(at(4)).toEqual([255, 255, 0]);
    expect(at(7)).toEqual([0, 0, 0]);
  });

  it("prints small black type over a tint", () => {
    const page = sheet([{ ...tint(0, 40, { y: 100 }), height: 40 }, line("报", 10, 30, { size: 12 })], {
      width: 40,
      height: 40,
    });
    const { light } = screenPixels(page, { face: faces.face, picture: () => null }, 80);
    const blue = light.filter((_, i) => i % 3 === 2);
    expect(Math.max(...blue)).toBe(0);
    expect(Math.min(...light.filter((_, i) => i % 3 === 0))).toBeLessThan(40);
  });
});

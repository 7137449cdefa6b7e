/** Plates worked out from sheets, judged by hand where it can be reckoned and by Ghostscript's where it cannot. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { planEdition } from "../../../core/compose/plan/plan.ts";
import type { Sheet, Tint } from "../../../core/compose/sheet.ts";
import { applyChanges } from "../../../core/edition/change.ts";
import { maskOf } from "../../../core/press/coverage.ts";
import { exportPdf } from "../../../core/press/export.ts";
import { meanInk, overLimit, plateNames, separate, totalInk } from "../../../core/press/separations.ts";
import { platesOf } from "../../../host/press/plates.ts";
import { pressWorld } from "../../../host/press/world.ts";
import { makePdf } from "../../../host/work/export.ts";
import { newId } from "../../../host/work/ids.ts";
import { readSample } from "../../../host/work/sample.ts";
import { composeSheets, machineFaces } from "../../../host/work/sheets.ts";
import { tool } from "../../system-tools.ts";
import { faces, line, programs, request, rule, sheet } from "./sheets.ts";

const gs = tool("gs");
const folder = mkdtempSync(join(tmpdir(), "plates-"));
afterAll(() => rmSync(folder, { recursive: true }));

const world = { face: faces.face, picture: () => null };
const tint = (x: number, y: number, width: number, height: number, ink: Partial<Tint["ink"]>): Tint => ({
  kind: "tint",
  x,
  y,
  width,
  height,
  ink: { c: 0, m: 0, y: 0, k: 0, ...ink },
});
/** A sheet without bleed, 72 × 72 pt: one pixel to the pt at 72 ppi. */
const square = (...items: Sheet["items"]) => sheet(items, { width: 72, height: 72, bleed: 0 });
const at72 = (...items: Sheet["items"]) => separate(square(...items), world, { resolution: 72 });

describe("coverage", () => {
  it("is the area of what is covered, wherever it lies", () => {
    const coordinate = fc.double({ min: 0, max: 30, noNaN: true });
    const triangle = fc.array(coordinate, { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(triangle, (points) => {
        const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0] = points;
        const area = Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
        const covered = maskOf([points])?.alpha.reduce((sum, alpha) => sum + alpha, 0) ?? 0;
        expect(covered).toBeCloseTo(area, 2);
      }),
      { numRuns: 100 },
    );
  });

  it("leaves out what an inner contour cuts out", () => {
    const outer = [0, 0, 10, 0, 10, 10, 0, 10];
    const inner = [2.5, 2.5, 2.5, 7.5, 7.5, 7.5, 7.5, 2.5];
    expect(maskOf([outer, inner])?.alpha.reduce((sum, alpha) => sum + alpha, 0)).toBeCloseTo(75, 3);
  });
});

describe("plates", () => {
  it("carry each ink of a tint, and nothing of what it covers", () => {
    const mean = meanInk(at72(tint(0, 0, 72, 72, { c: 100 }), tint(0, 0, 36, 72, { m: 40, k: 20 })));
    expect(mean.c).toBeCloseTo(50, 0);
    expect(mean.m).toBeCloseTo(20, 0);
    expect(mean.k).toBeCloseTo(10, 0);
  });

  it("weigh small type alike at every resolution, however its strokes overlap", () => {
    const words = line("今夜付印，核对数字", 2, 40, { size: 7 });
    const at = (resolution: number) => meanInk(separate(square(words), world, { resolution })).k;
    const fine = at(1200);
    for (const resolution of [72, 100, 150, 300])
      expect(Math.abs(at(resolution) / fine - 1)).toBeLessThan(0.01);
  });

  it("weigh a hairline as thin as it is", () => {
    expect(meanInk(at72(rule(0, 36, 72, 36, { width: 0.36 }))).k).toBeCloseTo(0.5, 1);
    const dashed = rule(0, 36, 72, 36, { width: 7.2, dash: [3, 1] });
    expect(meanInk(at72(dashed)).k).toBeCloseTo(7.5, 1);
  });

  it("keep the tint under small black text, and clear it under large", () => {
    const ground = tint(0, 0, 72, 72, { y: 50 });
    const under = (size: number) => meanInk(at72(ground, line("报", 10, 50, { size }))).y;
    expect(under(12)).toBeCloseTo(50, 0);
    expect(under(36)).toBeLessThan(49);
  });

  it("tell where the ink is over the limit, in pt on the sheet", () => {
    const plates = at72(tint(20, 30, 12, 6, { c: 90, m: 80, y: 70, k: 10 }), tint(50, 50, 9, 9, { c: 100 }));
    expect(Math.max(...totalInk(plates))).toBe(250);
    const [area, ...others] = overLimit(plates, 240);
    expect(others).toEqual([]);
    expect(area?.peak).toBe(250);
    expect(area?.x).toBeLessThanOrEqual(20);
    expect((area?.x ?? 0) + (area?.width ?? 0)).toBeGreaterThanOrEqual(32);
    expect(overLimit(plates, 250)).toEqual([]);
  });
});

/**
 * Mean ink of each plate of the first page, in percent, as Ghostscript separates it. It inks every pixel that a shape
 * touches, so `resolution` (ppi) is to be fine where much of the ink is in small type.
 */
async function separated(pdf: Uint8Array, resolution: number): Promise<Record<string, number>> {
  writeFileSync(join(folder, "page.pdf"), pdf);
  const out = join(folder, "plate.tif");
  const size = [`-r${resolution}`, "-dDownScaleFactor=8"];
  const device = ["-sDEVICE=tiffsep", ...size, "-dLastPage=1", `-sOutputFile=${out}`];
  expect(gs.run("-q", "-dNOPAUSE", "-dBATCH", ...device, join(folder, "page.pdf")).status).toBe(0);
  const means: Record<string, number> = {};
  for (const [name, plate] of Object.entries({ c: "Cyan", m: "Magenta", y: "Yellow", k: "Black" })) {
    const { channels } = await sharp(readFileSync(join(folder, `plate(${plate}).tif`))).stats();
    means[name] = 100 - (channels[0]?.mean ?? 0) / 2.55;
  }
  return means;
}

describe.skipIf(gs.missing)("plates beside Ghostscript's", () => {
  it("agree within one percent of their ink on every kind of thing a sheet has", async () => {
    const page = sheet([
      tint(20, 20, 200, 100, { c: 20, y: 35 }),
      line("今夜付印，核对数字", 30, 60, { size: 11 }),
      line("大样", 30, 180, { size: 72, face: "brush", stretch: 0.9, ink: { c: 0, m: 90, y: 80, k: 0 } }),
      line("竖排（一）的标题——", 260, 40, { size: 24, vertical: true, face: "hei-bold" }),
      rule(20, 300, 280, 300, { width: 2, dash: [6, 3], ink: { c: 60, m: 0, y: 0, k: 0 } }),
      rule(20, 320, 280, 380, { width: 1.5 }),
    ]);
    const own = meanInk(separate(page, world));
    const other = await separated(exportPdf([page], pressWorld({ program: programs }), request), 2400);
    for (const name of plateNames) {
      expect(other[name]).toBeGreaterThan(0.05);
      expect(Math.abs(own[name] / (other[name] ?? 0) - 1)).toBeLessThan(0.01);
    }
  });

  it("agree within one percent of their ink on the sample's first page, picture and all", async () => {
    const { edition: unplanned, pictures } = await readSample();
    const { changes } = planEdition(unplanned, machineFaces(), { newId });
    const edition = applyChanges(unplanned, changes);
    const [first] = composeSheets(edition);
    if (!first) throw new Error("the sample has no page");
    const picture = (digest: string) => pictures.find((p) => p.digest === digest)?.bytes ?? null;
    const order = { edition, picture } as const;
    const own = meanInk(await platesOf({ ...order, sheet: first, faces: machineFaces() }));
    const created = "2020-02-18T01:00:00+08:00";
    const pdf = await makePdf({ ...order, sheets: [first], standard: "x4", marks: false, created });
    const other = await separated(pdf, 800);
    for (const name of plateNames) {
      expect(other[name]).toBeGreaterThan(0.05);
      expect(Math.abs(own[name] / (other[name] ?? 0) - 1)).toBeLessThan(0.01);
    }
  }, 60_000);
});

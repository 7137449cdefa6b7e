/** A masthead in a spot colour: a plate of its own in the file, in our separations and in Ghostscript's. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { composeEdition } from "../../../core/compose/compose.ts";
import type { Ink, Sheet } from "../../../core/compose/sheet.ts";
import { admitStyle } from "../../../core/edition/admit.ts";
import { broadsheet } from "../../../core/edition/style.ts";
import { exportPdf } from "../../../core/press/export.ts";
import { preflight } from "../../../core/press/preflight/preflight.ts";
import { meanInk, meanOfPlate, separate, totalInk } from "../../../core/press/separations.ts";
import { pressWorld } from "../../../host/press/world.ts";
import { readLaidOutSample } from "../../../host/work/sample.ts";
import { machineFaces } from "../../../host/work/sheets.ts";
import { tool } from "../../system-tools.ts";
import { faces, line, programs, request, rule, setText, sheet } from "./sheets.ts";

const gs = tool("gs");
const folder = mkdtempSync(join(tmpdir(), "spots-"));
afterAll(() => rmSync(folder, { recursive: true }));

const RED: Ink = { c: 0, m: 100, y: 80, k: 5, spot: "PANTONE 186 C" };
const world = pressWorld({ program: programs });
const nameplate = line("晨报", 20, 120, { face: "brush", size: 60, ink: RED });
const page = sheet([
  { kind: "tint", x: 10, y: 60, width: 150, height: 80, ink: { c: 0, m: 0, y: 20, k: 0 } },
  nameplate,
  line("黑字压在红字上，不挖空。", 20, 100),
  rule(20, 110, 120, 110),
]);

describe.each(["x4", "x1a"] as const)("%s", (standard) => {
  it("passes preflight, with the plate on the slug's marks too", async () => {
    const bytes = exportPdf([page, page], world, { ...request, standard, marks: true, setText });
    expect((await preflight(bytes)).problems).toEqual([]);
    expect(Buffer.from(bytes).toString("latin1")).toContain("/Separation /PANTONE#20186#20C /DeviceCMYK");
  });

  it.skipIf(gs.missing)("prints the name from its own plate, as our separations say", async () => {
    const path = join(folder, `${standard}.pdf`);
    writeFileSync(path, exportPdf([page], world, { ...request, standard }));
    const resolution = 100;
    gs.run(
      "-q",
      "-dSAFER",
      "-dNOPAUSE",
      "-dBATCH",
      "-sDEVICE=tiffsep",
      `-r${resolution}`,
      `-o${path}.tif`,
      path,
    );
    const ours = separate(page, { face: faces.face, picture: () => null }, { resolution });
    const wanted = { ...meanInk(ours), spot: meanOfPlate(ours.spots[0]?.plate ?? new Uint8Array()) };
    expect(ours.spots.map(({ name }) => name)).toEqual(["PANTONE 186 C"]);
    const theirs = {
      Cyan: wanted.c,
      Magenta: wanted.m,
      Yellow: wanted.y,
      Black: wanted.k,
      "PANTONE 186 C": wanted.spot,
    };
    for (const [plate, mean] of Object.entries(theirs)) {
      const file = readdirSync(folder).find(
        (name) => name.startsWith(`${standard}.pdf`) && name.includes(`(${plate})`),
      );
      const { channels } = await sharp(join(folder, file ?? "")).stats();
      expect(Math.abs(100 - ((channels[0]?.mean ?? 0) / 255) * 100 - mean), plate).toBeLessThan(1);
    }
    expect(wanted.spot).toBeGreaterThan(1);
    expect(wanted.m).toBe(0);
  });
});

describe("the slug", () => {
  it.skipIf(gs.missing)("names the spot colour on its own plate, and on no other", async () => {
    const bytes = exportPdf([page], world, { ...request, marks: true, setText });
    const path = join(folder, "slug.pdf");
    writeFileSync(path, bytes);
    gs.run("-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", "-r100", `-o${path}.tif`, path);
    const plate = async (name: string) => {
      const file = readdirSync(folder).find((one) => one.startsWith("slug.pdf") && one.includes(`(${name})`));
      const { data, info } = await sharp(join(folder, file ?? ""))
        .raw()
        .toBuffer({ resolveWithObject: true });
      // The slug line's strip under the page, right of the trim mark and left of the registration mark.
      const ink = (from: number, to: number) => {
        let most = 0;
        for (let y = Math.round((465 - 21) * (100 / 72)); y < Math.round((465 - 13) * (100 / 72)); y++)
          for (let x = Math.round(from * (100 / 72)); x < to * (100 / 72); x++)
            most = Math.max(most, 255 - (data[(y * info.width + x) * info.channels] ?? 255));
        return most;
      };
      return ink;
    };
    const [spot, cyan] = [await plate("PANTONE 186 C"), await plate("Cyan")];
    const [start, size] = [32.5 + 14, 4];
    expect(spot(start + 8 * size, start + 18 * size)).toBeGreaterThan(100);
    expect(cyan(start, start + 1.5 * size)).toBeGreaterThan(60);
    expect(cyan(start + 9 * size, start + 18 * size)).toBe(0);
  });
});

describe("plates", () => {
  it("count the spot colour into the total, and are knocked out by what covers it", () => {
    const cover = {
      kind: "tint",
      x: 0,
      y: 0,
      width: 72,
      height: 72,
      ink: { c: 50, m: 0, y: 0, k: 0 },
    } as const;
    const spot = { ...cover, width: 36, ink: RED };
    const at = (items: Sheet["items"]) =>
      separate(
        sheet(items, { width: 72, height: 72, bleed: 0 }),
        { face: faces.face, picture: () => null },
        { resolution: 72 },
      );
    const over = at([cover, spot]);
    expect([totalInk(over)[0], totalInk(over)[50]]).toEqual([100, 50]);
    expect(meanOfPlate(at([spot, cover]).spots[0]?.plate ?? new Uint8Array([9]))).toBe(0);
  });
});

describe("the house style", () => {
  it("gives the paper's name its ink, and nothing else", async () => {
    const { edition } = await readLaidOutSample();
    const masthead = { spot: "大红", c: 0, m: 100, y: 100, k: 0 };
    const style = { ...edition.style, press: { ...edition.style.press, masthead } };
    const runs = composeEdition({ ...edition, style }, machineFaces())
      .flatMap(({ items }) => items)
      .filter((item) => item.kind === "glyphs");
    const coloured = runs.filter(({ ink }) => ink.spot === "大红");
    expect(coloured.flatMap(({ texts }) => texts).join("")).toBe(edition.facts.paper);
    expect(runs.filter(({ ink }) => ink.m > 0)).toEqual(coloured);
  });

  it.each(["Cyan", "All", "none", "k", " 大红"])("knows no spot colour %j", (spot) => {
    const press = { ...broadsheet.press, masthead: { ...broadsheet.press.masthead, spot } };
    expect(() => admitStyle({ ...broadsheet, press })).toThrow(RangeError);
  });

  it("of an old file prints the name in black", () => {
    const { masthead: _, ...press } = broadsheet.press;
    expect(admitStyle({ ...broadsheet, press }).press.masthead).toEqual({
      spot: "",
      c: 0,
      m: 0,
      y: 0,
      k: 100,
    });
  });
});

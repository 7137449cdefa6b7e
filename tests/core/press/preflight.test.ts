/** Every check of preflight against a file broken in the one way it is there for (broken.ts), and what it says of it. */
import { describe, expect, it } from "vitest";
import { areas, word } from "../../../core/catalogue/catalogue.ts";
import { exportPdf } from "../../../core/press/export.ts";
import { type PreflightOptions, preflight } from "../../../core/press/preflight/preflight.ts";
import { decodeCmykJpeg } from "../../../host/pictures/jpeg.ts";
import { pressWorld } from "../../../host/press/world.ts";
import { broken, checks, place, samples } from "./broken.ts";
import { line, programs, request, sheet } from "./sheets.ts";
import { spoil } from "./spoil.ts";

describe("a file of ours with", () => {
  it.each(broken.map((c) => [`${c[0]}: ${c[1]}`, ...c] as const))(
    "%s",
    async (_, check, what, change, standard) => {
      const kind = standard === "x1a" ? "x1a" : "x4";
      const report = await preflight(await spoil(change, kind));
      expect(checks(report), what).toEqual([check]);
    },
  );

  it("nothing broken passes", async () => {
    for (const standard of ["x4", "x1a"] as const) {
      const report = await preflight(await spoil(() => {}, standard));
      expect(report.problems).toEqual([]);
    }
  });

  it("objects packed into streams fails as PDF/X-1a", async () => {
    const report = await preflight(await spoil(() => {}, "x1a", true));
    expect(checks(report)).toEqual(["header"]);
  });

  it("a password says so, and nothing it cannot know", async () => {
    const bytes = await spoil((f) => {
      f.context.trailerInfo.Encrypt = f.add({ Filter: "Standard", V: 1, R: 2 });
    });
    expect((await preflight(bytes)).problems.map((p) => p.message.key)).toEqual([
      "preflight.trailer.encrypted",
    ]);
  });
});

describe("a JPEG's ink", () => {
  it("is measured by the host's decoder, whichever way its samples run", async () => {
    const { default: sharp } = await import("sharp");
    const { cmykTiff } = await import("../../../host/pictures/tiff.ts");
    const heavy = { width: 100, height: 100, data: samples(10000, 220, 220, 220, 220) };
    const jpeg = await sharp(cmykTiff(heavy))
      .pipelineColourspace("cmyk")
      .toColourspace("cmyk")
      .jpeg({ quality: 95 })
      .toBuffer();
    const dict = { Width: 100, Height: 100, Filter: "DCTDecode" };
    const turned = await spoil((f) => place(f, 30, { ...dict, Decode: [1, 0, 1, 0, 1, 0, 1, 0] }, jpeg));
    const straight = await spoil((f) => place(f, 30, dict, jpeg));
    const ask = async (bytes: Uint8Array, options: PreflightOptions) =>
      checks(await preflight(bytes, options));
    expect(await ask(turned, { decodeJpeg: decodeCmykJpeg })).toEqual(["ink"]);
    expect(await ask(straight, { decodeJpeg: decodeCmykJpeg })).toEqual([]);
    expect(await ask(turned, {})).toEqual([]);
  });
});

describe("a problem", () => {
  it("has its place on the sheet, its worst case in front, and words in both languages", async () => {
    const report = await preflight(
      await spoil((f) => f.paint("1 1 0.5 0 k 58.5 88.5 20 30 re f 1 1 1 0 k 108.5 88.5 20 30 re f")),
    );
    expect(report.problems).toHaveLength(1);
    const [problem] = report.problems;
    expect(problem).toMatchObject({
      severity: "error",
      page: 1,
      message: { key: "preflight.ink.over", values: { percent: 300, limit: 240, count: 2 } },
      place: { x: 100, y: 290, width: 20, height: 30 },
    });
    expect(problem?.places).toHaveLength(2);
  });

  it("is worded for every case above", async () => {
    for (const [, , change, standard] of broken) {
      const report = await preflight(await spoil(change, standard === "x1a" ? "x1a" : "x4"));
      for (const { message, advice } of report.problems) {
        for (const locale of ["zh", "en"] as const) {
          expect(word(locale, message.key, message.values)).not.toMatch(/[{}]|undefined/);
          expect(word(locale, advice)).not.toBe("");
        }
      }
    }
  });

  it("is planted for everything that preflight can say", async () => {
    const said = new Set<string>();
    for (const [, , change, standard] of broken) {
      const { problems } = await preflight(await spoil(change, standard === "x1a" ? "x1a" : "x4"));
      for (const { message } of problems) said.add(message.key);
    }
    const codes = Object.keys(areas.preflight).filter((key) => /^preflight\.[a-z]+\.[a-z0-9-]+$/.test(key));
    // Packed objects and passwords are planted in tests of their own.
    const apart = ["preflight.header.packed", "preflight.trailer.encrypted"];
    expect(codes.filter((key) => !said.has(key))).toEqual(apart);
  });

  it("of what a page paints names the page, and of a mark its place, on whichever page it is", async () => {
    const painted = ["colour", "ink", "resolution", "lines", "text", "overprint"];
    for (const [check, what, change, standard] of broken) {
      if (!painted.includes(check)) continue;
      const kind = standard === "x1a" ? "x1a" : "x4";
      const { problems } = await preflight(await spoil(change, kind));
      for (const { page, place } of problems) {
        expect(page, what).toBe(1);
        expect(place && place.x >= -10 && place.y >= -10 && place.x < 310 && place.y < 410, what).toBe(true);
      }
    }
    const second = [
      sheet([line("正文", 40, 40)]),
      sheet([{ ...line("色字", 40, 40), ink: { c: 0, m: 100, y: 100, k: 0 } }]),
    ];
    const { problems } = await preflight(exportPdf(second, pressWorld({ program: programs }), request));
    expect(problems.map(({ check, page, place }) => [check, page, place?.x])).toEqual([["text", 2, 40]]);
  });

  it("goes away with the limit that a printer sets otherwise", async () => {
    const bytes = await spoil((f) => f.paint("1 1 0.5 0 k 60 60 40 40 re f"));
    expect(checks(await preflight(bytes, { inkWarning: 280, inkError: 300 }))).toEqual([]);
  });

  it("outside the bleed is none: marks there are the printer's own", async () => {
    const world = pressWorld({ program: programs });
    const marked = exportPdf([sheet([line("正文", 40, 40)])], world, { ...request, marks: true });
    expect((await preflight(marked)).problems).toEqual([]);
  });
});

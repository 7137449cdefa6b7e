/** Advertisements as PDF on our pages: as they are, where they belong, judged before they are placed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PDFDict, PDFDocument, PDFName, PDFString, rgb } from "pdf-lib";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import type { PictureItem, Sheet } from "../../../core/compose/sheet.ts";
import { exportPdf } from "../../../core/press/export.ts";
import { openPlaced } from "../../../core/press/placed.ts";
import { preflight } from "../../../core/press/preflight/preflight.ts";
import { separate } from "../../../core/press/separations.ts";
import { preparePages } from "../../../host/pictures/adverts.ts";
import { keptFacts } from "../../../host/pictures/facts.ts";
import { rasterPdf } from "../../../host/pictures/pdf.ts";
import { preparePictures } from "../../../host/pictures/placed.ts";
import { loadProfile } from "../../../host/press/profile.ts";
import { pressWorld } from "../../../host/press/world.ts";
import { tool } from "../../system-tools.ts";
import { faces, line, programs, request, rule, setText, sheet } from "./sheets.ts";

const [gs, qpdf, pdftotext] = [tool("gs"), tool("qpdf"), tool("pdftotext")];
const folder = mkdtempSync(join(tmpdir(), "placed-"));
afterAll(() => rmSync(folder, { recursive: true }));

const bare = pressWorld({ program: programs });
/** A sound advertisement, 120 × 60 pt: cyan at the left, magenta at the right, a line of text, a rule at the foot. */
const cyan = { kind: "tint", x: 0, y: 0, width: 60, height: 60, ink: { c: 100, m: 0, y: 0, k: 0 } } as const;
const advertSheet = sheet(
  [
    cyan,
    { ...cyan, x: 60, ink: { c: 0, m: 100, y: 0, k: 0 } },
    line("清仓三天", 8, 20),
    rule(0, 59, 120, 59),
  ],
  { width: 120, height: 60, bleed: 6 },
);
const sound = exportPdf([advertSheet], bare, { ...request, marks: true, setText });

/** The sound one, changed by pdf-lib. */
async function changed(change: (doc: PDFDocument) => void | Promise<void>): Promise<Uint8Array> {
  const doc = await PDFDocument.load(sound, { updateMetadata: false });
  await change(doc);
  return doc.save({ useObjectStreams: false });
}

const frame: PictureItem = {
  kind: "picture",
  x: 30,
  y: 40,
  width: 240,
  height: 120,
  source: "advert",
  crop: { x: 0, y: 0, width: 1, height: 1 },
  block: "b7",
};
async function placing(
  advert: Uint8Array,
  { standard = "x4" as "x4" | "x1a", errors = "refuse" as "refuse" | "accept", item = frame } = {},
): Promise<Uint8Array> {
  const page: Sheet = sheet([line("版面自己的文字", 20, 20), item]);
  const pages = await preparePages([page], () => advert, { standard, errors, locale: "en" });
  return exportPdf([page], pressWorld({ program: programs, page: pages }), { ...request, standard });
}

/** Ink of each plate at points of the page, in percent, as Ghostscript separates it at 72 ppi. */
async function inkAt(bytes: Uint8Array, points: readonly (readonly [number, number])[]) {
  const path = join(folder, "page.pdf");
  writeFileSync(path, bytes);
  gs.run("-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiff32nc", "-r72", `-o${path}.tif`, path);
  const { data, info } = await sharp(readFileSync(`${path}.tif`))
    .pipelineColourspace("cmyk")
    .toColourspace("cmyk")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return points.map(([x, y]) => {
    const at = (Math.round(y + 8.5) * info.width + Math.round(x + 8.5)) * info.channels;
    return [...data.subarray(at, at + 4)].map((ink) => Math.round((ink / 255) * 100));
  });
}

describe.each(["x4", "x1a"] as const)("a sound advertisement in %s", (standard) => {
  it("leaves the page sound to preflight and qpdf", async () => {
    const bytes = await placing(sound, { standard });
    expect((await preflight(bytes)).problems).toEqual([]);
    writeFileSync(join(folder, "q.pdf"), bytes);
    if (!qpdf.missing) expect(qpdf.run("--check", join(folder, "q.pdf")).status).toBe(0);
  });

  it.skipIf(pdftotext.missing)("keeps its text", async () => {
    writeFileSync(join(folder, "t.pdf"), await placing(sound, { standard }));
    const { stdout } = pdftotext.run("-raw", join(folder, "t.pdf"), "-");
    expect(stdout.split("\n").slice(0, 2)).toEqual(["版面自己的文字", "清仓三天"]);
  });
});

describe("the page of an advertisement", () => {
  it.skipIf(gs.missing)("fills its frame by its trim, in the inks it was made in", async () => {
    const [left, right, outside] = await inkAt(await placing(sound), [
      [50, 100],
      [250, 100],
      [20, 100],
    ]);
    expect(left).toEqual([100, 0, 0, 0]);
    expect(right).toEqual([0, 100, 0, 0]);
    expect(outside).toEqual([0, 0, 0, 0]);
  });

  it.skipIf(gs.missing)("is cropped as a picture is", async () => {
    const item = { ...frame, crop: { x: 0.5, y: 0, width: 0.5, height: 1 } };
    const [left, right] = await inkAt(await placing(sound, { item }), [
      [40, 100],
      [260, 100],
    ]);
    expect([left, right]).toEqual([
      [0, 100, 0, 0],
      [0, 100, 0, 0],
    ]);
  });

  it.skipIf(gs.missing).each([
    [90, "top"],
    [180, "right"],
    [270, "foot"],
  ])("stands as it is read when it says to be turned by %i°", async (angle, cyanAt) => {
    const turned = await changed(
      (doc) => void doc.getPage(0).node.set(PDFName.of("Rotate"), doc.context.obj(angle)),
    );
    const { width, height } = await openPlaced(turned);
    expect([width, height]).toEqual(angle === 180 ? [120, 60] : [60, 120]);
    const item = { ...frame, x: 30, y: 40, width: 2 * width, height: 2 * height };
    const spot = {
      top: [30 + width, 60],
      right: [30 + 2 * width - 20, 100],
      foot: [30 + width, 40 + 2 * height - 20],
    }[cyanAt] as [number, number];
    expect(await inkAt(await placing(turned, { item }), [spot])).toEqual([[100, 0, 0, 0]]);
  });

  it.skipIf(gs.missing)("finds what it draws with, whatever bytes it calls it by", async () => {
    const named = await changed((doc) => {
      const page = doc.getPage(0).node;
      const inks = doc.context.obj([
        "Separation",
        "Black",
        "DeviceGray",
        { FunctionType: 2, Domain: [0, 1], C0: [1], C1: [0], N: 1 },
      ]);
      const spaces = doc.context.obj({}) as PDFDict;
      spaces.set(PDFName.of("#D7#A8#C9#AB"), inks);
      page.Resources()?.set(PDFName.of("ColorSpace"), spaces);
      page.addContentStream(
        doc.context.register(
          doc.context.stream(
            Uint8Array.from(Buffer.from("\n/\xd7\xa8\xc9\xab cs 1 scn 40 40 400 400 re f\n", "latin1")),
          ),
        ),
      );
    });
    expect(await inkAt(await placing(named), [[50, 100]])).toEqual([[0, 0, 0, 100]]);
  });

  it("is kept once, however often it is placed", async () => {
    const page = sheet([frame, { ...frame, y: 200 }]);
    const pages = await preparePages([page], () => sound, { standard: "x4", errors: "refuse", locale: "zh" });
    const bytes = exportPdf([page], pressWorld({ program: programs, page: pages }), request);
    expect(
      Buffer.from(bytes)
        .toString("latin1")
        .match(/\/Subtype \/Form/g),
    ).toHaveLength(1);
  });

  it("says how large it is, and is painted for the screen cut to its trim", async () => {
    expect(await keptFacts(sound)).toEqual({ media: "application/pdf", width: 1200, height: 600 });
    const png = sharp(await rasterPdf(sound, 240));
    const { width, height } = await png.metadata();
    expect([width, height]).toEqual([240, 120]);
    const { data, info } = await png.raw().toBuffer({ resolveWithObject: true });
    const pixel = (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * info.channels).subarray(0, 3),
    ];
    const [r = 0, , b = 0] = pixel(20, 90);
    expect(b - r).toBeGreaterThan(80);
    const [red = 0, green = 0] = pixel(220, 90);
    expect(red - green).toBeGreaterThan(80);
  });

  it("is no picture to those who prepare pictures", async () => {
    const order = { resolution: 200, profile: loadProfile(), colour: "cmyk" } as const;
    expect((await preparePictures([sheet([frame])], () => sound, order)).prepared).toEqual([]);
  });
});

describe("an advertisement with faults", () => {
  const inRgb = () =>
    changed((doc) =>
      doc.getPage(0).drawRectangle({ x: 40, y: 40, width: 50, height: 20, color: rgb(1, 0, 0) }),
    );
  const transparent = () =>
    changed((doc) => doc.getPage(0).drawRectangle({ x: 40, y: 40, width: 50, height: 20, opacity: 0.5 }));

  it("is refused, told with page, block, what is wrong and what to do", async () => {
    await expect(placing(await inRgb())).rejects.toMatchObject({
      key: "placed.preflight",
      values: { page: "A1", block: "b7", count: 1, first: expect.stringContaining("RGB") },
    });
  });

  it("is placed all the same where the desk says so, and the page's preflight tells", async () => {
    const report = await preflight(await placing(await inRgb(), { errors: "accept" }));
    expect(report.problems.map(({ check }) => check)).toEqual(["colour"]);
    const { x = 0, y = 0 } = report.problems[0]?.place ?? {};
    expect(x).toBeGreaterThan(30);
    expect(y).toBeGreaterThan(40);
  });

  it("may blend in PDF/X-4, where the page then says in which inks, but not in PDF/X-1a", async () => {
    const bytes = await placing(await transparent(), { errors: "accept" });
    expect(Buffer.from(bytes).toString("latin1")).toMatch(
      /\/Group <<\s*\/Type \/Group\s+\/S \/Transparency\s+\/CS \/DeviceCMYK\s*>>/,
    );
    await expect(placing(await transparent(), { standard: "x1a" })).rejects.toMatchObject({
      key: "placed.preflight",
    });
  });

  it.each([
    [
      "a layer that is switched off",
      () =>
        changed((doc) => {
          const layer = doc.context.register(doc.context.obj({ Type: "OCG", Name: PDFString.of("草稿") }));
          doc.catalog.set(
            PDFName.of("OCProperties"),
            doc.context.obj({ OCGs: [layer], D: { Order: [layer], OFF: [layer] } }),
          );
        }),
      "placed.layers",
    ],
    ["two pages", () => changed((doc) => void doc.addPage()), "placed.pages"],
    ["half a file", async () => sound.subarray(0, sound.length / 2), "preflight.truncated"],
    ["no page at all", async () => new TextEncoder().encode("%PDF-1.4\n%%EOF\n"), "preflight.damaged"],
    [
      "a content stream that does not unpack",
      () =>
        changed((doc) =>
          doc
            .getPage(0)
            .node.set(
              PDFName.of("Contents"),
              doc.context.register(doc.context.stream("no zlib", { Filter: "FlateDecode" })),
            ),
        ),
      "placed.unread",
    ],
  ])("is refused: %s", async (_, make, key) => {
    await expect(placing(await make())).rejects.toMatchObject({ key, values: { page: "A1", block: "b7" } });
  });
});

describe("the plates of a page with an advertisement", () => {
  it("leave its place empty, and say that its inks are not known here", () => {
    const page = sheet([line("版面自己的文字", 20, 20), frame]);
    const made = separate(
      page,
      { face: faces.face, picture: () => null, isPage: () => true },
      { resolution: 36 },
    );
    expect(made.unknown).toEqual([{ x: 30, y: 40, width: 240, height: 120 }]);
    const without = separate(
      sheet([line("版面自己的文字", 20, 20)]),
      { face: faces.face, picture: () => null },
      { resolution: 36 },
    );
    expect(made.k).toEqual(without.k);
  });
});

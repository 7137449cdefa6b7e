/** Every check of preflight against a file broken in the one way it is there for, and in no other. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { PDFHeader, PDFHexString, type PDFRawStream, PDFString } from "pdf-lib";
import { afterAll, describe, expect, it } from "vitest";
import { areas, word } from "../../../core/catalogue/catalogue.ts";
import { exportPdf } from "../../../core/press/export.ts";
import type { PressStandard } from "../../../core/press/options.ts";
import { type PreflightOptions, preflight } from "../../../core/press/preflight/preflight.ts";
import type { PreflightReport } from "../../../core/press/preflight/report.ts";
import { decodeCmykJpeg } from "../../../host/pictures/jpeg.ts";
import { pressWorld } from "../../../host/press/world.ts";
import { tool } from "../../system-tools.ts";
import { line, programs, request, sheet } from "./sheets.ts";
import { name, type Patient, spoil } from "./spoil.ts";

const image = { Type: "XObject", Subtype: "Image", BitsPerComponent: 8, ColorSpace: "DeviceCMYK" };
const samples = (pixels: number, ...inks: number[]) =>
  new Uint8Array(pixels * inks.length).map((_, i) => inks[i % inks.length] ?? 0);

/** Places picture `Q` of `width` by `height` pixels on a square of `points`. */
const place = (file: Patient, points: number, dict: object, data: Uint8Array) =>
  file.paint(`q ${points} 0 0 ${points} 60 80 cm /Q Do Q`, {
    XObject: { Q: file.stream(data, { ...image, ...dict }) },
  });

type Case = [check: string, what: string, change: (file: Patient) => void, standard?: PressStandard];

const broken: Case[] = [
  [
    "header",
    "a newer version",
    (f) => {
      f.context.header = PDFHeader.forVersion(1, 7);
    },
  ],
  ["header", "a newer version in the catalogue", (f) => f.catalog.set(name("Version"), name("1.7"))],
  [
    "header",
    "a newer version than PDF/X-1a's",
    (f) => {
      f.context.header = PDFHeader.forVersion(1, 6);
    },
    "x1a",
  ],
  ["trailer", "no identifier", (f) => delete f.context.trailerInfo.ID],
  [
    "claim",
    "no claim at all",
    (f) => {
      f.info.delete(name("GTS_PDFXVersion"));
      f.xmp = f.xmp.replace(/<pdfxid:GTS_PDFXVersion>.*<\/pdfxid:GTS_PDFXVersion>/, "");
    },
  ],
  [
    "claim",
    "a claim in Info alone",
    (f) => {
      f.xmp = f.xmp.replace(/<pdfxid:GTS_PDFXVersion>.*<\/pdfxid:GTS_PDFXVersion>/, "");
    },
  ],
  [
    "claim",
    "another standard",
    (f) => {
      f.info.delete(name("GTS_PDFXVersion"));
      f.xmp = f.xmp.replace(">PDF/X-4<", ">PDF/X-3:2003<");
    },
  ],
  ["claim", "a claim in XMP alone", (f) => f.info.delete(name("GTS_PDFXVersion")), "x1a"],
  ["claim", "two claims", (f) => f.info.set(name("GTS_PDFXVersion"), PDFString.of("PDF/X-1a:2003"))],
  ["info", "no title", (f) => f.info.delete(name("Title"))],
  ["info", "no word on trapping", (f) => f.info.set(name("Trapped"), name("Unknown")), "x1a"],
  ["xmp", "no packet", (f) => void f.catalog.delete(name("Metadata"))],
  [
    "xmp",
    "a packed packet",
    (f) => {
      const packed = deflateSync(Buffer.from(f.xmp));
      f.catalog.set(
        name("Metadata"),
        f.stream(packed, { Type: "Metadata", Subtype: "XML", Filter: "FlateDecode" }),
      );
    },
  ],
  [
    "xmp",
    "no document id",
    (f) => {
      f.xmp = f.xmp.replace(/<xmpMM:DocumentID>.*<\/xmpMM:DocumentID>/, "");
    },
  ],
  ["xmp", "another title than Info's", (f) => f.info.set(name("Title"), PDFHexString.fromText("别的版面"))],
  [
    "xmp",
    "another date than Info's",
    (f) => f.info.set(name("ModDate"), PDFString.of("D:20200219013000+08'00'")),
  ],
  ["intent", "none", (f) => f.catalog.delete(name("OutputIntents"))],
  [
    "intent",
    "two",
    (f) => {
      const [only] = [f.add(f.intent)];
      f.catalog.set(name("OutputIntents"), f.context.obj([only, only]));
    },
  ],
  ["intent", "no name", (f) => f.intent.delete(name("OutputConditionIdentifier"))],
  ["intent", "a profile that nobody speaks of", (f) => f.intent.delete(name("Info"))],
  [
    "intent",
    "another number of inks than the profile has",
    (f) => (f.intent.lookup(name("DestOutputProfile")) as PDFRawStream).dict.set(name("N"), f.context.obj(3)),
  ],
  ["intent", "no profile", (f) => f.intent.delete(name("DestOutputProfile"))],
  [
    "intent",
    "a damaged profile",
    (f) => f.intent.set(name("DestOutputProfile"), f.stream("no profile", { N: 4 })),
  ],
  [
    "intent",
    "a screen's profile",
    (f) => {
      const profile = Uint8Array.from(request.profile.data);
      profile.set(Buffer.from("mntrRGB "), 12);
      f.intent.set(name("DestOutputProfile"), f.stream(profile, { N: 3 }));
    },
  ],
  ["boxes", "no media", (f) => f.page.delete(name("MediaBox"))],
  ["boxes", "no trim", (f) => f.page.delete(name("TrimBox"))],
  ["boxes", "trim and art", (f) => f.page.set(name("ArtBox"), f.context.obj([10, 10, 100, 100]))],
  ["boxes", "a trim beyond the bleed", (f) => f.page.set(name("TrimBox"), f.context.obj([-10, 0, 300, 400]))],
  [
    "boxes",
    "a bleed beyond the media",
    (f) => f.page.set(name("BleedBox"), f.context.obj([-10, -10, 400, 450])),
  ],
  [
    "fonts",
    "one not embedded",
    (f) => (f.font.lookup(name("FontDescriptor")) as typeof f.font).delete(name("FontFile2")),
  ],
  ["fonts", "widths that lie", (f) => f.font.set(name("W"), f.context.obj([0, 65535, 700]))],
  ["fonts", "no glyph map", (f) => f.font.delete(name("CIDToGIDMap"))],
  [
    "fonts",
    "a damaged program",
    (f) => (f.font.lookup(name("FontDescriptor")) as typeof f.font).set(name("FontFile2"), f.stream("junk")),
  ],
  ["fonts", "no subset prefix", (f) => f.resource("Font", "F1").set(name("BaseFont"), name("NotoSerifSC"))],
  ["colour", "RGB text", (f) => f.paint(`BT /GK gs 1 0 0 rg /F1 20 Tf 60 60 Td <${f.code}> Tj ET`)],
  ["colour", "an RGB tint", (f) => f.paint("1 0 0 rg 60 60 40 40 re f")],
  [
    "colour",
    "an RGB picture",
    (f) => place(f, 30, { Width: 100, Height: 100, ColorSpace: "DeviceRGB" }, samples(10000, 9, 9, 9)),
  ],
  [
    "colour",
    "an RGB shading",
    (f) =>
      f.paint("q 60 60 40 40 re W n /S sh Q", {
        Shading: {
          S: {
            ShadingType: 2,
            ColorSpace: "DeviceRGB",
            Coords: [0, 0, 100, 0],
            Function: { FunctionType: 2, Domain: [0, 1], N: 1 },
          },
        },
      }),
  ],
  [
    "colour",
    "RGB in an inline picture",
    (f) => f.paint("q 0.3 0 0 0.3 60 60 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q"),
  ],
  [
    "colour",
    "RGB under a spot ink's name",
    (f) =>
      f.paint("/S cs 1 scn 60 60 40 40 re f", {
        ColorSpace: {
          S: f.add(
            f.context.obj([
              "Separation",
              "Gold",
              "DeviceRGB",
              { FunctionType: 2, Domain: [0, 1], N: 1, C0: [1, 1, 1], C1: [1, 0, 0] },
            ]),
          ),
        },
      }),
  ],
  [
    "colour",
    "ICC colour in PDF/X-1a",
    (f) =>
      f.paint("/I cs 0.5 0.5 0.5 scn 60 60 40 40 re f", {
        ColorSpace: { I: f.add(["ICCBased", f.stream("profile", { N: 3 })]) },
      }),
    "x1a",
  ],
  [
    "transparency",
    "opacity in PDF/X-1a",
    (f) => f.paint("/T gs", { ExtGState: { T: { Type: "ExtGState", ca: 0.5 } } }),
    "x1a",
  ],
  [
    "transparency",
    "a blend mode in PDF/X-1a",
    (f) => f.paint("/T gs", { ExtGState: { T: { BM: "Multiply" } } }),
    "x1a",
  ],
  [
    "transparency",
    "a soft mask in PDF/X-1a",
    (f) => f.paint("/T gs", { ExtGState: { T: { SMask: { S: "Alpha" } } } }),
    "x1a",
  ],
  [
    "transparency",
    "a picture's soft mask in PDF/X-1a",
    (f) => {
      const mask = f.stream(samples(10000, 255), {
        ...image,
        Width: 100,
        Height: 100,
        ColorSpace: "DeviceGray",
      });
      place(f, 30, { Width: 100, Height: 100, SMask: mask }, samples(10000, 0, 9, 0, 0));
    },
    "x1a",
  ],
  [
    "transparency",
    "a group that names no space",
    (f) => f.page.set(name("Group"), f.context.obj({ S: "Transparency" })),
  ],
  [
    "transparency",
    "a group in PDF/X-1a",
    (f) =>
      f.paint("/G Do", {
        XObject: {
          G: f.stream("", {
            Type: "XObject",
            Subtype: "Form",
            BBox: [0, 0, 9, 9],
            Group: { S: "Transparency", CS: "DeviceCMYK" },
          }),
        },
      }),
    "x1a",
  ],
  ["filters", "LZW", (f) => f.stream("junk", { Filter: "LZWDecode" })],
  ["filters", "JPEG 2000 in PDF/X-1a", (f) => f.stream("junk", { Filter: "JPXDecode" }), "x1a"],
  [
    "annotations",
    "a note on the page",
    (f) =>
      f.page.set(
        name("Annots"),
        f.context.obj([f.add({ Type: "Annot", Subtype: "Text", Rect: [50, 50, 70, 70] })]),
      ),
  ],
  [
    "forbidden",
    "JavaScript",
    (f) =>
      f.catalog.set(
        name("Names"),
        f.context.obj({
          JavaScript: { Names: [PDFString.of("a"), { S: "JavaScript", JS: PDFString.of("app.alert()") }] },
        }),
      ),
  ],
  [
    "forbidden",
    "an action on opening",
    (f) => f.catalog.set(name("OpenAction"), f.context.obj({ S: "GoTo" })),
  ],
  ["forbidden", "a form", (f) => f.catalog.set(name("AcroForm"), f.context.obj({ Fields: [] }))],
  ["forbidden", "PostScript", (f) => f.stream("showpage", { Type: "XObject", Subtype: "PS" })],
  [
    "forbidden",
    "OPI",
    (f) => f.stream("", { Type: "XObject", Subtype: "Form", BBox: [0, 0, 1, 1], OPI: {} }),
  ],
  [
    "forbidden",
    "a transfer function",
    (f) =>
      f.paint("/T gs", {
        ExtGState: { T: { Type: "ExtGState", TR: { FunctionType: 2, Domain: [0, 1], N: 2 } } },
      }),
  ],
  ["forbidden", "a file attached", (f) => f.stream("secret", { Type: "EmbeddedFile" })],
  [
    "forbidden",
    "layers in PDF/X-1a",
    (f) => f.catalog.set(name("OCProperties"), f.context.obj({ OCGs: [] })),
    "x1a",
  ],
  ["ink", "a tint over the limit", (f) => f.paint("1 1 0.5 0.2 k 60 60 40 40 re f")],
  ["ink", "a tint near the limit", (f) => f.paint("1 1 0.3 0 k 60 60 40 40 re f")],
  [
    "ink",
    "a spot ink on top",
    (f) =>
      f.paint("/S cs 1 1 1 scn 60 60 40 40 re f", {
        ColorSpace: {
          S: f.add(
            f.context.obj([
              "DeviceN",
              ["Gold", "Cyan", "Black"],
              "DeviceCMYK",
              { FunctionType: 4, Domain: [0, 1, 0, 1, 0, 1], Range: [0, 1, 0, 1, 0, 1, 0, 1] },
            ]),
          ),
        },
      }),
  ],
  [
    "ink",
    "a picture over the limit",
    (f) => place(f, 30, { Width: 100, Height: 100 }, samples(10000, 200, 200, 200, 200)),
  ],
  [
    "ink",
    "a packed, inverted picture over the limit",
    (f) =>
      place(
        f,
        30,
        { Width: 100, Height: 100, Filter: "FlateDecode", Decode: [1, 0, 1, 0, 1, 0, 1, 0] },
        deflateSync(samples(10000, 55, 55, 55, 55)),
      ),
  ],
  [
    "resolution",
    "a coarse photograph",
    (f) => place(f, 72, { Width: 100, Height: 100 }, samples(10000, 0, 9, 0, 0)),
  ],
  [
    "resolution",
    "a photograph between the limits",
    (f) => place(f, 72, { Width: 170, Height: 170 }, samples(28900, 0, 9, 0, 0)),
  ],
  [
    "resolution",
    "coarse line art",
    (f) =>
      place(
        f,
        72,
        { Width: 304, Height: 304, BitsPerComponent: 1, ColorSpace: "DeviceGray" },
        samples(304 * 38, 255),
      ),
  ],
  [
    "resolution",
    "a photograph stretched one way",
    (f) =>
      f.paint("q 20 0 0 90 60 80 cm /Q Do Q", {
        XObject: { Q: f.stream(samples(10000, 0, 9, 0, 0), { ...image, Width: 100, Height: 100 }) },
      }),
  ],
  ["lines", "a hairline", (f) => f.paint("0 0 0 1 K 0.1 w 60 60 m 120 60 l S")],
  [
    "lines",
    "a hairline scaled down",
    (f) => f.paint("0 0 0 1 K q 0.2 0 0 0.2 0 0 cm 1 w 300 300 m 600 300 l S Q"),
  ],
  ["lines", "a hairline drawn as a tint", (f) => f.paint("0 0 0 1 k 60 60 60 0.1 re f")],
  ["lines", "a thin rule in two inks", (f) => f.paint("1 0.5 0 0 K 0.3 w 60 60 m 120 60 l S")],
  ["text", "small and coloured", (f) => f.paint(`BT 0 1 1 0 k /F1 9 Tf 60 60 Td <${f.code}> Tj ET`)],
  ["text", "small by its matrix", (f) => f.paint(`BT 0 1 1 0 k /F1 1 Tf 9 0 0 9 60 60 Tm <${f.code}> Tj ET`)],
  ["overprint", "white that overprints", (f) => f.paint("/GO gs 0 0 0 0 k 60 60 40 40 re f")],
  [
    "overprint",
    "small black that knocks out",
    (f) => f.paint(`BT /GK gs 0 0 0 1 k /F1 9 Tf 60 60 Td <${f.code}> Tj ET`),
  ],
  [
    "content",
    "a damaged stream",
    (f) => f.page.addContentStream(f.stream("junk", { Filter: "FlateDecode" })),
  ],
];

const checks = (report: PreflightReport) => [...new Set(report.problems.map((problem) => problem.check))];

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

describe("what cannot be judged is refused in words", () => {
  const refused = async (bytes: Uint8Array, options: PreflightOptions = {}) =>
    expect(preflight(bytes, options)).rejects.toMatchObject({ name: "Problem" });

  it("no PDF, nothing, half a PDF, a PDF without pages", async () => {
    await refused(Buffer.from("株洲"));
    await refused(new Uint8Array());
    const whole = await spoil(() => {});
    await refused(whole.subarray(0, whole.length / 2));
    await refused(
      await spoil((f) => f.catalog.set(name("Pages"), f.add({ Type: "Pages", Kids: [], Count: 0 }))),
    );
  });

  it("a stream of objects that unpacks without end", async () => {
    const bomb = deflateSync(Buffer.alloc(40 * 1024 * 1024, 32));
    const whole = Buffer.from(await spoil(() => {}));
    const at = whole.indexOf("\n", 9) + 1;
    const head = `99 0 obj <</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length ${bomb.length}>>stream\n`;
    const object = Buffer.concat([Buffer.from(head), bomb, Buffer.from("\nendstream\nendobj\n")]);
    const bytes = Buffer.concat([whole.subarray(0, at), object, whole.subarray(at)]);
    await expect(preflight(bytes)).resolves.toMatchObject({ problems: [] });
    await refused(bytes, { streamBytes: 16 * 1024 * 1024 });
  });

  it("a page that unpacks without end, or forms that place each other without end, is said to be half read", async () => {
    const bomb = deflateSync(Buffer.alloc(40 * 1024 * 1024, 32));
    const packed = await spoil((f) => f.page.addContentStream(f.stream(bomb, { Filter: "FlateDecode" })));
    expect(checks(await preflight(packed, { streamBytes: 16 * 1024 * 1024 }))).toEqual(["content"]);
    const loop = await spoil((f) => {
      const ref = f.context.nextRef();
      const form = {
        Type: "XObject",
        Subtype: "Form",
        BBox: [0, 0, 9, 9],
        Resources: { XObject: { L: ref } },
      };
      f.context.assign(ref, f.context.stream("/L Do /L Do", form));
      f.paint("/L Do", { XObject: { L: ref } });
    });
    expect(checks(await preflight(loop, { operators: 20_000 }))).toEqual(["content"]);
  });

  it("damage anywhere never crashes the checker", async () => {
    const whole = await spoil(() => {});
    let seed = 11;
    for (let round = 0; round < 40; round++) {
      const hurt = whole.slice();
      for (let i = 0; i < 60; i++) {
        seed = (seed * 1103515245 + 12345) & 0x7fffffff;
        hurt[seed % hurt.length] = seed >> 16;
      }
      await preflight(hurt).catch((error: Error) => expect(error.name).toBe("Problem"));
    }
  });
});

describe("files of other programs are told from PDF/X", () => {
  const folder = mkdtempSync(join(tmpdir(), "producers-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const out = join(folder, "out.pdf");
  const gs = tool("gs");
  const cairo = tool("pdftocairo");
  const chromium = tool("chromium");
  // A quarter of a gigabyte for one file: looked at where it is, and not asked for.
  const soffice = ["/usr/bin/soffice", "/usr/local/bin/soffice"].find((path) => existsSync(path)) ?? null;
  if (!soffice) console.warn("LibreOffice is not installed: the test of its PDF is skipped");

  const notPressReady = async (bytes: Uint8Array) => {
    const report = await preflight(bytes);
    expect(report.standard).toBeNull();
    expect(checks(report)).toEqual(expect.arrayContaining(["claim", "intent", "boxes"]));
    return checks(report);
  };

  it.skipIf(gs.missing)("Ghostscript's, with a font it did not embed", async () => {
    gs.run(
      "-q",
      "-dSAFER",
      "-dNOPAUSE",
      "-dBATCH",
      "-sDEVICE=pdfwrite",
      "-dEmbedAllFonts=false",
      `-o${out}`,
      "-c",
      "/Helvetica findfont 20 scalefont setfont 100 100 moveto (A1) show showpage",
    );
    expect(await notPressReady(readFileSync(out))).toContain("fonts");
  });

  it.skipIf(cairo.missing)("Cairo's, in RGB", async () => {
    writeFileSync(join(folder, "in.pdf"), await spoil(() => {}));
    cairo.run("-pdf", join(folder, "in.pdf"), out);
    expect(await notPressReady(readFileSync(out))).toContain("colour");
  });

  it.skipIf(chromium.missing)(
    "Chromium's print, in RGB",
    async () => {
      const html = join(folder, "in.html");
      writeFileSync(html, "<h1 style='color:red'>A1</h1><p>78</p>");
      spawnSync(
        "chromium",
        [
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          `--user-data-dir=${folder}/profile`,
          `--print-to-pdf=${out}`,
          html,
        ],
        { timeout: 60_000 },
      );
      expect(await notPressReady(readFileSync(out))).toContain("colour");
    },
    90_000,
  );

  it.skipIf(!soffice)(
    "LibreOffice's, in RGB",
    async () => {
      writeFileSync(join(folder, "in.txt"), "A1\n2月18日，全市48家企业复工。\n");
      const args = ["--headless", `-env:UserInstallation=file://${folder}/office`, "--convert-to", "pdf"];
      spawnSync(soffice ?? "", [...args, "--outdir", folder, join(folder, "in.txt")], { timeout: 90_000 });
      expect(await notPressReady(readFileSync(join(folder, "in.pdf")))).toContain("colour");
    },
    100_000,
  );

  it("Typst's", async () => {
    const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler");
    const pdf = NodeCompiler.create().pdf({ mainFileContent: "= A1" });
    expect(await notPressReady(pdf)).toContain("header");
  });
});

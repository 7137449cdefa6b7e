/**
 * Every way in which a file of ours can be broken: the check that must find it, what it is, and how it is done.
 *
 * A case breaks its file in one way and no other, so that a check that fires beside it is at fault.
 */
import { deflateSync } from "node:zlib";
import { PDFHeader, PDFHexString, type PDFRawStream, PDFString } from "pdf-lib";
import type { PressStandard } from "../../../core/press/options.ts";
import type { PreflightReport } from "../../../core/press/preflight/report.ts";
import { request } from "./sheets.ts";
import { name, type Patient } from "./spoil.ts";

const image = { Type: "XObject", Subtype: "Image", BitsPerComponent: 8, ColorSpace: "DeviceCMYK" };
export const samples = (pixels: number, ...inks: number[]) =>
  new Uint8Array(pixels * inks.length).map((_, i) => inks[i % inks.length] ?? 0);

/** Places picture `Q` of `width` by `height` pixels on a square of `points`. */
export const place = (file: Patient, points: number, dict: object, data: Uint8Array) =>
  file.paint(`q ${points} 0 0 ${points} 60 80 cm /Q Do Q`, {
    XObject: { Q: file.stream(data, { ...image, ...dict }) },
  });

type Case = readonly [check: string, what: string, change: (file: Patient) => void, standard?: PressStandard];

export const broken: readonly Case[] = [
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

/** The checks that found something. */
export const checks = (report: PreflightReport) => [
  ...new Set(report.problems.map((problem) => problem.check)),
];

/** Widths of simple TrueType fonts, which other programs write, against the program that is embedded. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { preflight } from "../../../core/press/preflight/preflight.ts";
import { fontFile } from "../../../host/fonts/files.ts";
import { faces } from "./sheets.ts";
import { type Patient, spoil } from "./spoil.ts";

const program = readFileSync(fontFile("brush").path);
const face = faces.face("brush");
const thousandths = (character: string) =>
  (face.advance(face.glyph(character.codePointAt(0) ?? 0)) * 1000) / face.unitsPerEm;

/** The page says “AB” in a font of 256 codes, 65 and 66 being as wide as told. */
const says = (widths: readonly number[], encoding: Record<string, unknown>) => (file: Patient) => {
  const descriptor = file.add({
    Type: "FontDescriptor",
    FontName: "ABCDEF+Brush",
    Flags: 32,
    FontFile2: file.stream(program, { Length1: program.length }),
  });
  file.paint("BT /GO gs 0 0 0 1 k /Q 20 Tf 60 60 Td (AB) Tj ET", {
    ExtGState: { GO: { Type: "ExtGState", OP: true, op: true, OPM: 1 } },
    Font: {
      Q: {
        Type: "Font",
        Subtype: "TrueType",
        BaseFont: "ABCDEF+Brush",
        FirstChar: 65,
        LastChar: 66,
        Widths: widths,
        FontDescriptor: descriptor,
        ...encoding,
      },
    },
  });
};

const codes = async (change: (file: Patient) => void) =>
  (await preflight(await spoil(change))).problems
    .filter(({ check }) => check === "fonts")
    .map(({ message }) => message.key);

const right = ["A", "B"].map(thousandths);
const winAnsi = { Encoding: "WinAnsiEncoding" };

it("are right where they are the program's", async () => {
  expect(await codes(says(right, winAnsi))).toEqual([]);
});

it("are told where one lies", async () => {
  expect(await codes(says([right[0] ?? 0, (right[1] ?? 0) + 40], winAnsi))).toEqual([
    "preflight.fonts.widths",
  ]);
});

it("are not judged where the way from code to glyph is another's", async () => {
  const renamed = { Encoding: { Type: "Encoding", Differences: [66, "Q"] } };
  expect(await codes(says([right[0] ?? 0, 1], renamed))).toEqual([]);
});

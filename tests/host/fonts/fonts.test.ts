import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadFaces } from "../../../host/fonts/faces.ts";
import { faceIds, fontFile } from "../../../host/fonts/files.ts";
import { loadPrograms } from "../../../host/fonts/programs.ts";

const faces = loadFaces();
const han = (text: string) => text.codePointAt(0) as number;

describe("a face", () => {
  it("sets every Han character on a full em", () => {
    const song = faces.face("song");
    for (const c of "株洲日报㎡①—") expect(song.glyph(han(c))).toBeGreaterThan(0);
    expect(song.advance(song.glyph(han("株")))).toBe(song.unitsPerEm);
  });

  it("knows where a mark's ink lies: a comma's in the left half, an opening bracket's in the right", () => {
    const song = faces.face("song");
    const comma = song.bounds(song.glyph(han("，")));
    const bracket = song.bounds(song.glyph(han("（")));
    expect(comma && comma.x + comma.width).toBeLessThan(song.unitsPerEm / 2);
    expect(bracket?.x).toBeGreaterThan(song.unitsPerEm / 2);
  });

  it("shapes Latin words with clusters in UTF-16 units, and turns brackets in vertical lines", () => {
    const song = faces.face("song");
    expect(song.shape("PDF").map((g) => g.cluster)).toEqual([0, 1, 2]);
    const [turned] = song.shape("（", { vertical: true });
    expect(turned?.gid).not.toBe(song.glyph(han("（")));
    expect(turned?.advance).toBe(song.unitsPerEm);
  });

  it("answers 0 for a character it does not have", () => {
    expect(faces.face("brush").glyph(0x2460)).toBe(0);
  });
});

describe("files", () => {
  it("finds one for every face, and tells where another family stands in", () => {
    for (const id of faceIds) expect(fontFile(id).path).toMatch(/\.tt[fc]$/i);
    const kai = fontFile("kai");
    faces.face("kai");
    expect(faces.substituted.some((s) => s.wanted === "kai")).toBe(kai.substitute);
  });
});

describe("a font program", () => {
  it("is cut down to a page's glyphs", () => {
    const program = loadPrograms()("song");
    const gids = [..."株洲日报"].map((c) => faces.face("song").glyph(han(c)));
    const { data, renumbered } = program.subset(gids.toSorted((a, b) => a - b));
    expect(renumbered).toBe(true);
    expect(data.length).toBeLessThan(readFileSync(fontFile("song").path).length / 1000);
  });

  it("gives the same bytes every time", () => {
    const program = loadPrograms()("song");
    expect(program.subset([5, 7, 9])).toEqual(program.subset([5, 7, 9]));
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openFont } from "../../../core/fonts/face.ts";
import { withOutlinesOf, withoutOutlines } from "../../../core/fonts/outlines.ts";
import { fontFile } from "../../../host/fonts/files.ts";
import { openFontFile } from "../../../host/fonts/open.ts";
import { subsetFont } from "../../../host/fonts/subset.ts";

const path = fontFile("song").path;
const bytes = readFileSync(path);
const whole = openFont(bytes).face("song");
const gid = (character: string) => whole.glyph(character.codePointAt(0) as number);
const sample = [..."株洲日报，（①é½—Å"];

describe("a font without outlines", () => {
  const light = withoutOutlines(bytes);
  const face = openFont(light).face("song");

  it("is a small part of the whole", () => {
    expect(light.length).toBeLessThan(bytes.length / 10);
  });

  it("measures and shapes as the whole does, down the page too", () => {
    for (const character of sample) {
      expect(face.bounds(gid(character))).toEqual(whole.bounds(gid(character)));
      expect(face.advance(gid(character))).toBe(whole.advance(gid(character)));
    }
    for (const vertical of [false, true])
      expect(face.shape("（株洲）——2020", { vertical })).toEqual(whole.shape("（株洲）——2020", { vertical }));
  });

  it("draws nothing by itself, but everything where the file is at hand", () => {
    expect(face.outline(gid("株"))).toBe("");
    expect(openFontFile(path).face("song").outline(gid("株"))).toBe(whole.outline(gid("株")));
  });
});

describe("a font with some outlines", () => {
  it("has those, with the components they are made of", () => {
    const gids = sample.map(gid);
    const face = openFont(withOutlinesOf(bytes, gids, [])).face("song");
    for (const id of gids) expect(face.outline(id)).toBe(whole.outline(id));
    expect(face.outline(gid("版"))).toBe("");
  });

  it("is subset to what the whole font is", () => {
    const gids = sample.map(gid);
    const drawn = (font: Uint8Array) => gids.map((id) => openFont(font).face("song").outline(id));
    expect(drawn(subsetFont(bytes, gids))).toEqual(gids.map((id) => whole.outline(id)));
  });
});

describe("what is no TrueType font", () => {
  it.each([
    ["nothing", new Uint8Array()],
    ["text", new TextEncoder().encode("not a font at all, not at all")],
    ["a font cut short", bytes.subarray(0, 5000)],
  ])("is given back as it is: %s", (_, data) => {
    expect(withoutOutlines(data)).toBe(data);
    expect(withOutlinesOf(data, [1], [])).toBe(data);
  });
});

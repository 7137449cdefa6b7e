import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openFont } from "../../../core/fonts/face.ts";
import { onlyGlyphs } from "../../../core/fonts/only-glyphs.ts";
import { withoutOutlines } from "../../../core/fonts/outlines.ts";
import { inMemory } from "../../../core/fonts/truetype.ts";
import { fontFile } from "../../../host/fonts/files.ts";
import { openFontFile } from "../../../host/fonts/open.ts";
import { subsetFont } from "../../../host/fonts/subset.ts";

const path = fontFile("song").path;
const bytes = readFileSync(path);
const whole = openFont(bytes).face("song");
const gid = (character: string) => whole.glyph(character.codePointAt(0) as number);
const sample = [..."株洲日报，（①é½—Å"];

describe("a font without outlines", () => {
  const light = withoutOutlines(inMemory(bytes));
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

describe("a font of some glyphs", () => {
  const gids = sample.map(gid).toSorted((a, b) => a - b);
  const drawn = (font: Uint8Array) => {
    const face = openFont(withTables(font)).face("song");
    return gids.map((_, i) => [face.outline(i + 1), face.advance(i + 1)]);
  };
  const expected = gids.map((id) => [whole.outline(id), whole.advance(id)]);

  it("numbers them in order, with the components they are made of behind", () => {
    expect(drawn(onlyGlyphs(inMemory(bytes), gids) as Uint8Array)).toEqual(expected);
  });

  it("is cut by HarfBuzz to the same", () => {
    const { data, renumbered } = subsetFont(inMemory(bytes), gids);
    expect(renumbered).toBe(true);
    expect(drawn(data)).toEqual(expected);
    expect(data.length).toBeLessThan(bytes.length / 1000);
  });

  it("is not made of glyphs the font has not, or of one twice", () => {
    expect(onlyGlyphs(inMemory(bytes), [65_000])).toBeNull();
    expect(onlyGlyphs(inMemory(bytes), [7, 7])).toBeNull();
  });
});

/** With an OS/2 table, which openFont wants and a PDF does not. */
function withTables(font: Uint8Array): Uint8Array {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const count = view.getUint16(4);
  const out = new Uint8Array(font.length + 16 + 96);
  out.set(font.subarray(0, 12));
  const to = new DataView(out.buffer);
  to.setUint16(4, count + 1);
  for (let i = 0; i < count; i++) {
    const at = 12 + 16 * i;
    out.set(font.subarray(at, at + 16), at + 16);
    to.setUint32(at + 24, view.getUint32(at + 8) + 16);
  }
  out.set(new TextEncoder().encode("OS/2"), 12);
  to.setUint32(20, font.length + 16);
  to.setUint32(24, 96);
  out.set(font.subarray(12 + 16 * count), 28 + 16 * count);
  return out;
}

describe("what is no TrueType font", () => {
  it.each([
    ["nothing", new Uint8Array()],
    ["text", new TextEncoder().encode("not a font at all, not at all")],
    ["a font cut short", bytes.subarray(0, 5000)],
  ])("is given back as it is: %s", (_, data) => {
    expect(Buffer.from(withoutOutlines(inMemory(data))).equals(Buffer.from(data))).toBe(true);
    expect(onlyGlyphs(inMemory(data), [1])).toBeNull();
  });
});

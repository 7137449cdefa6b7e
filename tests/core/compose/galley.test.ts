import { describe, expect, test } from "vitest";
import { composeGalley, type GalleySetting } from "../../../core/compose/galley.ts";
import { measureLines, type PlacedLine } from "../../../core/compose/metrics.ts";
import { broadsheet, MM } from "../../../core/edition/style.ts";
import { fakeFaces } from "./fake-faces.ts";

const setting: GalleySetting = { measure: 13, columns: 3, size: 9, style: broadsheet };
const TEXT = Array.from(
  { length: 12 },
  (_, n) => `第${n}段：${"春天来了，我们去看花。".repeat(3 + (n % 4))}`,
).join("\n");
const galley = (text: string, change: Partial<GalleySetting> = {}) =>
  composeGalley(text, { ...setting, ...change }, fakeFaces());

describe("a galley proof", () => {
  test("is as wide as its columns, the gaps between them and the margins", () => {
    const [sheet] = galley(TEXT).sheets;
    expect(sheet?.width).toBeCloseTo(20 * MM + (3 * 13 + 2) * 9);
  });

  test("prints every character of the text once, in reading order", () => {
    const { sheets } = galley(TEXT);
    const printed = sheets.flatMap((sheet) =>
      sheet.items.flatMap((item) => (item.kind === "glyphs" ? item.texts : [])),
    );
    expect(printed.join("")).toBe(TEXT.replaceAll("\n", ""));
  });

  test("its runs know where in the file they stand", () => {
    const text = `\n  ${TEXT.slice(0, 40)}\r\n\r\n${TEXT.slice(60, 90)}`;
    for (const item of galley(text).sheets.flatMap((sheet) => sheet.items)) {
      if (item.kind !== "glyphs") continue;
      item.texts.forEach((piece, index) => {
        const at = item.ref.pos + 1 + (item.offsets[index] as number);
        if (piece) expect(text.slice(at, at + piece.length)).toBe(piece);
      });
    }
  });

  test("columns are equal, and baselines stand on one grid", () => {
    const { sheets, metrics } = galley(TEXT, { leading: 13 });
    const lines = sheets[0]?.lines ?? [];
    expect(lines).toHaveLength(metrics.lines);
    const depths = [0, 1, 2].map((column) => lines.filter((line) => line.column === column).length);
    expect(depths[0]).toBe(depths[1]);
    expect(depths[2]).toBeLessThanOrEqual(depths[1] as number);
    const top = lines[0]?.baseline as number;
    for (const line of lines) {
      const row = (line.baseline - top) / 13;
      expect(row).toBeCloseTo(Math.round(row));
    }
  });

  test("a page grows to 1200 mm, then another begins", () => {
    const { sheets } = galley(TEXT.repeat(40), { columns: 1 });
    expect(sheets.length).toBeGreaterThan(1);
    for (const sheet of sheets) expect(sheet.height).toBeLessThanOrEqual(1200 * MM + 1e-6);
    expect(sheets.map((sheet) => sheet.number)).toEqual(sheets.map((_, index) => String(index + 1)));
  });

  test("nothing to set is an empty page, not a fault", () => {
    const { sheets, metrics } = galley(" \n\n");
    expect(sheets).toHaveLength(1);
    expect(metrics).toMatchObject({ paragraphs: 0, lines: 0, mean: 0, max: 0 });
  });

  test("a character no face has is noted", () => {
    const { sheets } = composeGalley(
      "天龘地",
      setting,
      fakeFaces((_, code) => code === 0x9f98),
    );
    expect(sheets[0]?.notes).toEqual([{ block: null, code: "missing-glyph", detail: "龘" }]);
  });

  test.each([
    { measure: 2 },
    { columns: 0 },
    { columns: 1.5 },
    { size: 0 },
    { leading: 1 },
    { size: Number.NaN },
  ])("a setting that makes no page is named: %o", (change) =>
    expect(() => galley(TEXT, change)).toThrow("galley-setting"),
  );
});

describe("line metrics", () => {
  const line = (text: string, step: number, end: Partial<PlacedLine> = {}): PlacedLine => ({
    glyphs: [...text].map((char, index) => ({ text: char, x: index * step, advance: 10 })),
    first: false,
    last: false,
    ...end,
  });

  test("a gap is what stands between two Han characters beyond an em", () => {
    const metrics = measureLines([line("春天来了", 11), line("春天来了", 10)], 10, 50);
    expect(metrics).toMatchObject({ justified: 2, max: 0.1, over05: 1, over15: 0 });
    expect(metrics.mean).toBeCloseTo(0.05);
  });

  test("last lines are not measured, but counted where they hold one character", () => {
    const lines = [line("春天来了", 10, { first: true }), line("花。", 12, { last: true })];
    expect(measureLines(lines, 10, 40)).toMatchObject({
      paragraphs: 1,
      justified: 1,
      max: 0,
      shortLastLines: 1,
    });
  });

  test("marks where none may stand, lines over the measure and broken words are found", () => {
    const lines = [
      line("春天“", 10, { first: true }),
      line("，来了", 10),
      line("天地AB", 10),
      line("CD", 10, { last: true }),
    ];
    expect(measureLines(lines, 10, 36)).toMatchObject({ violations: 2, overfull: 1, brokenRuns: 1 });
  });
});

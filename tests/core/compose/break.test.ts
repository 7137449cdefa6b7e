import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { missingGlyphs } from "../../../core/compose/break/paragraph.ts";
import type { Line } from "../../../core/compose/line.ts";
import { fakeFaces } from "./fake-faces.ts";
import { piece, SIZE, setText, textOf, textsOf } from "./setting.ts";

const HAN = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏";

describe("the character grid", () => {
  test("a paragraph of Han characters fills its lines, a cell each", () => {
    const lines = setText(HAN, 8);
    expect(textsOf(lines)).toEqual([HAN.slice(0, 8), HAN.slice(8, 16), HAN.slice(16)]);
    expect(lines.every((line) => line.gap === 0)).toBe(true);
    expect(lines[0]?.runs[0]?.along).toEqual([0, 10, 20, 30, 40, 50, 60, 70]);
  });

  test("the indent shortens the first line only", () => {
    const lines = setText(HAN, 8, { indent: 2 });
    expect(textOf(lines[0] as Line)).toBe(HAN.slice(0, 6));
    expect(lines[0]?.runs[0]?.x).toBe(2 * SIZE);
    expect(lines[1]?.runs[0]?.x).toBe(0);
  });

  test("a line that wraps around a picture starts at its inset", () => {
    const lines = setText(HAN, (line) => (line < 2 ? { inset: 30, width: 50 } : { inset: 0, width: 80 }));
    expect(textsOf(lines).map((text) => text.length)).toEqual([5, 5, 8, 6]);
    expect(lines.map((line) => line.runs[0]?.x)).toEqual([30, 30, 0, 0]);
  });

  test("ragged lines are not stretched; centred ones stand in the middle", () => {
    const [line] = setText("春天，来了", 9, { align: "center" });
    expect(line?.gap).toBe(0);
    expect(line?.runs[0]?.x).toBeCloseTo((90 - (line?.width ?? 0)) / 2);
  });
});

describe("breaks", () => {
  test("strict prohibition keeps —— and …… from a line's start, basic does not", () => {
    const text = "天地玄黄宇——宙洪荒";
    const firstOfSecond = (prohibition: "basic" | "strict") =>
      textOf(setText(text, 5, { text: { prohibition } })[1] as Line)[0];
    expect(firstOfSecond("basic")).toBe("—");
    expect(firstOfSecond("strict")).not.toBe("—");
  });

  test("a number keeps its measure word where the house says so and marks can give what that takes", () => {
    const text = "天地，玄黄，宇宙，洪荒日月盈12例昃辰宿列张";
    const isParted = (keepMeasureWords: boolean) =>
      textsOf(setText(text, 13.85, { text: { keepMeasureWords } })).some((line) => line.endsWith("12"));
    expect(isParted(true)).toBe(false);
    expect(isParted(false)).toBe(true);
  });

  test("a number is parted from its measure word before a line is seen to be loose", () => {
    const lines = textsOf(setText("天地玄黄宇宙洪荒日月盈12例昃辰宿列张", 12.15));
    expect(lines[0]).toBe("天地玄黄宇宙洪荒日月盈12");
  });

  test.each(["8.2%", "1,234,567", "-15℃", "160km/h", "No.5"])("%s is never broken", (number) => {
    for (let measure = 7; measure < 12; measure += 0.5) {
      expect(textsOf(setText(`天地玄黄宇宙${number}洪荒日月盈昃`, measure)).join("|")).toContain(number);
    }
  });

  test("a word longer than the measure is broken rather than hung out", () => {
    const lines = setText(`见${"internationalization".repeat(2)}一词`, 6);
    expect(lines.every((line) => line.width <= 60 && !line.overfull)).toBe(true);
    expect(textsOf(lines).join("")).toBe(`见${"internationalization".repeat(2)}一词`);
  });

  test("more closing marks than a line holds break the rule before the measure", () => {
    const lines = setText("。".repeat(40), 6);
    expect(lines.every((line) => !line.overfull && line.width <= 60 + 1e-6)).toBe(true);
  });

  test("a character wider than the measure is the only thing that makes a line overfull", () => {
    expect(setText("——", 1).map((line) => line.overfull)).toEqual([true]);
  });

  test("no paragraph ends in a lone character where a line can give one up", () => {
    for (let length = 20; length < 70; length++) {
      const text = `${HAN.repeat(3).slice(0, length)}，天`;
      const last = textOf(setText(text, 10).at(-1) as Line);
      expect(last.replace(/\P{Script=Han}/gu, "").length).toBeGreaterThan(1);
    }
  });
});

describe("where text came from", () => {
  test("pieces keep their own reference and offsets, and do not part where they meet", () => {
    const lines = setText([piece("株洲讯", 4, 10), piece("天地玄黄宇宙", 0, 30)], 5);
    expect(textsOf(lines)).toEqual(["株洲讯天地", "玄黄宇宙"]);
    expect(lines[0]?.runs.map((run) => [run.ref.pos, run.offsets])).toEqual([
      [10, [4, 5, 6]],
      [30, [0, 1]],
    ]);
    expect(lines[1]?.runs[0]?.offsets).toEqual([2, 3, 4, 5]);
    expect(lines.map((line) => [line.start, line.end])).toEqual([
      [0, 5],
      [5, 9],
    ]);
  });

  test("derived text has no offsets", () => {
    expect(setText([piece("下转", -1)], 5)[0]?.runs[0]?.offsets).toEqual([-1, -1]);
  });

  test("a character the face lacks is taken from 宋 or 黑", () => {
    const faces = fakeFaces((face, code) => face !== "hei" && code === 0x9f98);
    const [line] = setText("天龘地", 5, { faces });
    expect(line?.runs.map((run) => [run.face, run.texts.join("")])).toEqual([
      ["song", "天"],
      ["hei", "龘"],
      ["song", "地"],
    ]);
    expect(missingGlyphs([line as Line])).toEqual([]);
  });

  test("a character no face has is told of", () => {
    const lines = setText("天龘地", 5, { faces: fakeFaces((_, code) => code === 0x9f98) });
    expect(missingGlyphs(lines)).toEqual([{ text: "龘", ref: { page: "A1", pos: 0 }, offset: 1 }]);
  });
});

/** Prose-like text: words of Han, Latin, numbers, with the marks that may follow or enclose them. */
const prose = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }).map((length) => HAN.slice(length, length * 2)) },
      {
        weight: 1,
        arbitrary: fc.constantFrom("AI", "2024年", "8.2%", "GDP", "12万人", "http://a.cn/b", "-3℃"),
      },
      { weight: 1, arbitrary: fc.constantFrom("“天地”", "《洪荒》", "（玄黄）", "——", "……", "A·B", "天·地") },
      { weight: 2, arbitrary: fc.constantFrom("，", "。", "、", "；", "：", "？！", "。”", " ") },
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) => parts.join("").trim());
const measures = fc.integer({ min: 16, max: 60 }).map((halves) => halves / 2);
const styles = fc.constantFrom("quanjiao", "kaiming", "banjiao", "plain");
const withoutSpace = (text: string) => text.replace(/\s/g, "");

describe("for any text", () => {
  test("text in is text out", () => {
    fc.assert(
      fc.property(prose, measures, styles, (text, measure, punctuation) => {
        const lines = setText(text, measure, { text: { punctuation }, indent: 2 });
        expect(withoutSpace(textsOf(lines).join(""))).toBe(withoutSpace(text));
        lines.forEach((line, index) => {
          expect(line.start).toBe(lines[index - 1]?.end ?? 0);
          expect(text.slice(line.start, line.end).trim()).toBe(textOf(line));
        });
        expect(lines.at(-1)?.end ?? 0).toBe(text.length);
      }),
      { numRuns: 150 },
    );
  });

  test("no line runs over, and justified lines fill their measure", () => {
    fc.assert(
      fc.property(prose, measures, styles, (text, measure, punctuation) => {
        for (const line of setText(text, measure, { text: { punctuation } })) {
          expect(line.overfull).toBe(false);
          expect(line.gap).toBeGreaterThanOrEqual(0);
          expect(line.width).toBeLessThanOrEqual(measure * SIZE + 1e-4);
          const han = textOf(line).match(/\p{Script=Han}/gu) ?? [];
          if (!line.last && han.length > 1) expect(line.width).toBeCloseTo(measure * SIZE, 3);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("no forbidden mark opens or closes a line", () => {
    // A run of marks as long as the line must break somewhere: this is about text in which marks have words.
    const tame = prose.filter(
      (text) => !/[，。、；：？！”》）—…\s“《（]{4}/.test(text) && /^[\p{Script=Han}A]/u.test(text),
    );
    fc.assert(
      fc.property(tame, measures, styles, (text, measure, punctuation) => {
        const lines = textsOf(setText(text, measure, { text: { punctuation } }));
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。、；：？！”》）—…·%℃]/);
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[“《（]$/);
        expect(lines.join("|")).not.toMatch(/—\|—|…\|…/);
      }),
      { numRuns: 150 },
    );
  });

  test("lines set again from what was kept are the lines set anew", () => {
    const kept = fakeFaces();
    fc.assert(
      fc.property(prose, measures, (text, measure) => {
        const anew = setText(text, measure, { faces: fakeFaces() });
        setText(text, measure + 1, { faces: kept });
        setText(text, measure, { faces: kept });
        expect(setText(text, measure, { faces: kept })).toEqual(anew);
        const byLine = setText(text, () => ({ inset: 0, width: measure * SIZE }), { faces: kept });
        expect(textsOf(byLine)).toEqual(textsOf(anew));
        const moved = setText([piece(text, 7, 99)], measure, { faces: kept });
        expect(moved.flatMap((line) => line.runs.map((run) => run.ref.pos))).toEqual(
          anew.flatMap((line) => line.runs.map(() => 99)),
        );
      }),
      { numRuns: 60 },
    );
  });
});

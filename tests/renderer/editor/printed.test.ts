/** Printed lines read from a sheet: where each ends and what comes after it. */
import { expect, it } from "vitest";
import { BLACK, type GlyphRun, type SetLine, type Sheet } from "../../../core/compose/sheet.ts";
import { printedText } from "../../../renderer/editor/printed.ts";

const line = (block: string, column: number, baseline: number): SetLine => ({
  block,
  column,
  baseline,
  x: column * 126,
  width: 117,
});

const run = (text: string, offset: number, on: SetLine, pos = 10, x = on.x): GlyphRun => ({
  kind: "glyphs",
  face: "song",
  size: 9,
  x,
  y: on.baseline,
  vertical: false,
  gids: [...text].map(() => 1),
  along: [...text].map((_, i) => i * 9),
  texts: [...text],
  ref: { page: "p1", pos },
  offsets: [...text].map((_, i) => offset + i),
  ink: BLACK,
  role: "paragraph",
});

function sheet(items: readonly GlyphRun[], lines: readonly SetLine[]): Sheet {
  return { page: "p1", number: "A1", width: 1, height: 1, bleed: 0, items, lines, fits: [], notes: [] };
}

it("ends lines, columns, blocks and paragraphs", () => {
  const lines = [line("a", 0, 10), line("a", 0, 22), line("a", 1, 10), line("c", 0, 300), line("c", 0, 312)];
  const [one, two, three, four, five] = lines as [SetLine, SetLine, SetLine, SetLine, SetLine];
  const items = [
    // One line of two runs: a word in it is emphasised.
    run("一二", 0, one),
    run("三", 2, one, 10, one.x + 18),
    run("四五", 3, two),
    run("六", 5, three),
    // A space was dropped at the break before it.
    run("七", 7, four),
    run("另段", 0, five, 20, five.x + 18),
  ];
  const printed = printedText([sheet(items, lines)], "p1", 10, 40);
  expect(printed.lines.map(({ from, to, end }) => [from, to, end])).toEqual([
    [11, 14, "line"],
    [14, 16, "column"],
    [16, 18, "block"],
    [18, 19, "end"],
    [21, 23, "end"],
  ]);
  expect(printed.lines.at(-1)?.lead).toBe(18);
  expect(printed).toMatchObject({ last: 23, width: 117 });
});

it("reads only the block that was asked for", () => {
  const only = line("a", 0, 10);
  const printed = printedText([sheet([run("一", 0, only, 50)], [only])], "p1", 10, 40);
  expect(printed).toEqual({ lines: [], last: null, width: null });
});

import { describe, expect, it } from "vitest";
import { setVertical, verticalLength } from "../../../../core/compose/flow/vertical-line.ts";
import { fakeFaces } from "../fake-faces.ts";

const faces = fakeFaces();
const part = (text: string) => ({
  text,
  face: "hei-bold" as const,
  ref: { page: "A1", pos: 0 },
  offset: 0,
  role: "headline",
});

/** What stands in each cell from the top down, "+" before what is upright in a cell of its own (纵中横). */
function cells(text: string): string {
  const { runs } = setVertical(part(text), { size: 10 }, faces);
  const found = runs.flatMap(({ vertical, y, along, texts }) =>
    vertical ? texts.map((cell, i) => ({ y: along[i] ?? 0, cell })) : [{ y, cell: `+${texts.join("")}` }],
  );
  return found.map(({ cell }) => cell).join(" ");
}

describe("a vertical line (竖题)", () => {
  it("sets two or three figures, and short words, upright in one cell", () => {
    expect(cells("12条")).toBe("+12 条");
    expect(cells("320组")).toBe("+320 组");
    expect(cells("5G")).toBe("+5G");
    expect(cells("涨6.8倍")).toBe("涨 +6.8 倍");
    expect(cells("5%")).toBe("+5%");
  });

  it("parts what a cell cannot hold: a unit from its number, a decimal at its point, long numbers and capitals by letters", () => {
    expect(cells("12%")).toBe("+12 +%");
    expect(cells("98.5%")).toBe("+98 . +5 +%");
    expect(cells("160km")).toBe("+160 +km");
    expect(cells("2020年")).toBe("+2 +0 +2 +0 年");
    expect(cells("GDP增长")).toBe("+G +D +P 增 长");
  });

  it("takes an em for a character, half of one for marks that leave half of theirs empty, and for a decimal point", () => {
    expect(verticalLength("江边早市", 10)).toBe(40);
    expect(verticalLength("“早市”，", 10)).toBe(35);
    expect(verticalLength("98.5%", 10)).toBe(35);
  });

  it("loses no character, and knows where each came from", () => {
    const text = "(快讯)5G覆盖率达98.5%，GDP增长6.8%！";
    const { runs } = setVertical(part(text), { size: 10 }, faces);
    const found = runs.flatMap(({ texts, offsets }) =>
      texts.map((cell, i) => [offsets[i] ?? -1, cell] as const),
    );
    expect(found.map(([, cell]) => cell).join("")).toBe(text);
    for (const [offset, cell] of found) expect(text.slice(offset, offset + cell.length)).toBe(cell);
  });
});

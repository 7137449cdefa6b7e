import { describe, expect, test } from "vitest";
import { readCells } from "../../../core/compose/prepare/cells.ts";
import { CLASS } from "../../../core/compose/prepare/classes.ts";
import { endOfMeasureWord, isNumber, isUnit } from "../../../core/compose/prepare/numbers.ts";
import { latinQuotes } from "../../../core/compose/prepare/quotes.ts";
import { breaksInRun, STRENGTH } from "../../../core/compose/prepare/words.ts";
import { fakeFaces } from "./fake-faces.ts";
import { piece } from "./setting.ts";

const cellsOf = (text: string) =>
  readCells([piece(text)], fakeFaces()).map((cell) => text.slice(cell.start, cell.end));
const kindsOf = (text: string) => readCells([piece(text)], fakeFaces()).map((cell) => cell.kind);

describe("cells", () => {
  test("a Han character, a mark, a pair of dashes or dots, a Latin letter are a cell each", () => {
    expect(cellsOf("好——A股……，")).toEqual(["好", "——", "A", "股", "……", "，"]);
  });

  test("characters outside the Basic Multilingual Plane are one cell", () => {
    expect(cellsOf("𠮷野家")).toEqual(["𠮷", "野", "家"]);
  });

  test("what cannot be seen stays with the character before it", () => {
    expect(cellsOf("中\u200b文\ufe00字")).toEqual(["中\u200b", "文\ufe00", "字"]);
  });

  test("the company it keeps tells a mark from a Latin sign", () => {
    expect(kindsOf("京-沪")[1]).toBe(CLASS.connector);
    expect(kindsOf("G-8")[1]).toBe(CLASS.latin);
    expect(kindsOf("选项 --force").slice(2, 4)).toEqual([CLASS.latin, CLASS.latin]);
    expect(kindsOf("白·求")[1]).toBe(CLASS.interpunct);
    expect(kindsOf("记者/通讯员")[2]).toBe(CLASS.solidus);
    expect(kindsOf("km/h")[2]).toBe(CLASS.latin);
    expect(kindsOf("一—二")[1]).toBe(CLASS.connector);
  });
});

describe("quotation marks", () => {
  const isLatin = (text: string) => [...latinQuotes(text)].map((at) => text[at]).join("");
  test.each([
    ["“两会”期间", ""],
    ["他说“OK”就走", ""],
    ["“AI”和“GDP”", ""],
    ["It’s a dog’s life", "’’"],
    ["see “the sea” there", "“”"],
    ["see “大海” there", ""],
  ])("%s", (text, latin) => expect(isLatin(text)).toBe(latin));
});

describe("numbers", () => {
  test.each(["8.2%", "-15", "1,234,567", "160km/h", "10-24", "±0.5", "¥99", "3×4"])("%s is a number", (run) =>
    expect(isNumber(run)).toBe(true),
  );
  test.each(["A4", "GB/T15834", "v2.7.1", "covid"])("%s is none", (run) => expect(isNumber(run)).toBe(false));
  test.each(["km", "kg", "km/h", "m²", "%", "mmHg"])("%s is a unit", (word) =>
    expect(isUnit(word)).toBe(true),
  );

  test.each([
    ["78例", "例"],
    ["5.83万户，", "万户"],
    ["2020年", "年"],
    ["1300多平方公里内", "多平方公里"],
    ["5G基站", ""],
  ])("what belongs to the number in %s", (text, kept) => {
    const start = text.search(/[^\d.]/);
    expect(text.slice(start, endOfMeasureWord(text, start))).toBe(kept);
  });
});

describe("breaks inside a run", () => {
  const shown = (run: string, most: number) => {
    const strengths = breaksInRun(run, () => []);
    return [...run]
      .map((char, at) => (at > 0 && (strengths[at] as number) <= most ? `|${char}` : char))
      .join("");
  };
  test("a short word or code is not broken", () => {
    expect(shown("GB18030", STRENGTH.code)).toBe("GB18030");
    expect(shown("remarkable", STRENGTH.code)).toBe("remarkable");
  });
  test("a compound breaks after its hyphen", () => {
    expect(shown("state-owned", STRENGTH.free)).toBe("state-|owned");
  });
  test("an address breaks before a slash, after other separators", () => {
    expect(shown("www.example.org/news_list/a", STRENGTH.separator)).toBe("www.|example.|org|/news_|list|/a");
  });
  test("digits part from letters, small letters from capitals in long code", () => {
    expect(shown("LSVAM4187maxWidth", STRENGTH.separator)).toBe("LSVAM|4187|max|Width");
  });
  test("a telephone number may end a line with its hyphen, a number may not be broken", () => {
    expect(shown("0731-28560019", STRENGTH.separator)).toBe("0731-|28560019");
    expect(shown("1,234,567,890", STRENGTH.kept)).toBe("1,234,567,890");
  });
});

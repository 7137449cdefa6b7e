import { describe, expect, test } from "vitest";
import { intakeBytes, intakeText } from "../../../core/intake/intake.ts";
import { showOne } from "./show.ts";

const page = `我市图书馆延长开放时间

河东日报记者 陈小北

河东日报讯 3月5日，记者从市图书馆获悉，阅览室每天延长开放两小时，周末不闭

馆。读者可凭证入馆。>>> 下转 A2 版①
`;

describe("intakeText", () => {
  test("a small page", () => {
    expect(showOne(page)).toEqual([
      "headline 我市图书馆延长开放时间",
      "byline 河东日报记者 陈小北",
      "dateline 河东日报讯 3月5日，",
      "paragraph 记者从市图书馆获悉，阅览室每天延长开放两小时，周末不闭馆。读者可凭证入馆。",
      "jump >>> 下转 A2 版①",
    ]);
  });

  test("pages: the first takes the number it is given, the others say theirs", () => {
    const numbers = (text: string, first?: string) =>
      intakeText(text, first === undefined ? {} : { page: first }).pages.map((p) => p.number);
    expect(numbers("新桥。")).toEqual(["A1"]);
    expect(numbers("新桥。\n# B3\n旧桥。", "B2")).toEqual(["B2", "B3"]);
    expect(numbers("\n# A02\r\n新桥。\r\n#A3\r\n旧桥。")).toEqual(["A2", "A3"]);
    expect(numbers("新桥。\n## A2\n# A2 旧桥\n旧桥。")).toEqual(["A1"]);
  });

  test("more lines than any copy has", () => {
    expect(() => intakeText("桥。\n桥。\n桥。", { maxLines: 2 })).toThrow(
      expect.objectContaining({ key: "intake.tooManyLines" }),
    );
  });

  test("no text, or no page number", () => {
    expect(() => intakeText(" \n", { file: "a.txt" })).toThrow(
      expect.objectContaining({ key: "intake.empty", values: { file: "a.txt" } }),
    );
    expect(() => intakeText("# A1\n")).toThrow(expect.objectContaining({ key: "intake.empty" }));
    expect(() => intakeText("新桥。", { page: "头版" })).toThrow(
      expect.objectContaining({ key: "intake.pageNumber", values: { page: "头版" } }),
    );
  });
});

describe("intakeBytes", () => {
  test("a .txt in UTF-16 comes back as text; offsets do not count the mark", async () => {
    const bytes = Uint8Array.from([
      0xff,
      0xfe,
      ...[..."新桥。"].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
    const { draft, text } = await intakeBytes("a.txt", bytes, { digest: () => "" });
    expect(text).toBe("新桥。");
    expect(draft.pages[0]?.articles[0]?.parts[0]).toMatchObject({ map: [{ text: 0, file: 0, length: 3 }] });
  });

  test("a file over the cap is refused before it is looked at", async () => {
    const big = new Uint8Array(21 * 1024 * 1024);
    await expect(intakeBytes("a.txt", big, { digest: () => "" })).rejects.toMatchObject({
      key: "intake.tooLarge",
    });
    await expect(intakeBytes("a.docx", big, { digest: () => "" })).rejects.toMatchObject({
      key: "intake.tooLarge",
    });
  });
});

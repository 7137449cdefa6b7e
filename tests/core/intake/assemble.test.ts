import { describe, expect, test } from "vitest";
import { editionFromJSON, editionToJSON } from "../../../core/edition/edition.ts";
import { readEdition } from "../../../core/edition/reading.ts";
import { checkDate, fileSpan, intakeText, toEdition } from "../../../core/intake/intake.ts";

function counter() {
  let n = 0;
  return () => `id${++n}`;
}

const front = `新桥通车

河东日报记者 陈小北

河东日报讯 3月5日，两岸居民奔走相

告。他们等了十年。>>> 下转 A2 版①

林大海调研时强调
把桥修好
把路修通

河东日报记者 周青

桥要修好。`;

const second = `上接 A1 版①

桥上设有人行道。

菜价平稳

河东日报记者 刘青

菜价平稳。`;

describe("toEdition", () => {
  const file = `${front}\n\n# A2\n\n${second}`;
  const intake = toEdition(intakeText(file), { facts: { date: "2024-03-06" }, newId: counter() });
  const reading = readEdition(intake.edition);

  test("obeys the schema and survives its own file form", () => {
    const again = editionFromJSON(editionToJSON(intake.edition));
    expect(again.pages.map((page, i) => page.eq(intake.edition.pages[i] as never))).toEqual([true, true]);
  });

  test("the front page has a masthead, the others none", () => {
    expect(intake.edition.pages.map((page) => page.firstChild?.type.name)).toEqual([
      "masthead",
      "continuation",
    ]);
  });

  test("the paper is the one its datelines name", () => {
    expect(intake.edition.facts).toMatchObject({ paper: "河东日报", date: "2024-03-06" });
  });

  test("an article is whole: what 上接 opened stands after its jump", () => {
    expect(reading.pages[0]?.articles[0]?.parts.map((part) => `${part.role} ${part.text}`)).toEqual([
      "headline 新桥通车",
      "byline 河东日报记者 陈小北",
      "dateline 河东日报讯 3月5日，",
      "paragraph 两岸居民奔走相告。他们等了十年。",
      "jump >>> 下转 A2 版①",
      "paragraph 桥上设有人行道。",
    ]);
    expect(reading.jumps.all).toMatchObject([
      { target: "A2", continuation: { page: "A2" }, line: "下转 A2 版①" },
    ]);
    expect(reading.jumps.orphans).toEqual([]);
  });

  test("every part leads back to the file", () => {
    for (const page of reading.pages)
      for (const article of page.articles)
        for (const part of article.parts) {
          if (part.text === "") continue;
          for (let i = 0; i < part.text.length; i++) {
            const span = fileSpan(intake, part, i, i + 1);
            if (span) expect(file.slice(span.start, span.end)).toBe(part.text[i]);
            else expect(part.text[i]).toBe(" ");
          }
        }
  });

  test("a span over a cut takes in the break, a span over glue does not matter", () => {
    const parts = reading.pages[0]?.articles.flatMap((article) => article.parts) ?? [];
    const cut = parts.find((part) => part.text.includes("奔走相告"));
    const at = cut?.text.indexOf("相告") ?? 0;
    const span = cut && fileSpan(intake, cut, at, at + 2);
    expect(span && file.slice(span.start, span.end)).toBe("相\n\n告");
    const couple = parts.find((part) => part.text === "把桥修好 把路修通");
    const whole = couple && fileSpan(intake, couple, 0, couple.text.length);
    expect(whole && file.slice(whole.start, whole.end)).toBe("把桥修好\n把路修通");
    expect(couple && fileSpan(intake, couple, 4, 5)).toBeNull();
  });

  test("files make one edition, each with its own offsets", () => {
    const drafts = [intakeText(second, { page: "A2" }), intakeText(front)];
    const both = toEdition(drafts, { newId: counter() });
    expect(both.edition.pages.map((page) => page.attrs.number)).toEqual(["A1", "A2"]);
    const [first] = readEdition(both.edition).pages[0]?.articles ?? [];
    expect(first?.parts.map((part) => both.sources.get(part.node)?.draft)).toEqual([1, 1, 1, 1, 1, 0]);
  });

  test("上接 without a jump stays as an orphan, its text kept", () => {
    const alone = toEdition(intakeText("上接 A1 版③\n\n桥上设有人行道。", { page: "A2" }), {
      newId: counter(),
    });
    const reading = readEdition(alone.edition);
    expect(reading.jumps.orphans).toMatchObject([{ page: "A2", literal: { page: "A1", number: 3 } }]);
    expect(reading.pages[0]?.articles.flatMap((a) => a.parts).map((part) => part.text)).toContain(
      "桥上设有人行道。",
    );
  });

  test("a page twice, within a file or among files", () => {
    expect(() => intakeText(`# A2\n新桥。\n# A02\n旧桥。`, { file: "a.txt" })).toThrow(
      expect.objectContaining({ key: "intake.pageTwice", values: { file: "a.txt", line: 3, page: "A2" } }),
    );
    expect(() => toEdition([intakeText("新桥。"), intakeText("旧桥。")], { newId: counter() })).toThrow(
      expect.objectContaining({ key: "intake.pageTwiceAcross" }),
    );
  });

  test("days that are in no calendar", () => {
    for (const date of ["2020-02-30", "2021-02-29", "2020-13-01", "2020-00-10", "2020-2-3", "昨天"]) {
      expect(() => toEdition(intakeText("新桥。"), { facts: { date }, newId: counter() })).toThrow(
        expect.objectContaining({ key: "intake.date", values: { date } }),
      );
    }
    expect(checkDate("2020-02-29")).toBe("2020-02-29");
    expect(checkDate("2000-02-29")).toBe("2000-02-29");
    expect(() => checkDate("1900-02-29")).toThrow();
  });

  test("folio lines give paper and date and are part of no article", () => {
    const draft = intakeText(
      "河东日报 2024年3月6日 星期三 A1\n\n新桥通车\n\n河东日报记者 陈小北\n\n通车了。",
    );
    expect(draft).toMatchObject({ paper: "河东日报", date: "2024-03-06" });
    expect(draft.pages[0]?.folio.map((line) => line.text)).toEqual(["河东日报 2024年3月6日 星期三 A1"]);
  });
});

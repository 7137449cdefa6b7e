/** Intake on real pages and bulletins that are not part of the repository; skipped where they are absent. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { intakeText } from "../../../core/intake/intake.ts";
import { coverageFault, showArticle } from "./show.ts";

const shared = fileURLToPath(new URL("../../../../shared/", import.meta.url));
const page = `${shared}samples/zhuzhou-daily-2020-02-18-a1.txt`;
const bulletins = `${shared}bulletins/dev/`;

describe.skipIf(!existsSync(page))("a real front page", () => {
  const file = existsSync(page) ? readFileSync(page, "utf8") : "";
  const read = () => intakeText(file).pages[0]?.articles ?? [];
  const count = (role: string) =>
    read()
      .flatMap((a) => a.parts)
      .filter((part) => part.role === role).length;

  test("nine articles, each with its headline, seven with a dateline", () => {
    expect(read().map((article) => article.parts.filter((part) => part.role === "headline").length)).toEqual(
      Array.from({ length: 9 }, () => 1),
    );
    const counts = ["kicker", "deck", "series", "byline", "dateline", "crosshead", "picture", "jump"].map(
      (role) => [role, count(role)] as const,
    );
    expect(Object.fromEntries(counts)).toEqual({
      kicker: 4,
      deck: 2,
      series: 1,
      byline: 10,
      dateline: 6,
      crosshead: 4,
      picture: 1,
      jump: 2,
    });
  });

  test("one commentary; every paragraph begins and ends as a paragraph does", () => {
    expect(
      read()
        .map((article) => article.kind)
        .filter((kind) => kind === "commentary"),
    ).toHaveLength(1);
    const paragraphs = read()
      .flatMap(showArticle)
      .filter((line) => line.startsWith("paragraph "));
    expect(paragraphs.filter((line) => !/[。？！][”）]?$/.test(line))).toEqual([]);
    expect(paragraphs.filter((line) => /^paragraph [，。、；：”）]/.test(line))).toEqual([]);
  });

  test("nothing lost, nothing doubled", () => {
    expect(coverageFault(file, intakeText(file))).toBe("");
  });
});

describe.skipIf(!existsSync(bulletins))("real bulletins", () => {
  const names = existsSync(bulletins) ? readdirSync(bulletins).filter((name) => name.endsWith(".txt")) : [];

  test.each(names)("%s is one article, a paragraph a line", (name) => {
    const file = readFileSync(bulletins + name, "utf8");
    const draft = intakeText(file);
    expect(coverageFault(file, draft)).toBe("");
    const [article, ...others] = draft.pages[0]?.articles ?? [];
    expect(others).toEqual([]);
    const roles = article?.parts.map((part) => part.role) ?? [];
    const lines = file.split("\n").filter((line) => line.trim() !== "").length;
    expect(roles.filter((role) => role === "headline" || role === "paragraph")).toHaveLength(lines);
    expect(roles.filter((role) => !["headline", "dateline", "paragraph"].includes(role))).toEqual([]);
    const headline = article?.parts.find((part) => part.role === "headline");
    if (headline?.role === "headline") expect(headline.text).not.toMatch(/[。，]/);
  });
});

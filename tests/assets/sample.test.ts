/**
 * The sample edition keeps its word: nine articles on A1, two that jump, and figures of A2 that all hold.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readJumps } from "../../core/edition/jumps.ts";
import { readEdition } from "../../core/edition/reading.ts";
import { broadsheet } from "../../core/edition/style.ts";
import { intakeText, toEdition } from "../../core/intake/intake.ts";
import { createGazetteer } from "../../core/proof/gazetteer.ts";
import { proofread } from "../../core/proof/proofread.ts";

const asset = (path: string) => readFileSync(new URL(`../../assets/${path}`, import.meta.url), "utf8");

const about: { facts: Record<string, string>; pages: { number: string; text: string }[] } = JSON.parse(
  asset("sample/edition.json"),
);
const drafts = about.pages.map(({ number, text }) =>
  intakeText(asset(`sample/${text}`), { file: text, page: number }),
);

function edition() {
  let id = 0;
  return toEdition(drafts, { newId: () => `n${++id}`, facts: about.facts }).edition;
}

test("A1 holds nine articles: eight of news, one commentary", () => {
  const articles = drafts[0]?.pages[0]?.articles ?? [];
  expect(articles.map((article) => article.kind)).toEqual([...Array(7).fill("news"), "commentary", "news"]);
  for (const { parts } of articles) {
    expect(parts.filter((part) => part.role === "headline")).toHaveLength(1);
    expect(parts.some((part) => part.role === "byline")).toBe(true);
  }
});

test("both jumps are continued on A2, and what the lines say is what they must say", () => {
  const { all, orphans } = readJumps(edition());
  expect(orphans).toEqual([]);
  expect(all.map((jump) => [jump.line, jump.continuation?.page])).toEqual([
    ["下转 A2 版①", "A2"],
    ["下转 A2 版②", "A2"],
  ]);
});

test("the picture of edition.json has its caption on the page it names", () => {
  const { pictures } = JSON.parse(asset("sample/edition.json")) as { pictures: { caption: string }[] };
  for (const { caption } of pictures) expect(asset("sample/A1.txt")).toContain(caption);
});

test("one sum of A1 fails by one; every relation of A2 holds", () => {
  const gazetteer = createGazetteer(JSON.parse(asset("gazetteer/house.json")));
  const reading = readEdition(edition());
  const { relations } = proofread(reading, { gazetteer, style: broadsheet, rules: [] });
  const page = new Map(
    reading.pages.flatMap(({ number, articles }) =>
      articles.flatMap(({ parts }) => parts.map((part) => [part, number] as const)),
    ),
  );
  const failing = relations.filter((relation) => !relation.holds && relation.kind === "sum");
  expect(
    failing.map(({ total, parts }) => [total.value, parts.reduce((sum, p) => sum + p.value, 0)]),
  ).toEqual([[78, 79]]);
  const second = relations.filter(({ span }) => page.get(span.from.part) === "A2");
  expect(second.length).toBeGreaterThan(5);
  expect(second.filter(({ holds }) => !holds)).toEqual([]);
});

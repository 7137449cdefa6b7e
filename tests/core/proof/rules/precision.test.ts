/** Correct prose is left in peace. */
import { describe, expect, test } from "vitest";
import { broadsheet } from "../../../../core/edition/style.ts";
import { rules } from "../../../../core/proof/rules/rules.ts";
import { editionOf, editionOfPages } from "./page.ts";
import { PROSE as NEWS } from "./prose.ts";
import { MORE_PROSE } from "./prose-more.ts";
import { run, told } from "./run.ts";

const options = { paper: "株洲日报", date: "2020-02-18" };
const PROSE = [...NEWS, ...MORE_PROSE];
const characters = PROSE.join("").length;

describe(`${characters} characters of correct prose`, () => {
  test("raise no error and no warning", () => {
    const alarms = PROSE.flatMap((text) => run(rules, editionOfPages(text, options)))
      .filter(({ severity }) => severity !== "advice")
      .map(told);
    expect(alarms).toEqual([]);
  });

  test("raise none either as the stories of one page", () => {
    const page = editionOfPages(PROSE.join("\n\n"), options);
    expect(
      run(rules, page)
        .filter(({ severity }) => severity !== "advice")
        .map(told),
    ).toEqual([]);
  });

  test("raise no more than a remark on style in each 1,000 characters", () => {
    const remarks = PROSE.flatMap((text) => run(rules, editionOfPages(text, options))).map(told);
    expect(remarks.length, remarks.join("\n")).toBeLessThanOrEqual(characters / 1000);
  });
});

describe("the house style", () => {
  test("accepts words: what the lexicon covers is left alone", () => {
    const text = "水库水库大坝的加固工程已经完工，来渡假村住宿的客人多了。";
    const proof = { ...broadsheet.proof, lexicon: ["水库水库", "渡假村"] };
    expect(run(rules, editionOf(text, options))).toHaveLength(2);
    expect(run(rules, editionOf(text, { ...options, style: { ...broadsheet, proof } }))).toEqual([]);
  });

  test("adds places: a near miss of the house's own zone is shown, the zone itself is not", () => {
    const proof = { ...broadsheet.proof, places: [{ name: "云泷示范区", parent: "株洲" }] };
    const style = { ...broadsheet, proof };
    const told = (text: string) =>
      run(rules, editionOf(text, { ...options, style })).flatMap(({ fixes }) => fixes.map((fix) => fix.text));
    expect(told("荷塘区、石峰区、云泷示范区和芦淞区都派了人。")).toEqual([]);
    expect(told("荷塘区、石峰区、云隆示范区和芦淞区都派了人。")).toEqual(["云泷示范区"]);
  });

  test("lists people: their names are checked from the first mention on, and their order", () => {
    const people = [
      { name: "段慕白", title: "市委书记" },
      { name: "喻敬之", title: "市长" },
    ];
    const style = { ...broadsheet, proof: { ...broadsheet.proof, people } };
    const findings = run(rules, editionOf("市长喻静之到会。\n喻敬之、段慕白参加。", { ...options, style }));
    expect(findings.map(told)).toEqual([
      "people warning 喻静之: “喻静之”与本报名单上的“喻敬之”只差一字",
      "people warning 段慕白: 按本报名单，“段慕白”应排在“喻敬之”之前",
    ]);
  });
});

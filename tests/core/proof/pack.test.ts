import { describe, expect, test } from "vitest";
import { word } from "../../../core/catalogue/catalogue.ts";
import { readEdition } from "../../../core/edition/reading.ts";
import { broadsheet } from "../../../core/edition/style.ts";
import { Problem } from "../../../core/problem.ts";
import { createGazetteer } from "../../../core/proof/gazetteer.ts";
import { packText, readPack, withOnlyPack, withPack } from "../../../core/proof/pack.ts";
import { proofread } from "../../../core/proof/proofread.ts";
import { allRules } from "../../../core/proof/rules/all.ts";
import { editionOf } from "./rules/page.ts";

const pack = {
  name: "本报",
  off: ["form"],
  severity: { wording: "advice" },
  lexicon: ["渡假村"],
  places: [{ name: "云泷示范区", parent: "株洲" }],
  people: [{ name: "段慕白", title: "市委书记" }],
  terms: [{ term: "最佳", instead: "知名", severity: "error" }],
  forms: { byline: "slash" },
};

function fault(value: unknown): string {
  try {
    readPack(typeof value === "string" ? value : JSON.stringify(value), "pack.json");
  } catch (error) {
    if (error instanceof Problem) return word("en", error.key, error.values);
    throw error;
  }
  throw new Error("nothing was found wrong");
}

describe("a rule pack", () => {
  test("adds to a style and can be written out again", () => {
    const style = withPack(
      { ...broadsheet, proof: { ...broadsheet.proof, off: ["country"] } },
      readPack(JSON.stringify(pack)),
    );
    const forms = { ...broadsheet.proof.forms, byline: "slash" };
    expect(style.proof).toEqual({ ...pack, name: undefined, off: ["country", "form"], forms });
    expect(withPack(broadsheet, readPack(packText(style)))).toEqual({ ...style, name: broadsheet.name });
  });

  test("can stand in place of all that a style decides", () => {
    const before = {
      ...broadsheet.proof,
      off: ["country"],
      lexicon: ["水笼头"],
      places: [{ name: "旧区", parent: "株洲" }],
    };
    const style = withOnlyPack({ ...broadsheet, proof: before }, readPack(JSON.stringify(pack)));
    expect(style.proof).toEqual(withPack(broadsheet, readPack(JSON.stringify(pack))).proof);
  });

  test("may leave every list out", () => {
    expect(withPack(broadsheet, readPack("{}")).proof).toEqual(broadsheet.proof);
  });

  test("decides what is reported, and how gravely", () => {
    const text = "全城最佳的渡假村开放，如今一如继往地忙，屋里的水笼头坏了。";
    const told = (style = broadsheet) =>
      proofread(readEdition(editionOf(text, { style })), {
        style,
        gazetteer: createGazetteer(style.proof.places),
        rules: allRules,
      }).findings.map(({ rule, severity, message }) => `${rule} ${severity} ${message.values.quote}`);
    expect(told()).toEqual(["wording warning 渡假村", "wording error 一如继往", "wording warning 水笼头"]);
    expect(told(withPack(broadsheet, readPack(JSON.stringify(pack))))).toEqual([
      "house-terms error 最佳",
      "wording advice 一如继往",
      "wording advice 水笼头",
    ]);
  });

  test.each<[unknown, string]>([
    ['{\n"off": [,]}', "pack.json is not valid JSON: line 2"],
    ["[]", "pack.json must be an object"],
    [
      { of: [] },
      "pack.json: of is unknown; known here are name, off, severity, lexicon, places, people, terms, forms",
    ],
    [{ off: "form" }, "pack.json: off must be a list"],
    [{ off: ["forms"] }, "pack.json: off[0]: there is no rule “forms”; docs/rules.md lists them"],
    [
      { severity: { form: "fatal" } },
      "pack.json: severity.form must be error, warning or advice, not “fatal”",
    ],
    [{ lexicon: ["对", 3] }, "pack.json: lexicon[1] must be text"],
    [{ people: [{ name: "段" }] }, "pack.json: people[0].name must be text of at least 2 characters"],
    [{ places: [{ name: "云泷示范区" }] }, "pack.json: places[0].parent is missing"],
    [
      { terms: [{ word: "最佳" }] },
      "pack.json: terms[0].word is unknown; known here are term, instead, severity",
    ],
  ])("says what is wrong and where: %j", (value, message) => {
    expect(fault(value)).toBe(message);
  });
});

/** A decision holds for what a finding says, wherever that stands: on a page of another name, in another version. */
import { describe, expect, test } from "vitest";
import { applyChanges } from "../../../core/edition/change.ts";
import { setPageTitle } from "../../../core/edition/commands.ts";
import type { Edition } from "../../../core/edition/edition.ts";
import { readEdition } from "../../../core/edition/reading.ts";
import { decidedOf } from "../../../core/proof/decided.ts";
import { createGazetteer } from "../../../core/proof/gazetteer.ts";
import { proofread } from "../../../core/proof/proofread.ts";
import { allRules } from "../../../core/proof/rules/all.ts";
import { editionOfPages } from "./rules/page.ts";

const page = (body: string) =>
  editionOfPages(`# A1\n\n水库加固\n${body}`, { paper: "株洲日报", date: "2020-02-18" });
const text = "水库水库大坝的加固工程已经完工。\n来渡假村住宿的客人多了。";

function findings(edition: Edition, subjects: readonly string[] = []) {
  const reading = readEdition(edition);
  const { style } = edition;
  const proofing = proofread(reading, {
    style,
    gazetteer: createGazetteer(style.proof.places),
    rules: allRules,
  });
  return decidedOf(
    proofing,
    reading,
    subjects.map((subject) => ({ subject })),
  ).findings;
}

const open = (edition: Edition, subjects: readonly string[]) =>
  findings(edition, subjects).flatMap(({ decision, quote }) => (decision ? [] : [quote]));

describe("what was decided", () => {
  const before = page(text);
  const subjects = findings(before).map(({ subject }) => subject);

  test("is about two findings", () => {
    expect(open(before, [])).toEqual(["水库水库", "渡假村"]);
    expect(open(before, subjects)).toEqual([]);
  });

  test("holds on a page that got another name", () => {
    const renamed = applyChanges(before, setPageTitle("A1", "民生")(before, () => "new") ?? []);
    expect(renamed.pages[0]?.attrs.title).toBe("民生");
    expect(open(renamed, subjects)).toEqual([]);
  });

  test("holds in an earlier or later version, where the words stand elsewhere in the article", () => {
    expect(open(page(`开工一年来，进展顺利。\n${text}`), subjects)).toEqual([]);
  });

  test("does not hold for other words, nor for the same words beside others", () => {
    expect(open(page("水库水库大坝的加固工程已经完工。\n来渡假区住宿的客人多了。"), subjects)).toEqual([
      "渡假区",
    ]);
    expect(open(page("东江水库水库大坝的加固工程已经完工。"), subjects)).toHaveLength(1);
  });
});

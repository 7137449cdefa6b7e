/** Correct prose is left in peace. */
import { describe, expect, test } from "vitest";
import { rules } from "../../../../core/proof/rules/rules.ts";
import { editionOfPages } from "./page.ts";
import { PROSE } from "./prose.ts";
import { run, told } from "./run.ts";

const options = { paper: "株洲日报", date: "2020-02-18" };
const characters = PROSE.join("").length;

describe(`${characters} characters of correct prose`, () => {
  test("raise no error and no warning", () => {
    const alarms = PROSE.flatMap((text) => run(rules, editionOfPages(text, options)))
      .filter(({ severity }) => severity !== "advice")
      .map(told);
    expect(alarms).toEqual([]);
  });

  test("raise no more than a remark on style in each 1,000 characters", () => {
    const remarks = PROSE.flatMap((text) => run(rules, editionOfPages(text, options))).map(told);
    expect(remarks.length, remarks.join("\n")).toBeLessThanOrEqual(characters / 1000);
  });
});

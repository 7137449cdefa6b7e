/** What the newsroom keeps for its editions counts on the command line as it does at the desk. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dayang, deskFolder } from "./run.ts";

const desk = deskFolder();
mkdirSync(join(desk.path, "home"));
const keep = (pack: unknown) => desk.file("home/house.json", JSON.stringify(pack));
const env = { DAYANG_HOME: join(desk.path, "home") };
const story = desk.file("story.txt", "新渠通水\n昨日上午，新渠通水，村民们喜大普奔，在渠边站了很久。\n");

/** Rules and words of the findings of `check --json`. */
function findings(file: string): string[] {
  const { out } = dayang(["check", "--json", file], { env });
  const { findings } = JSON.parse(out) as { findings: { rule: string; quote: string }[] };
  return findings.map(({ rule, quote }) => `${rule} ${quote}`);
}

test("a text is proofed by the kept rules, and an edition imported under them keeps them", () => {
  keep({ terms: [{ term: "喜大普奔", instead: "奔走相告" }] });
  expect(findings(story)).toEqual(["house-terms 喜大普奔"]);
  const edition = join(desk.path, "a1.dayang");
  expect(dayang(["import", story, "-o", edition], { env }).code).toBe(0);
  keep({});
  expect(findings(story)).toEqual([]);
  expect(findings(edition)).toEqual(["house-terms 喜大普奔"]);
});

test("kept rules that cannot be read are told of, and nothing is proofed by half of them", () => {
  keep({ off: ["no-such-rule"] });
  const { code, out, err } = dayang(["check", story], { env });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("house.json");
});

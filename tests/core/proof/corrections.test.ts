import { describe, expect, test } from "vitest";
import { readEdition } from "../../../core/edition/reading.ts";
import { redCheck } from "../../../core/edition/red-check.ts";
import { broadsheet } from "../../../core/edition/style.ts";
import { correctionsOf } from "../../../core/proof/corrections.ts";
import { type DecidedFinding, decidedOf } from "../../../core/proof/decided.ts";
import { createGazetteer } from "../../../core/proof/gazetteer.ts";
import { proofread } from "../../../core/proof/proofread.ts";
import { allRules } from "../../../core/proof/rules/all.ts";
import { editionOfPages } from "./rules/page.ts";

type Verdict = { subject: string; verdict: string };

const options = { gazetteer: createGazetteer([]), style: broadsheet, rules: allRules };
const page = (body: string) =>
  editionOfPages(`修桥铺路\n${body}\n\n秋粮丰收\n全县秋粮长势良好，农户笑逐颜开。`);

function proofed(edition: ReturnType<typeof page>, decisions: readonly Verdict[] = []) {
  const reading = readEdition(edition);
  return { reading, findings: decidedOf(proofread(reading, options), reading, decisions).findings };
}

/** What was asked for on `then`, and what became of it on `now`; and what nobody asked for. */
function checked(
  then: string,
  now: string,
  decide: (found: readonly DecidedFinding<Verdict>[]) => Verdict[] = () => [],
) {
  const [a, b] = [page(then), page(now)];
  const decisions = decide(proofed(a).findings);
  const { corrections, unasked } = redCheck(a, b, correctionsOf(proofed(a, decisions), proofed(b)));
  return {
    asked: corrections.map(
      ({ correction, outcome, before, after }) => `${correction.rule} ${before}→${after} ${outcome}`,
    ),
    unasked: unasked.map(({ before, after }) => `${before?.words}→${after?.words}`),
  };
}

const sum = (total: number, east = 3) => `全县修桥${total}座，其中东江镇${east}座、西江镇2座。`;

describe("corrections that a proof asks for", () => {
  test("a sum is made when its total is right, and when its parts are", () => {
    expect(checked(sum(6), sum(5))).toEqual({ asked: ["sum 6座→5座 made"], unasked: [] });
    expect(checked(sum(6), sum(6, 4)).unasked).toEqual([]);
    expect(checked(sum(6), sum(6, 4)).asked).toEqual([expect.stringMatching(/^sum 6座→6座 (made|other)$/)]);
  });

  test("a sum that was made wrong otherwise is other, and one left alone is open", () => {
    expect(checked(sum(6), sum(7)).asked).toEqual(["sum 6座→7座 other"]);
    expect(checked(sum(6), sum(6))).toEqual({ asked: ["sum 6座→6座 open"], unasked: [] });
  });

  test("doubled words with a fix are made when the fix was", () => {
    const [then, now] = ["水库水库大坝的加固工程已经完工。", "水库大坝的加固工程已经完工。"];
    const { asked, unasked } = checked(then, now);
    expect(asked).toEqual([expect.stringMatching(/^doubled.* made$/)]);
    expect(unasked).toEqual([]);
  });

  test("a finding that was ignored asks for nothing, and what is changed there was not asked for", () => {
    const ignored = checked(sum(6), sum(7), (found) =>
      found
        .filter(({ finding }) => finding.rule === "sum")
        .map(({ subject }) => ({ subject, verdict: "ignored" })),
    );
    expect(ignored).toEqual({ asked: [], unasked: ["6→7"] });
  });
});

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Edition } from "../../../core/edition/edition.ts";
import { readEdition } from "../../../core/edition/reading.ts";
import { schema } from "../../../core/edition/schema.ts";
import { broadsheet } from "../../../core/edition/style.ts";
import { intakeText, toEdition } from "../../../core/intake/intake.ts";
import { createGazetteer } from "../../../core/proof/gazetteer.ts";
import type { Proofing } from "../../../core/proof/proofing.ts";
import { type ProofreadOptions, proofread } from "../../../core/proof/proofread.ts";
import { quoteOf } from "../../../core/proof/report.ts";
import type { Rule } from "../../../core/proof/rule.ts";
import { figureRules } from "../../../core/proof/rules/figures.ts";
import { editionOfPages } from "./rules/page.ts";

const options: ProofreadOptions = { gazetteer: createGazetteer([]), style: broadsheet, rules: figureRules };

const page = (sum: number) =>
  editionOfPages(
    `修桥铺路\n全县修桥${sum}座，其中东江镇3座、西江镇2座。\n\n秋粮丰收\n全县秋粮面积12万亩，其中东江镇7万亩、西江镇5万亩。`,
  );

/** The same edition with the first article's body typed anew; the second article is the same node. */
function withFirstBody(edition: Edition, words: string): Edition {
  const old = edition.pages[0];
  if (!old) throw new RangeError("the edition has no page");
  const blocks = old.children.map((block, i) =>
    i === 0
      ? block.copy(block.content.replaceChild(1, schema.node("paragraph", null, [schema.text(words)])))
      : block,
  );
  return { ...edition, pages: [schema.node("page", old.attrs, blocks)] };
}

const told = ({ findings, relations, figures }: Proofing) => ({
  findings: findings.map(({ rule, span, message }) => [rule, span.from.part.pos, span.from.offset, message]),
  relations: relations.map(({ kind, holds, total }) => [
    kind,
    holds,
    quoteOf(total.span),
    total.span.from.part.pos,
  ]),
  figures: figures.map(({ span, state }) => [quoteOf(span), state, span.from.part.pos]),
});

describe("proofread", () => {
  test("gives every figure a state, in reading order", () => {
    const { figures } = proofread(readEdition(page(6)), options);
    expect(figures.map(({ span, state }) => `${quoteOf(span)} ${state}`)).toEqual([
      "6座 contradicted",
      "3座 contradicted",
      "2座 contradicted",
      "12万亩 verified",
      "7万亩 verified",
      "5万亩 verified",
    ]);
  });

  test("after an edit gives what a fresh reading gives, places included", () => {
    const edition = page(5);
    proofread(readEdition(edition), options);
    const edited = withFirstBody(edition, "经过一年努力，全县修桥6座，其中东江镇3座、西江镇2座。");
    const again = proofread(readEdition(edited), options);
    const fresh = proofread(
      readEdition({ ...edited, pages: edited.pages.map((p) => schema.nodeFromJSON(p.toJSON())) }),
      options,
    );
    expect(told(again)).toEqual(told(fresh));
    expect(again.findings).toHaveLength(1);
  });

  test("re-runs the rules for the article that changed, and no other", () => {
    const seen: string[] = [];
    const spy: Rule = {
      ...(figureRules[0] as Rule),
      id: "spy",
      article({ article }) {
        seen.push(article.headline ?? "");
        return [];
      },
    };
    const watched = { ...options, rules: [spy] };
    const edition = page(5);
    proofread(readEdition(edition), watched);
    proofread(readEdition(withFirstBody(edition, "全县修桥5座。")), watched);
    expect(seen).toEqual(["修桥铺路", "秋粮丰收", "修桥铺路"]);
  });

  test("the house style switches rules off and changes how grave they are", () => {
    const reading = readEdition(page(6));
    const style = (proof: Partial<typeof broadsheet.proof>) => ({
      ...broadsheet,
      proof: { ...broadsheet.proof, ...proof },
    });
    expect(proofread(reading, { ...options, style: style({ off: ["sum"] }) }).findings).toEqual([]);
    const advice = proofread(reading, { ...options, style: style({ severity: { sum: "advice" } }) });
    expect(advice.findings.map(({ severity }) => severity)).toEqual(["advice"]);
  });
});

const sample = new URL("../../../../shared/samples/zhuzhou-daily-2020-02-18-a1.txt", import.meta.url);

describe.skipIf(!existsSync(sample))("the shared page", () => {
  const text = existsSync(sample) ? readFileSync(sample, "utf8") : "";
  const check = (changed: string) => {
    let ids = 0;
    const { edition } = toEdition(intakeText(changed), {
      facts: { date: "2020-02-18" },
      newId: () => `id${++ids}`,
    });
    return proofread(readEdition(edition), options);
  };
  const additive = (proofing: Proofing) =>
    proofing.relations.filter(({ kind }) => kind === "sum" || kind === "balance");

  test("every sum and balance of it holds, the last term in the next sentence included", () => {
    expect(
      additive(check(text)).map(({ holds, total, parts }) => [
        holds,
        total.value,
        parts.map((part) => part.value),
      ]),
    ).toEqual([
      [true, 78, [33, 45]],
      [true, 78, [21, 11, 10, 10, 9, 8, 7, 2]],
      [true, 33, [8, 6, 5, 4, 2, 1, 7]],
    ]);
  });

  test("nothing is reported but the figure that only the headline gives", () => {
    expect(check(text).findings.map(({ rule, span }) => [rule, quoteOf(span)])).toEqual([
      ["headline-figure", "16.29万元"],
    ]);
  });

  test("each of its figures, changed, is shown once and at its place", () => {
    // Where a figure stands: its nth occurrence of the words around it in the file.
    for (const { total, parts } of additive(check(text))) {
      for (const { span, value } of [total, ...parts]) {
        const quote = quoteOf(span);
        const { part } = span.from;
        const before = part.text.slice(Math.max(0, span.from.offset - 3), span.from.offset);
        for (const changed of [value + 1, Math.max(0, value - 1)]) {
          const at = text.indexOf(before + quote);
          const wrong = `${changed}${quote.replace(/^\d+/, "")}`;
          if (at < 0 || text.indexOf(before + quote, at + 1) >= 0) continue;
          const proofing = check(
            text.slice(0, at) + before + wrong + text.slice(at + before.length + quote.length),
          );
          const findings = proofing.findings.filter(({ rule }) => rule === "sum" || rule === "balance");
          expect(findings).toHaveLength(1);
          const places = findings.flatMap((finding) => [finding.span, ...finding.evidence]).map(quoteOf);
          expect(places).toContain(wrong);
        }
      }
    }
  });
});

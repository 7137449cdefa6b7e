/** Our own stories, read as a reader reads them: what they add up is found, and correct text raises no alarm. */
import { describe, expect, test } from "vitest";
import { broadsheet } from "../../../../core/edition/style.ts";
import { createGazetteer } from "../../../../core/proof/gazetteer.ts";
import { proofread } from "../../../../core/proof/proofread.ts";
import { figureRules } from "../../../../core/proof/rules/figures.ts";
import { readingOf } from "../bulletin.ts";
import { corpus, type Labelled } from "./corpus.ts";

const options = { gazetteer: createGazetteer([]), style: broadsheet, rules: figureRules };
const stories = corpus();
const added = ({ kind }: Labelled) => kind === "sum" || kind === "balance";
const line = (kind: string, total: number, parts: readonly number[]) =>
  `${kind} ${total}=${[...parts].sort((a, b) => a - b).join("+")}`;

/** Stories of which not everything is read yet, or where correct text raises a question; each a reason to go on. */
const known = new Set(["economy 14", "relief 6"]);

describe.each(stories.filter(({ kept, name }) => !kept && !known.has(name)).map((s) => [s.name, s] as const))(
  "%s",
  (_, story) => {
    const { relations, findings } = proofread(readingOf(story.text), options);

    test("sums and balances", () => {
      const told = relations
        .filter(({ kind }) => kind === "sum" || kind === "balance")
        .map(({ kind, total, parts }) =>
          line(
            kind,
            total.value,
            parts.map(({ value }) => value),
          ),
        );
      const labelled = story.relations
        .filter(added)
        .map(({ kind, total, parts }) => line(kind, total, parts));
      expect([...new Set(told)].sort()).toEqual([...new Set(labelled)].sort());
    });

    test("no alarm", () => {
      expect(findings.filter(({ severity }) => severity !== "advice").map(({ message }) => message)).toEqual(
        [],
      );
    });
  },
);

test("stories kept back raise no error", () => {
  const errors = stories
    .filter(({ kept }) => kept)
    .flatMap(({ text }) => proofread(readingOf(text), options).findings)
    .filter(({ severity }) => severity === "error");
  expect(errors.length).toBe(0);
});

test("every label adds up", () => {
  for (const { name, relations } of stories)
    for (const { kind, total, parts } of relations) {
      if (kind !== "sum") continue;
      const sum = parts.reduce((a, b) => a + b, 0);
      // Parts in a smaller scale than their total (1.2亿, 8000万) are told apart by their size.
      const scaled = parts.reduce((a, b) => a + (b > total * 20 ? b / 10_000 : b), 0);
      const off = Math.min(Math.abs(sum - total), Math.abs(scaled - total));
      // Shares are each rounded.
      expect(off, name).toBeLessThan(total === 100 ? 0.06 * parts.length : 0.06);
    }
});

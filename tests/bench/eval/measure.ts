/** One set of labelled texts, measured and printed. */
import type { Relation } from "../../../core/proof/proofing.ts";
import type { Labelled, Story } from "../../core/proof/corpus/corpus.ts";
import { check, isAdditive, lineOf, lineOfRelation } from "./check.ts";
import { changeFigures, noSlips, type Slips } from "./slips.ts";

/** Labelled kinds that Dayang tells as another; a subset is no relation at all. */
const KIND: Readonly<Record<string, string>> = {
  percent: "ratio",
  ratio: "ratio",
  pctsum: "sum",
  growth: "change",
  diff: "change",
};

export const percent = (a: number, b: number) => (b === 0 ? "  –  " : `${((a / b) * 100).toFixed(1)}%`);
const cell = (value: string | number, width: number) => String(value).padStart(width);

interface Kind {
  labelled: number;
  found: number;
  told: number;
  right: number;
}

/** `aloud` lists what was missed. */
export function measure(title: string, stories: readonly Story[], aloud: boolean): void {
  const kinds = new Map<string, Kind>();
  const count = (kind: string): Kind => {
    const entry = kinds.get(kind) ?? { labelled: 0, found: 0, told: 0, right: 0 };
    kinds.set(kind, entry);
    return entry;
  };
  const slips = noSlips();
  let alarms = 0;
  let errors = 0;
  for (const { name, text, relations: labels } of stories) {
    const say = (line: string) => aloud && console.log(`${name} ${line}`);
    const clean = check(text);
    const told = new Map(clean.relations.map((relation) => [lineOfRelation(relation), relation]));
    const expected = expectedOf(labels);
    for (const [key, kind] of expected) {
      const entry = count(kind);
      entry.labelled++;
      if (told.has(key)) entry.found++;
      else say(`missed  ${key}`);
    }
    for (const [key, relation] of told) {
      const entry = count(relation.kind);
      entry.told++;
      if (expected.has(key)) entry.right++;
      else if (relation.kind !== "same") say(`extra   ${key} ${relation.holds}`);
    }
    for (const finding of clean.alarms) {
      const total = String(finding.message.values.total ?? "");
      const ambiguous = labels.some(
        (label) => label.claimed === "ambiguous" && total.startsWith(String(label.total)),
      );
      if (ambiguous && finding.severity === "warning") continue;
      alarms++;
      if (finding.severity === "error") errors++;
      const { rule, severity, message } = finding;
      say(`alarm   ${rule} ${severity} ${message.key} ${JSON.stringify(message.values)}`);
    }
    const isRight = (relation: Relation) => expected.has(lineOfRelation(relation));
    changeFigures(text, clean, isRight, slips, say);
  }
  print(title, stories.length, kinds, { alarms, errors }, slips);
}

/** Kind of every labelled relation, by its line. */
function expectedOf(labels: readonly Labelled[]): Map<string, string> {
  return new Map(
    labels
      .filter(({ kind }) => kind !== "subset")
      .map((label) => {
        const kind = KIND[label.kind] ?? label.kind;
        return [lineOf(kind, label.total, label.parts), kind];
      }),
  );
}

function print(
  title: string,
  texts: number,
  kinds: ReadonlyMap<string, Kind>,
  { alarms, errors }: { readonly alarms: number; readonly errors: number },
  { bySlip, byPlace, stray, failing, strayFailing }: Slips,
): void {
  console.log(`${title}: ${texts} texts`);
  console.log("kind            labelled  recall    told  precision");
  const both: Kind = { labelled: 0, found: 0, told: 0, right: 0 };
  for (const [kind, entry] of [...kinds].sort()) {
    printKind(kind, entry);
    if (!isAdditive({ kind })) continue;
    for (const key of ["labelled", "found", "told", "right"] as const) both[key] += entry[key];
  }
  printKind("sum and balance", both);
  console.log(`false alarms on correct text: ${alarms}, of them errors: ${errors}`);
  const all = { planted: 0, shown: 0, told: 0 };
  console.log("changed figures          planted   shown  relation told");
  const rows = [...bySlip, ...[...byPlace].sort()];
  for (const [name, { planted, shown, told }] of rows) printSlip(name, planted, shown, told);
  for (const { planted, shown, told } of bySlip.values()) {
    all.planted += planted;
    all.shown += shown;
    all.told += told;
  }
  printSlip("all", all.planted, all.shown, all.told);
  console.log(`of ${failing} sums told to fail, ${strayFailing} were none; stray sums in all: ${stray}`);
  console.log("");
}

const printKind = (kind: string, { labelled, found, told, right }: Kind) =>
  console.log(
    `${kind.padEnd(16)}${cell(labelled, 8)}${cell(percent(found, labelled), 8)}${cell(told, 8)}${cell(percent(right, told), 11)}`,
  );

const printSlip = (name: string, planted: number, shown: number, told: number) =>
  console.log(
    `  ${name.padEnd(24)}${cell(planted, 6)}${cell(percent(shown, planted), 8)}${cell(percent(told, planted), 8)}`,
  );

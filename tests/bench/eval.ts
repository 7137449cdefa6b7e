/**
 * `npm run eval`: how many of the labelled relations of real bulletins are found, how many found are right, whether
 * correct text stays silent, and whether a figure that is changed is shown.
 *
 * Reads ../shared/bulletins (nothing of it is kept here). Flags: --verbose lists every miss, --dir DIR reads another
 * folder of the same form.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readEdition } from "../../core/edition/reading.ts";
import { broadsheet } from "../../core/edition/style.ts";
import { fileSpan, intakeText, toEdition } from "../../core/intake/intake.ts";
import { createGazetteer } from "../../core/proof/gazetteer.ts";
import type { Finding, Proofing, Relation, Span } from "../../core/proof/proofing.ts";
import { proofread } from "../../core/proof/proofread.ts";
import { quoteOf } from "../../core/proof/report.ts";
import { figureRules } from "../../core/proof/rules/figures.ts";

interface Label {
  readonly kind: string;
  readonly total: number;
  readonly parts: readonly number[];
  readonly holds: boolean;
  readonly quote: string;
  readonly claimed: boolean | string;
}

/** Labelled kinds that Dayang tells as another; a subset is no relation at all. */
const KIND: Readonly<Record<string, string>> = {
  percent: "ratio",
  ratio: "ratio",
  pctsum: "sum",
  growth: "change",
  diff: "change",
};

const flag = (name: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : (process.argv[at + 1] ?? "");
};
const verbose = process.argv.includes("--verbose");
const folder = flag("--dir") ?? new URL("../../../shared/bulletins/dev/", import.meta.url).pathname;
if (!existsSync(folder)) {
  console.log(`eval: skipped, ${folder} is not here`);
  process.exit(0);
}

const gazetteer = createGazetteer([]);
const options = { gazetteer, style: broadsheet, rules: figureRules };
interface Checked {
  readonly proofing: Proofing;
  /** Offset in the file of a span's start. */
  readonly at: (span: Span) => number | null;
}

/** As `check` does: through intake, so that a headline is a headline. */
function check(text: string): Checked {
  let ids = 0;
  const intake = toEdition(intakeText(text), {
    facts: { date: "2020-02-18" },
    newId: () => `id${++ids}`,
  });
  return {
    proofing: proofread(readEdition(intake.edition), options),
    at: ({ from, to }) => fileSpan(intake, from.part, from.offset, to.offset)?.start ?? null,
  };
}

const values = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b).join("+");
const keyOf = (kind: string, total: number, parts: readonly number[]) => `${kind} ${total}=${values(parts)}`;
const keyOfRelation = (r: Relation) =>
  keyOf(
    r.kind,
    r.total.value,
    r.parts.map((part) => part.value),
  );

const tally = new Map<string, { labelled: number; found: number; told: number; right: number }>();
const count = (kind: string) => {
  let entry = tally.get(kind);
  if (!entry) {
    entry = { labelled: 0, found: 0, told: 0, right: 0 };
    tally.set(kind, entry);
  }
  return entry;
};
let alarms = 0;
let errors = 0;
let files = 0;
let planted = 0;
let shown = 0;
const say = (line: string) => verbose && console.log(line);

const graveOf = (findings: readonly Finding[]) => findings.filter((f) => f.severity !== "advice");

for (const name of readdirSync(folder)
  .filter((file) => file.endsWith(".txt"))
  .sort()) {
  files++;
  const text = readFileSync(`${folder}/${name}`, "utf8").trim();
  const { relations: labels } = JSON.parse(
    readFileSync(`${folder}/${name.replace(".txt", ".json")}`, "utf8"),
  ) as {
    relations: Label[];
  };
  const { proofing, at: placeOf } = check(text);
  const told = new Map(proofing.relations.map((relation) => [keyOfRelation(relation), relation]));
  const expected = new Map<string, Label>();
  for (const label of labels) {
    if (label.kind === "subset") continue;
    const kind = KIND[label.kind] ?? label.kind;
    const key = keyOf(kind, label.total, label.parts);
    expected.set(key, label);
    const entry = count(kind);
    entry.labelled++;
    if (told.has(key)) entry.found++;
    else say(`${name} missed  ${key}`);
  }
  for (const [key, relation] of told) {
    const entry = count(relation.kind);
    entry.told++;
    if (expected.has(key)) entry.right++;
    else if (relation.kind !== "same") say(`${name} extra   ${key} ${relation.holds}`);
  }
  for (const finding of graveOf(proofing.findings)) {
    const ambiguous = labels.some(
      (label) =>
        label.claimed === "ambiguous" &&
        String(finding.message.values.total ?? "").startsWith(String(label.total)),
    );
    if (ambiguous && finding.severity === "warning") continue;
    alarms++;
    if (finding.severity === "error") errors++;
    say(`${name} alarm   ${finding.rule} ${finding.severity} ${JSON.stringify(finding.message.values)}`);
  }

  // Every figure of every relation that holds, changed in turn.
  for (const relation of proofing.relations) {
    if (!relation.holds || !expected.has(keyOfRelation(relation))) continue;
    for (const figure of new Set([relation.total, ...relation.parts])) {
      if (figure.span.from.part.role === "headline") continue;
      for (const step of [1, -1, 10]) {
        const quote = quoteOf(figure.span);
        const number = /[0-9]+(?:\.[0-9]+)?/.exec(quote)?.[0];
        if (number === undefined || Number(number) + step <= 0) continue;
        const at = placeOf(figure.span);
        if (at === null) continue;
        // In the digit before the last where the last may be rounding.
        const decimals = number.split(".")[1]?.length ?? 0;
        const changed = (Number(number) + (step * (decimals > 0 ? 3 : 1)) / 10 ** decimals).toFixed(decimals);
        const mutated = text.slice(0, at) + quote.replace(number, changed) + text.slice(at + quote.length);
        planted++;
        const again = check(mutated);
        const after = graveOf(again.proofing.findings);
        const hit = after.some((finding) =>
          [finding.span, ...finding.evidence].some(
            (span) => quoteOf(span).includes(changed) && again.at(span) === at,
          ),
        );
        if (hit) shown++;
        else say(`${name} unseen  ${quote} → ${changed} in ${keyOfRelation(relation)}`);
      }
    }
  }
}

const percent = (a: number, b: number) => (b === 0 ? "  –  " : `${((a / b) * 100).toFixed(1)}%`);
console.log(`${files} bulletins`);
console.log("kind      labelled  recall   told  precision");
for (const [kind, { labelled, found, told, right }] of [...tally].sort()) {
  console.log(
    `${kind.padEnd(10)}${String(labelled).padStart(8)}${percent(found, labelled).padStart(8)}${String(told).padStart(7)}${percent(right, told).padStart(11)}`,
  );
}
console.log(`false alarms on correct text: ${alarms}, of them errors: ${errors}`);
console.log(`changed figures shown: ${shown} of ${planted} (${percent(shown, planted)})`);

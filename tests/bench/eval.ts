/**
 * `npm run eval`: how many of the labelled relations of bulletins are found, how many found are right, whether correct
 * text stays silent, and whether a figure that is changed is shown where it stands.
 *
 * Reads ../shared/bulletins (nothing of it is kept here) and the stories of tests/core/proof/corpus, of which those
 * of kept.txt are not looked at while rules are made: the difference between the two tells of overfitting.
 * Flags: --verbose lists every miss (never of those kept back, unless --kept), --dir DIR reads another folder.
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
import { corpus } from "../core/proof/corpus/corpus.ts";
import { alterations } from "./alter.ts";

interface Label {
  readonly kind: string;
  readonly total: number;
  readonly parts: readonly number[];
  readonly claimed?: boolean | string;
}

interface Bulletin {
  readonly name: string;
  readonly text: string;
  readonly labels: readonly Label[];
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
const options = { gazetteer: createGazetteer([]), style: broadsheet, rules: figureRules };

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
const graveOf = (findings: readonly Finding[]) => findings.filter((f) => f.severity !== "advice");
const percent = (a: number, b: number) => (b === 0 ? "  –  " : `${((a / b) * 100).toFixed(1)}%`);

/** One set of bulletins, measured and printed. `aloud` lists what was missed. */
function measure(title: string, bulletins: readonly Bulletin[], aloud: boolean): void {
  const tally = new Map<string, { labelled: number; found: number; told: number; right: number }>();
  const count = (kind: string) => {
    const entry = tally.get(kind) ?? { labelled: 0, found: 0, told: 0, right: 0 };
    tally.set(kind, entry);
    return entry;
  };
  const say = (line: string) => aloud && console.log(line);
  let alarms = 0;
  let errors = 0;
  const planted = { small: 0, large: 0 };
  const shown = { small: 0, large: 0 };

  for (const { name, text, labels } of bulletins) {
    const { proofing, at: placeOf } = check(text);
    const told = new Map(proofing.relations.map((relation) => [keyOfRelation(relation), relation]));
    const expected = new Set<string>();
    for (const label of labels) {
      if (label.kind === "subset") continue;
      const kind = KIND[label.kind] ?? label.kind;
      const key = keyOf(kind, label.total, label.parts);
      expected.add(key);
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
      say(
        `${name} alarm   ${finding.rule} ${finding.severity} ${finding.message.key} ${JSON.stringify(finding.message.values)}`,
      );
    }

    // Every figure of every relation that holds, changed in turn.
    for (const relation of proofing.relations) {
      if (!relation.holds || !expected.has(keyOfRelation(relation))) continue;
      for (const figure of new Set([relation.total, ...relation.parts])) {
        if (figure.span.from.part.role === "headline") continue;
        const quote = quoteOf(figure.span);
        const at = placeOf(figure.span);
        if (at === null) continue;
        for (const { size, by } of alterations(quote)) {
          planted[size]++;
          const again = check(text.slice(0, at) + by + text.slice(at + quote.length));
          const hit = graveOf(again.proofing.findings).some((finding) =>
            [finding.span, ...finding.evidence].some((span) => again.at(span) === at),
          );
          if (hit) shown[size]++;
          else say(`${name} unseen  ${quote} → ${by} in ${keyOfRelation(relation)}`);
        }
      }
    }
  }

  console.log(`${title}: ${bulletins.length} texts`);
  console.log("kind      labelled  recall   told  precision");
  for (const [kind, { labelled, found, told, right }] of [...tally].sort()) {
    console.log(
      `${kind.padEnd(10)}${String(labelled).padStart(8)}${percent(found, labelled).padStart(8)}${String(told).padStart(7)}${percent(right, told).padStart(11)}`,
    );
  }
  console.log(`false alarms on correct text: ${alarms}, of them errors: ${errors}`);
  for (const size of ["small", "large"] as const)
    console.log(
      `figures changed by a ${size} amount shown: ${shown[size]} of ${planted[size]} (${percent(shown[size], planted[size])})`,
    );
  console.log("");
}

function bulletinsOf(folder: string): Bulletin[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((name) => {
      const labels = readFileSync(`${folder}/${name.replace(".txt", ".json")}`, "utf8");
      return {
        name,
        text: readFileSync(`${folder}/${name}`, "utf8").trim(),
        labels: (JSON.parse(labels) as { relations: Label[] }).relations,
      };
    });
}

const folder = flag("--dir") ?? new URL("../../../shared/bulletins/dev/", import.meta.url).pathname;
if (existsSync(folder)) measure("bulletins", bulletinsOf(folder), verbose);
else console.log(`eval: ${folder} is not here, its bulletins are skipped`);
if (flag("--dir") === undefined) {
  const own = corpus().map((story) => ({ ...story, labels: story.relations }));
  measure(
    "our stories",
    own.filter(({ kept }) => !kept),
    verbose,
  );
  measure(
    "our stories, those kept back",
    own.filter(({ kept }) => kept),
    verbose && process.argv.includes("--kept"),
  );
}

/**
 * Recall on planted errors, class by class: each is planted alone into prose of our own (or texts of --dir), and is found
 * where a finding that the text without it does not have stands at its place. "graver" counts errors and warnings only.
 *
 * Run with `node tests/bench/plant.ts [--dir DIR] [--class WORD] [--verbose]`. Every text begins with its headline.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { HouseStyle } from "../../core/edition/style.ts";
import type { Pack } from "../../core/proof/pack.ts";
import { checkText, type PlacedFinding } from "../../host/work/check.ts";
import { PROSE } from "../core/proof/rules/prose.ts";
import { MORE_PROSE } from "../core/proof/rules/prose-more.ts";
import { jumps } from "./planted/jumps.ts";
import { marks, numerals } from "./planted/marks.ts";
import type { Planted, Planter } from "./planted/plant.ts";
import { places, words } from "./planted/words.ts";

const flag = (name: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const verbose = process.argv.includes("--verbose");
const only = flag("--class");
const dir = flag("--dir");
const texts = dir
  ? readdirSync(dir).map((name) => readFileSync(join(dir, name), "utf8").trimEnd())
  : [...PROSE, ...MORE_PROSE];
/** Plantings of one class that are tried. */
const MOST = 200;

const packOf = (house: Partial<HouseStyle["proof"]> = {}): Pack => {
  const { people = [], terms = [] } = house;
  return { name: "", off: [], severity: {}, lexicon: [], places: [], people, terms, forms: {} };
};

async function findingsOf(text: string, house?: Planted["house"]): Promise<readonly PlacedFinding[]> {
  const bytes = new TextEncoder().encode(text);
  const options = { date: "2020-02-18", paper: "株洲日报", packs: [packOf(house)] };
  return (await checkText({ name: "plant.txt", bytes }, options)).findings;
}

const nameOf = ({ rule, quote, message }: PlacedFinding) => `${rule} ${message.key} ${quote}`;

/** Found at its place, by one of the class's rules; severity of the gravest such finding, or null. */
async function found(
  planted: Planted,
  planter: Planter,
  before: ReadonlySet<string>,
): Promise<string | null> {
  const { text, start, end, house } = planted;
  const hits = (await findingsOf(text, house)).filter(
    (finding) =>
      planter.rules.includes(finding.rule) &&
      (house !== undefined || !before.has(nameOf(finding))) &&
      [finding, ...finding.evidence].some((place) => place.start < end && place.end > start),
  );
  const severities = hits.map(({ severity }) => severity);
  return ["error", "warning", "advice"].find((s) => severities.some((each) => each === s)) ?? null;
}

/** Plantings of all texts, taken evenly. */
function plantings(planter: Planter): { text: string; planted: Planted }[] {
  const all = planter.pages
    ? planter.pages().map((planted) => ({ text: "", planted }))
    : (planter.once ? texts.slice(0, 1) : texts).flatMap((text) =>
        [...planter.plant(text)].map((planted) => ({ text, planted })),
      );
  const step = Math.max(1, all.length / MOST);
  return Array.from({ length: Math.min(MOST, all.length) }, (_, i) => all[Math.floor(i * step)]).flatMap(
    (each) => each ?? [],
  );
}

console.log(`${"planted".padEnd(54)}${"tried".padStart(6)}${"found".padStart(8)}${"graver".padStart(8)}`);
const clean = new Map<string, ReadonlySet<string>>();
for (const text of ["", ...texts]) clean.set(text, new Set(text ? (await findingsOf(text)).map(nameOf) : []));
for (const planter of [...words, ...places, ...marks, numerals, ...jumps]) {
  if (only && !planter.name.includes(only)) continue;
  const tried = plantings(planter);
  let [any, grave] = [0, 0];
  for (const { text, planted } of tried) {
    const severity = await found(planted, planter, clean.get(text) ?? new Set());
    if (severity) any++;
    if (severity && severity !== "advice") grave++;
    if (verbose && severity === null)
      console.log(
        `  missed: …${planted.text.slice(Math.max(0, planted.start - 12), planted.end + 12).replaceAll("\n", "⏎")}…`,
      );
  }
  const percent = (n: number) => `${((n / Math.max(1, tried.length)) * 100).toFixed(0)}%`.padStart(8);
  console.log(
    `${planter.name.padEnd(54)}${String(tried.length).padStart(6)}${percent(any)}${percent(grave)}`,
  );
}

/**
 * Proofing, measured: the shared page read anew and warm, one paragraph edited, and in bulk prose, text dense with figures
 * and text full of Latin words; beside each, two other programs for Chinese text on the same text in the same run, where
 * their packages are installed (they do spacing and marks only).
 *
 * Run with `node tests/bench/proof.ts`. Times are medians; reading a file (intake) is not counted. Rates in bulk are of
 * processor time, the collector's and the compiler's included, so that they are those of one core whatever else runs.
 */
import { existsSync, readFileSync } from "node:fs";
import { Transform } from "prosemirror-transform";
import { applyChanges } from "../../core/edition/change.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { readEdition } from "../../core/edition/reading.ts";
import { schema } from "../../core/edition/schema.ts";
import { intakeText, toEdition } from "../../core/intake/intake.ts";
import { createGazetteer } from "../../core/proof/gazetteer.ts";
import { proofread } from "../../core/proof/proofread.ts";
import { allRules } from "../../core/proof/rules/all.ts";
import { houseStyle } from "../../host/work/style.ts";
import { corpus } from "../core/proof/corpus/corpus.ts";
import { benchText } from "./text.ts";

const style = houseStyle;
const options = { style, gazetteer: createGazetteer(style.proof.places), rules: allRules };
const shared = new URL("../../../shared/samples/zhuzhou-daily-2020-02-18-a1.txt", import.meta.url);
const BULK = 1_000_000;

function editionOf(text: string): Edition {
  let ids = 0;
  return toEdition(intakeText(text), { style, facts: { date: "2020-02-18" }, newId: () => `n${++ids}` })
    .edition;
}

/** Milliseconds of each of `turns` runs; `prepare` is not counted. */
function timed<T>(turns: number, prepare: () => T, work: (input: T) => void): number[] {
  return Array.from({ length: turns }, () => {
    const input = prepare();
    const start = performance.now();
    work(input);
    return performance.now() - start;
  });
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] as number;
const row = (what: string, value: string) => console.log(what.padEnd(52), value.padStart(20));
/** Median, and the least: what the machine does when nothing else runs on it. */
const ms = (times: readonly number[]) =>
  times.length > 1
    ? `${median(times).toFixed(2)} ms (${Math.min(...times).toFixed(2)})`
    : `${median(times).toFixed(2)} ms`;

function page(text: string): void {
  const read = (edition: Edition) => proofread(readEdition(edition), options);
  const first = timed(1, () => editionOf(text), read);
  // A fresh document each time, so that nothing of the page is kept from the run before; only the code is warm.
  const anew = timed(60, () => editionOf(text), read);
  const size = text.length;
  row(`the page, ${size} characters: first time in a process`, ms(first));
  row("the page, nothing kept, code warm", ms(anew.slice(20)));

  let edition = editionOf(text);
  read(edition);
  const edits = timed(
    60,
    () => {
      edition = typed(edition);
      return edition;
    },
    read,
  );
  row("one paragraph edited", ms(edits.slice(20)));
}

/** A character more in a paragraph in the middle of the page. */
function typed(edition: Edition): Edition {
  const doc = edition.pages[0];
  if (!doc) throw new RangeError("an edition without a page");
  const places: number[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === "paragraph" && node.content.size > 40) places.push(pos + 20);
    return !node.isTextblock;
  });
  const tr = new Transform(doc).insert(places[places.length >> 1] as number, schema.text("的"));
  return applyChanges(edition, [{ kind: "steps", page: doc.attrs.id as string, steps: tr.steps }]);
}

/** What is proofed in bulk, a text a story of one page. */
function kinds(): { readonly name: string; readonly text: string }[] {
  const dense = corpus()
    .map(({ text }, i) => `第${i + 1}号稿件开头\n\n${text}`)
    .join("\n\n\n");
  const latin = new URL("../../node_modules/@biomejs/biome/README.zh-CN.md", import.meta.url);
  return [
    { name: "prose, each sentence once", text: benchText(50) },
    { name: "prose, each sentence twice and more", text: benchText() },
    { name: "dense with figures", text: dense },
    ...(existsSync(latin) ? [{ name: "full of Latin words", text: readFileSync(latin, "utf8") }] : []),
  ];
}

/** Milliseconds of processor time so far, of all threads. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const ROUNDS = 5;
/** Other programs are given a part of the text, and fewer times: they need not be waited for as long. */
const OTHERS = { part: 0.25, rounds: 3 };

/** Characters a millisecond of processor time: the median of some rounds and the best, after one that warms the code. */
function rate(
  characters: number,
  rounds: number,
  prepare: () => () => void,
): { median: number; best: number } {
  const rates = Array.from({ length: rounds + 1 }, () => {
    const run = prepare();
    const start = spent();
    run();
    return characters / (spent() - start);
  }).slice(1);
  return { median: median(rates), best: Math.max(...rates) };
}

const told = ({ median: middle, best }: { median: number; best: number }) =>
  `${Math.round(middle)} k chars/s (${Math.round(best)})`;

async function bulk(): Promise<void> {
  const others = [
    await other("autocorrect-node", (loaded, text) =>
      (loaded.lintFor as (t: string, f: string) => unknown)(text, "a.txt"),
    ),
    await other("zhlint", (loaded, text) =>
      (loaded.run as (t: string, o: object) => unknown)(text, { rules: { preset: "default" } }),
    ),
  ];
  for (const { name, text } of kinds()) {
    const copies = Math.ceil(BULK / text.length);
    const edition = editionOf(text);
    const ours = rate(copies * text.length, ROUNDS, () => {
      const all = Array.from({ length: copies }, () => copyOf(edition));
      return () => {
        for (const each of all) proofread(readEdition(each), options);
      };
    });
    console.log(`\n${name}, ${text.length} characters ${copies} times`);
    row("Dayang, everything", told(ours));
    for (const { name: program, run } of others) {
      if (!run) {
        row(`${program}, spacing and marks only`, `not installed: npm i --no-save ${program}`);
        continue;
      }
      const times = Math.ceil(copies * OTHERS.part);
      const theirs = rate(times * text.length, OTHERS.rounds, () => () => {
        for (let i = 0; i < times; i++) run(text);
      });
      const ratio = (ours.median / theirs.median).toFixed(1);
      row(`${program}, spacing and marks only`, `${told(theirs)}, Dayang ${ratio} ×`);
    }
  }
}

/** The same edition in new nodes. */
const copyOf = (edition: Edition): Edition => ({
  ...edition,
  pages: edition.pages.map((doc) => schema.nodeFromJSON(doc.toJSON())),
});

interface Program {
  readonly name: string;
  /** Absent where its package is not installed. */
  readonly run?: (text: string) => void;
}

async function other(
  name: string,
  run: (loaded: Record<string, unknown>, text: string) => void,
): Promise<Program> {
  try {
    const module = (await import(name)) as Record<string, unknown>;
    // A CommonJS package's functions may stand on its default export alone.
    const loaded = { ...(module.default as Record<string, unknown> | undefined), ...module };
    return { name, run: (text) => run(loaded, text) };
  } catch (error) {
    if ((error as { code?: string }).code !== "ERR_MODULE_NOT_FOUND") throw error;
    return { name };
  }
}

if (existsSync(shared)) page(readFileSync(shared, "utf8"));
else console.log("proof: the shared page is not here; its rows are skipped");
await bulk();

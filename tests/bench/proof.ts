/**
 * Proofing, measured: the shared page read anew and warm, one paragraph edited, a million characters in bulk; and two
 * other programs for Chinese text on the same text, where their packages are installed (they do spacing and marks only).
 *
 * Run with `node tests/bench/proof.ts`. Times are medians; reading a file (intake) is not counted.
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

function stories(): string {
  const text = benchText();
  const copies = Math.ceil(BULK / text.length);
  return Array.from({ length: copies }, (_, i) => `第${i}号稿件开头\n\n${text}`).join("\n\n\n");
}

function rate(characters: number, times: readonly number[]): string {
  const per = (time: number) => Math.round(characters / time);
  return `${per(median(times))} k chars/s (${per(Math.min(...times))})`;
}

function bulk(): void {
  const articles = Array.from({ length: Math.ceil(BULK / benchText().length) }, () => editionOf(benchText()));
  const characters = articles.length * benchText().length;
  const times = timed(
    3,
    () => articles.map(copyOf),
    (all) => {
      for (const edition of all) proofread(readEdition(edition), options);
    },
  );
  row(`${characters} characters as stories of one page each`, rate(characters, times));
}

/** The same edition in new nodes. */
const copyOf = (edition: Edition): Edition => ({
  ...edition,
  pages: edition.pages.map((doc) => schema.nodeFromJSON(doc.toJSON())),
});

async function beside(
  name: string,
  run: (loaded: Record<string, unknown>, text: string) => void,
): Promise<void> {
  const text = stories();
  let loaded: Record<string, unknown>;
  try {
    const module = (await import(name)) as Record<string, unknown>;
    // A CommonJS package's functions may stand on its default export alone.
    loaded = { ...(module.default as Record<string, unknown> | undefined), ...module };
  } catch (error) {
    if ((error as { code?: string }).code !== "ERR_MODULE_NOT_FOUND") throw error;
    row(`${name}, spacing and marks only`, `not installed: npm i --no-save ${name}`);
    return;
  }
  run(loaded, text.slice(0, 10_000));
  row(
    `${name}, spacing and marks only`,
    rate(
      text.length,
      timed(
        3,
        () => text,
        (input) => run(loaded, input),
      ),
    ),
  );
}

if (existsSync(shared)) page(readFileSync(shared, "utf8"));
else console.log("proof: the shared page is not here; its rows are skipped");
bulk();
await beside("autocorrect-node", (loaded, text) =>
  (loaded.lintFor as (t: string, f: string) => unknown)(text, "a.txt"),
);
await beside("zhlint", (loaded, text) =>
  (loaded.run as (t: string, o: object) => unknown)(text, { rules: { preset: "default" } }),
);

/**
 * Pages: how long composing and planning take. Run with `node tests/bench/page.ts`.
 *
 * On the sample edition, and on the shared page where it is present: composing from nothing (faces loaded, no cache),
 * again with nothing changed, after one character was typed into one paragraph; planning every page; three proposals
 * for the front page. Medians of several turns; cold turns have nodes and faces that no cache has seen. Lone lines (孤行)
 * are counted on these and on pages as chance gives them.
 */
import { existsSync, readFileSync } from "node:fs";
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { composeEdition } from "../../core/compose/compose.ts";
import { lintPage } from "../../core/compose/plan/lint.ts";
import { planEdition, proposals } from "../../core/compose/plan/plan.ts";
import { applyChanges } from "../../core/edition/change.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { schema } from "../../core/edition/schema.ts";
import { settle } from "../../core/edition/settle.ts";
import type { Faces } from "../../core/world.ts";
import { loadFaces } from "../../host/fonts/faces.ts";
import { newId } from "../../host/work/ids.ts";
import { importFiles } from "../../host/work/import.ts";
import { readSample } from "../../host/work/sample.ts";
import { countLone, countRandom, toldLone } from "./lone.ts";

const SHARED = new URL("../../../shared/samples/zhuzhou-daily-2020-02-18-a1.txt", import.meta.url);
const TURNS = 7;
const faces = loadFaces();

const editions: (readonly [string, Edition])[] = [["sample edition", (await readSample()).edition]];
if (existsSync(SHARED)) {
  const texts = [{ name: "shared.txt", bytes: readFileSync(SHARED) }];
  editions.push(["shared page", (await importFiles({ texts, date: "2020-02-18" })).edition]);
} else console.log("the shared page is not here: only the sample is measured\n");

/** The same edition of nodes that no cache knows. */
const fresh = (edition: Edition): Edition => ({
  ...edition,
  pages: edition.pages.map((page) => schema.nodeFromJSON(page.toJSON())),
});

function measure(name: string, imported: Edition): void {
  const joined = applyChanges(imported, settle(imported, newId, { imported: true }));
  const planning = timed(3, () => planEdition(fresh(imported), faces, { newId }));
  const proposing = timed(3, () => {
    const edition = fresh(joined);
    return proposals(edition, edition.pages[0] as Node, faces, { seed: 1, count: 3 });
  });
  const planned = planning.result.edition;
  const cold = timed(TURNS, (known) => composeEdition(fresh(planned), known), loadFaces);
  composeEdition(planned, faces);
  const warm = timed(TURNS, () => composeEdition(planned, faces));
  let typed = planned;
  const edit = timed(TURNS, () => {
    typed = withOneMore(typed);
    return composeEdition(typed, faces);
  });
  const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`.padStart(10);
  console.log(`${name}: ${planned.pages.length} pages, ${characters(planned)} characters`);
  console.log(`  compose cold          ${ms(cold.median)}`);
  console.log(`  compose warm          ${ms(warm.median)}`);
  console.log(
    `  one paragraph edited  ${ms(edit.median)}   ${(cold.median / edit.median).toFixed(0)} × faster than cold`,
  );
  console.log(`  plan all pages        ${ms(planning.median)}`);
  console.log(`  three proposals, A1   ${ms(proposing.median)}   ${proposing.result.length} found`);
  console.log(`  lone lines            ${toldLone(countLone(planned, faces))}`);
  for (const [i, sheet] of composeEdition(planned, faces).entries()) {
    const findings = lintPage(planned.pages[i] as Node, sheet, planned.style).map(({ code }) => code);
    console.log(`  layout findings, ${sheet.number.padEnd(4)} ${findings.join(", ") || "none"}`);
  }
}

/** A character more at the end of the last paragraph of the first page's longest article. */
function withOneMore(edition: Edition): Edition {
  const page = edition.pages[0] as Node;
  let at = 0;
  let size = 0;
  page.forEach((block, offset) => {
    if (block.type.name !== "article" || block.nodeSize <= size) return;
    size = block.nodeSize;
    block.forEach((node, inner) => {
      if (node.type.name === "paragraph") at = offset + 1 + inner + node.nodeSize - 1;
    });
  });
  const doc = new Transform(page).insert(at, schema.text("了")).doc;
  return { ...edition, pages: [doc, ...edition.pages.slice(1)] };
}

const characters = ({ pages }: Edition) =>
  pages.reduce((sum, page) => sum + page.textContent.replace(/\s/gu, "").length, 0);

/** Median of `work` in ms; what `prepare` makes for each turn is not counted. */
function timed<T>(
  turns: number,
  work: (faces: Faces) => T,
  prepare: () => Faces = () => faces,
): { median: number; result: T } {
  const times: number[] = [];
  let result = work(prepare());
  for (let turn = 0; turn < turns; turn++) {
    const given = prepare();
    const start = performance.now();
    result = work(given);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(turns / 2)] as number, result };
}

for (const [name, edition] of editions) measure(name, edition);
console.log(`11 random pages: lone lines ${toldLone(countRandom(11, faces))}`);

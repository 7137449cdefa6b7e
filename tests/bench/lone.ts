/**
 * Lone lines in the blocks of pages: last lines alone at a column's head (孤行), first lines alone at its foot, among how
 * many columns. `node tests/bench/lone.ts` counts them over the sample, the shared page and pages as chance gives them.
 */
import { existsSync, readFileSync } from "node:fs";
import { composeBlocks } from "../../core/compose/compose.ts";
import { planEdition } from "../../core/compose/plan/plan.ts";
import type { Edition } from "../../core/edition/edition.ts";
import type { Faces } from "../../core/world.ts";
import { loadFaces } from "../../host/fonts/faces.ts";
import { newId } from "../../host/work/ids.ts";
import { importFiles } from "../../host/work/import.ts";
import { readSample } from "../../host/work/sample.ts";
import { materialOf, randomPage } from "../core/compose/plan/random-page.ts";

export interface LoneCount {
  readonly head: number;
  readonly foot: number;
  readonly columns: number;
}

/** Lone lines in all blocks of an edition, and the columns of text they have. */
export function countLone(edition: Edition, faces: Faces): LoneCount {
  let [head, foot, columns] = [0, 0, 0];
  for (const { lone, across } of composeBlocks(edition, faces).set.values()) {
    head += lone.head;
    foot += lone.foot;
    columns += across;
  }
  return { head, foot, columns };
}

export const toldLone = ({ head, foot, columns }: LoneCount): string =>
  `${head} at a head, ${foot} at a foot, of ${columns} columns`;

/** The same over planned pages of stories by chance: no more of them on one than a planner sets in a moment. */
export function countRandom(pages: number, faces: Faces): LoneCount {
  const sum = { head: 0, foot: 0, columns: 0 };
  for (let index = 0, taken = 0; taken < pages; index++) {
    const material = materialOf(index);
    if (material.stories > MOST_STORIES) continue;
    taken++;
    const { edition } = planEdition(randomPage(material), faces, { newId });
    const { head, foot, columns } = countLone(edition, faces);
    sum.head += head;
    sum.foot += foot;
    sum.columns += columns;
  }
  return sum;
}

const MOST_STORIES = 12;
const PAGES = 11;

if (import.meta.main) {
  const faces = loadFaces();
  const plan = (edition: Edition) => planEdition(edition, faces, { newId }).edition;
  console.log(`sample edition  ${toldLone(countLone(plan((await readSample()).edition), faces))}`);
  const shared = new URL("../../../shared/samples/zhuzhou-daily-2020-02-18-a1.txt", import.meta.url);
  if (existsSync(shared)) {
    const texts = [{ name: "shared.txt", bytes: readFileSync(shared) }];
    const { edition } = await importFiles({ texts, date: "2020-02-18" });
    console.log(`shared page     ${toldLone(countLone(plan(edition), faces))}`);
  }
  console.log(`${PAGES} random pages ${toldLone(countRandom(PAGES, faces))}`);
}

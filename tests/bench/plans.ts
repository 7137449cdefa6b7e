/**
 * Plans: pages as chance gives them, three to sixteen stories on four to eight columns, too little copy to too much,
 * with photographs, adverts, notices in boxes and pinned blocks. Run with `node tests/bench/plans.ts [PAGES] [FROM]`.
 *
 * A row for each page: how many of three proposals are silent (the layout lint has nothing to say, and they differ),
 * what they jump, the CPU time they took, and what the lint says of the others.
 */
import type { Node } from "prosemirror-model";
import { composeEdition } from "../../core/compose/compose.ts";
import { lintPage } from "../../core/compose/plan/lint.ts";
import { carriedOut, proposals } from "../../core/compose/plan/plan.ts";
import { applyChanges } from "../../core/edition/change.ts";
import { loadFaces } from "../../host/fonts/faces.ts";
import { newId } from "../../host/work/ids.ts";
import { materialOf, randomPage } from "../core/compose/plan/random-page.ts";

const PROPOSALS = 3;
const faces = loadFaces();
const [pages = 126, from = 0] = process.argv.slice(2).map(Number);

let whole = 0;
const times: number[] = [];
for (let i = from; i < from + pages; i++) {
  const material = materialOf(i);
  const edition = randomPage(material);
  const page = edition.pages[0] as Node;
  const start = process.cpuUsage();
  const found = proposals(edition, page, faces, { seed: 1, count: PROPOSALS });
  const { user } = process.cpuUsage(start);
  times.push(user / 1e6);
  const findings = found.map((proposal) => {
    const after = applyChanges(edition, carriedOut(edition, proposal, newId));
    const [sheet, ...onward] = composeEdition(after, faces);
    if (!sheet) throw new Error("no sheet");
    const over = onward.flatMap(({ fits }) => fits.filter(({ characters }) => characters > 0));
    // The material has frames and no photographs.
    const told = lintPage(after.pages[0] as Node, sheet, edition.style)
      .filter(({ code }) => code !== "picture-missing")
      .map(({ code, detail }) => code + detail);
    return [...told, ...over.map(({ characters }) => `onward${characters}`)];
  });
  const places = new Set(found.map(({ blocks }) => JSON.stringify(blocks.map(({ place }) => place))));
  const silent = places.size < PROPOSALS ? 0 : findings.filter((codes) => codes.length === 0).length;
  if (silent >= PROPOSALS) whole++;
  const what = `${material.stories} stories, ${material.columns} columns, ${material.photographs} pictures, ${material.fill?.toFixed(2)} full${material.advert ? ", advert" : ""}${material.front ? ", front" : ""}${material.pinned ? ", pinned" : ""}${material.notice ? ", notice" : ""}`;
  console.log(
    `${String(i).padStart(3)} ${silent} of ${found.length} ${(user / 1e6).toFixed(2)} s  ${what}  jumps ${found.map(({ jumps }) => jumps.length).join(" ")}  ${findings.map((codes) => codes.join(" ")).join(" | ")}`,
  );
}
times.sort((a, b) => a - b);
console.log(
  `${whole} of ${pages} pages have three silent plans; CPU median ${times[pages >> 1]?.toFixed(2)} s, most ${times.at(-1)?.toFixed(2)} s`,
);

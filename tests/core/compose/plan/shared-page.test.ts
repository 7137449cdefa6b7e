/** The shared newspaper page, planned with the machine's own faces: skipped, visibly, where the page is not at hand. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { composeEdition } from "../../../../core/compose/compose.ts";
import { lintPage } from "../../../../core/compose/plan/lint.ts";
import { applyProposal, planEdition, proposals } from "../../../../core/compose/plan/plan.ts";
import { applyChanges } from "../../../../core/edition/change.ts";
import type { Edition } from "../../../../core/edition/edition.ts";
import { overlaps, type Place } from "../../../../core/edition/place.ts";
import { settle } from "../../../../core/edition/settle.ts";
import { intakeText, toEdition } from "../../../../core/intake/intake.ts";
import { loadFaces } from "../../../../host/fonts/faces.ts";
import { bodyUnits, printed, printedUnits } from "../copy.ts";
import { cellsOf } from "./random-page.ts";

const file = new URL("../../../../../shared/samples/zhuzhou-daily-2020-02-18-a1.txt", import.meta.url);

describe.skipIf(!existsSync(file))("the shared page", () => {
  const faces = loadFaces();
  let count = 0;
  const newId = () => `shared-${++count}`;
  const read = (): Edition =>
    toEdition(intakeText(readFileSync(file, "utf8")), {
      newId,
      facts: { paper: "株洲日报", date: "2020-02-18" },
    }).edition;

  it("prints every body character once, on A1 and on the A2 its jumps lead to", () => {
    const { edition } = planEdition(read(), faces, { newId });
    const sheets = composeEdition(edition, faces);
    expect(sheets.map((sheet) => sheet.number)).toEqual(["A1", "A2"]);
    expect(sheets[0]?.fits.length).toBe(9);
    const units = printedUnits(sheets);
    expect(bodyUnits(edition).filter(({ key }) => units.get(key) !== 1)).toEqual([]);
    const [front, back] = sheets.map((sheet) => printed(sheet, "jump"));
    for (const n of ["①", "②"]) {
      expect(front).toContain(`下转 A2 版${n}`);
      expect(back).toContain(`上接 A1 版${n}`);
    }
  });

  it("has three different plans that fill it, and the layout lint misses nothing in any but the photograph", () => {
    const read1 = read();
    const e = applyChanges(read1, settle(read1, newId, { imported: true }));
    const doc = e.pages[0] as NonNullable<(typeof e.pages)[number]>;
    const found = proposals(e, doc, faces, { seed: 1, count: 3 });
    expect(new Set(found.map(({ blocks }) => JSON.stringify(blocks.map(({ place }) => place)))).size).toBe(3);
    for (const proposal of found) {
      const page = applyProposal(doc, proposal).doc;
      const places: Place[] = [];
      page.forEach((block) => void places.push(block.attrs.place));
      expect(places.some((a, i) => places.slice(i + 1).some((b) => overlaps(a, b)))).toBe(false);
      const { columns, lines } = e.style.grid;
      expect(places.reduce((sum, place) => sum + cellsOf(place), 0)).toBe(columns * lines);
      const planned = { ...e, pages: [page, ...e.pages.slice(1)] };
      const [sheet] = composeEdition(planned, faces);
      // A text brings its photograph's caption and no photograph.
      expect(sheet && lintPage(page, sheet, e.style).map(({ code }) => code)).toEqual(["picture-missing"]);
    }
  });
});

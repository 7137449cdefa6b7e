/** Material as chance gives it: too little, enough and too much, on grids of five to eight columns. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeEdition } from "../../../../core/compose/compose.ts";
import { lintPage } from "../../../../core/compose/plan/lint.ts";
import { applyProposal, type PlanProposal, proposals } from "../../../../core/compose/plan/plan.ts";
import { type Step, stepsOf } from "../../../../core/compose/plan/steps.ts";
import type { Edition } from "../../../../core/edition/edition.ts";
import { fitsGrid, overlaps, type Place } from "../../../../core/edition/place.ts";
import { at } from "../../edition/builders.ts";
import { fakeFaces } from "../fake-faces.ts";
import { cellsOf, type Material, randomPage } from "./random-page.ts";

const faces = fakeFaces();

function planned(material: Material, count = 1, maxJumps = 4) {
  const random = randomPage(material);
  const edition = { ...random, style: { ...random.style, plan: { maxJumps } } };
  const [doc] = edition.pages as [Edition["pages"][number]];
  const found = proposals(edition, doc, faces, { seed: 1, count });
  const composed = (proposal: PlanProposal) => {
    const page = applyProposal(doc, proposal).doc;
    const [sheet] = composeEdition({ ...edition, pages: [page] }, faces);
    if (!sheet) throw new Error("no sheet");
    const places = page.children.map(({ attrs }) => attrs.place as Place | null);
    const codes = lintPage(page, sheet, edition.style).map(({ code }) => code);
    // The material has frames and no photographs.
    return { places, sheet, lint: codes.filter((code) => code !== "picture-missing") };
  };
  return { edition, doc, found, composed };
}

describe("any material", () => {
  const material = fc.record({
    seed: fc.integer({ min: 1, max: 9999 }),
    stories: fc.integer({ min: 3, max: 9 }),
    fill: fc.double({ min: 0.65, max: 1.3, noNaN: true }),
    columns: fc.constantFrom(5, 6, 7, 8),
    photographs: fc.constantFrom(0, 1, 2),
    front: fc.boolean(),
    advert: fc.boolean(),
  });

  it("has a place for every block within the grid, none over another, nor over the room kept for a filler", () => {
    fc.assert(
      fc.property(material, (given) => {
        const { edition, found, composed } = planned(given);
        const { columns, lines } = edition.style.grid;
        expect(found.length).toBeGreaterThan(0);
        for (const proposal of found) {
          const { places } = composed(proposal);
          expect(places).not.toContain(null);
          const all = [...(places as Place[]), ...(proposal.filler ? [proposal.filler] : [])];
          expect(all.filter((place) => !fitsGrid(place, columns, lines))).toEqual([]);
          expect(all.some((a, i) => all.slice(i + 1).some((b) => overlaps(a, b)))).toBe(false);
        }
      }),
      { numRuns: 6, seed: 7 },
    );
  });

  it("is stated where it is over: the characters of the blocks that the plan names", () => {
    const { found, composed } = planned({ seed: 152, stories: 7, fill: 1.2 }, 1, 0);
    const [proposal] = found as [PlanProposal];
    const named = new Set(proposal.reasons.find(({ code }) => code === "overset")?.blocks);
    const { sheet } = composed(proposal);
    const over = sheet.fits.filter(({ characters }) => characters > 0).map(({ block }) => block);
    expect(over.length).toBeGreaterThan(0);
    expect(over.filter((block) => !named.has(block))).toEqual([]);
    expect(named.size).toBeLessThanOrEqual(3);
  });

  it("that is too little for the page leaves one room for a filler at its foot", () => {
    const { edition, found, composed } = planned({ seed: 104, stories: 8, fill: 0.6 });
    const [proposal] = found as [PlanProposal];
    const { filler } = proposal;
    if (!filler) throw new Error("no filler");
    const { columns, lines } = edition.style.grid;
    expect(filler.line + filler.lines).toBe(lines);
    const { places } = composed(proposal);
    const cells = places.reduce((sum, place) => sum + (place ? cellsOf(place) : 0), cellsOf(filler));
    expect(cells).toBe(columns * lines);
  });

  it("that is nearly enough fills the page with larger headlines and pictures", () => {
    const { edition, found, composed } = planned({ seed: 127, stories: 8, fill: 0.88, photographs: 2 });
    const [proposal] = found as [PlanProposal];
    expect(proposal.filler).toBeNull();
    const { columns, lines } = edition.style.grid;
    const { places, lint } = composed(proposal);
    expect(places.reduce((sum, place) => sum + (place ? cellsOf(place) : 0), 0)).toBe(columns * lines);
    expect(lint).toEqual([]);
  });
});

describe("a step", () => {
  const places = [at(0, 0, 5, 60), at(0, 60, 2, 62), at(2, 60, 3, 62), at(5, 0, 3, 122)];
  const after = ({ places: changed }: Step) => places.map((place, i) => changed.get(i) ?? place);

  it("changes hands of cells between two blocks: nothing is covered twice, nothing left", () => {
    const steps = stepsOf(places, () => true);
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) {
      const now = after(step);
      expect(now.some((a, i) => now.slice(i + 1).some((b) => overlaps(a, b)))).toBe(false);
      expect(now.reduce((sum, place) => sum + cellsOf(place), 0)).toBe(8 * 122);
    }
  });

  it("is taken only of blocks that are free to be stepped, and leaves them their headline and first column", () => {
    expect(stepsOf(places, () => false)).toEqual([]);
    for (const { stepped, places: changed } of stepsOf(places, () => true))
      for (const { corner } of changed.get(stepped)?.notches ?? []) expect(corner).not.toBe("nw");
  });
});

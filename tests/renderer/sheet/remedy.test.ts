import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeEdition } from "../../../core/compose/compose.ts";
import { remediesFor } from "../../../core/compose/plan/remedies.ts";
import { applyChanges, invertChanges } from "../../../core/edition/change.ts";
import { run } from "../../../core/edition/commands.ts";
import type { Notch, Place } from "../../../core/edition/place.ts";
import { reshaped } from "../../../core/edition/shape.ts";
import { broadsheet } from "../../../core/edition/style.ts";
import { remedyCommand } from "../../../renderer/sheet/remedy.ts";
import { copy } from "../../core/compose/copy.ts";
import { fakeFaces } from "../../core/compose/fake-faces.ts";
import { article, at, caption, edition, newId, p, page, picture } from "../../core/edition/builders.ts";

const faces = fakeFaces();
const copies = (sentences: number) => Array.from({ length: sentences / 4 }, (_, i) => p(copy(4, i)));

describe("remedies carried out", () => {
  it.each([
    ["over", 28, at(0, 0, 3, 22)],
    ["short", 20, at(0, 0, 3, 30)],
  ])("leave a block that was %s as they said", (_, sentences, place) => {
    const before = edition(page("A1", article({ id: "market", place }, "江边早市", ...copies(sentences))));
    const remedies = remediesFor(before, faces, "market");
    const done = remedies.filter((remedy) => {
      const command = remedyCommand(remedy);
      if (!command) return false;
      const after = applyChanges(before, run(command, before, newId));
      expect(composeEdition(after, faces)[0]?.fits[0]?.characters).toBe(remedy.characters);
      expect(remediesFor(after, faces, "market")).toEqual([]);
      return true;
    });
    expect(done.map(({ kind }) => kind)).toContain("depth");
  });

  /** What each remedy of a block promises, held against what composing then gives; the kinds that were offered. */
  function kept(place: Place, paragraphs: readonly number[], box: string, photo: boolean): string[] {
    const story = [
      ...(photo ? [picture({ id: "photo", width: 3000, height: 2000 }, caption("早市。"))] : []),
      ...paragraphs.map((n, i) =>
        p(`${copy(1, i)}${"雨停了，天晴了，风也小了，".repeat(n)}${"人都来了".slice(0, i % 5)}。`),
      ),
    ];
    const before = {
      ...edition(page("A1", article({ id: "market", place, box }, "江边早市开张", ...story))),
      style: { ...broadsheet, text: { ...broadsheet.text, punctuation: "quanjiao" as const } },
    };
    return remediesFor(before, faces, "market").map((remedy) => {
      const command = remedyCommand(remedy);
      if (!command) return remedy.kind;
      const changes = run(command, before, newId);
      expect(changes.length).toBeGreaterThan(0);
      const [sheet] = composeEdition(applyChanges(before, changes), faces);
      expect(sheet?.fits[0]?.characters).toBe(remedy.characters);
      expect(sheet?.notes.map(({ code }) => code)).not.toContain("overset");
      return remedy.kind;
    });
  }

  it("are of every kind on a block that is made deeper line by line", () => {
    const depths = Array.from({ length: 40 }, (_, i) => 24 + i);
    const kinds = depths.flatMap((lines) => [
      ...kept(at(0, 0, 2, lines), [4, 6, 5, 7, 4, 6, 3, 5, 4, 8, 6, 5], "none", false),
      ...kept(at(0, 0, 4, lines), [2, 4, 3, 5, 2, 4, 1, 3], "none", true),
    ]);
    expect([...new Set(kinds)].sort()).toEqual([
      "crop",
      "cut",
      "depth",
      "headline-size",
      "spread",
      "squeeze",
      "text-columns",
      "width",
    ]);
  });

  it("give what they promised, whatever the block: over or short, boxed, cornered, with a picture", () => {
    const anyBlock = fc.record({
      lines: fc.integer({ min: 14, max: 44 }),
      columns: fc.integer({ min: 2, max: 5 }),
      paragraphs: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 12 }),
      box: fc.constantFrom("none", "rule", "tint"),
      corner: fc.boolean(),
      photo: fc.boolean(),
    });
    fc.assert(
      fc.property(anyBlock, ({ lines, columns, paragraphs, box, corner, photo }) => {
        const notches: Notch[] = corner ? [{ corner: "se", columns: 1, lines: 9 }] : [];
        kept(reshaped(at(0, 0, columns, lines), notches), paragraphs, box, photo);
      }),
      { numRuns: 60 },
    );
  });

  it("are one step of the document each, and undone as one", () => {
    const before = edition(
      page("A1", article({ id: "market", place: at(0, 0, 3, 22) }, "江边早市", ...copies(28))),
    );
    for (const remedy of remediesFor(before, faces, "market")) {
      const command = remedyCommand(remedy);
      if (!command) continue;
      const changes = run(command, before, newId);
      expect(changes.flatMap((change) => (change.kind === "steps" ? change.steps : []))).toHaveLength(1);
      const undone = applyChanges(applyChanges(before, changes), invertChanges(before, changes));
      expect(undone.pages.map((doc) => doc.toJSON())).toEqual(before.pages.map((doc) => doc.toJSON()));
    }
  });
});

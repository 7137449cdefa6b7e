/** The sample edition's front page, planned with the machine's own faces. */
import { describe, expect, it } from "vitest";
import { composeEdition } from "../../../../core/compose/compose.ts";
import { lintPage } from "../../../../core/compose/plan/lint.ts";
import { applyProposal, proposals } from "../../../../core/compose/plan/plan.ts";
import { applyChanges } from "../../../../core/edition/change.ts";
import { settle } from "../../../../core/edition/settle.ts";
import { loadFaces } from "../../../../host/fonts/faces.ts";
import { counted, readSample } from "../../../../host/work/sample.ts";

describe("the sample's nine articles", async () => {
  const faces = loadFaces();
  const { edition: read } = await readSample();
  const edition = applyChanges(read, settle(read, counted("settled"), { imported: true }));
  const [front] = edition.pages;
  if (!front) throw new Error("no page");

  it("have three different plans of which the layout lint has nothing to say", () => {
    const found = proposals(edition, front, faces, { seed: 1, count: 3 });
    expect(new Set(found.map(({ blocks }) => JSON.stringify(blocks.map(({ place }) => place)))).size).toBe(3);
    for (const proposal of found) {
      const page = applyProposal(front, proposal).doc;
      const [sheet] = composeEdition({ ...edition, pages: [page, ...edition.pages.slice(1)] }, faces);
      expect(sheet && lintPage(page, sheet, edition.style)).toEqual([]);
    }
  });
});

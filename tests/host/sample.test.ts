/** The sample's layout ships with it; it must be what planning the sample comes to today. */
import { describe, expect, it } from "vitest";
import { changeToJSON } from "../../core/edition/change.ts";
import { editionToJSON } from "../../core/edition/edition.ts";
import { counted, readLaidOutSample, readSample } from "../../host/work/sample.ts";
import { planOnMachine } from "../../host/work/sheets.ts";

describe("the sample edition", () => {
  it("is read the same each time, ids and all", async () => {
    const [one, other] = [await readSample(), await readSample()];
    expect(editionToJSON(one.edition)).toEqual(editionToJSON(other.edition));
  });

  it("ships with the layout that planning gives it: else run `node assets/lay-out-sample.ts`", async () => {
    const { edition } = await readSample();
    const { edition: planned, changes } = planOnMachine(edition, 1, counted("sample-plan"));
    expect(changes.map(changeToJSON).length).toBeGreaterThan(0);
    const shipped = (await readLaidOutSample()).edition;
    expect(editionToJSON(shipped)).toEqual(editionToJSON(planned));
  });

  it("has a place for every block, so that nothing is planned when it is first opened", async () => {
    const { edition } = await readLaidOutSample();
    const unplaced = edition.pages.flatMap((page) =>
      page.children.filter((block) => block.attrs.place === null),
    );
    expect(unplaced.map((block) => block.type.name)).toEqual([]);
  });
});

/** What a page proof tells of the proofs before it, out of the edition file. */
import { join } from "node:path";
import { Transform } from "prosemirror-transform";
import { expect, it } from "vitest";
import { planEdition } from "../../core/compose/plan/plan.ts";
import { schema } from "../../core/edition/schema.ts";
import { createEditionFile } from "../../host/store/create.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { newId } from "../../host/work/ids.ts";
import { localTime } from "../../host/work/proof.ts";
import { lastProof, recordBefore, revisionsOn, signaturesOn } from "../../host/work/proof-history.ts";
import { composeSheets, machineFaces } from "../../host/work/sheets.ts";
import { act, smallEdition, workFolder } from "./evening.ts";

const folder = workFolder();

it("marks the words changed since the last proof, and knows who signed and what was changed afterwards", () => {
  const path = join(folder, "evening.dayang");
  const planned = planEdition(smallEdition(2), machineFaces(), { newId, seed: 1 }).edition;
  createEditionFile(path, planned, { act });
  const store = openEditionFile(path);
  try {
    const pages = ["p1", "p2"];
    expect(lastProof(store, pages, "zh")).toBeNull();
    const first = { round: "first", name: "", author: "李明", time: "2020-02-17T14:10:00.000Z" } as const;
    const { id } = store.versions.take(first);
    for (const page of pages)
      store.signatures.add({
        ...{ version: id, page, role: "proofreader", author: "李明", time: "2020-02-17T14:30:00.000Z" },
        ...{ open: [], note: "" },
      });
    store.versions.take({ ...first, round: "named", name: "留底" });

    const page = store.edition.pages[0];
    if (!page) throw new Error("the edition has no page");
    let at = 0;
    page.descendants((node, pos) => {
      if (node.isText && node.text?.includes("3公里")) at = pos + node.text.indexOf("3");
      return true;
    });
    const tr = new Transform(page).replaceWith(at, at + 1, schema.text("4"));
    store.append([{ kind: "steps", page: page.attrs.id, steps: tr.steps }], act);

    const last = lastProof(store, pages, "zh");
    expect(lastProof(store, ["p9"], "zh")).toBeNull();
    expect(lastProof(recordBefore(store, id), pages, "zh")).toBeNull();
    expect(last).toMatchObject({ name: "一校", time: first.time });
    const sheets = composeSheets(store.edition);
    const revisions = revisionsOn(sheets, last?.edition ?? store.edition, store.edition, machineFaces());
    expect(revisions.map(({ sheet, areas }) => [sheet, areas.length])).toEqual([[0, 1]]);
    const line = sheets[0]?.items.find((i) => i.kind === "glyphs" && i.texts.join("").includes("4公里"));
    expect(
      line?.kind === "glyphs" && Math.abs((revisions[0]?.areas[0]?.y ?? 0) + 0.88 * line.size - line.y),
    ).toBeLessThan(0.01);
    expect(revisionsOn(sheets, store.edition, store.edition, machineFaces())).toEqual([]);

    const signed = signaturesOn(sheets, store.edition, store, (instant) => instant.slice(11, 16));
    expect(signed).toEqual([
      { sheet: 0, stage: "first", role: "reader", name: "李明", time: "14:30", stale: true },
      { sheet: 1, stage: "first", role: "reader", name: "李明", time: "14:30", stale: false },
    ]);
  } finally {
    store.close();
  }
});

it("tells times by the clock it is given, whatever the machine's zone", () => {
  expect(localTime("2020-02-17T16:40:00.000Z", 480)).toBe("2020-02-18T00:40:00+08:00");
  expect(localTime("2020-02-17T16:40:00Z", -210)).toBe("2020-02-17T13:10:00-03:30");
  expect(localTime("2020-02-17T16:40:00Z", 0)).toBe("2020-02-17T16:40:00+00:00");
});

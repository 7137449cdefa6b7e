/** Open comments on the page proof: beside their words, on every sheet that shows them, and none of it on the page itself. */
import { expect, it } from "vitest";
import { applyChanges } from "../../core/edition/change.ts";
import { run } from "../../core/edition/commands.ts";
import { addThread, reopen } from "../../core/edition/comments.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { readEdition } from "../../core/edition/reading.ts";
import { sheetPlaces } from "../../host/work/places.ts";
import { makeProof } from "../../host/work/proof.ts";
import { commentNotes } from "../../host/work/proof-comments.ts";
import { composeSheets, machineFaces } from "../../host/work/sheets.ts";
import { laidOut } from "../torture/material.ts";

function notesOf(edition: Edition) {
  const reading = readEdition(edition);
  const sheets = composeSheets(edition);
  const places = sheetPlaces(reading, sheets, machineFaces());
  const pages = sheets.map(({ number }) => number);
  return commentNotes({
    edition,
    reading,
    places,
    pages,
    locale: "zh",
    time: (instant) => instant.slice(11, 16),
  });
}

it("tells open threads only, each with its words and all that was said", () => {
  const edition = laidOut();
  // Its query is resolved, its comment open.
  const [comment, ...others] = notesOf(edition);
  expect(others).toEqual([]);
  expect(comment).toMatchObject({
    ...{ severity: "comment", sheet: 1, quote: "新桥" },
    text: "校对 21:01：=SUM(A1)<script>？",
  });
  expect(comment?.boxes.length).toBeGreaterThan(0);
  const opened = applyChanges(
    edition,
    run(reopen("t1"), edition, () => ""),
  );
  const query = notesOf(opened).find(({ severity }) => severity === "query");
  expect(query).toMatchObject({
    sheet: 0,
    text: "问作者　校对 21:01：=SUM(A1)<script>？ 校对 21:02：是3.2公里",
  });
});

it("tells one whose words were deleted on its page, without a place", () => {
  const edition = laidOut();
  const pages = edition.pages.map((page) =>
    page.attrs.number === "A2" ? page.copy(page.content.cut(page.firstChild?.nodeSize ?? 0)) : page,
  );
  expect(notesOf({ ...edition, pages })).toMatchObject([{ sheet: 1, boxes: [], quote: "原文已删：新桥" }]);
});

it("stands on both sheets where its words are printed on two", () => {
  const edition = laidOut();
  const [doc] = edition.pages;
  if (!doc) throw new Error("no page");
  const range = { page: doc.attrs.id as string, from: 0, to: 0 };
  doc.descendants((node, pos) => {
    if (node.type.name !== "paragraph") return !node.isTextblock;
    range.from ||= pos + 1;
    range.to = pos + 1 + node.content.size;
    return false;
  });
  const remark = { author: "", time: "2020-02-17T22:00:00.000Z", text: "通篇核一遍" };
  const command = addThread({ id: "all", kind: "query", ...range, remark });
  const now = applyChanges(
    edition,
    run(command, edition, () => ""),
  );
  const sheets = notesOf(now).flatMap((note) => (note.text.includes("通篇") ? [note.sheet] : []));
  expect(sheets).toEqual([0, 1]);
});

it("prints them, and counts them in the foot", async () => {
  const edition = laidOut();
  const request = {
    sheets: composeSheets(edition),
    picture: () => null,
    created: "2020-02-17T23:40:00.000Z",
    locale: "zh",
  } as const;
  const [bare, told] = await Promise.all(
    [{ ...edition, comments: [] }, edition].map((one) => makeProof({ ...request, edition: one })),
  );
  expect(told?.length).toBeGreaterThan(bare?.length ?? 0);
});

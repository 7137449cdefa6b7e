/** `comments`: what is still open in an edition, as processes. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { createEditionFile } from "../../host/store/create.ts";
import { act } from "../host/typing.ts";
import { laidOut } from "../torture/material.ts";
import { dayang, deskFolder } from "./run.ts";

const file = join(deskFolder().path, "night.dayang");
createEditionFile(file, laidOut(), { act });

it("lists what is open, by article", () => {
  expect(dayang(["comments", file])).toEqual({
    code: 0,
    err: "",
    out: ["A2 版 · 新桥", "  批注　“新桥”", "   校对：=SUM(A1)<script>？", ""].join("\n"),
  });
  expect(dayang(["comments", "--all", "--lang", "en", file]).out).toContain("Query  “3公里”");
  expect(dayang(["comments", "--page", "A1", file])).toMatchObject({ code: 0, out: "" });
});

it("tells all there is as JSON", () => {
  const { out } = dayang(["comments", "--all", "--json", file]);
  expect(JSON.parse(out).comments).toMatchObject([
    { id: "t1", kind: "query", page: "A1", text: "3公里", resolved: { by: "责编" } },
    { id: "t2", kind: "comment", page: "A2", text: "新桥", resolved: null },
  ]);
});

it("says that nothing is to be asked, and that a page is not there", () => {
  expect(dayang(["comments", "--queries", file])).toMatchObject({
    code: 0,
    out: "",
    err: "没有待核的问题。\n",
  });
  expect(dayang(["comments", "--page", "A9", file])).toMatchObject({ code: 2, out: "" });
});

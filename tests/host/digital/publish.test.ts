/** A folder takes its place whole, whatever stops whoever puts it there. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { publishFolder, scaffoldOf, takeDown } from "../../../host/digital/publish.ts";
import { workFolder } from "../evening.ts";

const root = workFolder();
const fresh = new Map([
  ["index.html", "今日"],
  ["pages/a1.html", "一版"],
]);

function shelf() {
  const place = mkdtempSync(join(root, "web-"));
  const folder = join(place, "数字报");
  return { place, folder, read: (name: string) => readFileSync(join(folder, name), "utf8") };
}

describe("a folder's place", () => {
  it("is taken by all of its files, and by nothing of an earlier one", () => {
    const { place, folder, read } = shelf();
    mkdirSync(folder);
    writeFileSync(join(folder, "昨日.html"), "昨日");
    publishFolder(folder, fresh, scaffoldOf(folder));
    expect(readdirSync(place)).toEqual(["数字报"]);
    expect(readdirSync(folder)).toEqual(["index.html", "pages"]);
    expect(read("pages/a1.html")).toBe("一版");
  });

  it("keeps the earlier one where writing fails", () => {
    const { place, folder, read } = shelf();
    publishFolder(folder, fresh, scaffoldOf(folder));
    // A file cannot also be a folder: the third write fails.
    const broken = new Map([
      ["index.html", "明日"],
      ["a", ""],
      ["a/b", ""],
    ]);
    expect(() => publishFolder(folder, broken, scaffoldOf(folder))).toThrow();
    expect(readdirSync(place)).toEqual(["数字报"]);
    expect(read("index.html")).toBe("今日");
  });

  it("is the earlier one's again where the work was stopped between the two renames", () => {
    const { place, folder, read } = shelf();
    publishFolder(folder, fresh, scaffoldOf(folder));
    const scaffold = scaffoldOf(folder);
    mkdirSync(scaffold.fresh);
    renameSync(folder, scaffold.old);
    takeDown(folder, scaffold);
    expect(readdirSync(place)).toEqual(["数字报"]);
    expect(read("index.html")).toBe("今日");
  });
});

/** `import` takes advertisements as PDF, after their own preflight. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { cmyk, PDFDocument, rgb } from "pdf-lib";
import { expect, it } from "vitest";
import { openEditionFile } from "../../host/store/store.ts";
import { dayang, deskFolder, page } from "./run.ts";

const { path, file } = deskFolder();
const text = file("a1.txt", page.join("\n"));
const out = (name: string) => join(path, name);

/** A page of 300 × 200 pt with one tint. */
async function advert(
  name: string,
  color: ReturnType<typeof rgb> | ReturnType<typeof cmyk>,
): Promise<string> {
  const document = await PDFDocument.create();
  document.addPage([300, 200]).drawRectangle({ x: 0, y: 0, width: 300, height: 200, color });
  return file(name, await document.save());
}

function adverts(edition: string) {
  const store = openEditionFile(edition, { readOnly: true });
  try {
    return store.edition.pages.map((doc) => doc.children.filter(({ type }) => type.name === "advert"));
  } finally {
    store.close();
  }
}

it("puts one on the last page of the file before it, in its own proportion", async () => {
  const black = await advert("black.pdf", cmyk(0, 0, 0, 1));
  const second = file("a2.txt", page.join("\n"));
  expect(dayang(["import", text, black, second, "-o", out("night.dayang")])).toMatchObject({ code: 0 });
  const [a1, a2] = adverts(out("night.dayang"));
  expect(a1?.map(({ attrs }) => [attrs.width, attrs.height])).toEqual([[3000, 2000]]);
  expect(a2).toEqual([]);
});

it("refuses one that fails preflight, in one line and with nothing written, unless told otherwise", async () => {
  const screen = await advert("screen.pdf", rgb(1, 0, 0));
  const refused = dayang(["import", text, screen, "-o", out("red.dayang"), "--quiet"]);
  expect(refused).toMatchObject({ code: 2, out: "" });
  expect(refused.err.trim().split("\n")).toEqual([expect.stringContaining("screen.pdf 有 1 处印前错误")]);
  expect(existsSync(out("red.dayang"))).toBe(false);
  const args = ["import", text, screen, "-o", out("red.dayang"), "--adverts", "accept"];
  expect(dayang(args)).toMatchObject({ code: 0 });
  expect(adverts(out("red.dayang"))[0]).toHaveLength(1);
  // Nor does the print file take it: the way out is told by the name it has on this line.
  dayang(["plan", out("red.dayang"), "--quiet"]);
  const exported = dayang(["export", out("red.dayang"), "--pdf", out("red.pdf"), "--quiet"]);
  expect(exported).toMatchObject({ code: 2, out: "" });
  expect(exported.err.trim().split("\n")).toEqual([expect.stringContaining("--adverts accept")]);
  expect(existsSync(out("red.pdf"))).toBe(false);
});

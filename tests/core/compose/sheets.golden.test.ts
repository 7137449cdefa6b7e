/**
 * Golden sheets: small pages named by the clause they show (sheets/), every item's place in pt. To accept a change, run
 * vitest with -u and read the difference in tests/golden/sheets.
 */
import { describe, expect, it } from "vitest";
import { composeEdition } from "../../../core/compose/compose.ts";
import { pageGrid } from "../../../core/compose/flow/grid.ts";
import type { Sheet, SheetItem } from "../../../core/compose/sheet.ts";
import { broadsheet } from "../../../core/edition/style.ts";
import { fakeFaces } from "./fake-faces.ts";
import { furniture } from "./sheets/furniture.ts";
import { headlines } from "./sheets/headlines.ts";
import { jumps } from "./sheets/jumps.ts";
import { pictures } from "./sheets/pictures.ts";
import { shapes } from "./sheets/shapes.ts";
import { text } from "./sheets/text.ts";

const grid = pageGrid(broadsheet);
const CASES = [...text, ...headlines, ...pictures, ...jumps, ...shapes, ...furniture];

describe("golden sheets", () => {
  it.each(CASES)("%s: %s", async (file, clause, golden) => {
    const text = composeEdition(golden, fakeFaces()).map(told).join("\n");
    await expect(`# ${clause}\n${text}`).toMatchFileSnapshot(`../../golden/sheets/${file}.txt`);
  });
});

const pt = (...values: number[]) => values.map((value) => Number(value.toFixed(1))).join(" ");

/** What stands in the type area, and what the sheet says of it. The folio over it is the same on every page. */
function told(sheet: Sheet): string {
  const inside = (item: SheetItem) => ("y" in item ? item.y : item.y1) >= grid.top - 0.1;
  return [
    `[${sheet.number}]`,
    ...sheet.items.filter(inside).map(line),
    ...sheet.fits.map(
      ({ lines, available, characters }) => `fit ${lines}/${available} lines, ${characters} characters`,
    ),
    ...sheet.notes.map(({ code, detail }) => `note ${code} ${detail}`),
    "",
  ].join("\n");
}

function line(item: SheetItem): string {
  switch (item.kind) {
    case "glyphs": {
      const { role, face, size, x, y, vertical, texts } = item;
      return `${role} ${face} ${size} at ${pt(x, y)}${vertical ? " down" : ""}: ${texts.join("")}`;
    }
    case "rule":
      return `rule ${pt(item.x1, item.y1)} to ${pt(item.x2, item.y2)}, ${item.width}`;
    case "tint":
      return `tint ${pt(item.x, item.y)}, ${pt(item.width)} × ${pt(item.height)}, ${item.ink.k}%`;
    case "picture": {
      const { x, y, width, height } = item.crop;
      const crop = [x, y, width, height].map((value) => value.toFixed(3)).join(" ");
      return `picture ${pt(item.x, item.y)}, ${pt(item.width)} × ${pt(item.height)}, shows ${crop}`;
    }
  }
}

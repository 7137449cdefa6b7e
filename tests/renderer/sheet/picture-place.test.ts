import { describe, expect, it } from "vitest";
import { composeEdition } from "../../../core/compose/compose.ts";
import { broadsheet } from "../../../core/edition/style.ts";
import { cellsOfPicture } from "../../../renderer/sheet/picture-place.ts";
import { copy } from "../../core/compose/copy.ts";
import { fakeFaces } from "../../core/compose/fake-faces.ts";
import { article, at, caption, edition, p, page, picture } from "../../core/edition/builders.ts";

const PHOTO = { id: "photo", source: "0".repeat(64), width: 3000, height: 2000 };
const block = at(2, 10, 4, 44);
const sheetOf = (place: ReturnType<typeof at> | null, words: string) => {
  const photo = picture({ ...PHOTO, place }, caption(words));
  const doc = page("A2", article({ id: "story", place: block }, "江边早市", photo, p(copy(24))));
  const [sheet] = composeEdition(edition(doc), fakeFaces());
  if (!sheet) throw new Error("no sheet");
  return sheet;
};

describe("the cells of a picture in a story's text", () => {
  it("are those it was given, counted from the head of its block", () => {
    for (const place of [at(0, 8, 1, 12), at(1, 12, 2, 15), at(2, 20, 2, 18), at(0, 9, 4, 24)])
      for (const words of ["渡口。", "天不亮就开张的江边早市，菜农把沾着露水的莴笋码成一排。".repeat(3)])
        expect(cellsOfPicture(sheetOf(place, words), "photo", block, broadsheet)).toEqual(place);
  });

  it("are those composition chose where nobody gave any: asked for them, it sets the same picture", () => {
    const free = sheetOf(null, "渡口。");
    const cells = cellsOfPicture(free, "photo", block, broadsheet);
    const again = sheetOf(cells as ReturnType<typeof at>, "渡口。");
    const frame = (sheet: typeof free) => sheet.items.find((item) => item.kind === "picture");
    expect(frame(again)).toEqual(frame(free));
    expect(cellsOfPicture(free, "other", block, broadsheet)).toBeNull();
  });
});

import { expect, it } from "vitest";
import { picturesOn } from "../../../renderer/sheet/lost-pictures.ts";
import { article, caption, p, page, picture } from "../../core/edition/builders.ts";

it("pictures of a page are told with the block they stand in; a frame without a picture is none", () => {
  const doc = page(
    "A1",
    article(
      { id: "a" },
      "渡口",
      picture({ id: "in", source: "one" }, caption("清晨的渡口")),
      p("昨日清晨。"),
    ),
    picture({ id: "own", source: "two" }, caption("归航")),
    picture({ id: "frame" }),
  );
  expect(picturesOn(doc).map(({ block, source, caption: words }) => [block, source, words])).toEqual([
    ["a", "one", "清晨的渡口"],
    ["own", "two", "归航"],
  ]);
});

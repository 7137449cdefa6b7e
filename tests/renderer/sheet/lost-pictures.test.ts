import { expect, it } from "vitest";
import { picturesOn } from "../../../renderer/sheet/lost-pictures.ts";
import { article, caption, p, page, picture } from "../../core/edition/builders.ts";

it("tells the pictures of a page, those set in articles too; a frame without a picture is none", () => {
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
  expect(picturesOn(doc)).toEqual(["one", "two"]);
});

/** Stories that leave their page. */
import { article, at, byline, continuation, edition, jump, p, page } from "../../edition/builders.ts";
import { copy } from "../copy.ts";
import { type Golden, jumping } from "./golden.ts";

export const jumps: readonly Golden[] = [
  ["jump-sentence", "转版：断在句末，转版行在末", jumping(18, p(copy(4)), p(copy(3, 4)), p(copy(6, 1)))],
  [
    "jump-line",
    "转版：附近没有句末，断在行末，不留空；接版首行不缩",
    jumping(16, p(`${"江边的早市天不亮就开了张，".repeat(40)}收了摊。`)),
  ],
  [
    "jump-not-alone",
    "转版行跟着正文，不独自排在竖题底下",
    edition(
      page(
        "A1",
        article(
          { id: "story", headlineDirection: "vertical", place: at(5, 0, 3, 30) },
          "渡口停航",
          byline("记者 周一"),
          p(copy(8)),
          p(copy(8, 3)),
          jump("A2", { id: "jump" }),
        ),
      ),
      page("A2", continuation({ article: "story", jump: "jump", place: at(0, 0, 2, 12) }, "渡口停航")),
    ),
  ],
];

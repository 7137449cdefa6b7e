/** An edition, and any command an editor could give it: for tests that hold after every sequence of them. */
import fc from "fast-check";
import * as commands from "../../../core/edition/commands.ts";
import type { Edition } from "../../../core/edition/edition.ts";
import { readJumps } from "../../../core/edition/jumps.ts";
import {
  article,
  at,
  byline,
  caption,
  edition,
  importedJump,
  masthead,
  p,
  page,
  picture,
} from "./builders.ts";

/** Two pages with a masthead, three articles and a picture; one jump was imported and nobody has answered it. */
export const start = () =>
  edition(
    page(
      "A1",
      masthead({ id: "m" }),
      article({ id: "a" }, "雨后开学", byline("记者 甲"), p("一。"), p("二。")),
      article({ id: "b" }, "桥通车", p("三。"), importedJump("下转A2版", "A2", null, "ib")),
      picture({ id: "pic", width: 30, height: 20 }, caption("图说")),
    ),
    page("A2", article({ id: "c" }, "简讯", p("四。"))),
  );

const id = fc.constantFrom("a", "b", "c", "m", "pic", "ib", "none");
const number = fc.constantFrom("A1", "A2", "A3", "B1", "x");

/** Commands that fit and commands that do not, over the pages of `start` and pages that do not exist yet. */
export const action: fc.Arbitrary<(e: Edition) => commands.Command> = fc.oneof(
  fc
    .tuple(
      id,
      fc.integer({ min: -1, max: 8 }),
      fc.integer({ min: 0, max: 130 }),
      fc.integer({ min: 0, max: 9 }),
    )
    .map(
      ([i, c, l, w]) =>
        () =>
          commands.setPlace(i, at(c, l, w, 12)),
    ),
  fc.tuple(id, number, fc.option(fc.nat(3), { nil: undefined })).map(
    ([i, n, after]) =>
      () =>
        commands.addJump(i, n, after),
  ),
  fc.tuple(id, number).map(
    ([i, n]) =>
      () =>
        commands.moveBlock(i, n),
  ),
  fc.tuple(fc.nat(9), number).map(([n, target]) => (e: Edition) => {
    const jumps = readJumps(e).all;
    return commands.setJumpTarget(jumps[n % Math.max(1, jumps.length)]?.id ?? "none", target);
  }),
  fc.nat(9).map((n) => (e: Edition) => {
    const jumps = readJumps(e).all;
    const jump = jumps[n % Math.max(1, jumps.length)];
    return n % 2
      ? commands.removeJump(jump?.id ?? "none")
      : commands.removeBlock(jump?.continuation?.id ?? "none");
  }),
  id.map((i) => () => commands.removeBlock(i)),
  number.map((n) => () => commands.addPage(n)),
  number.map((n) => () => commands.removePage(n)),
  fc.tuple(number, fc.constantFrom("要闻", "")).map(
    ([n, title]) =>
      () =>
        commands.setPageTitle(n, title),
  ),
  fc.tuple(id, id).map(
    ([i, j]) =>
      () =>
        commands.swapBlocks(i, j),
  ),
  fc.constantFrom("rule", "tint").map((box) => () => commands.setAttributes("a", { box })),
  // A copy of an article, ids and all, as a paste would bring it.
  number.map((n) => (e: Edition) => {
    const block = e.pages.flatMap((doc) => doc.children).find((node) => node.type.name === "article");
    return block ? commands.addBlock(n, block) : commands.addPage(n);
  }),
  fc.tuple(fc.nat(60), fc.nat(3), fc.string({ maxLength: 4 })).map(
    ([pos, from, text]) =>
      () =>
        commands.replaceText("page-A1", pos, from, from, text),
  ),
);

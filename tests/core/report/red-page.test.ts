/** The red check for paper: what became of each correction, changes nobody asked for, and no markup but its own. */
import { Transform } from "prosemirror-transform";
import { describe, expect, it } from "vitest";
import { applyChanges } from "../../../core/edition/change.ts";
import type { Edition } from "../../../core/edition/edition.ts";
import { schema } from "../../../core/edition/schema.ts";
import { redOf } from "../../../core/report/red-items.ts";
import { redPage } from "../../../core/report/red-page.ts";
import { smallEdition } from "../../host/typing.ts";

const printed = (before: Edition, after: Edition) =>
  redPage({
    locale: "zh",
    facts: after.facts,
    red: redOf(before, after, []),
    before: "一校样",
    after: "现在的版面",
    pages: after.pages.map(({ attrs }) => ({ id: attrs.id, number: attrs.number })),
    headline: () => "<b>标题</b>",
    roles: ["role.proofreader"],
    made: "2020-02-17 23:40",
  });

/** The edition with `words` put before the first headline. */
function retyped(edition: Edition, words: string): Edition {
  const [page] = edition.pages;
  if (!page) throw new Error("no page");
  let at = -1;
  page.descendants((node, pos) => {
    if (at < 0 && node.type.name === "headline") at = pos + 1;
  });
  const { steps } = new Transform(page).insert(at, schema.text(words));
  return applyChanges(edition, [{ kind: "steps", page: page.attrs.id, steps }]);
}

describe("the red check for paper", () => {
  it("says that nothing differs where nothing does", () => {
    const edition = smallEdition(1);
    expect(printed(edition, edition)).toContain("两个版本没有差别");
  });

  it("underlines what came, under what nobody asked for; whatever it holds is text", () => {
    const edition = smallEdition(1);
    const page = printed(edition, retyped(edition, "<img src=x onerror=alert(1)>"));
    expect(page).toContain("没有要求的改动");
    expect(page).toMatch(/<ins>[^<]*&lt;img src=x onerror=alert\(1\)&gt;/);
    expect(page).toContain("&lt;b&gt;标题&lt;/b&gt;");
    expect(page).not.toMatch(/<img|<b>标题/);
    // Its own policy lets no script run.
    expect(page).toMatch(/Content-Security-Policy/i);
  });
});

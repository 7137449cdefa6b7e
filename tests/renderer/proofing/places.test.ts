import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges } from "../../../core/edition/change.ts";
import { replaceText } from "../../../core/edition/commands.ts";
import type { Edition } from "../../../core/edition/edition.ts";
import { type Reading, readEdition } from "../../../core/edition/reading.ts";
import { schema } from "../../../core/edition/schema.ts";
import { tracer } from "../../../renderer/proofing/places.ts";
import { article, deck, edition, newId, p, page } from "../../core/edition/builders.ts";

const evening = () =>
  edition(page("A1", article({ id: "a" }, "标题", deck("副题"), p("共有学校36所。"), p("其中小学20所。"))));

const partsOf = (reading: Reading) =>
  reading.pages.flatMap(({ articles }) => articles.flatMap(({ parts }) => parts));

/** The first place of `words` in the reading, as a span. */
function spanOf(reading: Reading, words: string) {
  const part = partsOf(reading).find(({ text }) => text.includes(words));
  if (!part) throw new Error(`no ${words}`);
  const offset = part.text.indexOf(words);
  return { from: { part, offset }, to: { part, offset: offset + words.length } };
}

/** The edition after the first `words` were replaced by `text`. */
function edited(before: Edition, words: string, text: string): Edition {
  const { from, to } = spanOf(readEdition(before), words);
  const command = replaceText("page-A1", from.part.pos, from.offset, to.offset, text);
  return applyChanges(before, command(before, newId) ?? []);
}

/** The words at the stretches that `words` of the old edition have become. */
function follow(before: Edition, after: Edition, words: string): string[] {
  const old = readEdition(before);
  return tracer(
    old,
    readEdition(after),
  )(spanOf(old, words)).map(({ pos, from, to }) => {
    const node = after.pages[0]?.nodeAt(pos);
    return node?.textContent.slice(from, to) ?? "";
  });
}

describe("places through edits in flight", () => {
  const before = evening();

  it("stay where they are while nothing changes", () => {
    expect(follow(before, before, "36所")).toEqual(["36所"]);
  });

  it("move with the text before and behind them", () => {
    expect(follow(before, edited(before, "共有", "全县现在共有"), "36所")).toEqual(["36所"]);
    expect(follow(before, edited(before, "。", "，老师四百。"), "36所")).toEqual(["36所"]);
    expect(follow(before, edited(before, "副题", ""), "20所")).toEqual(["20所"]);
  });

  it("do not grow by what is typed at their ends, and do by what is typed within", () => {
    expect(follow(before, edited(before, "学校", "学校约"), "36所")).toEqual(["36所"]);
    expect(follow(before, edited(before, "36", "306"), "36所")).toEqual(["306所"]);
  });

  it("are gone with what they were about", () => {
    expect(follow(before, edited(before, "36所", ""), "36所")).toEqual([]);
  });

  it("are found again in the paragraphs that a split or a new block left alone", () => {
    const doc = before.pages[0];
    if (!doc) throw new Error("no page");
    const more = doc.copy(doc.content.addToStart(schema.node("masthead", { id: "m" })));
    expect(follow(before, { ...before, pages: [more] }, "20所")).toEqual(["20所"]);
  });

  it("always hold the same words where an edit did not touch them", () => {
    const text = fc.string({ unit: fc.constantFrom("一", "二", "三", "8"), maxLength: 6 });
    fc.assert(
      fc.property(text, text, text, text, (head, old, next, tail) => {
        const make = (middle: string) =>
          edition(page("A1", article({ id: "a" }, "题", p(`${head}${middle}学校${tail}`))));
        const [was, is] = [make(old), make(next)];
        expect(follow(was, is, "学校")).toEqual(["学校"]);
      }),
      { numRuns: 200 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeEdition } from "../../../../core/compose/compose.ts";
import { linesNeeded } from "../../../../core/compose/flow/pour.ts";
import { gainsOf } from "../../../../core/compose/flow/squeeze.ts";
import { storyOf } from "../../../../core/compose/flow/story.ts";
import { broadsheet } from "../../../../core/edition/style.ts";
import { article, at, edition, p, page } from "../../edition/builders.ts";
import { copy, printed } from "../copy.ts";
import { fakeFaces } from "../fake-faces.ts";

const faces = fakeFaces();
/** Marks a full em wide (全角) have most to give: in 开明 total fit takes nearly all of it unasked. */
const style = { ...broadsheet, text: { ...broadsheet.text, punctuation: "quanjiao" as const } };
const context = { style, faces };
/** Paragraphs full of pauses, of all lengths: where their last lines end is what squeezing lives on. */
const story = (count: number) =>
  article(
    "早市",
    ...Array.from({ length: count }, (_, i) =>
      p(`${copy(1, i)}${"雨停了，天晴了，风也小了，".repeat(4 + (i % 5))}${"人都来了".slice(0, i % 5)}。`),
    ),
  );

const lines = (squeeze: number, count = 24) => {
  const block = story(count);
  const node = block.type.create({ ...block.attrs, squeeze, place: at(0, 0, 3, 90) }, block.content);
  const [sheet] = composeEdition({ ...edition(page("A1", node)), style }, faces);
  return { set: sheet?.fits[0]?.lines ?? 0, text: sheet ? printed(sheet, "paragraph") : "" };
};

describe("tighter setting (挤行)", () => {
  it("saves exactly the lines it is asked for, while there are paragraphs that can give one", () => {
    const natural = lines(0).set;
    for (const n of [1, 2, 3]) expect(lines(n).set).toBe(natural - n);
  });

  it("adds exactly the lines it is asked for, where it is to be looser (抻行)", () => {
    const natural = lines(0).set;
    for (const n of [1, 2]) expect(lines(-n).set).toBe(natural + n);
  });

  it("changes no character", () => {
    expect(lines(3).text.replaceAll(" ", "")).toBe(lines(0).text.replaceAll(" ", ""));
  });

  it("takes the paragraphs first that have the fewest characters to take in", () => {
    const block = story(24);
    const one = gainsOf(whole(block), 1, 117, context);
    const more = gainsOf(whole(block), 3, 117, context);
    expect([...(more?.keys() ?? [])]).toEqual(expect.arrayContaining([...(one?.keys() ?? [])]));
    expect(more?.size).toBe(3);
  });

  it("is content with what can be had", () => {
    const all = gainsOf(whole(story(24)), 200, 117, context);
    expect(all?.size).toBeLessThan(24);
    expect(gainsOf(whole(article("早市", p("开张。"))), 5, 117, context)).toBeNull();
  });

  it("never saves more than it was asked for, before lone lines are mended", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 4, max: 24 }), (n, count) => {
        const text = whole(story(count));
        const gains = gainsOf(text, n, 117, context);
        const tight = gains ? { ...text, gains } : text;
        const saved = linesNeeded(text, 117, context) - linesNeeded(tight, 117, context);
        expect(saved).toBe(gains?.size ?? 0);
        expect(saved).toBeLessThanOrEqual(n);
      }),
      { numRuns: 25 },
    );
  });
});

const whole = (block: ReturnType<typeof article>) => {
  const read = storyOf(block);
  return { story: read, from: { item: 0, offset: 0 }, until: read.body.length, cut: null, kai: false };
};

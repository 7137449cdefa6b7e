/** Every kind of layout finding: a page that has it, with the blocks it names, and one that has it all but. */
import type { Node } from "prosemirror-model";
import { describe, expect, it } from "vitest";
import { compose as words } from "../../../../core/catalogue/compose.ts";
import { composeEdition } from "../../../../core/compose/compose.ts";
import { lintPage } from "../../../../core/compose/plan/lint.ts";
import type { Sheet } from "../../../../core/compose/sheet.ts";
import type { Place } from "../../../../core/edition/place.ts";
import { broadsheet } from "../../../../core/edition/style.ts";
import {
  advert,
  article,
  at,
  caption,
  crosshead,
  edition,
  masthead,
  p,
  page,
  picture,
} from "../../edition/builders.ts";
import { copy } from "../copy.ts";
import { fakeFaces } from "../fake-faces.ts";

const faces = fakeFaces();
const PHOTO = { source: "0".repeat(64), width: 3000, height: 2000 };
const LOST = "f".repeat(64);

function findings(blocks: readonly Node[]) {
  const doc = page("A1", ...blocks);
  const [sheet] = composeEdition(edition(doc), faces) as [Sheet];
  return lintPage(doc, sheet, broadsheet, (digest) => digest !== LOST);
}

const news = (id: string, place: Place, attrs: Record<string, unknown> = {}, sentences = 120) =>
  article({ id, place, ...attrs }, "江边早市天不亮就开张", p(copy(sentences)));
const corner = (place: Place, which: "nw" | "se", columns: number, lines: number): Place => ({
  ...place,
  notches: [{ corner: which, columns, lines }],
});
const photo = (id: string, place: Place, attrs: Record<string, unknown> = {}) =>
  picture({ id, ...PHOTO, place, ...attrs });
const heads = (count: number) => Array.from({ length: count }, (_, i) => crosshead(`【第${i + 1}】`));

interface Case {
  readonly has: readonly Node[];
  /** Ids the finding names. */
  readonly names: readonly string[];
  readonly hasNot: readonly Node[];
}

const CASES: Readonly<Record<string, Case>> = {
  "headlines-side-by-side": {
    has: [news("a", at(0, 20, 4, 60)), news("b", at(4, 20, 4, 60))],
    names: ["a", "b"],
    hasNot: [news("a", at(0, 20, 4, 60)), news("b", at(4, 30, 4, 60))],
  },
  "headlines-level": {
    has: [
      news("a", at(0, 20, 4, 60), { headlineSize: 36 }),
      news("b", at(4, 20, 4, 60), { headlineSize: 21 }),
    ],
    names: ["a", "b"],
    hasNot: [
      news("a", at(0, 20, 4, 60), { headlineSize: 42 }),
      news("b", at(4, 20, 4, 60), { headlineSize: 21 }),
    ],
  },
  channel: {
    has: [news("a", at(0, 0, 4, 61)), news("b", at(4, 0, 4, 61)), news("c", at(0, 61, 8, 61))],
    names: ["c"],
    hasNot: [
      news("a", at(0, 0, 4, 61)),
      news("b", at(4, 0, 4, 70)),
      news("c", corner(at(0, 61, 8, 61), "nw", 4, 9)),
    ],
  },
  "straight-column": {
    has: [news("a", at(0, 0, 3, 122)), news("b", at(3, 0, 5, 60)), news("c", at(3, 60, 5, 62))],
    names: ["b", "c"],
    hasNot: [news("a", at(0, 0, 3, 60)), news("b", at(3, 0, 5, 60)), news("c", at(0, 60, 8, 62))],
  },
  "lead-not-largest": {
    has: [
      news("a", at(0, 0, 2, 60), { rank: 1, headlineSize: 24 }),
      news("b", at(2, 20, 6, 60), { rank: 2, headlineSize: 36 }),
    ],
    names: ["a", "b"],
    hasNot: [
      news("a", at(0, 0, 2, 60), { rank: 1, headlineSize: 42 }),
      news("b", at(2, 20, 6, 60), { rank: 2, headlineSize: 36 }),
    ],
  },
  "vertical-headlines": {
    has: [
      news("a", at(0, 0, 3, 60), { headlineDirection: "vertical" }),
      news("b", at(5, 40, 3, 60), { headlineDirection: "vertical" }),
    ],
    names: ["a", "b"],
    hasNot: [news("a", at(0, 0, 3, 60), { headlineDirection: "vertical" }), news("b", at(5, 40, 3, 60))],
  },
  "picture-off-centre": {
    has: [news("a", at(0, 0, 8, 80)), photo("b", at(0, 80, 3, 24))],
    names: ["b"],
    hasNot: [news("a", at(0, 40, 8, 80)), photo("b", at(0, 14, 3, 24))],
  },
  "out-of-order": {
    has: [
      news("a", at(0, 60, 8, 50), { rank: 2 }),
      news("b", at(0, 0, 8, 50), { rank: 8, headlineSize: 42 }),
    ],
    names: ["b", "a"],
    hasNot: [
      news("a", at(0, 60, 8, 50), { rank: 2 }),
      news("b", at(0, 0, 8, 50), { rank: 4, headlineSize: 42 }),
    ],
  },
  monotonous: {
    has: [0, 30, 60].map((line, i) => news(`m${i}`, at(0, line, 3, 30))),
    names: ["m0", "m1", "m2"],
    hasNot: [news("m0", at(0, 0, 3, 20)), news("m1", at(0, 20, 3, 30)), news("m2", at(0, 50, 3, 40))],
  },
  "headline-apart": {
    has: [news("a", corner(at(0, 0, 4, 60), "nw", 2, 30))],
    names: ["a"],
    hasNot: [news("a", corner(at(0, 0, 4, 60), "se", 2, 30))],
  },
  "reads-across": {
    has: [news("a", at(0, 0, 8, 60)), news("b", at(3, 20, 2, 30))],
    names: ["a", "b"],
    hasNot: [news("a", at(0, 0, 3, 60)), news("b", at(3, 20, 2, 30)), news("c", at(5, 0, 3, 60))],
  },
  "uneven-columns": {
    has: [article({ id: "a", place: at(0, 0, 3, 40) }, "早市", p(copy(15)), ...heads(5), p(copy(60)))],
    names: ["a"],
    hasNot: [article({ id: "a", place: at(0, 0, 3, 40) }, "早市", p(copy(15)), p(copy(60)))],
  },
  hole: {
    has: [news("a", at(0, 0, 4, 60), {}, 3)],
    names: ["a"],
    hasNot: [news("a", at(0, 0, 4, 20), {}, 22)],
  },
  overset: {
    has: [news("a", at(0, 0, 2, 20))],
    names: ["a"],
    hasNot: [news("a", at(0, 0, 2, 40), {}, 26)],
  },
  "masthead-not-largest": {
    has: [masthead({ id: "plate", place: at(0, 0, 8, 6) }), news("a", at(0, 6, 8, 60), { headlineSize: 72 })],
    names: ["plate", "a"],
    hasNot: [
      masthead({ id: "plate", place: at(0, 0, 8, 17) }),
      news("a", at(0, 17, 8, 60), { headlineSize: 72 }),
    ],
  },
  "small-type": {
    has: [
      advert({ id: "a", place: at(0, 100, 1, 6) }, caption("新茶上市买二送一满百减十欢迎新老顾客光临品尝")),
    ],
    names: ["a"],
    hasNot: [
      advert({ id: "a", place: at(0, 100, 2, 6) }, caption("新茶上市买二送一满百减十欢迎新老顾客光临品尝")),
    ],
  },
  "heavy-crop": {
    has: [photo("a", at(0, 0, 1, 40))],
    names: ["a"],
    hasNot: [photo("a", at(0, 0, 2, 15))],
  },
  "focus-cropped": {
    has: [
      photo("a", at(0, 0, 2, 15), { crop: { x: 0, y: 0, width: 0.5, height: 1 }, focus: { x: 0.8, y: 0.5 } }),
    ],
    names: ["a"],
    // The middle is what nobody has set.
    hasNot: [photo("a", at(0, 0, 2, 15), { crop: { x: 0.6, y: 0, width: 0.4, height: 0.4 } })],
  },
  "picture-missing": {
    has: [picture({ id: "a", place: at(0, 0, 2, 15) })],
    names: ["a"],
    hasNot: [photo("a", at(0, 0, 2, 15))],
  },
  "picture-lost": {
    has: [photo("a", at(0, 0, 2, 15), { source: LOST })],
    names: ["a"],
    hasNot: [photo("a", at(0, 0, 2, 15))],
  },
  overlap: {
    has: [news("a", at(0, 0, 4, 60)), news("b", at(3, 30, 4, 60))],
    names: ["a", "b"],
    // In the corner that is taken out of its neighbour it stands over nothing.
    hasNot: [news("a", corner(at(0, 0, 4, 60), "se", 1, 30)), news("b", at(3, 30, 4, 60))],
  },
};

describe("layout lint", () => {
  it.each(Object.entries(CASES))(
    "%s: has a page that has it, and passes one that has it all but",
    (code, given) => {
      const found = findings(given.has).filter((finding) => finding.code === code);
      expect(found.map(({ blocks }) => blocks)).toContainEqual(given.names);
      expect(findings(given.hasNot).map((finding) => finding.code)).not.toContain(code);
    },
  );

  it("has a case for each of its words, and names a block in each finding", () => {
    const codes = Object.keys(words).filter((key) => key.startsWith("layout."));
    expect(codes.toSorted()).toEqual(
      Object.keys(CASES)
        .map((code) => `layout.${code}`)
        .toSorted(),
    );
    for (const { has } of Object.values(CASES))
      for (const { blocks } of findings(has))
        expect(blocks.filter((id) => id !== "").length).toBeGreaterThan(0);
  });
});

import { describe, expect, it } from "vitest";
import { word } from "../../../../core/catalogue/catalogue.ts";
import { composeEdition } from "../../../../core/compose/compose.ts";
import { lintPage } from "../../../../core/compose/plan/lint.ts";
import type { Sheet } from "../../../../core/compose/sheet.ts";
import { broadsheet } from "../../../../core/edition/style.ts";
import {
  advert,
  article,
  at,
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

function faults(...blocks: ReturnType<typeof article>[]): string[] {
  const doc = page("A1", ...blocks);
  const [sheet] = composeEdition(edition(doc), faces) as [Sheet];
  return lintPage(doc, sheet, broadsheet).map(({ code }) => code);
}

const news = (place: ReturnType<typeof at>, attrs: Record<string, unknown> = {}, sentences = 200) =>
  article({ place, ...attrs }, "江边早市天不亮就开张", p(copy(sentences)));

describe("layout lint", () => {
  it("finds equal headlines side by side at one height (碰题), unless one is boxed", () => {
    const left = at(0, 20, 4, 60);
    const right = at(4, 20, 4, 60);
    expect(faults(news(left), news(right))).toContain("headlines-side-by-side");
    expect(faults(news(left), news(right, { box: "rule" }))).not.toContain("headlines-side-by-side");
    expect(faults(news(left), news(at(4, 40, 4, 60)))).not.toContain("headlines-side-by-side");
  });

  it("finds a straight cut across the page (断版), unless it sets off a strip", () => {
    const upper = [news(at(0, 0, 4, 61)), news(at(4, 0, 4, 61))];
    expect(faults(...upper, news(at(0, 61, 8, 61)))).toContain("channel");
    const deep = [news(at(0, 0, 4, 96)), news(at(4, 0, 4, 96))];
    expect(faults(...deep, news(at(0, 96, 8, 26)))).not.toContain("channel");
  });

  it("finds a lead whose headline is not the largest", () => {
    const lead = news(at(0, 0, 2, 60), { rank: 1, headlineSize: 24 });
    const other = news(at(2, 20, 6, 60), { rank: 2, headlineSize: 36 });
    expect(faults(lead, other)).toContain("lead-not-largest");
  });

  it("finds a straight column down the page, unless something crosses it or it soon ends", () => {
    const left = [news(at(0, 0, 3, 50)), news(at(0, 50, 3, 72))];
    const right = [news(at(3, 0, 5, 70)), news(at(3, 70, 5, 52))];
    expect(faults(...left, ...right)).toContain("straight-column");
    const strip = advert({ place: at(0, 100, 8, 22) });
    const over = [news(at(0, 0, 3, 100)), news(at(3, 0, 5, 100))];
    expect(faults(...over, strip)).not.toContain("straight-column");
    expect(faults(news(at(0, 0, 4, 30)), news(at(4, 0, 4, 30)))).not.toContain("straight-column");
  });

  it("takes the foot of a nameplate with an ear for no cut, and the short in the ear for no lead", () => {
    const under = [
      news(at(0, 17, 5, 105), { rank: 1, headlineSize: 54 }),
      news(at(5, 17, 3, 105), { rank: 2, headlineSize: 24 }),
    ];
    const ear = news(at(5, 0, 3, 17), { rank: 9, box: "rule" }, 3);
    const found = faults(masthead({ place: at(0, 0, 5, 17) }), ear, ...under);
    expect(found).not.toContain("channel");
    expect(found).not.toContain("out-of-order");
  });

  it("finds a headline cut off from its text (题文分离), unless a picture of its own stands between", () => {
    const place = at(0, 0, 4, 60);
    const corner = { ...place, notches: [{ corner: "nw" as const, columns: 2, lines: 30 }] };
    expect(faults(news(corner))).toContain("headline-apart");
    expect(faults(news(place))).not.toContain("headline-apart");
    const photo = picture({ source: "0".repeat(64), width: 3000, height: 2000 });
    const pictured = article({ place: at(0, 0, 3, 60) }, "江边早市天不亮就开张", photo, p(copy(60)));
    expect(faults(pictured)).not.toContain("headline-apart");
  });

  it("finds a story that reads across another's column", () => {
    expect(faults(news(at(0, 0, 8, 60)), news(at(3, 20, 2, 30)))).toContain("reads-across");
    expect(faults(news(at(0, 0, 8, 60)), news(at(6, 20, 2, 30)))).not.toContain("reads-across");
  });

  it("finds columns that end at different heights", () => {
    const block = (...body: ReturnType<typeof p>[]) => article({ place: at(0, 0, 3, 40) }, "早市", ...body);
    expect(faults(block(p(copy(60))))).not.toContain("uneven-columns");
    // Crossheads that stand together take what is under them along, and the column they leave stays short.
    const heads = Array.from({ length: 5 }, (_, i) => crosshead(`【第${i + 1}】`));
    const found = Array.from({ length: 14 }, (_, i) => faults(block(p(copy(14 + i)), ...heads, p(copy(40)))));
    expect(found.some((codes) => codes.includes("uneven-columns"))).toBe(true);
  });

  it("finds overset text, holes and overlaps", () => {
    expect(faults(news(at(0, 0, 2, 20)))).toContain("overset");
    expect(faults(news(at(0, 0, 4, 60), {}, 3))).toContain("hole");
    expect(faults(news(at(0, 0, 4, 60)), news(at(3, 30, 4, 60)))).toContain("overlap");
  });

  it("finds pictures of which too little shows, or not what matters", () => {
    const photo = (attrs: Record<string, unknown>) =>
      picture({ source: "0".repeat(64), width: 3000, height: 2000, place: at(0, 0, 2, 15), ...attrs });
    expect(faults(photo({}))).toEqual([]);
    expect(faults(photo({ place: at(0, 0, 1, 40) }))).toContain("heavy-crop");
    const away = { crop: { x: 0, y: 0, width: 0.5, height: 1 }, focus: { x: 0.8, y: 0.5 } };
    expect(faults(photo(away))).toContain("focus-cropped");
  });

  it("finds a picture that was never put in, and one that the file has lost", () => {
    expect(faults(picture({ place: at(0, 0, 2, 15) }))).toContain("picture-missing");
    const source = "0".repeat(64);
    const doc = page(
      "A1",
      picture({ id: "photo", source, width: 3000, height: 2000, place: at(0, 0, 2, 15) }),
    );
    const [sheet] = composeEdition(edition(doc), faces) as [Sheet];
    expect(lintPage(doc, sheet, broadsheet, (digest) => digest !== source)).toEqual([
      { code: "picture-lost", blocks: ["photo"], detail: "" },
    ]);
    expect(lintPage(doc, sheet, broadsheet, (digest) => digest === source)).toEqual([]);
  });

  it("has nothing to say of a masthead over one story that fills its block", () => {
    expect(faults(masthead({ place: at(0, 0, 8, 17) }), news(at(0, 17, 8, 20), { rank: 1 }, 57))).toEqual([]);
  });

  it("has words for every code", () => {
    for (const code of [
      "overset",
      "hole",
      "overlap",
      "channel",
      "headlines-side-by-side",
      "lead-not-largest",
      "straight-column",
      "vertical-headlines",
      "picture-off-centre",
      "out-of-order",
      "monotonous",
      "small-type",
      "masthead-not-largest",
      "heavy-crop",
      "headlines-level",
      "focus-cropped",
      "picture-missing",
      "picture-lost",
      "headline-apart",
      "reads-across",
      "uneven-columns",
    ])
      expect(word("zh", `layout.${code}`)).not.toBe("");
  });
});

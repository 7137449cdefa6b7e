import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeEdition } from "../../../../core/compose/compose.ts";
import { largestFree } from "../../../../core/compose/plan/free.ts";
import { applyProposal, planEdition, proposals } from "../../../../core/compose/plan/plan.ts";
import { applyChanges } from "../../../../core/edition/change.ts";
import type { Edition } from "../../../../core/edition/edition.ts";
import { fitsGrid, overlaps, type Place } from "../../../../core/edition/place.ts";
import { broadsheet } from "../../../../core/edition/style.ts";
import {
  advert,
  article,
  at,
  byline,
  caption,
  deck,
  edition,
  importedJump,
  kicker,
  masthead,
  newId,
  p,
  page,
  picture,
} from "../../edition/builders.ts";
import { bodyUnits, copy, printedUnits } from "../copy.ts";
import { fakeFaces } from "../fake-faces.ts";
import { cellsOf } from "./random-page.ts";

const faces = fakeFaces();
const { columns, lines } = broadsheet.grid;

const story = (sentences: number, headline: string, ...extra: Parameters<typeof article>[1][]) =>
  article(headline, ...extra, ...Array.from({ length: Math.ceil(sentences / 4) }, (_, i) => p(copy(4, i))));

/** Nine stories of a front page: a lead, news of all lengths, one with a photograph, a commentary, a short. */
const front = () =>
  edition(
    page(
      "A1",
      masthead(),
      article(
        "两岸同开早市 渡口迎来新桥",
        deck("首批十四座站点同日启用"),
        byline("本报记者 周一"),
        p(copy(8)),
        p(copy(6, 3)),
        importedJump(">>> 下转 A2 版①", "A2", 1),
      ),
      story(36, "老街修缮三期开工 居民代表全程监督", kicker("江城老街保护工程")),
      story(40, "图书馆新增三百组矮书架", kicker("本市公共阅读空间扩容")),
      story(26, "新线路串起学校医院和集市"),
      story(44, "多项办法帮菜农进城", deck("一条街的早市怎么管")),
      story(
        18,
        "船桨挂上墙 渡口变书屋",
        picture({ width: 3000, height: 2000 }, caption("渡口书屋开放首日。")),
      ),
      story(34, "九条约定管好老街", byline("本报记者 吴二"), importedJump(">>> 下转 A2 版②", "A2", 2)),
      article(
        { kind: "commentary" },
        "把账算在明处",
        byline("江声"),
        ...Array.from({ length: 7 }, (_, i) => p(copy(4, i))),
      ),
      story(5, "读者捐书两千册"),
    ),
  );

function placesOf(e: Edition, index: number): { id: string; place: Place | null }[] {
  const found: { id: string; place: Place | null }[] = [];
  e.pages[index]?.forEach((block) => void found.push({ id: block.attrs.id, place: block.attrs.place }));
  return found;
}

function expectSound(e: Edition, index: number) {
  const placed = placesOf(e, index);
  const places = placed.flatMap(({ place }) => (place ? [place] : []));
  expect(placed.filter(({ place }) => !place)).toEqual([]);
  expect(places.filter((place) => !fitsGrid(place, columns, lines))).toEqual([]);
  const crossing = places.flatMap((a, i) =>
    places
      .slice(i + 1)
      .filter((b) => overlaps(a, b))
      .map((b) => [a, b]),
  );
  expect(crossing).toEqual([]);
}

describe("a front page of nine articles", () => {
  const planned = planEdition(front(), faces, { newId });

  it("has a place for every block, none over another", () => {
    expectSound(planned.edition, 0);
  });

  it("fills the page to the last cell", () => {
    const cells = placesOf(planned.edition, 0).reduce(
      (sum, { place }) => sum + (place ? cellsOf(place) : 0),
      0,
    );
    expect(cells).toBe(columns * lines);
  });

  it("puts the lead right under the masthead, with the largest headline", () => {
    const [head, lead] = placesOf(planned.edition, 0);
    expect(lead?.place?.line).toBe((head?.place?.line ?? 0) + (head?.place?.lines ?? 0));
    const sizes: number[] = [];
    planned.edition.pages[0]?.forEach((block) => {
      if (block.type.name === "article") sizes.push(block.attrs.headlineSize);
    });
    expect(sizes[0]).toBeGreaterThan(Math.max(...sizes.slice(1)));
  });

  it("boxes the commentary", () => {
    const boxes: string[] = [];
    planned.edition.pages[0]?.forEach((block) => {
      if (block.attrs.kind === "commentary") boxes.push(block.attrs.box);
    });
    expect(boxes.every((box) => box === "tint" || box === "ornament")).toBe(true);
  });

  it("leaves nothing overset, no hole over two lines, and every character on a sheet", () => {
    const sheets = composeEdition(planned.edition, faces);
    expect(sheets.flatMap((sheet) => sheet.notes).filter((note) => note.code === "overset")).toEqual([]);
    const units = printedUnits(sheets);
    expect(bodyUnits(planned.edition).filter(({ key }) => units.get(key) !== 1)).toEqual([]);
    for (const fit of sheets[0]?.fits ?? []) {
      const across = Math.max(1, Math.round(fit.width / 126));
      expect((fit.available - fit.lines) / across).toBeLessThanOrEqual(2);
    }
  });

  it("makes the page the jumps lead to, with their continuations", () => {
    expect(planned.edition.pages.map((doc) => doc.attrs.number)).toEqual(["A1", "A2"]);
    expectSound(planned.edition, 1);
    expect(placesOf(planned.edition, 1).length).toBe(2);
  });

  it("comes as changes that applied to the edition give the plan", () => {
    const before = front();
    const { edition: after, changes } = planEdition(before, faces, { newId });
    const again = applyChanges(before, changes);
    expect(again.pages.map((doc) => doc.toJSON())).toEqual(after.pages.map((doc) => doc.toJSON()));
  });

  it("is not planned again: a second plan changes nothing", () => {
    expect(planEdition(planned.edition, faces, { newId }).changes).toEqual([]);
  });
});

describe("proposals", () => {
  const e = front();
  const doc = e.pages[0] as NonNullable<(typeof e.pages)[number]>;

  it("are the same for a seed", () => {
    const options = { seed: 7, count: 3 };
    expect(proposals(e, doc, faces, options)).toEqual(proposals(e, doc, fakeFaces(), options));
  });

  it("never stand two headlines side by side at one height (碰题)", () => {
    for (const proposal of proposals(e, doc, faces, { seed: 3, count: 6 }))
      expect(proposal.reasons.map(({ code }) => code)).not.toContain("headlines-side-by-side");
  });

  it("are three that differ, best first, each with what it costs", () => {
    const found = proposals(e, doc, faces, { seed: 1, count: 3 });
    expect(found.length).toBe(3);
    const layouts = found.map(({ blocks }) => JSON.stringify(blocks.map(({ id, place }) => [id, place])));
    expect(new Set(layouts).size).toBe(3);
    for (const { cost, reasons } of found)
      expect(reasons.reduce((sum, reason) => sum + reason.cost, 0)).toBeCloseTo(cost, 6);
    for (const proposal of found) expectSound({ ...e, pages: [applyProposal(doc, proposal).doc] }, 0);
  });
});

describe("the ear (报眼)", () => {
  const beside = (e: Edition, doc: Edition["pages"][number]) =>
    proposals(e, doc, faces, { seed: 1, count: 200 }).flatMap(({ blocks }) => {
      const head = blocks[0]?.place;
      return blocks.flatMap(({ id, place }) =>
        head && place.line === 0 && place.column === head.columns && place.lines === head.lines ? [id] : [],
      );
    });

  it("is tried for the short of a front page", () => {
    const e = front();
    const doc = e.pages[0] as NonNullable<(typeof e.pages)[number]>;
    const short = doc.children.at(-1)?.attrs.id;
    expect(beside(e, doc)).toContain(short);
  });

  it("is tried for an advert of its proportion", () => {
    const { pages, ...e } = front();
    const ad = advert({ id: "ear", source: "0".repeat(64), width: 2400, height: 1140 });
    const doc = page("A1", ...(pages[0]?.children ?? []), ad);
    expect(beside({ ...e, pages: [doc] }, doc)).toContain("ear");
  });
});

describe("an inside page", () => {
  const inside = (width: number, height: number) =>
    edition(
      page(
        "A2",
        ...[40, 34, 30, 26, 36, 44].map((n, i) => story(n, `第${i + 1}件事的标题`)),
        advert({ id: "advert", source: "0".repeat(64), width, height }),
      ),
    );

  it.each([
    [2400, 820],
    [1800, 600],
    [1200, 900],
  ])("gives an advert of %i × %i pixels a place at the foot in its proportion", (width, height) => {
    const { edition: after } = planEdition(inside(width, height), faces, { newId });
    expectSound(after, 0);
    const found = placesOf(after, 0).find(({ id }) => id === "advert")?.place;
    expect(found && found.line + found.lines).toBe(lines);
    const frame = composeEdition(after, faces)[0]?.items.find((item) => item.kind === "picture");
    if (frame?.kind !== "picture") throw new Error("no picture");
    expect((frame.width / frame.height) * (height / width)).toBeGreaterThan(0.95);
    expect((frame.width / frame.height) * (height / width)).toBeLessThan(1.05);
  });

  it("of two jumps alone has broad continuations, side by side at the head, with no rule between stumps", () => {
    const long = (id: string) =>
      article(
        { id, place: at(id === "a" ? 0 : 4, 17, 4, 40) },
        "渡口停航 新桥通车",
        ...Array.from({ length: 12 }, (_, i) => p(copy(4, i))),
        importedJump("下转 A2 版", "A2", id === "a" ? 1 : 2),
      );
    const { edition: after } = planEdition(edition(page("A1", long("a"), long("b"))), faces, { newId });
    const found = placesOf(after, 1);
    expect(found.map(({ place }) => place?.line)).toEqual([0, 0]);
    for (const { place } of found) {
      expect(place?.columns).toBeGreaterThanOrEqual(2);
      expect(place?.columns).toBeLessThanOrEqual(4);
      expect(place?.lines).toBeLessThan(40);
    }
  });
});

describe("what stands already", () => {
  it("stays, and the rest goes round it", () => {
    const strip = at(0, 100, 8, 22);
    const e = edition(
      page(
        "A1",
        masthead(),
        advert({ place: strip, pinned: true }),
        story(30, "甲乙丙丁戊己庚辛"),
        story(40, "子丑寅卯辰巳午未"),
        story(25, "天地玄黄宇宙洪荒"),
      ),
    );
    const { edition: after } = planEdition(e, faces, { newId });
    expectSound(after, 0);
    expect(placesOf(after, 0)[1]?.place).toEqual(strip);
  });

  it("leaves its largest free rectangle to be planned", () => {
    expect(largestFree([], 8, 122)).toEqual(at(0, 0, 8, 122));
    expect(largestFree([at(0, 0, 8, 17), at(0, 100, 8, 22)], 8, 122)).toEqual(at(0, 17, 8, 83));
    expect(largestFree([at(0, 0, 8, 122)], 8, 122)).toBeNull();
  });
});

describe("a page that does not come out even", () => {
  it("is planned without overlap where there is more copy than page, and tells what is over", () => {
    const full = edition(
      page("A1", masthead(), ...[90, 80, 70, 90, 60].map((n, i) => story(n, `第${i + 1}件大事的标题`))),
    );
    const e = { ...full, style: { ...full.style, plan: { maxJumps: 0 } } };
    const { edition: after } = planEdition(e, faces, { newId });
    expectSound(after, 0);
    const cells = placesOf(after, 0).reduce((sum, { place }) => sum + (place ? cellsOf(place) : 0), 0);
    expect(cells).toBe(columns * lines);
    const [sheet] = composeEdition(after, faces);
    const over = sheet?.notes
      .filter((note) => note.code === "overset")
      .reduce((sum, note) => sum + Number(note.detail), 0);
    expect(over).toBeGreaterThan(0);
    expect(over).toBe(sheet?.fits.reduce((sum, fit) => sum + Math.max(0, fit.characters), 0));
  });

  it("is set from the top where there is little copy", () => {
    const { edition: after } = planEdition(
      edition(page("A3", story(12, "甲乙丙丁戊"), story(9, "子丑寅卯"))),
      faces,
      { newId },
    );
    expectSound(after, 0);
    expect(placesOf(after, 0).every(({ place }) => place?.line === 0)).toBe(true);
    expect(composeEdition(after, faces)[0]?.notes.filter((note) => note.code === "overset")).toEqual([]);
  });
});

it("places any mix of stories without overlap and loses no character", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      (lengths, headed) => {
        const blocks = lengths.map((n, i) => story(n, `第${i + 1}条新闻的标题在这里`));
        const { edition: after } = planEdition(
          edition(page("A1", ...(headed ? [masthead()] : []), ...blocks)),
          faces,
          { newId },
        );
        const places = placesOf(after, 0).flatMap(({ place }) => (place ? [place] : []));
        expect(places.some((a, i) => places.slice(i + 1).some((b) => overlaps(a, b)))).toBe(false);
        const sheets = composeEdition(after, faces);
        const units = printedUnits(sheets);
        const missing = bodyUnits(after).filter(({ key }) => !units.has(key)).length;
        const told = sheets
          .flatMap((sheet) => sheet.notes)
          .filter((note) => note.code === "overset" || note.code === "unplaced");
        if (missing > 0) expect(told.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 8 },
  );
});

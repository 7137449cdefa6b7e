import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { describe, expect, it } from "vitest";
import { composeEdition, composeSheet } from "../../../../core/compose/compose.ts";
import { pageGrid } from "../../../../core/compose/flow/grid.ts";
import type { Sheet } from "../../../../core/compose/sheet.ts";
import { type Edition, editionFromJSON, editionToJSON } from "../../../../core/edition/edition.ts";
import { schema } from "../../../../core/edition/schema.ts";
import { broadsheet } from "../../../../core/edition/style.ts";
import {
  article,
  at,
  caption,
  continuation,
  crosshead,
  dateline,
  edition,
  jump,
  newId,
  p,
  page,
  picture,
} from "../../edition/builders.ts";
import { bodyUnits, copy, printed, printedUnits } from "../copy.ts";
import { fakeFaces } from "../fake-faces.ts";

const faces = fakeFaces();
const grid = pageGrid(broadsheet);
const only = (e: Edition) =>
  composeEdition(e, faces)[0] as NonNullable<ReturnType<typeof composeEdition>[number]>;

/** An article that jumps to A2 and its continuation there. */
function jumping(lines: number, sentences: number, after: number) {
  const id = newId();
  const jumpId = newId();
  const story = article(
    { id, place: at(0, 0, 3, lines) },
    "渡口停航之后",
    dateline("本报讯 "),
    ...Array.from({ length: Math.ceil(sentences / 4) }, (_, i) => p(copy(4, i))),
    jump("A2", { id: jumpId }),
    ...(after > 0 ? [p(copy(after, 3))] : []),
  );
  const on = continuation({ article: id, jump: jumpId, place: at(0, 0, 4, 60) }, "渡口停航");
  return edition(page("A1", story), page("A2", on));
}

describe("a block", () => {
  it("prints its text once, in order, on the grid, under its headline", () => {
    const sheet = only(
      edition(page("A1", article({ place: at(0, 0, 4, 40) }, "早市开张", p(copy(8)), p(copy(6, 2))))),
    );
    expect(printed(sheet, "headline")).toBe("早市开张");
    expect(printed(sheet, "paragraph").replaceAll(" ", "")).toBe(copy(8) + copy(6, 2));
    const top = Math.min(...sheet.lines.map((line) => line.baseline));
    const headline = sheet.items.find((item) => item.kind === "glyphs" && item.role === "headline");
    expect(headline?.kind === "glyphs" && headline.y).toBeLessThan(top);
  });

  it("fills columns of equal line counts, the last perhaps short", () => {
    const sheet = only(edition(page("A1", article({ place: at(0, 0, 4, 60) }, "早市开张", p(copy(31))))));
    const counts = [...Map.groupBy(sheet.lines, (line) => line.column).values()].map((lines) => lines.length);
    const full = counts.slice(0, -1);
    expect(new Set(full).size).toBe(1);
    expect(counts.at(-1)).toBeLessThanOrEqual(full[0] as number);
  });

  it("tells how many characters are over, and that they are on no sheet", () => {
    const e = edition(page("A1", article({ place: at(0, 0, 2, 12) }, "早市开张", p(copy(40)))));
    const sheet = only(e);
    const fit = sheet.fits[0];
    expect(fit?.characters).toBeGreaterThan(0);
    expect(fit?.lines).toBeGreaterThan(fit?.available ?? 0);
    expect(sheet.notes).toContainEqual(
      expect.objectContaining({ code: "overset", detail: String(fit?.characters) }),
    );
  });

  it("tells how many characters it is short of", () => {
    const sheet = only(edition(page("A1", article({ place: at(0, 0, 3, 60) }, "早市开张", p(copy(3))))));
    expect(sheet.fits[0]?.characters).toBeLessThan(0);
  });

  it("sets a commentary's body in 楷 and a vertical headline's number upright in one cell", () => {
    const comment = article(
      { kind: "commentary", box: "tint", place: at(0, 0, 3, 30) },
      "账要算清",
      p(copy(6)),
    );
    const vertical = article(
      { headlineDirection: "vertical", place: at(3, 0, 3, 40) },
      "31年渡口停航",
      p(copy(12)),
    );
    const sheet = only(edition(page("A1", comment, vertical)));
    const runs = sheet.items.filter((item) => item.kind === "glyphs");
    expect(runs.filter((run) => run.role === "paragraph").some((run) => run.face === "kai")).toBe(true);
    const headline = runs.filter((run) => run.role === "headline" && run.x > grid.columnX(3) - 1);
    expect(headline.some((run) => run.vertical && run.texts.join("").startsWith("年渡口"))).toBe(true);
    expect(headline.some((run) => !run.vertical && run.texts.join("") === "31")).toBe(true);
  });

  it("sets a vertical headline across where it has no room, and says so", () => {
    const low = article(
      { headlineDirection: "vertical", headlineSize: 36, place: at(0, 0, 3, 20) },
      "三十一年渡口停航今朝又闻汽笛声声",
      p(copy(12)),
    );
    const { items, notes } = only(edition(page("A1", low)));
    expect(items.some((item) => item.kind === "glyphs" && item.vertical)).toBe(false);
    expect(notes.map((note) => note.code)).toContain("headline-not-vertical");
  });

  it("says so where a picture finds no room, and where one has no file", () => {
    const small = article({ place: at(0, 0, 2, 5) }, "新馆开馆", picture({}, caption("书架。")), p("开馆。"));
    expect(only(edition(page("A1", small))).notes.map((note) => note.code)).toContain("picture-no-room");
    const room = article({ place: at(0, 0, 3, 40) }, "新馆开馆", picture({}, caption("书架。")), p("开馆。"));
    expect(only(edition(page("A1", room))).notes.map((note) => note.code)).toContain("picture-missing");
  });

  it("keeps a picture's focal point in sight, whatever the frame", () => {
    fc.assert(
      fc.property(
        fc.record({
          x: fc.double({ min: 0, max: 1, noNaN: true }),
          y: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 8, max: 60 }),
        (focus, columns, lines) => {
          const photo = picture({ width: 3000, height: 2000, focus, place: at(0, 0, columns, lines) });
          const frame = only(edition(page("A1", photo))).items.find((item) => item.kind === "picture");
          if (frame?.kind !== "picture") throw new Error("no picture");
          const { x, y, width, height } = frame.crop;
          const centre = focus.x === 0.5 && focus.y === 0.5;
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(1 + 1e-9);
          expect(centre || (x <= focus.x && focus.x <= x + width + 1e-9)).toBe(true);
          expect(centre || (y <= focus.y && focus.y <= y + height + 1e-9)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("leaves at most two lines empty before a jump line, and goes on without an indent", () => {
    for (let lines = 12; lines < 40; lines++) {
      const story = article(
        { id: "story", place: at(0, 0, 2, lines) },
        "停航",
        ...[0, 3, 6].map((n) => p(copy(5, n))),
        p(`${"江边的早市天不亮就开了张，".repeat(40)}收了摊。`),
        jump("A2", { id: "jump" }),
      );
      const next = continuation({ article: "story", jump: "jump", place: at(0, 0, 4, 40) }, "停航");
      const [front, back] = composeEdition(edition(page("A1", story), page("A2", next)), faces) as [
        Sheet,
        Sheet,
      ];
      const [fit] = front.fits;
      if (!fit) throw new Error("no fit");
      expect(fit.available - fit.lines).toBeLessThanOrEqual(2);
      const first = back.lines[0];
      const run = back.items.find((item) => item.kind === "glyphs" && item.role === "paragraph");
      const text = front.items.findLast((item) => item.kind === "glyphs" && item.role === "paragraph");
      const inside = text?.kind === "glyphs" && run?.kind === "glyphs" && text.ref.pos === run.ref.pos;
      if (run?.kind === "glyphs" && first) expect(run.x - first.x).toBeCloseTo(inside ? 0 : 2 * grid.size, 6);
    }
  });

  it("keeps text out of its picture and prints the caption under it", () => {
    const story = article(
      { place: at(0, 0, 3, 50) },
      "新馆开馆",
      picture({ width: 3000, height: 2000 }, caption("矮书架前的孩子。")),
      p(copy(20)),
    );
    const sheet = only(edition(page("A1", story)));
    const frame = sheet.items.find((item) => item.kind === "picture");
    if (frame?.kind !== "picture") throw new Error("no picture");
    expect(printed(sheet, "caption")).toBe("矮书架前的孩子。");
    for (const line of sheet.lines) {
      const beside = line.x + line.width <= frame.x + 0.01 || line.x >= frame.x + frame.width - 0.01;
      const clear =
        line.baseline < frame.y || line.baseline - grid.size * 0.88 > frame.y + frame.height - 0.01;
      expect(beside || clear).toBe(true);
    }
    expect(frame.width / frame.height).toBeCloseTo((3000 * frame.crop.width) / (2000 * frame.crop.height), 1);
  });

  it("never leaves a crosshead at a column's foot", () => {
    for (let lines = 20; lines < 34; lines++) {
      const parts = Array.from({ length: 5 }, (_, i) => [crosshead("【渡口】"), p(copy(3, i))]).flat();
      const sheet = only(edition(page("A1", article({ place: at(0, 0, 3, lines) }, "停航", ...parts))));
      const heads = sheet.items.filter((item) => item.kind === "glyphs" && item.role === "crosshead");
      for (const head of heads) {
        if (head.kind !== "glyphs") continue;
        const under = sheet.lines.some(
          (line) =>
            Math.abs(line.x - head.x) < 120 &&
            line.baseline > head.y &&
            line.baseline < head.y + 2.2 * grid.pitch,
        );
        expect(under).toBe(true);
      }
    }
  });
});

describe("a jump", () => {
  it("cuts at a paragraph's or a sentence's end and goes on on its page", () => {
    const sheets = composeEdition(jumping(26, 28, 0), faces);
    const [front, back] = sheets as [(typeof sheets)[number], (typeof sheets)[number]];
    expect(printed(front, "jump")).toBe(">>> 下转 A2 版①");
    expect(printed(back, "jump")).toBe("上接 A1 版①");
    expect(printed(front, "paragraph")).toMatch(/[。”？]$/);
    expect(printed(back, "headline")).toBe("渡口停航");
    expect(back.lines.length).toBeGreaterThanOrEqual(2);
    expect(front.fits[0]?.jumps).toEqual([expect.objectContaining({ line: "下转 A2 版①", target: "A2" })]);
  });

  it("hands on what stands behind it though the text before it fits", () => {
    const e = jumping(40, 4, 5);
    const [, back] = composeEdition(e, faces);
    expect(back && printed(back, "paragraph").replaceAll(" ", "")).toBe(copy(5, 3));
  });

  it("prints its line, and says so, where nothing is left to go on", () => {
    const [front, back] = composeEdition(jumping(40, 4, 0), faces);
    expect(front && printed(front, "jump")).toContain("下转 A2 版①");
    expect(back && printed(back, "jump")).toContain("上接 A1 版①");
    expect(back?.notes.map((note) => note.code)).toContain("continuation-empty");
  });

  it("goes from page to page where there are several, each with its own number", () => {
    const id = newId();
    const [first, second] = [newId(), newId()];
    const story = article(
      { id, place: at(0, 0, 3, 16) },
      "渡口停航之后",
      p(copy(20)),
      jump("A2", { id: first }),
      p(copy(40, 2)),
      jump("A3", { id: second }),
      p(copy(4, 5)),
    );
    const e = edition(
      page("A1", story),
      page("A2", continuation({ article: id, jump: first, place: at(0, 0, 4, 20) }, "渡口停航")),
      page("A3", continuation({ article: id, jump: second, place: at(0, 0, 6, 60) }, "渡口停航")),
    );
    const sheets = composeEdition(e, faces);
    expect(sheets.map((sheet) => printed(sheet, "jump"))).toEqual([
      ">>> 下转 A2 版①",
      "上接 A1 版①>>> 下转 A3 版①",
      "上接 A2 版①",
    ]);
    const units = printedUnits(sheets);
    expect(bodyUnits(e).filter(({ key }) => units.get(key) !== 1)).toEqual([]);
  });

  it("says so where the continuation is overset in its turn", () => {
    const e = jumping(14, 120, 0);
    const sheets = composeEdition(e, faces);
    expect(sheets[1]?.fits[0]?.characters).toBeGreaterThan(0);
  });
});

it("sets a text as if nobody had commented on it", () => {
  const words = "首班船昨晨六点离岸，第3趟起不再查验。";
  const plain = edition(page("A1", article({ id: "a", place: at(0, 0, 3, 20) }, "渡口复航", p(words))));
  const doc = plain.pages[0] as Node;
  const tr = new Transform(doc);
  // Inside a number, a headline, and over a stop.
  for (const [from, to] of [
    [3, 5],
    [10, 19],
    [17, 21],
  ] as const)
    tr.addMark(from, to, schema.mark("comment", { id: `${from}` }));
  expect(tr.steps.length).toBeGreaterThan(2);
  expect(composeEdition({ ...plain, pages: [tr.doc] }, faces)).toEqual(composeEdition(plain, faces));
});

it("composes a page alone as it is composed with the others", () => {
  const whole = jumping(26, 28, 0);
  const sheets = composeEdition(whole, faces);
  expect(sheets.length).toBeGreaterThan(1);
  // Read anew, so that nothing is remembered.
  const anew = editionFromJSON(editionToJSON(whole));
  expect(whole.pages.map(({ attrs }) => composeSheet(anew, attrs.id, faces))).toEqual(sheets);
  expect(composeSheet(whole, "none", faces)).toBeNull();
});

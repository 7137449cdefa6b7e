import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { describe, expect, it } from "vitest";
import { composeEdition, composeSheet } from "../../../../core/compose/compose.ts";
import { pageGrid } from "../../../../core/compose/flow/grid.ts";
import type { Sheet } from "../../../../core/compose/sheet.ts";
import { type Edition, editionFromJSON, editionToJSON } from "../../../../core/edition/edition.ts";
import { corners, type Place, stretchOf } from "../../../../core/edition/place.ts";
import { schema } from "../../../../core/edition/schema.ts";
import { reshaped } from "../../../../core/edition/shape.ts";
import { broadsheet } from "../../../../core/edition/style.ts";
import {
  advert,
  article,
  at,
  byline,
  caption,
  continuation,
  crosshead,
  dateline,
  deck,
  edition,
  jump,
  kicker,
  masthead,
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

describe("page furniture", () => {
  it("prints the masthead's name larger than any other type, and the facts the edition has", () => {
    const e = edition(
      { issue: "10086", serial: "CN 43-0000" },
      page(
        "A1",
        masthead({ place: at(0, 0, 5, 17) }),
        article({ rank: 1, place: at(0, 17, 5, 30) }, "早市开张", p(copy(10))),
      ),
    );
    const sheet = only(e);
    const runs = sheet.items.filter((item) => item.kind === "glyphs");
    const name = runs.find((run) => run.texts.join("") === "湘江晨报");
    const others = runs.filter((run) => run !== name).map((run) => run.size);
    expect(name?.size).toBeGreaterThan(Math.max(...others));
    const said = printed(sheet, "masthead");
    for (const fact of ["2020年2月18日", "星期二", "庚子年正月廿五", "总第10086期", "今日1版", "CN 43-0000"])
      expect(said).toContain(fact);
    expect(said).not.toContain("零售");
  });

  it("prints the folio at one place on every page without masthead", () => {
    const e = edition(page("A2", article({ place: at(0, 0, 8, 20) }, "甲", p("乙。"))), page("A3"));
    const folios = composeEdition(e, faces).map((sheet) =>
      sheet.items.find((item) => item.kind === "glyphs" && item.role === "folio"),
    );
    expect(folios.map((run) => run?.kind === "glyphs" && run.texts.join(""))).toEqual(["A2", "A3"]);
    const [a, b] = folios;
    expect(a?.kind === "glyphs" && b?.kind === "glyphs" && a.x === b.x && a.y === b.y).toBe(true);
  });

  it("never distorts an advert: trims a hair or shows it whole, and prints words only without a picture", () => {
    const source = "0".repeat(64);
    for (const place of [at(0, 93, 8, 29), at(0, 60, 4, 60), at(2, 101, 6, 21)]) {
      const block = advert({ source, width: 2400, height: 820, place }, caption("新茶上市"));
      const sheet = only(edition(page("A1", block)));
      const frame = sheet.items.find((item) => item.kind === "picture");
      if (frame?.kind !== "picture") throw new Error("no picture");
      const { crop } = frame;
      expect(frame.width / frame.height).toBeCloseTo((2400 * crop.width) / (820 * crop.height), 6);
      expect(crop.width * crop.height).toBeGreaterThanOrEqual(0.96);
      expect(printed(sheet, "caption")).toBe("");
      expect(printed(sheet, "advert")).toBe("广告");
    }
  });

  it("marks every advert 广告", () => {
    const sheet = only(edition(page("A1", advert({ place: at(0, 100, 8, 22) }, caption("新茶上市")))));
    expect(printed(sheet, "advert")).toBe("广告");
  });
});

/** A page of up to four blocks in quarters of the type area, of any length, some with jumps. */
const anyEdition = fc
  .array(
    fc.record({
      sentences: fc.integer({ min: 0, max: 60 }),
      lines: fc.integer({ min: 5, max: 61 }),
      parts: fc.integer({ min: 1, max: 6 }),
      jump: fc.boolean(),
      after: fc.integer({ min: 0, max: 3 }),
      broken: fc.integer({ min: 0, max: 5 }),
      crossheads: fc.boolean(),
      vertical: fc.boolean(),
      boxed: fc.constantFrom("none", "rule", "ornament"),
      squeeze: fc.integer({ min: -3, max: 3 }),
      notches: fc.array(
        fc.record({
          corner: fc.constantFrom(...corners),
          columns: fc.integer({ min: 1, max: 3 }),
          lines: fc.integer({ min: 1, max: 40 }),
        }),
        { maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((specs) => {
    const continuations: ReturnType<typeof continuation>[] = [];
    const articles = specs.map((spec, i) => {
      const id = newId();
      const jumpId = newId();
      const each = Math.ceil(spec.sentences / spec.parts);
      const body = Array.from({ length: spec.parts }, (_, k) => [
        ...(spec.crossheads && k > 0 ? [crosshead("两岸")] : []),
        ...(each > 0 ? [p(copy(each, i + k))] : []),
      ]).flat();
      if (spec.jump) {
        body.push(jump("A2", { id: jumpId }));
        if (spec.after > 0) body.push(p(copy(spec.after, 5)));
        continuations.push(
          continuation(
            {
              article: id,
              jump: jumpId,
              place: at((continuations.length % 2) * 4, Math.floor(continuations.length / 2) * 61, 4, 61),
            },
            "接着说",
          ),
        );
      }
      const attrs = {
        id,
        place: reshaped(at((i % 2) * 4, Math.floor(i / 2) * 61, 4, spec.lines), spec.notches),
        textColumns: spec.broken,
        headlineDirection: spec.vertical ? "vertical" : "horizontal",
        box: spec.boxed,
        squeeze: spec.squeeze,
      };
      return article(
        attrs,
        kicker("江边"),
        "早市开张了",
        deck("菜农连夜进城"),
        byline("记者 周一"),
        dateline("本报讯 "),
        ...body,
      );
    });
    return edition(page("A1", ...articles), page("A2", ...continuations));
  });

/** True where every column of the page from `x1` to `x2` pt has line `n` in `place`. */
function standsIn(place: Place, n: number, x1: number, x2: number): boolean {
  return Array.from({ length: broadsheet.grid.columns }, (_, column) => column)
    .filter((column) => grid.columnX(column) < x2 - 0.01 && grid.columnX(column) + grid.span(1) > x1 + 0.01)
    .every((column) => {
      const stretch = stretchOf(place, column);
      return stretch !== null && stretch.from <= n && n < stretch.to;
    });
}

describe("any edition", () => {
  it("prints every body character once, or tells that it is overset", () => {
    fc.assert(
      fc.property(anyEdition, (e) => {
        const sheets = composeEdition(e, faces);
        const units = printedUnits(sheets);
        expect([...units].filter(([, times]) => times !== 1)).toEqual([]);
        const missing = bodyUnits(e).filter(({ key }) => !units.has(key));
        const told = sheets.flatMap((sheet) => sheet.notes).filter((note) => note.code === "overset");
        const spaces = bodyUnits(e).length - (units.size + missing.length);
        expect(spaces).toBe(0);
        const over = told.reduce((sum, note) => sum + Number(note.detail), 0);
        // A note counts spaces too; there are none in the copy but the dateline's.
        expect(over).toBeGreaterThanOrEqual(missing.length);
        expect(over - missing.length).toBeLessThanOrEqual(told.length);
      }),
      { numRuns: 60 },
    );
  });

  it("has every body baseline on the grid, inside its block", () => {
    fc.assert(
      fc.property(anyEdition, (e) => {
        for (const [index, sheet] of composeEdition(e, faces).entries()) {
          const astray = sheet.lines.filter((line) => {
            const n = Math.round((line.baseline - grid.baseline(0)) / grid.pitch);
            const block = e.pages[index]?.children.find(({ attrs }) => attrs.id === line.block);
            if (!block || Math.abs(line.baseline - grid.baseline(n)) > 1e-6) return true;
            return !standsIn(block.attrs.place, n, line.x, line.x + line.width);
          });
          expect(astray).toEqual([]);
          const cells = sheet.lines.map((line) => `${line.x.toFixed(1)} ${line.baseline.toFixed(1)}`);
          expect(new Set(cells).size).toBe(cells.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("composes after an edit as it would from nothing", () => {
    fc.assert(
      fc.property(
        anyEdition,
        fc.nat(),
        fc.constantFrom("，两岸都看见了", "。", "1234567890", ""),
        (e, where, text) => {
          composeEdition(e, faces);
          const first = e.pages[0] as NonNullable<(typeof e.pages)[number]>;
          const spots: number[] = [];
          first.descendants((node, pos) => {
            if (node.isText && node.text) for (let k = 0; k <= node.text.length; k++) spots.push(pos + k);
          });
          const spot = spots[where % spots.length] as number;
          const tr = new Transform(first);
          if (text) tr.insert(spot, schema.text(text));
          else if (first.resolve(spot).parentOffset > 0) tr.delete(spot - 1, spot);
          const edited = { ...e, pages: [tr.doc, ...e.pages.slice(1)] };
          // Fresh faces and nodes: nothing any cache knows.
          const fresh = { ...edited, pages: edited.pages.map((doc) => schema.nodeFromJSON(doc.toJSON())) };
          // Compared as text: a difference between two sheets is too long to print.
          const same =
            JSON.stringify(composeEdition(edited, faces)) ===
            JSON.stringify(composeEdition(fresh, fakeFaces()));
          expect(same).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
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

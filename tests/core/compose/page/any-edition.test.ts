/** What holds of any edition: every character once, on the grid, out of pictures, and after an edit as from nothing. */
import fc from "fast-check";
import { Transform } from "prosemirror-transform";
import { describe, expect, it } from "vitest";
import { composeEdition } from "../../../../core/compose/compose.ts";
import { pageGrid } from "../../../../core/compose/flow/grid.ts";
import { corners, type Place, stretchOf } from "../../../../core/edition/place.ts";
import { schema } from "../../../../core/edition/schema.ts";
import { reshaped } from "../../../../core/edition/shape.ts";
import { broadsheet } from "../../../../core/edition/style.ts";
import {
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
  newId,
  p,
  page,
  picture,
} from "../../edition/builders.ts";
import { bodyUnits, copy, printedUnits } from "../copy.ts";
import { fakeFaces } from "../fake-faces.ts";

const faces = fakeFaces();
const grid = pageGrid(broadsheet);
const PHOTO = { source: "0".repeat(64), width: 3000, height: 2000 };

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
      side: fc.constantFrom("auto", "left", "right"),
      squeeze: fc.integer({ min: -3, max: 3 }),
      /** A photograph: none, one that nobody placed, or one with cells of its own. */
      photo: fc.constantFrom(
        null,
        null,
        { place: null },
        { place: at(1, 7, 2, 12) },
        { place: at(0, 6, 1, 9) },
        { place: at(2, 20, 2, 14) },
      ),
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
        headlineSide: spec.side,
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
        ...(spec.photo ? [picture({ ...PHOTO, ...spec.photo }, caption("渡口。"))] : []),
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

  it("has every body baseline on the grid, inside its block and out of pictures", () => {
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
          const frames = sheet.items.filter((item) => item.kind === "picture");
          const over = sheet.lines.filter(({ x, width, baseline }) =>
            frames.some(
              (frame) =>
                x < frame.x + frame.width - 0.1 &&
                x + width > frame.x + 0.1 &&
                baseline - 7 < frame.y + frame.height &&
                baseline + 1 > frame.y,
            ),
          );
          expect(over).toEqual([]);
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
      { numRuns: 30 },
    );
  });
});

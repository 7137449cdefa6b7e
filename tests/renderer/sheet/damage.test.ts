import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeEdition } from "../../../core/compose/compose.ts";
import { BLACK, type GlyphRun, type SheetItem } from "../../../core/compose/sheet.ts";
import { applyChanges } from "../../../core/edition/change.ts";
import { replaceText } from "../../../core/edition/commands.ts";
import { boundsOf, meets } from "../../../renderer/sheet/bounds.ts";
import { damage } from "../../../renderer/sheet/damage.ts";
import { fakeFaces } from "../../core/compose/fake-faces.ts";
import { article, at, edition, newId, p, page } from "../../core/edition/builders.ts";

const run = (x: number, y: number, text: string, pos = 1): GlyphRun => ({
  kind: "glyphs",
  face: "song",
  size: 9,
  x,
  y,
  vertical: false,
  gids: [...text].map((c) => c.codePointAt(0) ?? 0),
  along: [...text].map((_, i) => i * 9),
  texts: [...text],
  ref: { page: "p", pos },
  offsets: [...text].map((_, i) => i),
  ink: BLACK,
  role: "paragraph",
});

describe("what is drawn again", () => {
  it("nothing, where only document positions moved", () => {
    expect(
      damage([run(0, 10, "湘江"), run(0, 22, "北去")], [run(0, 10, "湘江", 90), run(0, 22, "北去", 99)]),
    ).toEqual([]);
  });

  it("the line that changed, and not the one far from it", () => {
    const rects = damage(
      [run(0, 10, "湘江"), run(0, 300, "北去")],
      [run(0, 10, "湘水"), run(0, 300, "北去")],
    );
    expect(rects).toHaveLength(1);
    expect(meets(rects[0] as never, boundsOf(run(0, 300, "北去")))).toBe(false);
  });

  it("both places of what moved", () => {
    expect(damage([run(0, 10, "橘子洲")], [run(400, 500, "橘子洲")])).toHaveLength(2);
  });

  it("one of two equal items that stood on each other", () => {
    const twice: SheetItem[] = [run(0, 10, "头"), run(0, 10, "头")];
    expect(damage(twice, [run(0, 10, "头")])).toHaveLength(1);
    expect(
      damage(
        twice,
        twice.map((item) => ({ ...item })),
      ),
    ).toEqual([]);
  });
});

it("covers every item that differs, whatever changes", () => {
  const item = fc.record({ x: fc.nat(40), y: fc.nat(40), text: fc.constantFrom("一", "二三", "四五六") });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), fc.array(item, { maxLength: 12 }), (a, b) => {
      const [before, after] = [a, b].map((list) => list.map(({ x, y, text }) => run(x * 20, y * 20, text)));
      const rects = damage(before ?? [], after ?? []);
      const key = ({ x, y, gids }: GlyphRun) => `${x} ${y} ${gids.join()}`;
      const stands = (list: readonly GlyphRun[] = []) => new Set(list.map(key));
      for (const one of [...(before ?? []), ...(after ?? [])]) {
        const changed = stands(before).has(key(one)) !== stands(after).has(key(one));
        if (changed) expect(rects.some((rect) => meets(rect, boundsOf(one)))).toBe(true);
      }
      rects.forEach((rect, i) => {
        for (const other of rects.slice(i + 1)) expect(meets(rect, other)).toBe(false);
      });
    }),
    { numRuns: 150 },
  );
});

it("an edit in one article leaves the other articles' ink alone", () => {
  const text = "江水涨了三尺，码头照常开工，货船一艘接一艘靠岸。".repeat(8);
  const before = edition(
    page(
      "A1",
      article({ place: at(0, 0, 4, 40) }, "左边的稿件", p(text)),
      article({ place: at(4, 0, 4, 40) }, "右边的稿件", p(text)),
    ),
  );
  const doc = before.pages[0];
  if (!doc) throw new Error("no page");
  const paragraph = 1 + (doc.child(0).child(0).nodeSize ?? 0);
  const changes = replaceText(doc.attrs.id, paragraph, 0, 2, "河水昨夜")(before, newId);
  const after = applyChanges(before, changes ?? []);
  const [one] = composeEdition(before, fakeFaces());
  const [two] = composeEdition(after, fakeFaces());
  const rects = damage(one?.items ?? [], two?.items ?? []);
  expect(rects.length).toBeGreaterThan(0);
  const right = one?.fits[1];
  for (const rect of rects) expect(rect.x + rect.width).toBeLessThan((right?.x ?? 0) + 2);
});

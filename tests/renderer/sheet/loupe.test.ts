/** The loupe: where it stands, what it shows, and that a point in it is the point of the page that it shows. */
import { describe, expect, it } from "vitest";
import type { GlyphRun, Sheet } from "../../../core/compose/sheet.ts";
import { loupeFor, throughLoupe } from "../../../renderer/sheet/loupe.ts";
import type { SheetMark } from "../../../renderer/sheet/marks.ts";

/** Ten characters of 9 pt in one line whose left end stands at (`x`, `y`). */
const line = (x: number, y: number, pos: number): GlyphRun => ({
  kind: "glyphs",
  face: "song",
  size: 9,
  x,
  y,
  vertical: false,
  gids: Array(10).fill(1),
  along: Array.from({ length: 10 }, (_, i) => i * 9),
  texts: Array(10).fill("字"),
  ref: { page: "p", pos },
  offsets: Array.from({ length: 10 }, (_, i) => i),
  ink: { c: 0, m: 0, y: 0, k: 100 },
  role: "paragraph",
});

const sheet: Sheet = {
  page: "p",
  number: "A1",
  width: 1100,
  height: 1540,
  bleed: 0,
  items: [line(60, 300, 10), line(186, 300, 40), line(900, 1500, 70)],
  fits: [],
  lines: [0, 1, 2, 3].map((column) => ({
    block: "b",
    column,
    baseline: 300,
    x: 60 + column * 126,
    width: 117,
  })),
  notes: [],
};
const mark = (pos: number): SheetMark => ({ id: "m", kind: "error", page: "p", pos, from: 2, to: 4 });
const sight = (px: number) => ({
  place: { page: "p", x: 20, y: 20, width: 1100 * px, height: 1540 * px },
  scroll: { left: 0, top: 0 },
  size: { width: 800, height: 850 },
  px,
});

describe("the loupe", () => {
  it("is not needed where the words can be read", () => {
    expect(loupeFor(sheet, [mark(10)], sight(4 / 3))).toBeNull();
    expect(loupeFor(sheet, [mark(10)], sight(0.5))).not.toBeNull();
  });

  it("is nowhere where the words are not on this sheet", () => {
    expect(loupeFor(sheet, [mark(99)], sight(0.5))).toBeNull();
  });

  it("shows whole columns and leaves the words on the sheet free", () => {
    const loupe = loupeFor(sheet, [mark(40)], sight(0.5));
    const { part, box, words } = loupe ?? expect.fail();
    expect([54, 180]).toContain(part.x);
    expect((part.x + part.width - 60 - 117 - 6) % 126).toBeCloseTo(0);
    expect(part.x).toBeLessThan(186 + 18);
    expect(box.y > words.y + words.height || box.y + box.height < words.y).toBe(true);
  });

  it("stands within the window, over the words where there is no room below", () => {
    const loupe = loupeFor(sheet, [mark(70)], sight(0.5));
    const { box, words } = loupe ?? expect.fail();
    expect(box.y + box.height).toBeLessThan(words.y);
    expect(box.x + box.width).toBeLessThanOrEqual(800);
  });

  it("is looked through: its middle is the middle of what it shows", () => {
    const loupe = loupeFor(sheet, [mark(40)], sight(0.5)) ?? expect.fail();
    const { box, part } = loupe;
    const point = throughLoupe(loupe, box.x + box.width / 2, box.y + box.height / 2);
    expect(point?.x).toBeCloseTo(part.x + part.width / 2);
    expect(point?.y).toBeCloseTo(part.y + part.height / 2);
    expect(throughLoupe(loupe, box.x - 1, box.y)).toBeNull();
  });
});

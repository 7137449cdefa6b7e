import { describe, expect, it } from "vitest";
import { composeEdition } from "../../../core/compose/compose.ts";
import { placeAt, rectsOf, span } from "../../../renderer/sheet/hit.ts";
import { fakeFaces } from "../../core/compose/fake-faces.ts";
import { article, at, edition, p, page } from "../../core/edition/builders.ts";

const text = "江水涨了三尺，码头照常开工，货船一艘接一艘靠岸，工人们忙到天黑。";
const [sheet] = composeEdition(
  edition(page("A1", article({ place: at(0, 0, 2, 30) }, "涨水", p(text)))),
  fakeFaces(),
);
if (!sheet) throw new Error("no sheet");
const body = sheet.items.filter((item) => item.kind === "glyphs" && item.role === "paragraph");

describe("a click on a character", () => {
  it.each(
    body.flatMap((run) =>
      run.kind === "glyphs" ? run.gids.map((_, i) => [run.texts[i], run, i] as const) : [],
    ),
  )("before %s is its place in the document", (_, run, i) => {
    const place = placeAt(sheet, run.x + (run.along[i] ?? 0) + 0.5, run.y - 0.38 * run.size);
    expect(place).toEqual({ page: run.ref.page, pos: run.ref.pos + 1 + (run.offsets[i] ?? 0) });
  });

  it("in the right half of a character is the place after it", () => {
    const run = body[0];
    if (run?.kind !== "glyphs") throw new Error("no run");
    const place = placeAt(sheet, run.x + (run.along[0] ?? 0) + 0.8 * run.size, run.y - 3);
    expect(place?.pos).toBe(run.ref.pos + 2);
  });

  it("off all text is nowhere", () => {
    expect(placeAt(sheet, 5, 5)).toBe(null);
  });
});

describe("a range of the document", () => {
  const run = body[0];
  if (run?.kind !== "glyphs") throw new Error("no run");
  const start = run.ref.pos + 1;

  it("over two lines gives a rectangle in each", () => {
    const rects = rectsOf(sheet, { page: run.ref.page, from: start, to: start + text.length });
    expect(rects).toHaveLength(body.length);
  });

  it("that is empty gives a caret between two characters", () => {
    const [rect] = rectsOf(sheet, { page: run.ref.page, from: start + 2, to: start + 2 });
    expect(rect?.width).toBe(0);
    expect(rect?.x).toBeCloseTo(run.x + (run.along[2] ?? 0));
  });

  it("covers its characters and no other", () => {
    const rect = span(run, 1, 3);
    expect(rect?.x).toBeCloseTo(run.x + (run.along[1] ?? 0));
    expect((rect?.x ?? 0) + (rect?.width ?? 0)).toBeCloseTo(run.x + (run.along[3] ?? 0));
  });
});

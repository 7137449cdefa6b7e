/** What a remedy promises is what composing yields once it is carried out, for any block. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { composeEdition } from "../../../../core/compose/compose.ts";
import { remediesFor } from "../../../../core/compose/plan/remedies.ts";
import { applyChanges } from "../../../../core/edition/change.ts";
import { setAttributes } from "../../../../core/edition/commands.ts";
import type { Edition } from "../../../../core/edition/edition.ts";
import { overlaps, type Place } from "../../../../core/edition/place.ts";
import { broadsheet } from "../../../../core/edition/style.ts";
import {
  article,
  at,
  caption,
  continuation,
  crosshead,
  edition,
  jump,
  kicker,
  newId,
  p,
  page,
  picture,
} from "../../edition/builders.ts";
import { copy } from "../copy.ts";
import { fakeFaces } from "../fake-faces.ts";

const faces = fakeFaces();
const PAUSES = "雨停了，天晴了，风也小了，江上又有船了，";
const block = fc.record({
  columns: fc.integer({ min: 1, max: 5 }),
  /** Lines more or fewer than the text takes, about. */
  slack: fc.integer({ min: -4, max: 4 }),
  paragraphs: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 14 }),
  box: fc.constantFrom("none", "none", "rule", "ornament"),
  direction: fc.constantFrom("horizontal", "horizontal", "vertical"),
  textColumns: fc.constantFrom(0, 0, 0, 2, 3),
  notch: fc.boolean(),
  photo: fc.boolean(),
  heads: fc.boolean(),
  jumps: fc.constantFrom("no", "no", "away", "in"),
  /** Marks a full em wide have most to give: in 开明 total fit takes nearly all of it unasked. */
  punctuation: fc.constantFrom("kaiming" as const, "quanjiao" as const),
});

function built(given: typeof block extends fc.Arbitrary<infer T> ? T : never): Edition {
  const { columns, slack, paragraphs, box, direction, textColumns, notch, photo, heads, jumps } = given;
  const taken = paragraphs.reduce((sum, count) => sum + Math.ceil(count * 1.55 + 2.6), 0);
  const lines = Math.max(12, Math.min(100, Math.ceil(taken / columns) + 6 + (photo ? 12 : 0) + slack));
  const notched = notch && columns > 1 ? { notches: [{ corner: "se" as const, columns: 1, lines: 6 }] } : {};
  const place: Place = { ...at(0, 10, columns, lines), ...notched };
  const look = { box, textColumns, place };
  // Paragraphs full of pauses, their last lines of all lengths: squeezing and spreading live on them.
  const body = paragraphs.map((count, i) =>
    p(`${copy(1, i)}${PAUSES.repeat(count)}${"人都来了今天".slice(0, (count * 5 + i) % 7)}。`),
  );
  const parts = [
    ...(photo ? [picture({ width: 3000, height: 2000 }, caption("江边早市。"))] : []),
    ...(heads ? [body[0] ?? p(""), crosshead("【渡口】"), ...body.slice(1)] : body),
  ];
  const above = article({ place: at(0, 0, 8, 10) }, "上面的稿件", p(copy(6)));
  if (jumps === "in") {
    const story = article(
      { id: "story", place: at(0, 0, 2, 16) },
      "渡口停航",
      ...body,
      jump("A2", { id: "j" }),
    );
    return edition(
      page("A1", story),
      page("A2", continuation({ id: "it", article: "story", jump: "j", ...look }, "渡口停航")),
    );
  }
  const story = article(
    { id: "it", headlineDirection: direction, ...look },
    "江边早市天不亮就开张",
    kicker("江城老街"),
    ...parts,
    ...(jumps === "away" ? [jump("A2", { id: "j" })] : []),
  );
  const pages = [page("A1", above, story)];
  if (jumps === "away")
    pages.push(page("A2", continuation({ article: "it", jump: "j", place: at(0, 0, 2, 20) }, "早市")));
  return edition(...pages);
}

const carriedOut = (e: Edition, id: string, attrs: Readonly<Record<string, unknown>>) => {
  const changes = setAttributes(id, attrs)(e, newId);
  if (!changes) throw new Error("a remedy that cannot be carried out");
  return applyChanges(e, changes);
};

const fitOf = (e: Edition) =>
  composeEdition(e, faces)
    .flatMap(({ fits }) => fits)
    .find((fit) => fit.block === "it");

it("closes the gap as it says it will, and covers nobody", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(block, (given) => {
      const text = { ...broadsheet.text, punctuation: given.punctuation };
      const e = { ...built(given), style: { ...broadsheet, text } };
      const before = fitOf(e);
      for (const { kind, value, characters, change } of remediesFor(e, faces, "it")) {
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
        if (!change) {
          expect(value).toBe(before?.characters);
          continue;
        }
        const after = carriedOut(e, change.of, change.attrs);
        const fit = fitOf(after);
        expect({ kind, characters: fit?.characters }).toEqual({ kind, characters });
        expect(characters).toBeLessThanOrEqual(0);
        // Less than a row of lines is left empty.
        const columns = (change.attrs.place as Place | undefined)?.columns ?? given.columns;
        expect((fit?.available ?? 0) - (fit?.lines ?? 0)).toBeLessThan(Math.max(columns, given.columns) + 1);
        const places = (
          after.pages.find((doc) => doc.children.some(({ attrs }) => attrs.id === "it"))?.children ?? []
        ).map(({ attrs }) => attrs.place as Place);
        expect(places.some((a, i) => places.slice(i + 1).some((b) => overlaps(a, b)))).toBe(false);
      }
    }),
    { numRuns: 60, seed: 11 },
  );
  expect(seen.size).toBeGreaterThan(6);
});

it("offers tighter setting for a line or two over, and that closes the gap", () => {
  const text = { ...broadsheet.text, punctuation: "quanjiao" as const };
  const body = Array.from({ length: 24 }, (_, i) =>
    p(`${copy(1, i)}${PAUSES.repeat(2 + (i % 5))}${"人都来了".slice(0, i % 5)}。`),
  );
  const block = (lines: number): Edition => ({
    ...edition(
      page("A2", article({ id: "it", headlineSize: 28, place: at(0, 0, 3, lines) }, "早市", ...body)),
    ),
    style: { ...broadsheet, text },
  });
  const over = Array.from({ length: 60 }, (_, i) => block(40 + i)).filter((e) => {
    const fit = fitOf(e);
    return fit && fit.lines > fit.available && fit.lines <= fit.available + 3;
  });
  expect(over.length).toBeGreaterThan(0);
  for (const e of over) {
    const squeeze = remediesFor(e, faces, "it").find(({ kind }) => kind === "squeeze");
    if (!squeeze?.change) throw new Error("no tighter setting offered");
    const after = fitOf(carriedOut(e, "it", squeeze.change.attrs));
    expect(after?.characters).toBe(squeeze.characters);
    expect(after?.lines).toBeLessThanOrEqual(after?.available ?? 0);
  }
});

import { describe, expect, it } from "vitest";
import { composeEdition } from "../../../../core/compose/compose.ts";
import { remediesFor } from "../../../../core/compose/plan/remedies.ts";
import type { Place } from "../../../../core/edition/place.ts";
import { article, at, edition, p, page } from "../../edition/builders.ts";
import { copy } from "../copy.ts";
import { fakeFaces } from "../fake-faces.ts";

const faces = fakeFaces();
const story = (place: Place, sentences: number, attrs: Record<string, unknown> = {}) =>
  edition(
    page(
      "A1",
      article(
        { id: "market", place, ...attrs },
        "江边早市天不亮就开张",
        ...Array.from({ length: Math.ceil(sentences / 4) }, (_, i) => p(copy(4, i))),
      ),
    ),
  );

describe("what closes the gap", () => {
  it("is nothing where the block fits", () => {
    for (let lines = 12; lines < 40; lines++) {
      const e = story(at(0, 0, 3, lines), 24);
      const fit = composeEdition(e, faces)[0]?.fits[0];
      if (fit?.characters === 0) expect(remediesFor(e, faces, "market")).toEqual([]);
    }
  });

  it("is tried: a block given the depth offered holds its text", () => {
    const e = story(at(0, 0, 3, 22), 28);
    expect(composeEdition(e, faces)[0]?.fits[0]?.characters).toBeGreaterThan(0);
    const depth = remediesFor(e, faces, "market").find((remedy) => remedy.kind === "depth");
    if (!depth) throw new Error("no depth offered");
    const deeper = composeEdition(story(at(0, 0, 3, depth.value), 28), faces)[0]?.fits[0];
    expect(deeper?.characters).toBe(depth.characters);
    expect(deeper?.characters).toBeLessThanOrEqual(0);
  });

  it("names the characters to cut where text is over, and never where it is short", () => {
    const over = story(at(0, 0, 3, 22), 28);
    const characters = composeEdition(over, faces)[0]?.fits[0]?.characters;
    expect(remediesFor(over, faces, "market").at(-1)).toEqual({
      kind: "cut",
      value: characters,
      characters: 0,
      change: null,
    });
    const short = remediesFor(story(at(0, 0, 3, 60), 12), faces, "market");
    expect(short.map(({ kind }) => kind)).not.toContain("cut");
  });

  it("covers no neighbour", () => {
    const crowded = (at2: Place) => {
      const [doc] = story(at(0, 0, 3, 22), 28).pages;
      if (!doc) throw new Error("no page");
      const neighbour = article({ place: at2 }, "河口新桥通车", p(copy(8)));
      return edition(page("A1", ...doc.children, neighbour));
    };
    const kinds = (e: ReturnType<typeof edition>) => remediesFor(e, faces, "market").map(({ kind }) => kind);
    expect(kinds(crowded(at(3, 60, 3, 20)))).toContain("depth");
    expect(kinds(crowded(at(0, 22, 3, 20)))).not.toContain("depth");
    expect(kinds(crowded(at(3, 0, 3, 20)))).not.toContain("width");
  });

  it("is nothing for a block without a place", () => {
    const e = edition(page("A1", article({ id: "loose" }, "标题", p(copy(3)))));
    expect(remediesFor(e, faces, "loose")).toEqual([]);
  });
});

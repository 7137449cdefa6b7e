/** The outline outlives typing, and what is read from it piece by piece is what reading from nothing gives. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges } from "../../../core/edition/change.ts";
import * as commands from "../../../core/edition/commands.ts";
import { type Edition, editionFromJSON, editionToJSON } from "../../../core/edition/edition.ts";
import { readJumps } from "../../../core/edition/jumps.ts";
import { locate, outlineOf } from "../../../core/edition/outline.ts";
import { plainText, readEdition } from "../../../core/edition/reading.ts";
import { settle } from "../../../core/edition/settle.ts";
import { at, newId } from "./builders.ts";
import { action, start } from "./random-commands.ts";

const ran = (edition: Edition, command: commands.Command) =>
  applyChanges(edition, commands.run(command, edition, newId));

/** The same edition of nodes that nobody has seen. */
const anew = (edition: Edition) => editionFromJSON(JSON.parse(JSON.stringify(editionToJSON(edition))));

const firstParagraph = (edition: Edition) =>
  readEdition(edition).pages[0]?.articles[0]?.parts.find(({ role }) => role === "paragraph")?.pos as number;

describe("outline", () => {
  it("is the same object while words change, and so are the jumps and the reading of other pages", () => {
    const before = start();
    const now = ran(before, commands.replaceText("page-A1", firstParagraph(before), 0, 0, "字"));
    expect(now.pages[0]).not.toBe(before.pages[0]);
    expect(outlineOf(now)).toBe(outlineOf(before));
    expect(readJumps(now)).toBe(readJumps(before));
    const [was, is] = [readEdition(before), readEdition(now)];
    expect(is.pages[1]).toBe(was.pages[1]);
    expect(is.pages[0]?.articles[1]?.parts.map(({ node }) => node)).toEqual(
      was.pages[0]?.articles[1]?.parts.map(({ node }) => node),
    );
  });

  it("is another where a block moves, and the other pages keep theirs; the jumps stay where none is told otherwise", () => {
    const before = start();
    const now = ran(before, commands.setPlace("a", at(0, 20, 2, 12)));
    expect(outlineOf(now)).not.toBe(outlineOf(before));
    expect(outlineOf(now).pages[1]).toBe(outlineOf(before).pages[1]);
    expect(readJumps(now)).toBe(readJumps(before));
  });

  it("finds blocks, pictures and jumps where they stand, after any sequence of commands", () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
        let current = start();
        for (const make of actions) {
          current = ran(current, make(current));
          const fresh = anew(current);
          expect(readJumps(current).all).toEqual(readJumps(fresh).all);
          expect(readJumps(current).orphans).toEqual(readJumps(fresh).orphans);
          expect(settle(current, newId)).toEqual([]);
          expect(plainText(readEdition(current)).text).toBe(plainText(readEdition(fresh)).text);
          for (const [i, page] of readEdition(current).pages.entries()) {
            const other = readEdition(fresh).pages[i];
            expect(page.node).toBe(current.pages[i]);
            expect(page.articles.map(({ id, kind, headline, jumps }) => [id, kind, headline, jumps])).toEqual(
              other?.articles.map(({ id, kind, headline, jumps }) => [id, kind, headline, jumps]),
            );
            for (const { parts } of page.articles)
              for (const { node, pos } of parts) expect(current.pages[i]?.nodeAt(pos)).toBe(node);
          }
          for (const page of current.pages)
            page.descendants((node, pos) => {
              if (typeof node.attrs.id === "string")
                expect(locate(current, node.attrs.id)).toEqual({ page, node, pos });
              return !node.isTextblock;
            });
          expect(locate(current, "nobody")).toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });
});

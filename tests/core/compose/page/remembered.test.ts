/** What composing remembers of an edition's pages is never more than is still true, and never less than it need be. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { composeEdition } from "../../../../core/compose/compose.ts";
import { applyChanges } from "../../../../core/edition/change.ts";
import * as commands from "../../../../core/edition/commands.ts";
import { type Edition, editionFromJSON, editionToJSON } from "../../../../core/edition/edition.ts";
import { article, at, edition, newId, p, page, picture } from "../../edition/builders.ts";
import { action } from "../../edition/random-commands.ts";
import { copy } from "../copy.ts";
import { fakeFaces } from "../fake-faces.ts";

const faces = fakeFaces();

const run = (e: Edition, command: commands.Command) => applyChanges(e, commands.run(command, e, newId));

/** Three pages; `a` goes on from the first to the second, and says the third's number. */
function placed(): Edition {
  const bare = edition(
    page(
      "A1",
      article({ id: "a", place: at(0, 0, 3, 14) }, "渡口停航", p(copy(9)), p(copy(9, 2))),
      picture({ id: "pic", place: at(3, 0, 3, 20) }),
    ),
    page("A2", article({ id: "b", place: at(0, 0, 3, 30) }, "早市开张", p(copy(8)))),
    page("A3", article({ id: "c", place: at(0, 0, 3, 30) }, "桥通车", p(copy(8, 4)))),
  );
  const jumped = run(bare, commands.addJump("a", "A2", 1));
  const on = jumped.pages[1]?.lastChild?.attrs.id;
  return run(jumped, commands.setPlace(on, at(0, 40, 4, 30)));
}

const print = (e: Edition, with_ = faces) => JSON.stringify(composeEdition(e, with_));

it("is what composing from nothing gives, after any commands", () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 6 }), (actions) => {
      let current = placed();
      for (const make of actions) {
        current = run(current, make(current));
        const anew = editionFromJSON(JSON.parse(JSON.stringify(editionToJSON(current))));
        // Compared as text: a difference between two sheets is too long to print.
        expect(print(current) === print(anew, fakeFaces())).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

it("is the same sheet where a key prints nothing, and another where the words go on", () => {
  const before = placed();
  const old = composeEdition(before, faces);
  const now = run(before, commands.replaceText("page-A1", 1 + 1 + "渡口停航".length + 1, 0, 0, "今晨"));
  const [a1, a2, a3] = composeEdition(now, faces);
  expect(a1).not.toBe(old[0]);
  expect(a2).not.toBe(old[1]);
  expect(a3).toBe(old[2]);
});

it("is another where the article it prints has only moved in the document", () => {
  const before = placed();
  composeEdition(before, faces);
  const now = run(before, commands.addBlock("A1", article({ id: "d" }, "简讯", p("一。"))));
  const first = run(now, commands.removeBlock("pic"));
  const anew = editionFromJSON(editionToJSON(first));
  expect(print(first)).toBe(print(anew, fakeFaces()));
});

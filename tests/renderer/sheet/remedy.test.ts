import { describe, expect, it } from "vitest";
import { composeEdition } from "../../../core/compose/compose.ts";
import { remediesFor } from "../../../core/compose/plan/remedies.ts";
import { applyChanges } from "../../../core/edition/change.ts";
import { run } from "../../../core/edition/commands.ts";
import { remedyCommand } from "../../../renderer/sheet/remedy.ts";
import { copy } from "../../core/compose/copy.ts";
import { fakeFaces } from "../../core/compose/fake-faces.ts";
import { article, at, edition, newId, p, page } from "../../core/edition/builders.ts";

const faces = fakeFaces();

describe("remedies carried out", () => {
  it.each([
    ["over", 28, at(0, 0, 3, 22)],
    ["short", 20, at(0, 0, 3, 30)],
  ])("leave a block that was %s as they said", (_, sentences, place) => {
    const paragraphs = Array.from({ length: sentences / 4 }, (_, i) => p(copy(4, i)));
    const before = edition(page("A1", article({ id: "market", place }, "江边早市", ...paragraphs)));
    const remedies = remediesFor(before, faces, "market");
    const done = remedies.filter((remedy) => {
      const command = remedyCommand("market", remedy);
      if (!command) return false;
      const after = applyChanges(before, run(command, before, newId));
      expect(composeEdition(after, faces)[0]?.fits[0]?.characters).toBe(remedy.characters);
      expect(remediesFor(after, faces, "market")).toEqual([]);
      return true;
    });
    expect(done.map(({ kind }) => kind)).toContain("depth");
  });
});

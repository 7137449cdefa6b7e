import { expect, it } from "vitest";
import { readEdition } from "../../../core/edition/reading.ts";
import { named } from "../../../renderer/proofing/Quote.tsx";
import { article, edition, p, page } from "../../core/edition/builders.ts";

it("two places that say the same are told apart by the words before them in their clause", () => {
  const e = edition(page("A1", article("防汛", p("共转移20人，其中河东10人、河西10人。"))));
  const part = readEdition(e).pages[0]?.articles[0]?.parts.find(({ role }) => role === "paragraph");
  if (!part) throw new Error("no paragraph");
  const at = (offset: number) => ({ from: { part, offset }, to: { part, offset: offset + 3 } });
  const first = part.text.indexOf("10人");
  expect(named(at(first), "10人")).toBe("其中河东10人");
  expect(named(at(part.text.indexOf("10人", first + 1)), "10人")).toBe("河西10人");
  expect(named(at(0), "共")).toBe("共");
});

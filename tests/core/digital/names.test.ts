import fc from "fast-check";
import { expect, it } from "vitest";
import { pageNames } from "../../../core/digital/names.ts";

it("pages have files of their own number, as far as it is one", () => {
  expect([...pageNames(["A1", "A2", "特1"]).values()]).toEqual(["A1", "A2", "特1"]);
});

it("names lead nowhere, and no two are one, whatever the numbers are", () => {
  const numbers = ["../../etc/passwd", "a1", "A1", "A 1", "", "index", "CON", "A1-01", "\u0000", "‮A1"];
  expect([...pageNames(numbers).values()]).toEqual([
    "etcpasswd",
    "a1",
    "A1x2",
    "A1x3",
    "page",
    "pageindex",
    "pageCON",
    "A101",
    "pagex2",
    "A1x4",
  ]);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (given) => {
      const names = pageNames(given);
      expect(names.size).toBe(new Set(given).size);
      const lower = [...names.values()].map((name) => name.toLowerCase());
      expect(new Set(lower).size).toBe(lower.length);
      for (const name of names.values()) expect(name).toMatch(/^[\p{L}\p{N}]+$/u);
    }),
    { numRuns: 100 },
  );
});

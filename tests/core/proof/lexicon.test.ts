import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAccepted, Words } from "../../../core/proof/lexicon.ts";

const char = fc.constantFrom(..."株洲市区县的");
const words = fc.array(
  fc.array(char, { minLength: 1, maxLength: 4 }).map((chars) => chars.join("")),
  { maxLength: 8 },
);
const text = fc.array(char, { maxLength: 24 }).map((chars) => chars.join(""));

describe("words in running text", () => {
  test("are found where they stand, the longest at each place", () => {
    const set = new Words([
      ["株洲", 1],
      ["株洲市", 2],
      ["市区", 3],
    ]);
    const told = (found: Iterable<{ word: string; start: number }>) =>
      [...found].map(({ word, start }) => `${start}${word}`);
    expect(told(set.find("在株洲市区"))).toEqual(["1株洲市"]);
    expect(told(set.all("在株洲市区"))).toEqual(["1株洲市", "3市区"]);
    expect(told(set.find(""))).toEqual([]);
  });

  test("a word of one character is none", () => {
    expect(() => new Words([["市", 1]])).toThrow(RangeError);
  });
});

test("a span is accepted just where one of the desk's words covers it", () => {
  fc.assert(
    fc.property(words, text, fc.nat(24), fc.integer({ min: 1, max: 4 }), (lexicon, said, from, length) => {
      const start = Math.min(from, said.length);
      const end = Math.min(said.length, start + length);
      if (start === end) return;
      const covers = lexicon.some((word) => {
        for (let at = said.indexOf(word); at >= 0; at = said.indexOf(word, at + 1))
          if (at <= start && at + word.length >= end) return true;
        return false;
      });
      expect(isAccepted(lexicon, said, start, end)).toBe(covers);
    }),
    { numRuns: 300 },
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Patterns, type Sought } from "../../../core/proof/patterns.ts";
import { PATTERNS as NUMERALS } from "../../../core/proof/rules/numerals.ts";
import { PATTERNS as MARKS } from "../../../core/proof/rules/punctuation.ts";

const places = (matches: Iterable<RegExpExecArray>) => [...matches].map((m) => [m.index, m[0]]);

/** Texts of what the patterns themselves speak of, so that most of them come near to a match. */
const textsOf = (sought: readonly Sought[]) => {
  const chars = sought.flatMap(({ pattern }) => [...pattern.source.replace(/\\p\{[^}]*\}|\\./g, "")]);
  return fc.string({ unit: fc.constantFrom(...chars, ..."0123456789年个人月，。"), maxLength: 120 });
};

const all = (sought: readonly Sought[], text: string) =>
  sought.map(({ pattern }) => places(text.matchAll(pattern)));

describe("patterns of one set", () => {
  test("find what each would find by itself", () => {
    const sought = [
      { begins: "0123456789", pattern: /\d+(?:余|多)/g },
      { begins: "约近", pattern: /(?<!节)约\d+|近\d+/g },
      { begins: "一二", pattern: /[一二]{2}(?=年)/gu },
    ];
    const patterns = new Patterns(sought);
    const text = "近30余人，节约12元，约12多；一二年，一一一年";
    expect(patterns.in(text)?.map(places)).toEqual(all(sought, text));
    expect(patterns.in("没有数字")).toBe(null);
  });

  test.each([
    ["numerals", NUMERALS],
    ["marks", MARKS],
  ])("of %s begin only where they are said to begin", (_, sought) => {
    const patterns = new Patterns(sought);
    fc.assert(
      fc.property(textsOf(sought), (text) => {
        expect((patterns.in(text) ?? sought.map(() => [])).map(places)).toEqual(all(sought, text));
      }),
      { numRuns: 500 },
    );
  });

  test("are no more than a number has bits", () => {
    const many = Array.from({ length: 32 }, () => ({ begins: "一", pattern: /一/g }));
    expect(() => new Patterns(many)).toThrow(RangeError);
  });
});

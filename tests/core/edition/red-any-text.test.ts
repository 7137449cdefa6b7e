import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareUnits, compareWords } from "../../../core/edition/compare-words.ts";
import { carried } from "../../../core/edition/red-check.ts";
import { one, told, where } from "./red-builders.ts";

const words = fc.stringMatching(/^[东西区亿元0-9，。]{1,20}$/);

describe("in any text", () => {
  it("words put the later text together from the earlier, and no figure or word is cut on both sides", () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        let built = "";
        let at = 0;
        for (const { fromA, toA, fromB, toB } of compareWords(a, b)) {
          expect(fromA).toBeGreaterThanOrEqual(at);
          built += a.slice(at, fromA) + b.slice(fromB, toB);
          at = toA;
        }
        expect(built + a.slice(at)).toBe(b);
      }),
      { numRuns: 200 },
    );
  });

  it("a correction applied is made, whatever was asked; the text as it was is open", () => {
    fc.assert(
      fc.property(words, words, words, (start, right, fix) => {
        const left = `大桥昨日合龙，${start}`;
        const quote = "录入";
        const before = one([left + quote + right]);
        const asked = {
          id: "x",
          text: fix,
          place: { ...where(before, left + quote + right), from: left.length, to: left.length + 2 },
        };
        expect(told(before, one([left + fix + right]), [asked])).toMatchObject({
          asked: [`made ${fix}`],
          unasked: [],
        });
        expect(told(before, before, [asked]).asked).toEqual(["open 录入"]);
      }),
      { numRuns: 100 },
    );
  });

  it("what was not touched is open, also where the fix is a part of what stands there", () => {
    const few = fc.stringMatching(/^[东西]{1,4}$/);
    fc.assert(
      fc.property(few, few, few, few, (left, quote, right, fix) => {
        if (quote === fix) return;
        const text = `大桥昨日合龙，${left}${quote}${right}，各方到场。`;
        const from = "大桥昨日合龙，".length + left.length;
        const before = one([text]);
        const place = { ...where(before, text), from, to: from + quote.length };
        expect(told(before, before, [{ id: "x", text: fix, place }])).toEqual({
          asked: [`open ${quote}`],
          unasked: [],
        });
      }),
      { numRuns: 150 },
    );
  });

  it("a correction applied is made, also where the words round it are like it", () => {
    const few = fc.stringMatching(/^[东西]{1,4}$/);
    fc.assert(
      fc.property(few, few, few, few, (left, quote, right, fix) => {
        if (quote === fix) return;
        const [head, tail] = [`大桥昨日合龙，${left}`, `${right}，各方到场。`];
        const before = one([head + quote + tail]);
        const place = {
          ...where(before, head + quote + tail),
          from: head.length,
          to: head.length + quote.length,
        };
        const { asked } = told(before, one([head + fix + tail]), [{ id: "x", text: fix, place }]);
        expect(asked).toEqual([`made ${fix}`]);
      }),
      { numRuns: 400 },
    );
  });

  it("a place is carried to where its words stand, when what changes is elsewhere", () => {
    fc.assert(
      fc.property(words, words, words, (left, other, right) => {
        const quote = "甲乙丙";
        const [a, b] = [left + quote + right, other + quote + right];
        const [from, to] = carried(compareUnits(a, b), left.length, left.length + 3);
        expect(b.slice(from, to)).toBe(quote);
      }),
      { numRuns: 200 },
    );
  });
});

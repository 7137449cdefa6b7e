import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Seen, textLikeness } from "../../../core/proof/common.ts";
import { bare, LEAST_RUN, Repeated } from "../../../core/proof/prints.ts";

/** Few letters, so that texts have much in common, and marks between them. */
const words = fc.string({
  unit: fc.constantFrom(..."天地玄黄宇宙洪荒日月1２a，。 “"),
  minLength: 1,
  maxLength: 200,
});

describe("a text bare of marks", () => {
  test("has its letters, where they stood, and its digits; whatever was asked for in between", () => {
    fc.assert(
      fc.property(words, words, (text, other) => {
        const letters = bare(text);
        bare(other);
        expect(letters.text).toBe(text.replace(/[，。 “]/g, ""));
        expect([...letters.places].map((at) => text[at]).join("")).toBe(letters.text);
        expect(letters.digits).toBe(text.replace(/[^1２]/g, ""));
        expect(letters.length).toBe(letters.text.length);
      }),
      { numRuns: 200 },
    );
  });

  test("is read from behind what is to be skipped", () => {
    const letters = bare("东江日报讯 早稻插完了。", 5);
    expect(letters.text).toBe("早稻插完了");
    expect(letters.places[0]).toBe(6);
  });

  test("shares a fingerprint with every text that has LEAST_RUN characters in common with it", () => {
    fc.assert(
      fc.property(
        words,
        words,
        fc.string({ unit: fc.constantFrom(..."甲乙丙丁戊"), minLength: LEAST_RUN, maxLength: LEAST_RUN }),
        (a, b, run) => {
          const prints = new Set(bare(a + run).prints);
          expect(bare(run + b).prints.some((print) => prints.has(print))).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("what stands twice", () => {
  test("are the fingerprints that come more than once, and no others", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (texts) => {
        const all = texts.map((text) => bare(text));
        const times = new Map<number, number>();
        for (const { prints } of all)
          for (const print of prints) times.set(print, (times.get(print) ?? 0) + 1);
        const repeated = new Repeated(all);
        for (const [print, count] of times) expect(repeated.has(print)).toBe(count > 1);
        for (const letters of all)
          expect(repeated.in(letters)).toEqual(
            [...letters.at].filter((_, i) => (times.get(letters.prints[i] as number) ?? 0) > 1),
          );
      }),
      { numRuns: 100 },
    );
  });

  test("are told when a text comes or goes, however many have come and gone", () => {
    const runs = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(runs, fc.boolean()), { maxLength: 60 }), (steps) => {
        const repeated = new Repeated();
        const standing: Int32Array[] = [];
        const times = (print: number) =>
          standing.flatMap((each) => [...each]).filter((p) => p === print).length;
        for (const [run, goes] of steps) {
          if (goes && standing.length > 0) repeated.remove(standing.shift() as Int32Array);
          // Each step brings prints that come only once, so that the table grows.
          const prints = Int32Array.from([...run, 1000 + standing.length, ...run.map((n) => n * 7919)]);
          const before = [...new Set(prints)].some((print) => times(print) === 1);
          standing.push(prints);
          const again = repeated.add(prints);
          if (before) expect(again).toBe(true);
          for (const print of prints) expect(repeated.has(print)).toBe(times(print) > 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("is the longest run that two texts have in common", () => {
    const seen = new Seen();
    seen.add(bare("新渠昨日通水，沿线二十一个村的早稻田都喝上了水。"));
    const [common] = seen.add(bare("会上说，沿线二十一个村的早稻田都喝上了水，大家高兴。"));
    expect(common).toEqual({ old: 0, here: 3, there: 6, length: 16 });
  });
});

describe("likeness of two texts", () => {
  /** Edits between two texts, counted without a band. */
  function edits(a: string, b: string): number {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++)
        next[j] = Math.min(
          (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
          (row[j] as number) + 1,
          (next[j - 1] as number) + 1,
        );
      row = next;
    }
    return row[b.length] as number;
  }

  test("is the share without edits, and nothing beyond a tenth of the longer", () => {
    const slip = fc.tuple(fc.nat(99), fc.constantFrom("", "甲", "乙丙"));
    fc.assert(
      fc.property(words, fc.array(slip, { maxLength: 12 }), (text, slips) => {
        let other = text;
        for (const [at, by] of slips) other = other.slice(0, at) + by + other.slice(at + 1);
        const [count, longer] = [edits(text, other), Math.max(text.length, other.length)];
        const far = count > Math.floor(longer / 10);
        expect(textLikeness(text, other)).toBeCloseTo(far ? 0 : 1 - count / longer, 9);
      }),
      { numRuns: 200 },
    );
  });
});

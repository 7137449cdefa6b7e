import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { subjectOf } from "../../../core/proof/subject.ts";

const sum = { rule: "sum", article: "a1", quote: "36所", evidence: ["20所", "10所", "7所"] };

describe("the subject of a decision", () => {
  it("is the same for the same words, and another for other words", () => {
    expect(subjectOf({ ...sum })).toBe(subjectOf(sum));
    const others = [
      { ...sum, rule: "balance" },
      { ...sum, article: "a2" },
      { ...sum, article: null },
      { ...sum, quote: "37所" },
      { ...sum, evidence: ["20所", "10所", "6所"] },
      { ...sum, context: "全县共有" },
    ];
    expect(new Set([sum, ...others].map(subjectOf)).size).toBe(others.length + 1);
  });

  it("does not change: edition files keep it", () => {
    expect(subjectOf(sum)).toBe("4a7be78ba71f66753af27a4cbef654eb");
  });

  it("is a name of 32 digits for any words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(fc.string()), (quote, evidence) => {
        expect(subjectOf({ ...sum, quote, evidence })).toMatch(/^[0-9a-f]{32}$/);
      }),
      { numRuns: 100 },
    );
  });
});

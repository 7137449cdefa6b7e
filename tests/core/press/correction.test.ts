import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CorrectionText, correctionOf } from "../../../core/press/page-proof/correction.ts";

/** The words with the correction made, as a compositor would read the mark. */
function made(words: string, { kind, from, to, middle = to, text }: CorrectionText): string {
  const put = kind === "transpose" ? words.slice(middle, to) + words.slice(from, middle) : text;
  return words.slice(0, from) + put + words.slice(to);
}

describe("a correction", () => {
  it.each([
    ["芦凇区", "芦淞区", { kind: "replace", from: 1, to: 2, text: "淞" }],
    ["部门部门", "部门", { kind: "delete", from: 2, to: 4, text: "" }],
    ["确诊例", "确诊病例", { kind: "insert", from: 2, to: 2, text: "病" }],
    ["的是", "是的", { kind: "transpose", from: 0, to: 2, middle: 1 }],
    ["经济社会", "社会经济", { kind: "transpose", from: 0, to: 4, middle: 2 }],
    ["PDF文件", "PDF 文件", { kind: "space", from: 3, to: 3, text: " " }],
    ["生产 线", "生产线", { kind: "close", from: 2, to: 3 }],
    ["共48家", "共47家", { kind: "replace", from: 1, to: 3, text: "47" }],
    ["", "本报讯", { kind: "insert", from: 0, to: 0, text: "本报讯" }],
  ])("from %j to %j is the smallest change", (words, right, expected) => {
    expect(correctionOf(words, right)).toMatchObject(expected);
  });

  it("is none where the words are right", () => {
    expect(correctionOf("渌口区", "渌口区")).toBeNull();
  });

  it("makes the words right, whatever they are, and cuts no character and no number", () => {
    const words = fc.string({ unit: fc.constantFrom(..."中文标点，。48家 PDF𠮷"), maxLength: 8 });
    fc.assert(
      fc.property(words, words, (wrong, right) => {
        const correction = correctionOf(wrong, right);
        if (!correction) {
          expect(wrong).toBe(right);
          return;
        }
        expect(made(wrong, correction)).toBe(right);
        const cut = (i: number) =>
          /[\uD800-\uDBFF]/.test(wrong[i - 1] ?? "") && /[\uDC00-\uDFFF]/.test(wrong[i] ?? "");
        expect(cut(correction.from) || cut(correction.to)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

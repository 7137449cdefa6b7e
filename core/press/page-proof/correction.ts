/** What a proofreader would write for a correction: the smallest change that turns the words into the right ones. */

/** After GB/T 14706—1993: 改正、删除、增补、对调、空距、减小空距. */
export type CorrectionKind = "replace" | "delete" | "insert" | "transpose" | "space" | "close";

export interface CorrectionText {
  readonly kind: CorrectionKind;
  /** UTF-16 offsets in the words; equal where something is put between. */
  readonly from: number;
  readonly to: number;
  /** Where the two that change places meet. */
  readonly middle?: number;
  /** What is put in their place. */
  readonly text: string;
}

/** What no ring may cut: a figure, a Latin word. */
const wordlike = /[\p{Nd}\p{Script=Latin}.,%％]/u;

/** Null where the words are right as they are. */
export function correctionOf(words: string, right: string): CorrectionText | null {
  if (words === right) return null;
  const [old, now] = [[...words], [...right]];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end++;
  const before = old.slice(start, old.length - end).join("");
  const after = now.slice(start, now.length - end).join("");
  const from = old.slice(0, start).join("").length;
  const change = { from, to: from + before.length, text: after };
  if (before === "") return { ...change, kind: after.trim() === "" ? "space" : "insert" };
  if (after === "") return { ...change, kind: before.trim() === "" ? "close" : "delete" };
  for (let i = 1; i < before.length; i++)
    if (before.slice(i) + before.slice(0, i) === after)
      return { ...change, kind: "transpose", middle: from + i };
  return replaced(words, change);
}

/** A ring goes round all of a number or word that it would cut. */
function replaced(words: string, change: { from: number; to: number; text: string }): CorrectionText {
  let { from, to, text } = change;
  const cuts = (i: number) => wordlike.test(words[i - 1] ?? "") && wordlike.test(words[i] ?? "");
  while (from > 0 && cuts(from)) {
    from--;
    text = (words[from] ?? "") + text;
  }
  while (to < words.length && cuts(to)) {
    text += words[to] ?? "";
    to++;
  }
  return { kind: "replace", from, to, text };
}

/** Terms of the house's own list: words that are not to be used, and what to say instead. */

import type { TextPart } from "../../edition/reading.ts";
import type { HouseStyle } from "../../edition/style.ts";
import { isAccepted, Words } from "../lexicon.ts";
import type { Finding } from "../proofing.ts";
import { capped, reporter } from "../report.ts";
import type { Rule } from "../rule.ts";

type Term = HouseStyle["proof"]["terms"][number];

const report = reporter("house-terms", "warning");
const made = new WeakMap<readonly Term[], Words<Term>>();

function wordsOf(terms: readonly Term[]): Words<Term> {
  let words = made.get(terms);
  if (!words) {
    words = new Words(terms.filter(({ term }) => term.length > 1).map((term) => [term.term, term] as const));
    made.set(terms, words);
  }
  return words;
}

const isLetter = (char: string | undefined) => char !== undefined && /[A-Za-z]/.test(char);

function* checkPart(part: TextPart, words: Words<Term>): Iterable<Finding> {
  for (const { start, end, value } of words.find(part.text)) {
    // WHO is no term in WHOLE.
    if (isLetter(part.text[start]) && isLetter(part.text[start - 1])) continue;
    if (isLetter(part.text[end - 1]) && isLetter(part.text[end])) continue;
    const severity = value.severity === undefined ? {} : { severity: value.severity };
    yield value.instead === undefined
      ? report(part, start, end, "proof.house-terms.banned", severity)
      : report(part, start, end, "proof.house-terms.instead", { ...severity, fix: value.instead });
  }
}

export const houseTerms: Rule = {
  id: "house-terms",
  severity: "warning",
  name: "rule.house-terms",
  about: "rule.house-terms.about",
  source: "本报用语表",
  fires: [
    {
      text: "这家老字号是全城最佳的面馆。",
      house: { terms: [{ term: "最佳", instead: "知名" }] },
      quote: "最佳",
    },
  ],
  silent: [
    { text: "这家老字号是全城最佳的面馆。" },
    { text: "WHOLE一词意为全部。", house: { terms: [{ term: "WHO", instead: "世卫组织" }] } },
    { text: "评出的最佳射手是他。", house: { terms: [{ term: "最佳" }], lexicon: ["最佳射手"] } },
  ],
  *article({ article, style }) {
    const { terms, lexicon } = style.proof;
    if (terms.length === 0) return;
    const words = wordsOf(terms);
    for (const part of article.parts) {
      if (part.role === "jump") continue;
      for (const finding of capped(checkPart(part, words)))
        if (!isAccepted(lexicon, part.text, finding.span.from.offset, finding.span.to.offset)) yield finding;
    }
  },
};

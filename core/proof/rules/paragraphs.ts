/**
 * Paragraphs that stand twice, or nearly.
 *
 * Which earlier ones to compare with comes from fingerprints, so the work is linear. Repeats within an article are kept by
 * its node: two rules ask for them, and an edit elsewhere asks again.
 */
import type { Node } from "prosemirror-model";
import type { TextPart } from "../../edition/reading.ts";
import { Seen, textLikeness } from "../common.ts";
import { type Bare, bare, LEAST_RUN, lettersIn, Repeated } from "../prints.ts";
import type { Repeat } from "./repeats.ts";

/** Characters without marks from which a paragraph's standing twice can be no accident. */
const PARAGRAPH = 20;
/** Likeness from which two texts are one told twice. */
export const NEAR = 0.9;
/** Earlier texts that one text is compared with. */
const CANDIDATES = 2;

const DATELINE = /^\p{Script=Han}{2,8}(?:\d{1,2}月\d{1,2}日)?(?:电|讯)(?=[ \u3000（(])/u;

/** Nodes are immutable: what was made of a paragraph's text holds as long as its node. */
const bares = new WeakMap<Node, Bare>();

/** The paragraph's text bare of marks. */
export function bareOf({ node, text }: TextPart): Bare {
  const known = bares.get(node);
  if (known) return known;
  // A dateline is a part of its own at the head of a story, and none where its paragraph stands again.
  const letters = bare(text, DATELINE.exec(text)?.[0].length);
  bares.set(node, letters);
  return letters;
}

/** Which of these paragraphs, in reading order, repeat an earlier one; `least` letters make one worth the comparison. */
export function* repeatedParagraphs(parts: readonly TextPart[], least: number): Iterable<Repeat> {
  const long = parts.filter((part) => bareOf(part).length >= least);
  if (long.length < 2) return;
  const repeated = new Repeated(long.map(bareOf));
  const seen = new Seen(long.reduce((sum, part) => sum + bareOf(part).prints.length, 0));
  const exact = new Map<string, TextPart>();
  const earlier: TextPart[] = [];
  for (const later of long) {
    const letters = bareOf(later);
    if (!repeated.some(letters.prints)) continue;
    const { text } = letters;
    const same = exact.get(text);
    if (same) {
      yield { later, earlier: same, exact: true };
      continue;
    }
    exact.set(text, later);
    for (const common of seen.add(letters).slice(0, CANDIDATES)) {
      const other = earlier[common.old] as TextPart;
      const before = bareOf(other);
      if (before.digits !== letters.digits || common.length < LEAST_RUN) continue;
      // 播发综述《…》: a long title is what the two have in common.
      if (ownWords(later.text) < least || ownWords(other.text) < least) continue;
      if (textLikeness(before.text, text) < NEAR) continue;
      yield { later, earlier: other, exact: false };
      break;
    }
    earlier.push(later);
  }
}

export const isParagraph = ({ role }: TextPart) => role === "paragraph";

interface Within {
  /** Places among the article's parts. */
  readonly later: number;
  readonly earlier: number;
  readonly exact: boolean;
}

const within = new WeakMap<Node, readonly Within[]>();

/** Paragraphs that stand twice in one article; what was found holds as long as its node. */
export function repeatedIn(article: Node, parts: readonly TextPart[]): readonly Within[] {
  const known = within.get(article);
  if (known) return known;
  const found = [...repeatedParagraphs(parts.filter(isParagraph), PARAGRAPH)].map(
    ({ later, earlier, exact }) => ({ later: parts.indexOf(later), earlier: parts.indexOf(earlier), exact }),
  );
  within.set(article, found);
  return found;
}

/** Articles (第…条) from which a text is a law or a regulation. */
const STATUTE = 5;
const statutes = new WeakMap<Node, boolean>();

/** A law says the same of one case after another, and says it in the same words: what is nearly the same is meant so. */
export function isStatute(article: Node, parts: readonly TextPart[]): boolean {
  const known = statutes.get(article);
  if (known !== undefined) return known;
  let count = 0;
  for (const { text } of parts)
    if (text[0] === "第" && /^第[〇零一二三四五六七八九十百\d]{1,6}条/.test(text)) count++;
  statutes.set(article, count >= STATUTE);
  return count >= STATUTE;
}

/**
 * Characters of a run outside the titles it names, a Latin word counted as one: two sentences on one long-titled law are
 * not one sentence, nor are two photographs' credits.
 */
export function ownWords(run: string): number {
  // Most runs name no title and have no Latin word.
  if (!/[《》A-Za-z\u00c0-\u024f]/.test(run)) return lettersIn(run);
  return lettersIn(run.replace(/《[^》]*》?|^[^《]*》/g, "").replace(/[A-Za-z\u00c0-\u024f]+/g, "x"));
}

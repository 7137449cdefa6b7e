/**
 * Set phrases of four characters with one of them wrong, found by the half that is right.
 *
 * An idiom with one slip keeps its first two characters or its last two; both halves are looked up in tables, so text
 * that holds neither costs two look-ups a character. The slip must sound or look like what it stands for.
 */
import { Words, wordsAround } from "../lexicon.ts";
import { alike } from "../likeness.ts";
import { ALSO_RIGHT, SET_PHRASES } from "./data/idioms.ts";

const halves = (from: number): Words<readonly string[]> =>
  new Words(Map.groupBy(SET_PHRASES, (phrase) => phrase.slice(from, from + 2)));
const heads = halves(0);
const tails = halves(2);
const right = new Set(SET_PHRASES);

export interface Slip {
  readonly start: number;
  readonly end: number;
  /** The phrase as it should be. */
  readonly phrase: string;
}

export function* slipsOfPhrases(text: string): Iterable<Slip> {
  for (const { start, value } of heads.all(text)) yield* slipAt(text, start, value);
  for (const { start, value } of tails.all(text)) yield* slipAt(text, start - 2, value);
}

function* slipAt(text: string, start: number, phrases: readonly string[]): Iterable<Slip> {
  if (start < 0 || start + 4 > text.length) return;
  const said = text.slice(start, start + 4);
  if (right.has(said) || ALSO_RIGHT.has(said)) return;
  for (const phrase of phrases) {
    let [at, count] = [-1, 0];
    for (let i = 0; i < 4; i++) if (said[i] !== phrase[i]) [at, count] = [i, count + 1];
    if (count !== 1 || !alike(said[at] as string, phrase[at] as string)) continue;
    if (isOther(text, start, start + 4)) return;
    yield { start, end: start + 4, phrase };
    return;
  }
}

/** True where the words are another phrase of the dictionary, or a word reaches over their ends. */
function isOther(text: string, start: number, end: number): boolean {
  return wordsAround(text, start, end).some(
    (word) =>
      (word.start < start && word.end > start) ||
      (word.start < end && word.end > end) ||
      (word.start === start && word.end === end),
  );
}

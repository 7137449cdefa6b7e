/**
 * Whether a line breaks off inside a word: the surest sign that a column cut it, where punctuation is silent.
 *
 * Words are those of the platform's own dictionary (Intl.Segmenter), so there is no list of ours to keep.
 */

const words = new Intl.Segmenter("zh", { granularity: "word" });
const HAN = /\p{Script=Han}/u;

/** Characters looked at on each side of the break. */
const REACH = 6;

/** True where `before` and `after`, put together, hold a word across the break: "先进技" + "术建造". */
export function breaksWord(before: string, after: string): boolean {
  if (!HAN.test(before.slice(-1)) || !HAN.test(after.slice(0, 1))) return false;
  const head = before.slice(-REACH);
  for (const { index, segment } of words.segment(head + after.slice(0, REACH))) {
    if (index < head.length && index + segment.length > head.length) return true;
  }
  return false;
}

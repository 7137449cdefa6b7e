/** What a planted error is: a text with one thing wrong, where it is wrong, and what the house says beside it. */
import type { HouseStyle } from "../../../core/edition/style.ts";

export interface Planted {
  readonly text: string;
  /** UTF-16 offsets into `text` that a finding, its evidence or its fix must touch. */
  readonly start: number;
  readonly end: number;
  /** House lists the class speaks of. */
  readonly house?: Partial<HouseStyle["proof"]>;
}

/** A class of errors: every planting that a text has room for. */
export interface Planter {
  readonly name: string;
  /** Rules that may report it; whatever else is reported at the place is not counted. */
  readonly rules: readonly string[];
  plant(text: string): Iterable<Planted>;
  /** True where it plants sentences of its own: one text is enough. */
  readonly once?: true;
  /** Whole pages with something wrong, where prose alone has no room for it. */
  pages?(): readonly Planted[];
}

/** `text` with what stands from `start` to `end` replaced; the place is that of the replacement, with a character around. */
export function replaced(text: string, start: number, end: number, by: string, reach = 1): Planted {
  return {
    text: text.slice(0, start) + by + text.slice(end),
    start: Math.max(0, start - reach),
    end: start + by.length + reach,
  };
}

/** Offset at which the body begins: behind the headline's line, and the byline's where there is one. */
export const bodyOf = (text: string): number => text.indexOf("\n") + 1;

/** Paragraphs of the body with their offsets. */
export function* paragraphsOf(text: string): Iterable<{ start: number; end: number; words: string }> {
  let start = bodyOf(text);
  for (const words of text.slice(start).split("\n")) {
    yield { start, end: start + words.length, words };
    start += words.length + 1;
  }
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Words of the dictionary, of `length` characters, in the body. */
export function* wordsOf(
  text: string,
  length: number,
): Iterable<{ start: number; end: number; word: string }> {
  for (const { start, words } of paragraphsOf(text))
    for (const { segment, index, isWordLike } of segmenter.segment(words))
      if (isWordLike && segment.length === length && /^\p{Script=Han}+$/u.test(segment))
        yield { start: start + index, end: start + index + length, word: segment };
}

/** Every n-th, so that one text does not fill a class. */
export function* every<T>(n: number, all: Iterable<T>): Iterable<T> {
  let i = 0;
  for (const each of all) if (i++ % n === 0) yield each;
}

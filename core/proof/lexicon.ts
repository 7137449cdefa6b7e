/**
 * Words found in running Chinese text: many known words at once, and the words of a small window.
 *
 * `Words` looks closer only where two characters can begin one of its words, so its cost is one look-up in a table for each.
 * `wordsAround` asks the platform's dictionary segmenter about a few characters; never about a whole text.
 */

export interface Found<T> {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly value: T;
}

/** A place in the table of pairs: two characters stand for one of 2¹⁶ places, few of which a lexicon fills. */
const pairOf = (first: number, second: number) => ((first * 31) ^ second) & 0xffff;

/** A set of words, each of two UTF-16 units or more, with a value each. */
export class Words<T> {
  readonly #pairs = new Uint8Array(0x10000);
  readonly #byHead = new Map<number, { word: string; value: T }[]>();

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries) {
      if (word.length < 2) throw new RangeError(`a word of a lexicon has two characters or more: "${word}"`);
      const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
      this.#pairs[pairOf(first, second)] = 1;
      const head = first * 0x10000 + second;
      const list = this.#byHead.get(head);
      if (list) list.push({ word, value });
      else this.#byHead.set(head, [{ word, value }]);
    }
    for (const list of this.#byHead.values()) list.sort((a, b) => b.word.length - a.word.length);
  }

  /** Words of `text` from left to right, the longest at each place, none overlapping another. */
  find(text: string): Found<T>[] {
    return this.#search(text, false);
  }

  /** As `find`, but words may overlap. */
  all(text: string): Found<T>[] {
    return this.#search(text, true);
  }

  #search(text: string, overlapping: boolean): Found<T>[] {
    const found: Found<T>[] = [];
    const pairs = this.#pairs;
    let first = text.charCodeAt(0);
    for (let at = 0; at < text.length - 1; at++) {
      const second = text.charCodeAt(at + 1);
      const filled = pairs[pairOf(first, second)];
      first = second;
      if (filled === 0) continue;
      const here = this.at(text, at);
      if (!here) continue;
      found.push(here);
      if (overlapping) continue;
      at = here.end - 1;
      first = text.charCodeAt(here.end);
    }
    return found;
  }

  /** The longest word that starts at `at`, or null. */
  at(text: string, at: number): Found<T> | null {
    const head = text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
    for (const { word, value } of this.#byHead.get(head) ?? []) {
      if (text.startsWith(word, at)) return { start: at, end: at + word.length, word, value };
    }
    return null;
  }
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const WINDOW = 8;

/** Words of the few characters around `start`–`end`, with offsets into `text`. */
export function wordsAround(
  text: string,
  start: number,
  end: number,
): { start: number; end: number; word: string }[] {
  const from = Math.max(0, start - WINDOW);
  const window = text.slice(from, Math.min(text.length, end + WINDOW));
  return [...segmenter.segment(window)].map(({ segment, index }) => ({
    start: from + index,
    end: from + index + segment.length,
    word: segment,
  }));
}

const indexed = new WeakMap<readonly string[], { words: Words<null>; singles: ReadonlySet<string> }>();

/** A lexicon may have tens of thousands of words: it is indexed once, and a text is read through once for each question. */
function indexOf(lexicon: readonly string[]) {
  const known = indexed.get(lexicon);
  if (known) return known;
  const index = {
    words: new Words(lexicon.filter((word) => word.length > 1).map((word) => [word, null] as const)),
    singles: new Set(lexicon.filter((word) => word.length === 1)),
  };
  indexed.set(lexicon, index);
  return index;
}

/** True where one of the desk's own words covers the span. */
export function isAccepted(lexicon: readonly string[], text: string, start: number, end: number): boolean {
  if (lexicon.length === 0) return false;
  const { words, singles } = indexOf(lexicon);
  if (end - start === 1 && singles.has(text.slice(start, end))) return true;
  return words.all(text).some((word) => word.start <= start && word.end >= end);
}

export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

export function isHanAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isHan(text.charCodeAt(at));
}

const STOPS: ReadonlySet<number> = new Set([..."。！？!?"].map((stop) => stop.charCodeAt(0)));

/** Sentences of a paragraph, each with its stop and the closing marks behind it. */
export function sentencesOf(text: string): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (!STOPS.has(text.charCodeAt(at))) continue;
    while (at + 1 < text.length && "。！？!?”’」』）)".includes(text[at + 1] as string)) at++;
    sentences.push({ start, end: at + 1 });
    start = at + 1;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

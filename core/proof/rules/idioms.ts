/**
 * Set phrases of four characters and longer sayings with one character wrong: 一愁莫展, 敢怒而不敢严.
 *
 * A slip leaves one half of a phrase whole and three characters of four; both are looked up in tables of bits, so other
 * text costs a few look-ups a character. The slip must sound or look like what it stands for, be no phrase itself,
 * and no word of the dictionary may reach over its ends. Phrases are those of assets/words, and our own with those of news.
 */
import words from "../../../assets/words/idioms.json" with { type: "json" };
import { wordsAround } from "../lexicon.ts";
import { alike } from "../likeness.ts";
import { ALSO_RIGHT, SET_PHRASES } from "./data/idioms.ts";
import { NEWS_PHRASES } from "./data/news-phrases.ts";

export interface Slip {
  readonly start: number;
  readonly end: number;
  /** The phrase as it should be. */
  readonly phrase: string;
}

function fours(text: string): string[] {
  return Array.from({ length: text.length / 4 }, (_, i) => text.slice(4 * i, 4 * i + 4));
}

const phrases = new Set([...fours(words.phrases), ...SET_PHRASES, ...NEWS_PHRASES]);
const beside = new Set([...fours(words.also), ...ALSO_RIGHT]);

const HEAD = 1;
const TAIL = 2;
/** The first two characters of a saying, and the first two of its last four. */
const BEGINS = 4;
const ENDS = 8;
/** What stands behind these. */
const BEGINS_ON = 16;
const ENDS_ON = 32;
const halves = new Uint8Array(0x10000);
const pairOf = (first: number, second: number) => ((first * 31) ^ second) & 0xffff;

/** Phrases by three of their characters and the place (0–3) of the one left out. */
const byThree = new Map<number, string[]>();
const BITS = 20;
const threes = new Uint32Array(2 ** (BITS - 5));
const threeOf = (a: number, b: number, c: number, hole: number) =>
  (Math.imul(Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ c, 0xc2b2ae35) + hole * 0x27d4eb2f) >>> 0;

function codesOf(text: string, at: number, hole: number): number {
  const a = text.charCodeAt(at + (hole === 0 ? 1 : 0));
  const b = text.charCodeAt(at + (hole <= 1 ? 2 : 1));
  const c = text.charCodeAt(at + (hole <= 2 ? 3 : 2));
  return threeOf(a, b, c, hole);
}

for (const phrase of phrases) {
  const head = pairOf(phrase.charCodeAt(0), phrase.charCodeAt(1));
  const tail = pairOf(phrase.charCodeAt(2), phrase.charCodeAt(3));
  halves[head] = (halves[head] as number) | HEAD;
  halves[tail] = (halves[tail] as number) | TAIL;
  for (let hole = 0; hole < 4; hole++) {
    const code = codesOf(phrase, 0, hole);
    const bit = code >>> (32 - BITS);
    threes[bit >>> 5] = (threes[bit >>> 5] as number) | (1 << (bit & 31));
    const list = byThree.get(code);
    if (list) list.push(phrase);
    else byThree.set(code, [phrase]);
  }
}

const halfAt = (text: string, at: number) =>
  halves[pairOf(text.charCodeAt(at), text.charCodeAt(at + 1))] as number;

export function* slipsOfPhrases(text: string): Iterable<Slip> {
  // What two characters are the tail of here, they are the head of two characters on.
  let [head, middle, tail] = [halfAt(text, 0), halfAt(text, 1), 0];
  for (let at = 0; at + 4 <= text.length; at++, head = middle, middle = tail) {
    tail = halfAt(text, at + 2);
    if ((head & HEAD) !== 0 && (tail & TAIL) !== 0 && isPhrase(text, at)) continue;
    if ((head & BEGINS) !== 0 && (tail & BEGINS_ON) !== 0) yield* slipsOfSayings(text, at, beginnings, true);
    if ((head & ENDS) !== 0 && (tail & ENDS_ON) !== 0) yield* slipsOfSayings(text, at, endings, false);
    // With the head whole the slip is in the tail, and the other way round.
    const slip = ((head & HEAD) !== 0 && slipAt(text, at, 2)) || ((tail & TAIL) !== 0 && slipAt(text, at, 0));
    if (slip) yield slip;
  }
}

const isPhrase = (text: string, at: number) =>
  maybeThree(codesOf(text, at, 0)) && phrases.has(text.slice(at, at + 4));

/** False where no phrase has these three characters. */
function maybeThree(code: number): boolean {
  const bit = code >>> (32 - BITS);
  return ((threes[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
}

/** The slip at `at` whose wrong character is the first or second from `from`; null where there is none. */
function slipAt(text: string, at: number, from: number): Slip | null {
  for (let hole = from; hole < from + 2; hole++) {
    const code = codesOf(text, at, hole);
    if (!maybeThree(code)) continue;
    const said = text.slice(at, at + 4);
    for (const phrase of byThree.get(code) ?? []) {
      if (!isSlip(said, phrase) || beside.has(said) || isOther(text, at, at + 4)) continue;
      return { start: at, end: at + 4, phrase };
    }
  }
  return null;
}

/** What binds words to one another by chance stands where a phrase's character would: 心中有所不安 is no 心中有数. */
const GRAMMAR: ReadonlySet<string> = new Set("的了是和与及被将已仍这为称些所中从对把也都地得");

/** True where `said` differs from `right` in one character only, which sounds or looks like what it stands for. */
function isSlip(said: string, right: string): boolean {
  let wrong = -1;
  for (let i = 0; i < right.length; i++) {
    if (said[i] === right[i]) continue;
    if (wrong >= 0) return false;
    wrong = i;
  }
  const [slip = "", meant = ""] = [said[wrong], right[wrong]];
  return wrong >= 0 && !GRAMMAR.has(slip) && alike(slip, meant);
}

const sayings: ReadonlySet<string> = new Set(words.sayings);
const beginnings = Map.groupBy(words.sayings, (saying) => saying.slice(0, 4));
const endings = Map.groupBy(words.sayings, (saying) => saying.slice(-4));

for (const [byKey, ...bits] of [
  [beginnings, BEGINS, BEGINS_ON],
  [endings, ENDS, ENDS_ON],
] as const)
  for (const key of byKey.keys())
    for (const [i, bit] of bits.entries()) {
      const pair = pairOf(key.charCodeAt(2 * i), key.charCodeAt(2 * i + 1));
      halves[pair] = (halves[pair] as number) | bit;
    }

/** Slips of sayings whose first four characters, or last four, stand at `at`. */
function* slipsOfSayings(
  text: string,
  at: number,
  byKey: ReadonlyMap<string, readonly string[]>,
  begins: boolean,
): Iterable<Slip> {
  for (const saying of byKey.get(text.slice(at, at + 4)) ?? [])
    yield* begins ? slipOfSaying(text, at, saying, 4) : slipOfSaying(text, at + 4 - saying.length, saying, 0);
}

/** A slip of `saying` at `start` in the characters from `from` on. */
function* slipOfSaying(text: string, start: number, saying: string, from: number): Iterable<Slip> {
  if (start < 0 || sayings.has(text.slice(start, start + saying.length))) return;
  const said = text.slice(start, start + saying.length);
  if (said.length < saying.length || said.slice(0, from) !== saying.slice(0, from) || !isSlip(said, saying))
    return;
  if (!isOther(text, start, start + saying.length))
    yield { start, end: start + saying.length, phrase: saying };
}

/** True where the words are a title of their own, another phrase of the dictionary, or a word reaches over their ends. */
function isOther(text: string, start: number, end: number): boolean {
  if (text[start - 1] === "《" && text[end] === "》") return true;
  // “合而不同·各美其美”: a slogan plays on the phrase.
  if ("“《".includes(text[start - 1] || " ") && /[\s·•”]/.test(text[end] ?? "")) return true;
  return wordsAround(text, start, end).some(
    (word) =>
      (word.start < start && word.end > start) ||
      (word.start < end && word.end > end) ||
      (word.start === start && word.end === end),
  );
}

/**
 * Fingerprints of texts, and which of them stand twice.
 *
 * Texts are compared bare of marks, by winnowed fingerprints (Schleimer, Wilkerson, Aiken 2003): every common run of
 * LEAST_RUN characters shares one. A text is read once for its fingerprints, which are numbers in typed arrays; strings
 * are made only of the few texts that share one with another (common.ts compares those).
 */

/** Characters that are no marks and no spaces. */
const LETTERS = new Uint8Array(0x10000);
for (const [from, to] of [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0x1fff],
  [0x3007, 0x3007],
  [0x3040, 0xfdff],
  [0xff10, 0xff19],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
] as const)
  LETTERS.fill(1, from, to + 1);

const isDigit = (code: number) => (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);

/** A text bare of marks: its fingerprints with the offsets they stand at, ascending. */
export interface Bare {
  /** UTF-16 units that are letters. */
  readonly length: number;
  readonly prints: Int32Array;
  /** Offset of each fingerprint into the bare text. */
  readonly at: Int32Array;
  /** The bare text itself. */
  readonly text: string;
  /** Where each of its units stood in the text it was made of. */
  readonly places: Int32Array;
  /** Its digits in order: two statements that differ in them say different things. */
  readonly digits: string;
}

/** `text` bare of marks, without the `skip` UTF-16 units at its head. */
export const bare = (text: string, skip = 0): Bare => new Letters(text, skip);

/** What most texts are never asked for is worked out where somebody does. */
class Letters implements Bare {
  readonly length: number;
  readonly prints: Int32Array;
  readonly at: Int32Array;
  readonly #from: string;
  readonly #skip: number;
  #text: string | undefined;
  #places: Int32Array | undefined;
  #digits: string | undefined;

  constructor(from: string, skip: number) {
    this.#from = from;
    this.#skip = skip;
    this.length = gather(from, skip);
    const count = winnow(this.length);
    this.prints = grams.slice(0, count);
    this.at = chosen.slice(0, count);
  }

  get text(): string {
    this.#text ??= utf16.decode(codes.subarray(0, gather(this.#from, this.#skip)));
    return this.#text;
  }

  get places(): Int32Array {
    if (this.#places) return this.#places;
    const places = new Int32Array(this.length);
    let length = 0;
    for (let i = this.#skip; length < places.length; i++)
      if (LETTERS[this.#from.charCodeAt(i)] === 1) places[length++] = i;
    this.#places = places;
    return places;
  }

  get digits(): string {
    this.#digits ??= digitsOf(this.#from.slice(this.#skip));
    return this.#digits;
  }
}

const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });

/** Room for one text, used again for the next: its letters, the hashes of its grams, the offsets of those chosen. */
let codes = new Uint16Array(1024);
let grams = new Int32Array(1024);
let chosen = new Int32Array(1024);

/** The letters of `text` into the room; how many there are. */
function gather(text: string, skip: number): number {
  if (text.length > codes.length) {
    codes = new Uint16Array(2 * text.length);
    grams = new Int32Array(2 * text.length);
    chosen = new Int32Array(2 * text.length);
  }
  let length = 0;
  for (let i = skip; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (LETTERS[code] === 1) codes[length++] = code;
  }
  return length;
}

/** Characters of which a fingerprint is made. */
export const GRAM = 8;
const WINNOW = 8;
/** A common run of this many characters is never missed. */
export const LEAST_RUN = GRAM + WINNOW - 1;
const BASE = 31;
/** BASE to the power of GRAM, in 32 bits: what the character that leaves the window weighs. */
const LEAVES = Array.from({ length: GRAM }).reduce<number>((power) => Math.imul(power, BASE), 1);

/**
 * Of every WINNOW neighbouring grams of the letters in the room the one of least hash, the last of several: hashes to
 * the head of `grams`, offsets to that of `chosen`. How many there are.
 */
function winnow(length: number): number {
  const count = length - GRAM + 1;
  if (count <= 0) return 0;
  let hash = 0;
  for (let i = 0; i < length; i++) {
    hash = (Math.imul(hash, BASE) + (codes[i] as number)) | 0;
    if (i >= GRAM) hash = (hash - Math.imul(LEAVES, codes[i - GRAM] as number)) | 0;
    if (i >= GRAM - 1) grams[i - GRAM + 1] = Math.imul(hash, 0x9e3779b1) ^ 0x8000_0000;
  }
  let prints = 0;
  let least = -1;
  let hashOfLeast = 0;
  for (let last = Math.min(WINNOW, count) - 1; last < count; last++) {
    const first = Math.max(0, last - WINNOW + 1);
    const before = least;
    // What has been chosen is written behind the window, which has gone on by one at least for each.
    for (let i = least < first ? first : last; i <= last; i++) {
      const other = grams[i] as number;
      if (least >= first && other > hashOfLeast) continue;
      least = i;
      hashOfLeast = other;
    }
    if (least === before) continue;
    chosen[prints] = least;
    grams[prints++] = hashOfLeast;
  }
  return prints;
}

/** How many letters `text` has. */
export function lettersIn(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) length += LETTERS[text.charCodeAt(i)] as number;
  return length;
}

function digitsOf(text: string): string {
  let digits = "";
  for (let i = 0; i < text.length; i++) if (isDigit(text.charCodeAt(i))) digits += text[i];
  return digits;
}

/**
 * The fingerprints that stand more than once in some texts. Whatever two of them have in common, LEAST_RUN characters or
 * more, has one: the rest is not looked at any closer. A table of numbers with open addressing, at most half full.
 */
export class Repeated {
  #prints: Int32Array;
  /** How often each stands; the places of those that no longer do are free when the table grows. */
  #times: Int32Array;
  #used: Uint8Array;
  #room: number;

  constructor(texts: readonly Bare[] = []) {
    let room = 256;
    const count = texts.reduce((sum, { prints }) => sum + prints.length, 0);
    while (room < 2 * count) room *= 2;
    this.#prints = new Int32Array(room);
    this.#times = new Int32Array(room);
    this.#used = new Uint8Array(room);
    this.#room = room >> 1;
    for (const { prints } of texts) this.add(prints);
  }

  /** True where one of the prints, which had stood once, now stands twice. */
  add(prints: Int32Array): boolean {
    let again = false;
    for (let i = 0; i < prints.length; i++) {
      if (this.#room <= 0) this.#grow();
      const slot = this.#slotOf(prints[i] as number);
      if (this.#used[slot] === 0) {
        this.#used[slot] = 1;
        this.#prints[slot] = prints[i] as number;
        this.#room--;
      }
      const times = this.#times[slot] as number;
      again ||= times === 1;
      this.#times[slot] = times + 1;
    }
    return again;
  }

  /** True where one of the prints, which had stood twice, now stands once. */
  remove(prints: Int32Array): boolean {
    let single = false;
    for (let i = 0; i < prints.length; i++) {
      const slot = this.#slotOf(prints[i] as number);
      const times = this.#times[slot] as number;
      single ||= times === 2;
      this.#times[slot] = times - 1;
    }
    return single;
  }

  has(print: number): boolean {
    return (this.#times[this.#slotOf(print)] as number) > 1;
  }

  /** Whether any of the prints stands more than once. */
  some(prints: Int32Array): boolean {
    for (let i = 0; i < prints.length; i++) if (this.has(prints[i] as number)) return true;
    return false;
  }

  /** Offsets into the bare text of those of its fingerprints that are repeated. */
  in({ prints, at }: Bare): number[] {
    const found: number[] = [];
    for (let i = 0; i < prints.length; i++) if (this.has(prints[i] as number)) found.push(at[i] as number);
    return found;
  }

  /** The print's place, or the free one where it would stand. */
  #slotOf(print: number): number {
    const mask = this.#used.length - 1;
    let slot = (Math.imul(print ^ (print >>> 15), 0x85eb_ca6b) >>> 7) & mask;
    while (this.#used[slot] !== 0 && this.#prints[slot] !== print) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [prints, times] = [this.#prints, this.#times];
    const standing = times.reduce((sum, each) => sum + (each > 0 ? 1 : 0), 0);
    let room = prints.length;
    while (room < 8 * standing) room *= 2;
    this.#prints = new Int32Array(room);
    this.#times = new Int32Array(room);
    this.#used = new Uint8Array(room);
    this.#room = (room >> 1) - standing;
    for (const [i, print] of prints.entries()) {
      if ((times[i] as number) <= 0) continue;
      const slot = this.#slotOf(print);
      this.#used[slot] = 1;
      this.#prints[slot] = print;
      this.#times[slot] = times[i] as number;
    }
  }
}

/**
 * Texts that stand twice: what two texts have in common, and how alike they are.
 *
 * Texts are compared bare of marks, by winnowed fingerprints (Schleimer, Wilkerson, Aiken 2003): every common run of
 * LEAST_RUN characters shares one. A text is read once for its fingerprints, which are numbers in typed arrays; strings
 * are made only of the few texts that share one with another.
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

const GRAM = 8;
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
 * more, has one: the rest is not looked at any closer.
 */
export class Repeated {
  readonly #mask: number;
  readonly #prints: Int32Array;
  readonly #times: Uint8Array;
  /** False where nothing stands twice. */
  readonly any: boolean;

  constructor(texts: readonly Bare[]) {
    let room = 16;
    const count = texts.reduce((sum, { prints }) => sum + prints.length, 0);
    while (room < 2 * count) room *= 2;
    this.#mask = room - 1;
    this.#prints = new Int32Array(room);
    this.#times = new Uint8Array(room);
    let any = false;
    for (const { prints } of texts)
      for (let i = 0; i < prints.length; i++) {
        const slot = this.#slotOf(prints[i] as number);
        any ||= this.#times[slot] === 1;
        this.#prints[slot] = prints[i] as number;
        this.#times[slot] = this.#times[slot] === 0 ? 1 : 2;
      }
    this.any = any;
  }

  /** The print's place, or the empty one where it would stand. */
  #slotOf(print: number): number {
    let slot = Math.imul(print ^ (print >>> 15), 0x85eb_ca6b) >>> 8;
    for (slot &= this.#mask; this.#times[slot] !== 0; slot = (slot + 1) & this.#mask)
      if (this.#prints[slot] === print) return slot;
    return slot;
  }

  has(print: number): boolean {
    return this.#times[this.#slotOf(print)] === 2;
  }

  /** Offsets into the bare text of those of its fingerprints that are repeated. */
  in({ prints, at }: Bare): number[] {
    const found: number[] = [];
    for (let i = 0; i < prints.length; i++) if (this.has(prints[i] as number)) found.push(at[i] as number);
    return found;
  }
}

const BUCKET = 4;
/** A place is kept as one number: the text's index × PLACE + the offset. */
const PLACE = 2 ** 26;

/** A run that two texts have in common: `length` characters from `here` of the new text, from `there` of the old. */
export interface Common {
  readonly old: number;
  readonly here: number;
  readonly there: number;
  readonly length: number;
}

/**
 * Texts seen so far, to be asked what a new text has in common with them. A fingerprint remembers at most BUCKET places,
 * so the work stays linear in the text.
 */
export class Seen {
  readonly #texts: string[] = [];
  readonly #places = new Map<number, number[]>();

  /** Longest run the text shares with each earlier text, longest first; then the text is one of them. */
  add({ text, prints, at: offsets }: Bare): Common[] {
    const index = this.#texts.push(text) - 1;
    const best = new Map<number, Common>();
    const covered = new Map<number, number>();
    for (let i = 0; i < prints.length; i++) {
      const [print, at] = [prints[i] as number, offsets[i] as number];
      const places = this.#places.get(print);
      if (!places) {
        this.#places.set(print, [index * PLACE + at]);
        continue;
      }
      for (const place of places) {
        const old = Math.floor(place / PLACE);
        if (old === index || (covered.get(old) ?? 0) > at) continue;
        const run = this.#extend(text, at, old, place % PLACE);
        if (run.length < GRAM) continue;
        covered.set(old, run.here + run.length);
        if (run.length > (best.get(old)?.length ?? 0)) best.set(old, run);
      }
      if (places.length < BUCKET) places.push(index * PLACE + at);
    }
    return [...best.values()].sort((a, b) => b.length - a.length);
  }

  #extend(text: string, here: number, old: number, there: number): Common {
    const other = this.#texts[old] as string;
    let back = 0;
    while (back < here && back < there && text[here - back - 1] === other[there - back - 1]) back++;
    let length = 0;
    while (
      here + length < text.length &&
      there + length < other.length &&
      text[here + length] === other[there + length]
    )
      length++;
    return { old, here: here - back, there: there - back, length: back + length };
  }
}

const LONG = 1000;
/** More edits than any text of LONG characters has. */
const FAR = 2 * LONG;
let [row, next] = [new Int32Array(LONG + 2), new Int32Array(LONG + 2)];

/**
 * Share of two texts that is the same, 0–1: 1 − edits / longer length, where edits are counted up to a tenth of the
 * length (then the answer is 0). Costs length × tenth; texts over `LONG` are compared block by block.
 */
export function textLikeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0 || a === b) return 1;
  const band = Math.floor(longer / 10);
  if (longer > LONG) {
    if (Math.abs(a.length - b.length) > longer / 10) return 0;
    let sum = 0;
    for (let at = 0; at < longer; at += LONG)
      sum += textLikeness(a.slice(at, at + LONG), b.slice(at, at + LONG)) * Math.min(LONG, longer - at);
    return sum / longer;
  }
  if (Math.abs(a.length - b.length) > band) return 0;
  for (let j = 0; j <= b.length; j++) row[j] = j <= band ? j : FAR;
  for (let i = 1; i <= a.length; i++) {
    const [from, to] = [Math.max(1, i - band), Math.min(b.length, i + band)];
    // What lies beside the band is no way; the next row asks for it.
    next[from - 1] = from === 1 && i <= band ? i : FAR;
    const code = a.charCodeAt(i - 1);
    for (let j = from; j <= to; j++) {
      const change = (row[j - 1] as number) + (code === b.charCodeAt(j - 1) ? 0 : 1);
      next[j] = Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1);
    }
    next[to + 1] = FAR;
    [row, next] = [next, row];
  }
  const edits = row[b.length] as number;
  return edits > band ? 0 : 1 - edits / longer;
}

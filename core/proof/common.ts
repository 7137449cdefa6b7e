/** What two texts have in common, and how alike they are. */
import { type Bare, GRAM } from "./prints.ts";

/** Places that a fingerprint remembers at most, so that the work stays linear in the text. */
const BUCKET = 4;

/** A run that two texts have in common: `length` characters from `here` of the new text, from `there` of the old. */
export interface Common {
  readonly old: number;
  readonly here: number;
  readonly there: number;
  readonly length: number;
}

const NOTHING: readonly Common[] = [];

/** Texts seen so far, to be asked what a new text has in common with them. Fingerprints stand in a table of numbers. */
export class Seen {
  readonly #texts: string[] = [];
  #prints: Int32Array;
  /** How many places each fingerprint has; 0 for a free one. */
  #counts: Uint8Array;
  /** BUCKET places for each: text, offset. */
  #places: Int32Array;
  #room: number;

  /** `expected` fingerprints find room without the table's growing. */
  constructor(expected = 0) {
    let size = 64;
    while (size < 2 * expected) size *= 2;
    this.#prints = new Int32Array(size);
    this.#counts = new Uint8Array(size);
    this.#places = new Int32Array(size * BUCKET * 2);
    this.#room = size >> 1;
  }

  /** Longest run the text shares with each earlier text, longest first; then the text is one of them. */
  add({ text, prints, at: offsets }: Bare): readonly Common[] {
    const index = this.#texts.push(text) - 1;
    let best: Map<number, Common> | null = null;
    let covered: Map<number, number> | null = null;
    for (let i = 0; i < prints.length; i++) {
      const at = offsets[i] as number;
      const slot = this.#slotOf(prints[i] as number);
      const count = this.#counts[slot] as number;
      for (let k = 0; k < count; k++) {
        const place = (slot * BUCKET + k) * 2;
        const old = this.#places[place] as number;
        if (old === index || (covered?.get(old) ?? 0) > at) continue;
        const run = this.#extend(text, at, old, this.#places[place + 1] as number);
        if (run.length < GRAM) continue;
        covered ??= new Map();
        covered.set(old, run.here + run.length);
        best ??= new Map();
        if (run.length > (best.get(old)?.length ?? 0)) best.set(old, run);
      }
      if (count < BUCKET) this.#note(slot, prints[i] as number, index, at);
    }
    return best ? [...best.values()].sort((a, b) => b.length - a.length) : NOTHING;
  }

  #slotOf(print: number): number {
    const mask = this.#prints.length - 1;
    let slot = (Math.imul(print ^ (print >>> 15), 0x85eb_ca6b) >>> 7) & mask;
    while (this.#counts[slot] !== 0 && this.#prints[slot] !== print) slot = (slot + 1) & mask;
    return slot;
  }

  #note(slot: number, print: number, index: number, at: number): void {
    const count = this.#counts[slot] as number;
    this.#prints[slot] = print;
    this.#counts[slot] = count + 1;
    this.#places[(slot * BUCKET + count) * 2] = index;
    this.#places[(slot * BUCKET + count) * 2 + 1] = at;
    if (count === 0 && --this.#room === 0) this.#grow();
  }

  #grow(): void {
    const [prints, counts, places] = [this.#prints, this.#counts, this.#places];
    const size = prints.length * 4;
    this.#prints = new Int32Array(size);
    this.#counts = new Uint8Array(size);
    this.#places = new Int32Array(size * BUCKET * 2);
    this.#room = (size >> 1) - (prints.length >> 1);
    for (let from = 0; from < prints.length; from++) {
      if (counts[from] === 0) continue;
      const slot = this.#slotOf(prints[from] as number);
      this.#prints[slot] = prints[from] as number;
      this.#counts[slot] = counts[from] as number;
      for (let k = 0; k < BUCKET * 2; k++)
        this.#places[slot * BUCKET * 2 + k] = places[from * BUCKET * 2 + k] as number;
    }
  }

  #extend(text: string, here: number, old: number, there: number): Common {
    const other = this.#texts[old] as string;
    let back = 0;
    while (
      back < here &&
      back < there &&
      text.charCodeAt(here - back - 1) === other.charCodeAt(there - back - 1)
    )
      back++;
    const most = Math.min(text.length - here, other.length - there);
    let length = 0;
    while (length < most && text.charCodeAt(here + length) === other.charCodeAt(there + length)) length++;
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

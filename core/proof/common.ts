/** What two texts have in common, and how alike they are. */
import { type Bare, GRAM } from "./prints.ts";

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

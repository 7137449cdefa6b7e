/** Places at which a text says the same words twice running. */
import { isHan } from "../lexicon.ts";

/** Longest unit that is looked for. */
const LONGEST = 12;

export interface Repeated {
  readonly start: number;
  /** Length of the unit, and of all that repeats it behind its first standing. */
  readonly unit: number;
  readonly run: number;
}

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

/** Where each character last stood, as `base` + offset, so that the table need not be cleared for each text. */
const lastSeen = new Int32Array(0x10000);
let base = LONGEST + 1;
/** Room for one text, used again for the next: where each of its characters stood before. */
let previous = new Int32Array(1024);
const runs = new Int32Array(LONGEST + 1);
const ends = new Int32Array(LONGEST + 1);

/**
 * Places at which the text says the same n characters twice running, 2 ≤ n ≤ LONGEST. Each character is compared
 * with its own last standings within reach only, which are few.
 */
export function repeatsOf(text: string): Repeated[] {
  if (base + text.length > 0x7fff_0000) {
    lastSeen.fill(0);
    base = LONGEST + 1;
  }
  if (previous.length < text.length) previous = new Int32Array(2 * text.length);
  runs.fill(0);
  ends.fill(-2);
  const found: Repeated[] = [];
  const close = (n: number) => {
    const [run, end] = [runs[n] as number, ends[n] as number];
    if (run >= n) found.push({ start: end + 1 - run - n, unit: n, run });
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isHan(code) && !isDigit(code)) continue;
    const last = (lastSeen[code] as number) - base;
    previous[at] = last;
    lastSeen[code] = base + at;
    for (let before = last; before >= 0 && at - before <= LONGEST; before = previous[before] as number) {
      const n = at - before;
      if (n < 2) continue;
      if (ends[n] !== at - 1) {
        close(n);
        runs[n] = 0;
      }
      runs[n] = (runs[n] as number) + 1;
      ends[n] = at;
    }
  }
  for (let n = 2; n <= LONGEST; n++) close(n);
  base += text.length + LONGEST + 1;
  // The shortest unit at a place says it best: 疫情疫情疫情疫情 is 疫情 four times.
  return found.sort((a, b) => a.start - b.start || a.unit - b.unit);
}

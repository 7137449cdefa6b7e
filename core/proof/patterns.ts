/**
 * Patterns looked for in one reading of a text: each is tried only at the characters that its matches begin with.
 *
 * A set of regular expressions run one after the other reads a text as often as it has members, and most find nothing.
 * Here each character is looked up in one table; what comes out is exactly what `matchAll` gives for each.
 */

/** A pattern that never matches nothing, and every character a match of it can begin with (what looks behind aside). */
export interface Sought {
  readonly begins: string;
  readonly pattern: RegExp;
}

/** Most patterns of one set: a bit each. */
const MOST = 31;

export class Patterns {
  readonly #sticky: readonly RegExp[];
  /** For each character the place of its bits in `#bits`; 0 for all that begin nothing. */
  readonly #places = new Uint8Array(0x10000);
  readonly #bits: number[] = [0];

  /** Throws a RangeError where there are more than 31 patterns. */
  constructor(sought: readonly Sought[]) {
    if (sought.length > MOST)
      throw new RangeError(`a set has ${MOST} patterns at most, not ${sought.length}`);
    this.#sticky = sought.map(
      ({ pattern }) => new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, "")}y`),
    );
    const byCode = new Map<number, number>();
    for (const [i, { begins }] of sought.entries())
      for (const char of begins) {
        const code = char.charCodeAt(0);
        byCode.set(code, (byCode.get(code) ?? 0) | (1 << i));
      }
    for (const [code, bits] of byCode) {
      const known = this.#bits.indexOf(bits);
      this.#places[code] = known > 0 ? known : this.#bits.push(bits) - 1;
    }
  }

  /** Matches of each pattern from left to right, none overlapping another of its own; null where none of any was found. */
  in(text: string): readonly (readonly RegExpExecArray[])[] | null {
    let found: RegExpExecArray[][] | null = null;
    for (let at = 0; at < text.length; at++) {
      const place = this.#places[text.charCodeAt(at)] as number;
      if (place === 0) continue;
      for (let bits = this.#bits[place] as number; bits !== 0; bits &= bits - 1) {
        const i = 31 - Math.clz32(bits & -bits);
        const pattern = this.#sticky[i] as RegExp;
        const last = found?.[i]?.at(-1);
        if (last && at < last.index + last[0].length) continue;
        pattern.lastIndex = at;
        const match = pattern.exec(text);
        if (!match) continue;
        found ??= this.#sticky.map(() => []);
        (found[i] as RegExpExecArray[]).push(match);
      }
    }
    return found;
  }
}

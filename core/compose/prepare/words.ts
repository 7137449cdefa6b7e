/**
 * Where a run of letters, digits and signs with no space in it may be broken, and how gladly.
 *
 * A plain word breaks at its hyphens and hyphenation points; a number does not break; a long code-like run (an
 * address, an identifier) breaks at its separators. Anything else is an emergency: taken only where the line would
 * stand over the measure or be torn apart without it.
 */
import { isNumber } from "./numbers.ts";

/** How strongly a boundary resists a break: each pass of the line breaker admits more (see break/fit.ts). */
export const STRENGTH = {
  free: 0,
  /** A hyphenation point of a word: a hyphen is added. */
  hyphenation: 1,
  /** A separator in a code-like run: no hyphen is added. */
  separator: 2,
  /** Inside a long code-like run, or between a number and its measure word. */
  kept: 3,
  /** Inside a word or number: broken only where it is longer than the measure. */
  inside: 4,
  /** A prohibition rule forbids it: only where the line would be overfull otherwise. */
  forbidden: 5,
} as const;
export type Strength = (typeof STRENGTH)[keyof typeof STRENGTH];

/** A code-like run at least this long may be broken at its separators; one at least twice as long anywhere. */
const LONG_RUN = 9;

/** Strength of the boundary before each UTF-16 unit of `run`, index 0 unused. */
export function breaksInRun(run: string, hyphenate: (word: string) => readonly number[]): Uint8Array {
  const strengths = new Uint8Array(run.length).fill(STRENGTH.inside);
  if (run.length < 2 || isNumber(run)) return strengths;
  for (const match of run.matchAll(/[\p{L}\p{M}’']{5,}/gu)) {
    // A word inside an address or identifier takes no hyphen: it would read as part of the address.
    if (!isWordAlone(run, match.index, match[0].length)) continue;
    for (const point of hyphenate(match[0])) strengths[match.index + point] = STRENGTH.hyphenation;
  }
  for (let at = 2; at < run.length - 1; at++) {
    if (/\p{L}{2}[-‐–]\p{L}{2}/u.test(run.slice(at - 3, at + 2))) strengths[at] = STRENGTH.free;
  }
  if (run.length < LONG_RUN || !isCodeLike(run)) return strengths;
  for (let at = 2; at < run.length - 1; at++) {
    const before = run[at - 1] as string;
    const after = run[at] as string;
    if (/[\p{M}\udc00-\udfff]/u.test(after)) continue;
    const separates =
      (/[.,_\-?&=:;@#+|~]/.test(before) && /[\p{L}\p{N}]/u.test(after)) || isPathStart(run, at);
    const turns =
      (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(after)) ||
      (/\p{L}/u.test(before) && /\d/.test(after)) ||
      (/\d/.test(before) && /\p{L}/u.test(after));
    const strength = separates || turns ? STRENGTH.separator : STRENGTH.kept;
    if (strength === STRENGTH.kept && (run.length < 2 * LONG_RUN || !/[\p{L}\p{N}]/u.test(after))) continue;
    if (/[([{/]/.test(before)) continue;
    strengths[at] = Math.min(strengths[at] as number, strength);
  }
  return strengths;
}

/** "/" may not close a line (GB/T 15834), so an address breaks before it; "//" is one sign. */
const isPathStart = (run: string, at: number) =>
  /[/\\]/.test(run[at] as string) &&
  !/[/\\:]/.test(run[at - 1] as string) &&
  !/[/\\]/.test(run[at + 1] ?? "");

const isCodeLike = (run: string) =>
  /[_@#=&~|\\]|[\p{L}\d][./:][\p{L}\d]|\p{Ll}\p{Lu}|\p{L}\d|\d\p{L}/u.test(run);

function isWordAlone(run: string, start: number, length: number): boolean {
  const before = run.slice(0, start);
  const after = run.slice(start + length);
  return /^(?:[([“‘"'-]|.*[\p{L}]-)*$/u.test(before) && /^(?:-.*|[)\]”’"',.;:!?-]*)$/u.test(after);
}

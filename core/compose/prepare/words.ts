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
  /** Inside a measure word or its multiplier (5.83万·户): better not. */
  loth: 1,
  /** A hyphenation point of a word: a hyphen is added. */
  hyphenation: 2,
  /** A separator, or a change from letters to digits, in a long code-like run: no hyphen is added. */
  separator: 3,
  /** Anywhere else in a long code-like run. */
  code: 4,
  /** Between a number and its measure word. */
  kept: 5,
  /** Inside a word or number: broken only where it is longer than the measure. */
  inside: 6,
  /** A prohibition rule forbids it: only where the line would be overfull otherwise. */
  forbidden: 7,
} as const;
export type Strength = (typeof STRENGTH)[keyof typeof STRENGTH];

/** Code-like runs of at least this many characters may be broken; shorter ones are words. */
const LONG_RUN = 9;

/** Strength of the boundary before each UTF-16 unit of `run`, index 0 unused. */
export function breaksInRun(run: string, hyphenate: (word: string) => readonly number[]): Uint8Array {
  const strengths = new Uint8Array(run.length).fill(STRENGTH.inside);
  if (run.length < 2) return strengths;
  // A range or a telephone number may end a line with its connector; no line may open with one.
  for (let at = 3; at < run.length - 1; at++) {
    if (/^\d[-–—]\d\d$/.test(run.slice(at - 2, at + 2))) strengths[at] = STRENGTH.separator;
  }
  if (isNumber(run)) return strengths;
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
    if (/[([{/]/.test(before) || !(separates || /[\p{L}\p{N}]/u.test(after))) continue;
    const strength = separates || turns ? STRENGTH.separator : STRENGTH.code;
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

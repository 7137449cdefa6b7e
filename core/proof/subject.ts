/**
 * What a decision is about: a short name for what a finding says, so that it is found again wherever it stands.
 *
 * Words that change make another subject, so a decision never hides a new error; words that only move keep theirs.
 * The names are kept in edition files: what goes into them, and how, does not change.
 */

export interface Said {
  /** Id of the rule, or "figure" for a figure that a person checks. */
  readonly rule: string;
  /** Id of the article; null for a decision about the same words anywhere in the edition. */
  readonly article: string | null;
  /** The words at fault, and those that speak against them. */
  readonly quote: string;
  readonly evidence: readonly string[];
  /** Words on either side, where the same words elsewhere in the article are another matter. */
  readonly context?: string;
}

/** Thirty-two hexadecimal digits: the FNV-1a hash of 128 bits (RFC 9923) over UTF-16 units, high octet first. */
export function subjectOf({ rule, article, quote, evidence, context }: Said): string {
  const said = [rule, article, quote, evidence];
  return fnv1a(JSON.stringify(context === undefined ? said : [...said, context]));
}

// Little-endian limbs of 16 bits: every figure gets a subject after every pause in typing, and bigints are slow at it.
const BASIS = [0xc58d, 0x6295, 0x2175, 0x62b8, 0x0142, 0x07bb, 0x272e, 0x6c62];

/** The prime is 2⁸⁸ + 0x13b: five limbs and a half up, and a small multiple. */
function fnv1a(text: string): string {
  const hash = Uint16Array.from(BASIS);
  const low = new Uint16Array(3);
  const add = (octet: number) => {
    hash[0] = (hash[0] as number) ^ octet;
    low.set(hash.subarray(0, 3));
    let carry = 0;
    for (let i = 0; i < 8; i++) {
      carry += (hash[i] as number) * 0x13b + (i < 5 ? 0 : (low[i - 5] as number) * 0x100);
      hash[i] = carry;
      carry >>>= 16;
    }
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    add(unit >> 8);
    add(unit & 0xff);
  }
  return [...hash.toReversed()].map((limb) => limb.toString(16).padStart(4, "0")).join("");
}

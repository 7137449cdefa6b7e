/**
 * Where a Latin word may be hyphenated. Latin words in Chinese text are broken nowhere else (CLREQ §3.1.5).
 */

/** UTF-16 offsets in `word` at which a hyphen may stand. */
export function hyphenationPoints(_word: string): readonly number[] {
  return [];
}

/**
 * Where a Latin word may be hyphenated: TeX's patterns for English, two letters before the hyphen and three after.
 * Latin words in Chinese text are broken nowhere else (CLREQ §3.1.5).
 */
import english from "hyphen/en-us/index.js";

const SHORTEST = 6;
const known = new Map<string, readonly number[]>();

/** UTF-16 offsets in `word` at which a hyphen may stand. */
export function hyphenationPoints(word: string): readonly number[] {
  if (word.length < SHORTEST || !/^[a-zA-Z]+$/.test(word)) return [];
  let points = known.get(word);
  if (!points) {
    points = pointsOf(english.hyphenateSync(word, { hyphenChar: "\u00ad", minWordLength: SHORTEST }));
    known.set(word, points);
  }
  return points;
}

function pointsOf(marked: string): number[] {
  const points: number[] = [];
  let at = 0;
  for (const char of marked) {
    if (char === "\u00ad") points.push(at);
    else at++;
  }
  return points.filter((point) => point >= 2 && point <= at - 3);
}

/**
 * Figures of headline, deck and caption against the body: the body says them again, in any unit, rounded, or with a
 * bound (突破50万吨) that it must keep.
 */
import { type Claim, claimOf } from "./claim.ts";
import { amount, type Entry, grain, type Stream } from "./stream.ts";
import { isNew, isPlace } from "./words.ts";

const HEADS = new Set(["headline", "kicker", "deck", "caption"]);
/** Most figures of a headline group that are compared. */
const MOST_HEADS = 40;
/** How much of what is told may lie behind a bound: 超16万元 of 16.29万元. */
const BEYOND = 0.1;

export const isHead = (stream: Stream, entry: Entry) =>
  HEADS.has(stream.article.parts[entry.part]?.role ?? "");

export function headlines(heads: readonly Entry[], bodies: readonly Entry[]): Claim[] {
  const claims: Claim[] = [];
  for (const head of heads.slice(0, MOST_HEADS)) {
    const words = pairs(wordsAround(head));
    let best: Entry | null = null;
    let likest: { entry: Entry; share: number } | null = null;
    let bestShare = -1;
    for (const body of bodies) {
      if (body.mention.class !== head.mention.class) continue;
      const around = wordsAround(body);
      const shared = words.filter((pair) => around.includes(pair)).length;
      if (restates(head, body)) {
        if (shared > bestShare) {
          best = body;
          bestShare = shared;
        }
      } else if (words.length >= 2) {
        const share = shared / words.length;
        // 累计确诊 and 累计确定 share two pairs of three.
        const fits =
          share >= (words.length > 4 ? 0.6 : 0.75) &&
          isMore(wordsAround(head)) === isMore(around) &&
          !isPlace(body.name);
        if (fits && (!likest || share > likest.share)) likest = { entry: body, share };
      }
    }
    if (best) claims.push(same(best, head, true));
    else if (likest) claims.push(bounded(head, likest.entry) ?? same(likest.entry, head, false));
  }
  return claims;
}

/** The day's, or some more than before. */
const isMore = (words: string) => isNew(words) || /又有|再有|再增|又增|新建|新设|新开|新注册/.test(words);

/** 16万元 or 超16万元 for 16.29万元, a range for what lies in it; whole counts only as they are. */
function restates(head: Entry, body: Entry): boolean {
  const [said, told] = [amount(head), amount(body)];
  const { approximation, upper, scale } = head.mention;
  if (upper !== null || body.mention.upper !== null) return overlap(head, body);
  const difference = told - said;
  if (Math.abs(difference) <= 1e-9 * told) return true;
  if (Math.abs(difference) < Math.max(grain(head), approximation === "about" ? told * BEYOND : 0)) {
    if (approximation === null || approximation === "about" || body.mention.approximation) return true;
  }
  // 百余名 of 126: what is a round word hides all its figure.
  const hidden = head.mention.ulp * scale >= said ? said : told * BEYOND;
  if (approximation === "over") return difference > 0 && difference < hidden;
  if (approximation === "under") return difference < 0 && -difference < told * BEYOND;
  return false;
}

/** 突破50万吨 in the headline, 48.6万吨 in the story: near, and on the wrong side. */
function bounded(head: Entry, body: Entry): Claim | null {
  const { approximation } = head.mention;
  if ((approximation !== "over" && approximation !== "under") || body.mention.approximation) return null;
  const over = approximation === "over";
  const off = (over ? 1 : -1) * (amount(head) - amount(body));
  if (off <= 0 || off > amount(head) * 2 * BEYOND) return null;
  return claimOf("order", head, [body], amount(body), false, "likely", over ? "above" : "below");
}

/** 20至30人 and 25人, 20至30人 and 25至35人. */
export function overlap(a: Entry, b: Entry): boolean {
  const [low, high] = rangeOf(a);
  const [from, to] = rangeOf(b);
  return low <= to && from <= high;
}

const rangeOf = (entry: Entry) =>
  [amount(entry), (entry.mention.upper ?? entry.mention.value) * entry.mention.scale] as const;

const same = (total: Entry, part: Entry, holds: boolean) =>
  claimOf("same", total, [part], amount(part), holds, "likely");

export const wordsAround = (entry: Entry) => `${entry.lead}${entry.tail}`;

export function pairs(text: string): string[] {
  const found: string[] = [];
  const plain = text.replace(/[\s“”‘’]/g, "").slice(-30);
  for (let k = 0; k + 2 <= plain.length; k++) found.push(plain.slice(k, k + 2));
  return found;
}

/**
 * One figure after 其中: the whole told again, a mere part of it, or more than the whole, which no part can be.
 */
import { type Claim, claimOf, isApproximate, isVague, sumClaim } from "./claim.ts";
import { fateOf } from "./fate.ts";
import { hostsBefore, type Sequence } from "./list.ts";
import type { Opener } from "./opener.ts";
import { amount, type Entry } from "./stream.ts";
import { openEnded } from "./words.ts";

/** One figure after 其中: the whole restated, a mere part, or more than the whole. */
export function single(
  sequence: Sequence,
  i: number,
  opener: Opener,
  totals: readonly Entry[],
  place: boolean,
): Claim | null {
  const part = sequence.entries[i] as Entry;
  const equal = totals.find((total) => amount(total) === amount(part));
  if (place && opener.kind === "header" && equal)
    return claimOf("same", equal, [part], amount(part), true, "stated");
  const before = hostsBefore(sequence, i);
  const largest = Math.max(...[...totals, ...before].map(amount));
  // 第二板块包括12个部分: what has its own subject is no part of what stood before.
  const named = /其中/.test(opener.words) || (opener.kind === "among" && !/.[包涵]/.test(opener.words));
  const total = totals.find((entry) => amount(entry) === largest);
  // Of what the sentence itself speaks of, or the one before: 其中 in the middle of a sentence looks no further.
  const own =
    total &&
    (opener.kind === "among" ? opener.detached || total.clause.sentence === part.clause.sentence : true) &&
    !ofTheWhole.test(total.lead + total.tail);
  if (
    total &&
    own &&
    amount(part) > largest &&
    amount(part) < largest * 10 &&
    named &&
    !openEnded.test(part.tail) &&
    !notSubset.test(part.mention.class) &&
    !isVague(part) &&
    !isApproximate(total) &&
    isAlike(total, part)
  )
    return sumClaim(total, [part], false, "likely", "subset");
  if (place && opener.kind === "header" && opener.block && totals[0])
    return sumClaim(totals[0], [part], false, "likely");
  return null;
}

/** 一直保持在1700万人次以上: what is usual bounds no single day. */
const ofTheWhole = /保持|稳定在|日均|平均|每[日天月年]/;

/** Ages, rates and the like are parts of nothing. */
const notSubset = /^(?:%|‰||岁|周岁|倍|成|度|摄氏度|℃|级|点|次|天|个月|小时|分钟|年|元)$/;

/** Not the hurt among the dead, nor a deficit in a surplus. */
function isAlike(total: Entry, part: Entry): boolean {
  const [a, b] = [fateOf(total), fateOf(part)];
  // A surplus may have a larger one in it.
  return (a < 0 || b < 0 || a === b) && a < 3;
}

/**
 * Shares that make up the whole: percentages side by side that come to a hundred, the hundred itself unsaid.
 *
 * Only listed where they do, and reported only where all are said to be shares (占, 比重) and the sum is a slip off.
 */

import { LEVEL } from "../figures/clauses.ts";
import { type Claim, claimOf, isApproximate, sumOf } from "./claim.ts";
import { gapOf } from "./list.ts";
import { countable, type Entry, type Stream } from "./stream.ts";
import { openEnded } from "./words.ts";

const MOST = 20;
const share = /占|比重|比例|得票/;
const growth = /增|降|升|跌|涨|幅|率|同比|环比|达|提高|减/;

export function shares(stream: Stream): Claim[] {
  const claims: Claim[] = [];
  const all = stream.entries.filter((entry) => entry.mention.class === "%" && countable(entry));
  for (let i = 0; i < all.length; i++) {
    const list = [all[i] as Entry];
    for (let k = i + 1; k < all.length && list.length < MOST; k++) {
      const [before, next] = [all[k - 1] as Entry, all[k] as Entry];
      if (before.clause.group !== next.clause.group) break;
      const gap = gapOf(before, next);
      if (gap.level > LEVEL.part || gap.broken || growth.test(next.lead.replace(/增加值/g, ""))) break;
      list.push(next);
    }
    if (list.length < 2 || isRetold(list)) continue;
    const said = list.every((entry) => share.test(entry.lead)) || share.test((list[0] as Entry).clause.text);
    const sum = sumOf(list);
    const slack = list.reduce((total, { mention }) => total + mention.ulp / 2, 0) + 1e-9;
    const holds = Math.abs(sum - 100) <= slack;
    const close = list.length >= 3 && Math.abs(sum - 100) <= 5 && said;
    const open = openEnded.test((list.at(-1) as Entry).tail) || list.some(isApproximate);
    if (
      said &&
      !growth.test((list[0] as Entry).lead.replace(/增加值/g, "").slice(-4)) &&
      (holds || (close && !open))
    ) {
      claims.push(claimOf("sum", whole(list), list, holds ? 100 : sum, holds, "likely", "shares"));
    }
    i += list.length - 1;
  }
  return claims;
}

/** 占比首次超过50%…占比首次超过50%: one share told twice. */
const isRetold = ([a, b, ...more]: readonly Entry[]) =>
  more.length === 0 && a?.name === b?.name && a?.mention.value === b?.mention.value && a?.name !== "";

/** The unsaid hundred: it stands where the shares stand. */
function whole(list: readonly Entry[]): Entry {
  const [first, last] = [list[0] as Entry, list.at(-1) as Entry];
  const end = last.part === first.part ? last.mention.end : first.mention.end;
  return { ...first, index: -1, mention: { ...first.mention, end, value: 100, ulp: 1, kind: "implicit" } };
}

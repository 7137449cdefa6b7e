/**
 * What is added to what was told: 已退税13391亿元，加上一季度的1233亿元，累计14624亿元; 连同政府的3亿元，总额33亿元.
 *
 * The figure added stands behind 加上 or 连同, the total is the next of its kind in the sentence, and what it is added
 * to are the nearest figures before. That it fails is said only where the total calls itself one and a slip explains it.
 */
import { LEVEL } from "../figures/clauses.ts";
import { agrees, type Claim, isVague, sumClaim, sumOf } from "./claim.ts";
import { gapOf, type Sequence } from "./list.ts";
import { isSlip } from "./slip.ts";
import { amount, type Entry } from "./stream.ts";

const adds = /(?:加上|连同|算上|加之|另加|再加)[^，。；]{0,40}$/;
const sums = /累计|总|共|合计|达|至此|全年/;
/** Figures before that may belong together, and sentences back to them. */
const MOST = 3;
const SENTENCES = 2;

export function additions({ entries, openers }: Sequence): Claim[] {
  const claims: Claim[] = [];
  for (let i = 1; i + 1 < entries.length; i++) {
    const more = entries[i] as Entry;
    const total = entries[i + 1] as Entry;
    if (total.clause.sentence !== more.clause.sentence || !adds.test(wordsBefore(more))) continue;
    const parts = [more];
    let nearest: Entry[] | null = null;
    for (let k = i - 1; k >= 0 && k >= i - MOST; k--) {
      const before = entries[k] as Entry;
      // 新增39例，其中包括一名…，加上之前的135人: a part is counted already.
      if (openers[k] && k > 0 && gapOf(entries[k - 1] as Entry, before).level <= LEVEL.clause) continue;
      if (more.clause.sentence - before.clause.sentence > SENTENCES || before.mention.kind === "implicit")
        break;
      parts.unshift(before);
      if (agrees(total, sumOf(parts), parts)) {
        claims.push(sumClaim(total, [...parts], true, "stated"));
        nearest = null;
        break;
      }
      nearest ??= [...parts];
    }
    if (!nearest || nearest.some(isVague) || isVague(total) || !sums.test(wordsBefore(total))) continue;
    if (amount(total) > amount(more) && isSlip(total, nearest, sumOf(nearest)))
      claims.push(sumClaim(total, nearest, false, "likely"));
  }
  return claims;
}

const wordsBefore = ({ clause, mention }: Entry) =>
  clause.text.slice(0, Math.max(0, mention.start - clause.start));

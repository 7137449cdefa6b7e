/**
 * Products: so much for each, so many of them, and all together (每箱12瓶，20箱共240瓶; 每期20至30人，10期共260人).
 *
 * A range for each leaves a range for all. 每 is often a mean, so only a figure that no such number gives is reported.
 */
import { type Claim, claimOf } from "./claim.ts";
import { amount, type Entry, grain, type Stream } from "./stream.ts";

/** 每场, 每箱装, 每亩产: the measure word, and what is done of each. */
const each = /每(\p{Script=Han})\p{Script=Han}{0,4}$/u;
/** 共240瓶, 合计补贴12万元; 共有 is what there is, of other things too. */
const together = /(?:共计?|合计|总计|总共|一共)(?!有)\p{Script=Han}{0,4}$/u;
const loosely = /平均|人均|户均|最多|最少|最高|至少|不超过|可|能|将|计划|以上|以下|左右/;

export function products(stream: Stream): Claim[] {
  const claims: Claim[] = [];
  for (const per of stream.entries) {
    const word = each.exec(per.lead)?.[1];
    if (word === undefined || per.mention.kind !== "quantity" || per.mention.approximation) continue;
    // All together stands next to the two: 每组6支，前2名共6支 is of others.
    const around = [-1, 1, 2].flatMap((k) => {
      const entry = stream.entries[per.index + k];
      const near = entry?.clause.sentence === per.clause.sentence && entry.clause.group === per.clause.group;
      return entry && near && entry.mention.kind === "quantity" ? [entry] : [];
    });
    const times = around.find(
      ({ mention, tail }) =>
        (mention.unit === word || (mention.unit === "个" && tail.startsWith(word))) && mention.upper === null,
    );
    const total = around.find(
      (entry) =>
        entry.index === Math.max(per.index, times?.index ?? 0) + 1 &&
        entry.mention.class === per.mention.class &&
        together.test(entry.lead),
    );
    if (!times || !total || times.mention.approximation || total.mention.upper !== null) continue;
    const claim = productOf(per, times, total);
    if (claim) claims.push(claim);
  }
  return claims;
}

function productOf(per: Entry, times: Entry, total: Entry): Claim | null {
  const n = amount(times);
  const [low, high] = [amount(per), (per.mention.upper ?? per.mention.value) * per.mention.scale];
  const slack = (grain(per) / 2) * n + grain(total) / 2 + 1e-9;
  const value = amount(total);
  const holds = value >= low * n - slack && value <= high * n + slack;
  const words = per.clause.text + total.clause.text;
  if (!holds && (total.mention.approximation || loosely.test(words))) return null;
  const nearest = holds ? value : value < low * n ? low * n : high * n;
  return claimOf("ratio", total, [per, times], nearest, holds, "likely", "product");
}

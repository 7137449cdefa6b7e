/**
 * Totals that set one side off against the other: 顺差604亿元 of 货物贸易顺差684亿元 and 服务贸易逆差80亿元.
 *
 * Told as a balance, with what is taken away marked. Only where every part says on which side it stands.
 */
import { agrees, type Claim, claimOf, sumOf } from "./claim.ts";
import type { Entry } from "./stream.ts";

export const surplus = /顺差|盈余|净流入/;
export const deficit = /逆差|赤字|净流出/;

/** What a total of the first takes away where its parts are of the second. */
const sides: readonly (readonly [RegExp, RegExp])[] = [
  [surplus, deficit],
  [deficit, surplus],
  [/增加$/, /减少$/],
  [/减少$/, /增加$/],
];

/** Whether the list tells of both sides, so that it is no plain sum. */
export const isTwoSided = (list: readonly Entry[]) =>
  sides.some(
    ([plus, minus]) => list.some(({ lead }) => plus.test(lead)) && list.some(({ lead }) => minus.test(lead)),
  );

/** The balance the list makes with the total; null where its words tell no two sides. */
export function netOf(total: Entry, list: readonly Entry[]): Claim | null {
  const pair = sides.find(([plus]) => plus.test(total.lead));
  if (!pair) return null;
  const [plus, minus] = pair;
  if (!list.some((part) => minus.test(part.lead))) return null;
  if (list.some((part) => !plus.test(part.lead) && !minus.test(part.lead))) return null;
  const taken = list.filter((part) => minus.test(part.lead));
  const net = sumOf(list) - 2 * sumOf(taken);
  return { ...claimOf("balance", total, list, net, agrees(total, net, list), "stated"), minus: taken };
}

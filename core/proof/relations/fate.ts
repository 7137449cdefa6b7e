/**
 * What became of people: the dead, the hurt and the missing are none of each other; a deficit is no part of a surplus.
 */
import { deficit, surplus } from "./net.ts";
import type { Entry } from "./stream.ts";

const fates = [/死亡|遇难|丧生/, /受伤|伤/, /失踪|失联/, surplus, deficit];
/** Which of the fates the figure counts; below 0 where it tells none, 3 and 4 where it is money. */
export const fateOf = ({ lead, tail }: Entry) =>
  fates.findIndex((fate) => fate.test(tail) || fate.test(lead));

/** One of the dead, the hurt and the missing against another; 死伤38人 are all of them. */
export function isOtherFate(total: Entry, part: Entry): boolean {
  const [a, b] = [fateOf(total), fateOf(part)];
  return a >= 0 && a < 3 && b >= 0 && b < 3 && a !== b && !/伤亡|死伤|遇险/.test(total.lead + total.tail);
}

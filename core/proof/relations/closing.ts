/**
 * Totals told in a sentence of their own behind their parts: 城东收粮12万吨。城西收粮8万吨。两库合计20万吨。
 *
 * Each part is the only figure of its kind in its sentence or clause. That such a total fails is said only where the
 * words tell how many parts there are, or the parts are alike, and a slip of one figure explains the difference.
 */
import { chinese } from "../figures/numeral.ts";
import { agrees, type Claim, isVague, sumClaim, sumOf } from "./claim.ts";
import { type Sequence, withoutNested } from "./list.ts";
import { namesOf, tailsOf } from "./parts.ts";
import { isSlip, isTelling } from "./slip.ts";
import { amount, type Entry } from "./stream.ts";
import { isNew, likeness } from "./words.ts";

const closes =
  /^(?:至此|这样|因此|以上|上述|这|其|全[市县省区校镇村])*[，]?(?:([两二三四五六七八九十]|\d{1,2})(?!成|分)[^，。；]{0,5}?)?(?:[^，。；]{0,8}?)(?:合计|总计|共计|一共|总共|相加|加起来|共[有收建种修得])[^，。；]{0,6}$/;
/** 两批队员共105名, 三区共清理垃圾100吨 */
const closesAll =
  /^(?:这|以上|上述)?([两二三四五六七八九])[个批区县村校地组队市]([^，。；]{0,8})共[^，。；\d]{0,8}$/;
/** A total that has its own sentence may yet be one of a series, a year's or a day's. */
const another = /其中|平均|去年|上年|同期|累计|目前|现有|计划|预计|比/;
const MOST = 12;

export function closingSums(sequence: Sequence): Claim[] {
  const { entries, openers } = sequence;
  const claims: Claim[] = [];
  for (let i = 2; i < entries.length; i++) {
    const total = entries[i] as Entry;
    const before = entries[i - 1] as Entry;
    if (total.mention.kind !== "quantity" || before.clause.sentence >= total.clause.sentence) continue;
    const upTo = total.clause.text.slice(0, Math.max(0, total.mention.start - total.clause.start));
    const said = closes.exec(upTo) ?? closesAll.exec(upTo);
    if (!said || another.test(upTo) || openers[i + 1]) continue;
    const count = countOf(said[1]);
    const claim =
      claimAt(withoutNested(sequence, i), total, count) ?? claimAt(entries.slice(0, i), total, count);
    if (claim) claims.push(claim);
  }
  return claims;
}

const countOf = (word: string | undefined): number | null =>
  word === undefined ? null : /\d/.test(word) ? Number(word) : (chinese(word)?.value ?? null);

/** The claim of the figures `entries`, the last of which stands before the total. */
function claimAt(entries: readonly Entry[], total: Entry, count: number | null): Claim | null {
  const list: Entry[] = [];
  for (let k = entries.length - 1; k >= 0 && list.length < MOST; k--) {
    const part = entries[k] as Entry;
    const next = entries[k + 1] ?? total;
    if (part.mention.kind !== "quantity" || isNew(part.lead) !== isNew(list[0]?.lead ?? part.lead)) break;
    if (next.clause.sentence - part.clause.sentence > 1 || next.clause === part.clause) break;
    list.unshift(part);
    if (list.length < 2 || (count !== null && list.length < count)) continue;
    if (agrees(total, sumOf(list), list)) return sumClaim(total, list, true, "stated");
    if (count !== null) break;
  }
  if (list.length < 2 || list.some(isVague) || isVague(total)) return null;
  if (!isSlip(total, list, sumOf(list))) return null;
  if (list.some((part) => amount(part) >= amount(total)) && amount(total) < 100) return null;
  const named = likeness(namesOf(list), tailsOf(list)) !== "none" && isTelling(total, list, 100);
  return list.length === count || (count === null && named) ? sumClaim(total, list, false, "likely") : null;
}

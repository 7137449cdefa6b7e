/**
 * How sure it is that a list is all of its total: stated, a question, or nothing to say.
 *
 * Words, the kind of the parts, and what a slip of one figure would make of them speak for it; a list that names some
 * of the parts only is left alone.
 */
import { accountsForCases } from "./balance.ts";
import { type Certainty, sumOf } from "./claim.ts";
import { isOtherFate } from "./fate.ts";
import type { Opener } from "./opener.ts";
import { isOverlapping, namesOf, tailsOf } from "./parts.ts";
import { inCare } from "./role.ts";
import { isSlip, isTelling } from "./slip.ts";
import { amount, countable, type Entry, grain, type StreamClause } from "./stream.ts";
import { isNew, type Likeness, mayShare } from "./words.ts";

/** Sure that the parts are all, a question, or no claim. `ratio` is what they come to, by the total. */
export function certaintyOf(
  opener: Opener,
  kind: Likeness,
  total: Entry,
  parts: readonly Entry[],
): Certainty | null {
  const sum = sumOf(parts);
  const ratio = sum / amount(total);
  const slip = isSlip(total, parts, sum);
  // Parts that exclude each other can never come to more than the whole.
  const near = ratio > 0.5 && ratio < 50;
  // 多国遭风雪侵袭。其中，甲国…: a sentence without figures between is what 其中 speaks of.
  const apart = (parts[0]?.clause.sentence ?? 0) - total.clause.sentence > 1;
  if (opener.kind === "among" && apart && !opener.block && !(slip && kind === "places" && parts.length > 2))
    return null;
  if (isMixed(total, parts)) return null;
  // 5例（桂林2例、防城港3例）: brackets that say neither 其中 nor 含 name them all.
  const unopened = opener.kind === "bracket" && !/其中|包括|含/.test(opener.words);
  // 3人死亡，其中甲地2人死亡，36人受伤: nobody hurt is among the dead.
  // 失踪的9人中，7人获救，2人遇难: of those it is what became of them.
  const own = opener.kind === "header" && opener.total === total;
  if (!own && parts.some((part) => isOtherFate(total, part))) return null;
  // 248例（239例治愈出院，3例死亡）: who is still in hospital goes without saying.
  if (ratio < 1 && accountsForCases({ total, parts }) && !parts.some(inCare)) return null;
  if (kind === "complement" || kind === "places") {
    if (kind === "complement" && /用电/.test(total.lead) && !parts.some((part) => /居民/.test(part.lead)))
      return null;
    if (total.mention.class === "%" && kind === "places") return null;
    switch (opener.kind) {
      case "header":
        // 累计… and 新增…: 确诊病例中 after one of each may speak of either.
        if (isNew(opener.words) !== isNew(total.lead + total.tail) && !opener.total && apart) return null;
        return near || opener.block ? "stated" : ratio > 0.2 ? "likely" : null;
      case "spread":
        return near || slip ? "stated" : null;
      default:
        if (kind === "complement") {
          // 候选药物包括…、2种其他类药物: another whole than the one before may be meant.
          if (opener.detached && !/其中/.test(opener.words) && !opener.block && !slip) return null;
          return near || slip ? "stated" : null;
        }
        // 其他过千的州包括…: a subject of its own, whose number may be told nowhere.
        if (opener.detached && !/其中/.test(opener.words) && !opener.block && !slip) return null;
        // 其中 may name the larger places only; more than the whole they cannot be.
        if (ratio < 1 && !slip && !(unopened && ratio > 0.3)) return null;
        if (ratio > 1 && !opener.detached && parts.every((part) => amount(part) <= amount(total)))
          return "stated";
        return (near || slip) && (parts.length > 2 || slip || unopened)
          ? parts.length > 3 && ratio > 1
            ? "stated"
            : "likely"
          : null;
    }
  }
  // 6例病例中，1例有外地旅居史，4例为其密切接触者，1例…: told one by one.
  const told = own && parts.length > 2;
  if (told && slip && parts.every(({ name }) => name === "")) return "likely";
  // 49例（治愈2例、住院47例）
  if (slip && accountsForCases({ total, parts }) && parts.some(inCare)) return "likely";
  if (!slip || total.mention.class === "%" || (isOverlapping(parts) && !accountsForCases({ total, parts })))
    return null;
  if (unopened && parts.every(({ name }) => short.test(name))) return "likely";
  // 共赔付3615.62万元，其中甲险1416万元、乙险2000万元: told more coarsely, they were not meant to make it up.
  const coarser = parts.filter((part) => grain(part) > grain(total)).length;
  if (kind !== "counterparts" && grain(total) > 0 && coarser > 0)
    if (parts.length < 3 || coarser === parts.length) return null;
  // 对甲、乙、丙分别进出口2万亿元、3万亿元: of a whole in another sentence nothing is said.
  if (opener.kind === "spread" && opener.detached && kind !== "counterparts") return null;
  if (kind === "none" && amount(total) < 10 && parts.some((part) => amount(part) > amount(total)))
    return null;
  if (kind === "counterparts" || (kind === "alike" && parts.length >= 3)) return "likely";
  // 26人，其中10人…，13人…，3人…: parts without names of their own.
  const bare = (parts[0] as Entry).name === "" && ratio > 0.8 && ratio < 1.25;
  if (isTelling(total, parts, kind === "alike" ? 100 : 1000) || bare) return "likely";
  // What has both qualities is counted twice.
  const exclusive =
    kind === "alike" || (ratio < 1.25 && !mayShare(namesOf(parts)) && !mayShare(tailsOf(parts)));
  const names = opener.kind === "among" || opener.kind === "bracket" || opener.kind === "colon";
  const final = names && exclusive && closesSentence(total, parts);
  if (!final || !isTelling(total, parts, kind === "alike" ? 4 : 10)) return null;
  // Of little numbers any other may be a slip.
  const off = Math.abs(sum - amount(total)) / (total.mention.ulp * total.mention.scale);
  return kind === "alike" || off <= 2.01 || Math.abs(off - 10) < 0.01 || isTelling(total, [], 100)
    ? "likely"
    : null;
}

/** 14个水文站超警，其中超警戒水位11个、超保证水位3个。: nothing more of the kind is told in the sentence. */
function closesSentence(total: Entry, parts: readonly Entry[]): boolean {
  const [first, last] = [parts[0] as Entry, parts.at(-1) as Entry];
  const { order, group, sentence } = first.clause;
  const apart = group === total.clause.group ? order - total.clause.order : group.host === total ? 0 : 3;
  if (total.clause.sentence !== sentence || apart > 2) return false;
  if (last.clause.order - order >= parts.length) return false;
  // 拆除61处2.3万平方米，其中住宅类38处0.9万平方米，…: what is of the same part follows it.
  const behind = last.clause.entries.slice(last.clause.entries.indexOf(last) + 1);
  if (behind.some(({ lead }) => lead !== last.lead)) return false;
  for (let k = last.clause.order + 1; k < group.clauses.length; k++) {
    const clause = group.clauses[k] as StreamClause;
    if (clause.sentence !== sentence) break;
    // 固定接种点21个，临时接种点2个，流动接种车3台: one more of them, counted by another word.
    if (clause.entries.some((more) => countable(more) && amount(more) <= amount(total))) return false;
    if (clause.entries.some(({ mention }) => mention.class === total.mention.class)) return false;
  }
  return true;
}

const short = /^[一-龥]{2,5}$/;

/** 214个城市…，其中57个城市162个项目: one part bears the name of the whole, another that of something else. */
function isMixed(total: Entry, parts: readonly Entry[]): boolean {
  const noun = total.tail.slice(0, 2);
  if (!/^[\p{Script=Han}]{2}$/u.test(noun)) return false;
  const kin = parts.filter(({ tail }) => tail.startsWith(noun)).length;
  return kin > 0 && parts.some(({ lead, tail }) => lead.startsWith(noun) && !tail.startsWith(noun));
}

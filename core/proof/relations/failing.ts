/**
 * What to say of a list that no total fits: a failing sum, a part larger than its whole, or (mostly) nothing.
 *
 * 其中 often opens some of the parts only. A failing sum is claimed where the words or the kind of the parts say that
 * nothing is left out, or where the difference is one that a slip of one figure makes.
 */

import { accountsForCases } from "./balance.ts";
import { agrees, type Certainty, type Claim, isVague, sumClaim, sumOf } from "./claim.ts";
import { isOtherFate } from "./fate.ts";
import { hostsBefore, hostsOf, runsOf, type Sequence } from "./list.ts";
import type { Opener } from "./opener.ts";
import {
  extended,
  isAlso,
  isOpenEnded,
  isOverlapping,
  likeliest,
  namesOf,
  type Parts,
  tailsOf,
} from "./parts.ts";
import { inCare } from "./role.ts";
import { isSlip, isTelling } from "./slip.ts";
import { amount, countable, type Entry, grain, type StreamClause } from "./stream.ts";
import { single } from "./subset.ts";
import { isComplement, isNew, isPlace, type Likeness, likeness, mayShare, remainder } from "./words.ts";

/**
 * The claim that fails, if there is one to make; `lists` may start at i, widest first. `split` are the totals whose
 * parts have been told another way.
 */
export function failing(
  sequence: Sequence,
  i: number,
  opener: Opener,
  totals: readonly Entry[],
  lists: readonly Parts[],
  split: ReadonlySet<Entry>,
): Claim | null {
  const [only] = lists;
  if (only && lists.every(({ list }) => list.length === 1)) {
    const first = only.list[0] as Entry;
    if (isOpenEnded(first) || isVague(first)) return null;
    return (
      setOverSentences(sequence, i, opener, totals, only) ??
      single(sequence, i, opener, totals, isPlace(first.name))
    );
  }
  const likely = likeliest(lists);
  const read = (each: readonly Parts[]) =>
    each
      .filter(({ list }) => list.length > 1)
      .flatMap((parts) => readingsOf(sequence, i, opener, totals, parts));
  const whole = read(lists);
  const readings = [...whole, ...read(prefixes(lists))];
  // 新增26例，其中25例输入，1例本土，累计达195例: the first of a list come to it.
  const holding = readings.find(({ total, parts }) => agrees(total, sumOf(parts), parts));
  if (holding) return sumClaim(holding.total, holding.parts, true, "stated");
  // One that a slip explains is the one that was meant; else the likeliest list.
  const ranked = readings
    .filter(({ total, parts }) => isSlip(total, parts, sumOf(parts)))
    .toSorted((x, y) => rankOf(x, whole) - rankOf(y, whole));
  for (const reading of [...ranked, readings.find(({ list }) => list === likely)]) {
    if (!reading) continue;
    const { kind, total, parts } = reading;
    // 20例（甲区9例、…），其中隔离发现18例，主动检测发现2例: what was split whole is split whole again.
    const again = split.has(total) && isSlip(total, parts, sumOf(parts)) && !isOverlapping(parts);
    const certainty = certaintyOf(opener, kind, total, parts) ?? (again ? "likely" : null);
    if (certainty) return sumClaim(reading.total, reading.parts, false, certainty);
  }
  return null;
}

/** 新增384例。其中境外输入16例。本土369例: a set that goes on in the next sentence, and misses its total by a slip. */
function setOverSentences(
  sequence: Sequence,
  i: number,
  opener: Opener,
  totals: readonly Entry[],
  { list, end }: Parts,
): Claim | null {
  for (const total of totals) {
    const parts = extended(sequence, opener, total, list, i, end, true);
    if (!parts || parts.length < 2 || parts.some(isVague) || isVague(total)) continue;
    const slip = isSlip(total, parts, sumOf(parts));
    if (slip && isComplement(namesOf(parts))) return sumClaim(total, parts, false, "likely");
  }
  return null;
}

/** 重点人群6万人，社区居民12万人，已出结果17万人: the first of a list that are a set of their own. */
function prefixes(lists: readonly Parts[]): Parts[] {
  const widest = lists[0]?.list ?? [];
  const found: Parts[] = [];
  for (let n = 2; n < Math.min(widest.length, MOST_PREFIX); n++) {
    const list = widest.slice(0, n);
    const kind = likeness(namesOf(list), tailsOf(list));
    // 6名已获救，2名遇难，仍有1名下落不明: the last is one of them too.
    if (isAlso(list, widest[n])) continue;
    if (kind === "complement" || kind === "counterparts") found.push({ list, end: lists[0]?.end ?? 0 });
  }
  return found;
}

const MOST_PREFIX = 6;

/** The kind of the list; one that ends where no mark does comes after those that do, but for lists of nothing alike. */
const rankOf = (reading: Reading, whole: readonly Reading[]) =>
  ranks.indexOf(reading.kind) + (whole.includes(reading) ? 0 : ranks.length - 1.5);

const ranks: readonly Likeness[] = ["complement", "places", "counterparts", "alike", "none"];

interface Reading {
  readonly list: readonly Entry[];
  readonly total: Entry;
  /** The list with the parts the text gives outside it. */
  readonly parts: readonly Entry[];
  readonly kind: Likeness;
}

/** What one list could be meant to add up to, likeliest first; none where its words leave more to come. */
function readingsOf(
  sequence: Sequence,
  i: number,
  opener: Opener,
  totals: readonly Entry[],
  { list, end }: Parts,
): Reading[] {
  const last = list.at(-1) as Entry;
  if (isOpenEnded(last) || list.some(isVague)) return [];
  if (opener.kind === "among" && restFollows(sequence, last)) return [];
  const before = hostsBefore(sequence, i);
  if (opener.kind !== "header" && addsUp(togetherIn(sequence, before), sumOf(list))) return [];
  if (isParallel(before, list)) return [];
  const kind = likeness(namesOf(list), tailsOf(list));
  const readings = totals.map((total) => {
    const parts = extended(sequence, opener, total, list, i, end, true) ?? list;
    return { list, total, parts, kind, difference: Math.abs(sumOf(parts) - amount(total)) };
  });
  // A header names its total; else the total the parts come nearest to is the one they were meant for.
  if (opener.kind === "header" || opener.total)
    return readings.slice(0, 1).filter(({ total }) => !isVague(total));
  // 考点9个、考场274个，其中城区考点5个: parts that bear a total's name are its parts.
  const named = readings.filter(({ total }) => isOf(total, list));
  const kin = named.length > 0 ? named : readings.filter(({ total }) => isKin(total, list));
  if (kin.length > 0) return kin.slice(0, 1).filter(({ total }) => !isVague(total));
  const hosts = new Set(hostsOf(sequence, i).hosts.map((k) => sequence.entries[k]));
  const own = opener.detached ? [] : readings.filter(({ total }) => hosts.has(total));
  return (own.length > 0 ? own : readings)
    .toSorted((a, b) => a.difference - b.difference)
    .slice(0, 1)
    .filter(({ total }) => !isVague(total));
}

/** 考点4个、考场133个，其中一中考点38个考场: what they count is told behind them. */
function isOf(total: Entry, list: readonly Entry[]): boolean {
  const name = total.name.slice(-2);
  return name.length === 2 && list.every((part) => part.tail.startsWith(name));
}

function isKin(total: Entry, list: readonly Entry[]): boolean {
  const name = total.name.slice(-2);
  return name.length === 2 && list.every((part) => part.name.endsWith(name));
}

/** …、乙市2例。其他地市新增病例中，…: the rest of the parts comes in the next sentence. */
function restFollows({ entries, openers }: Sequence, last: Entry): boolean {
  const at = entries.indexOf(last) + 1;
  const opener = openers[at];
  return opener?.kind === "header" && remainder.test(opener.words);
}

/** Those of the figures that are no parts themselves. */
function togetherIn(sequence: Sequence, hosts: readonly Entry[]): readonly Entry[] {
  const inside = runsOf(sequence);
  const end = hosts.findIndex((host, k) => k > 0 && inside.has(host.index));
  return end < 0 ? hosts : hosts.slice(0, end);
}

/** 确诊病例5例、无症状感染者3例，其中甲区4例、乙区4例: the parts may split what stands before together. */
function addsUp(hosts: readonly Entry[], sum: number): boolean {
  let together = 0;
  return hosts.some((host, k) => {
    together += sumOf([host]);
    return k > 0 && together === sum;
  });
}

/** 合同额122亿元，执行额83亿元。其中，离岸合同额69亿元，执行额47亿元: each part is of a whole of its own. */
function isParallel(hosts: readonly Entry[], list: readonly Entry[]): boolean {
  if (list.length !== 2 || hosts.length < 2) return false;
  const [second, first] = hosts as [Entry, Entry];
  return [first, second].every((host, k) => {
    const part = list[k] as Entry;
    const [name, tail] = [host.name.slice(-2), host.tail.slice(0, 2)];
    return (
      (name.length === 2 && part.name.endsWith(name)) ||
      // 确诊病例311例和无症状感染者1676例，其中4例确诊病例和1655例无症状感染者…
      [host.name, host.name.slice(-4)].some((word) => word.length > 2 && part.tail.startsWith(word)) ||
      (tail.length === 2 && part.tail.startsWith(tail))
    );
  });
}

/** Sure that the parts are all, a question, or no claim. `ratio` is what they come to, by the total. */
function certaintyOf(
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

/**
 * Sums: a total and the parts that words say make it up (其中…, …中，…, 分布在…, 共计…).
 *
 * Language proposes, arithmetic decides: for every opener the lists and totals its words allow are tried, nearest and
 * widest first. The first that adds up is the relation. Where none does, a failing sum is claimed only if the words
 * or the likeness of the parts say that nothing is left out; otherwise the parts are a mere subset.
 */
import { LEVEL } from "../figures/clauses.ts";
import {
  agrees,
  type Certainty,
  type Claim,
  claimOf,
  isApproximate,
  isVague,
  sumClaim,
  sumOf,
} from "./claim.ts";
import { hostsOf, type Opener, runFrom, type Sequence } from "./list.ts";
import {
  extended,
  isOpenEnded,
  isOverlapping,
  likeliest,
  listsAt,
  looseLists,
  namesOf,
  type Parts,
  tailsOf,
} from "./parts.ts";
import { closedSum, rowSums } from "./row.ts";
import { isSlip, isTelling } from "./slip.ts";
import { amount, countable, type Entry, type StreamClause } from "./stream.ts";
import { totalsFor } from "./total.ts";
import { isNew, isPlace, type Likeness, likeness, nameOf, openEnded, remainder } from "./words.ts";

export function sums(sequence: Sequence): Claim[] {
  const claims: Claim[] = [];
  const { entries, openers } = sequence;
  const opened = new Set<number>();
  /** The total a header names, by the sentence it heads. */
  const headed = new Map<number, Entry>();
  for (let i = 0; i < entries.length; i++) {
    const opener = openers[i];
    if (!opener) continue;
    for (const claim of openedSums(sequence, i, opener)) {
      claims.push(claim);
      for (const part of claim.parts) opened.add(part.index);
      if (opener.kind === "header" && claim.holds)
        headed.set((entries[i] as Entry).clause.sentence, claim.total);
    }
  }
  for (let i = 1; i < entries.length; i++) {
    const closing = closedSum(sequence, i, opened);
    if (closing) claims.push(closing);
  }
  claims.push(...rowSums(sequence, opened, headed));
  return claims;
}

function openedSums(sequence: Sequence, i: number, opener: Opener): Claim[] {
  const totals = totalsFor(sequence, i, opener);
  if (totals.length === 0) return [];
  const lists = listsAt(sequence, i);
  const loose = opener.kind === "header" ? looseLists(sequence, i) : [];
  for (const total of totals) {
    for (const { list, end } of [...lists, ...loose]) {
      if (list.length < 2 && total !== undefined && (list[0] as Entry).times === 1) continue;
      if (agrees(total, sumOf(list), list)) return [sumClaim(total, list, true, "stated")];
      const net = netOf(total, list);
      if (net) return net.holds ? [net] : [];
      const wider = extended(sequence, opener, total, list, i, end);
      if (wider && agrees(total, sumOf(wider), wider)) return [sumClaim(total, wider, true, "stated")];
    }
  }
  const split = splitAnew(sequence, i, totals);
  if (split.length > 0) return split;
  const claim =
    exactStart(opener, lists, totals) ??
    mixedSum(sequence, i, totals) ??
    failing(sequence, i, opener, totals, lists);
  return claim ? [claim] : [];
}

const surplus = /顺差|盈余|净流入/;
const deficit = /逆差|赤字|净流出/;

/** 顺差604亿元，其中货物贸易顺差684亿元，服务贸易逆差80亿元: a deficit takes from a surplus. */
function netOf(total: Entry, list: readonly Entry[]): Claim | null {
  const [plus, minus] = surplus.test(total.lead) ? [surplus, deficit] : [deficit, surplus];
  if (!plus.test(total.lead) || !list.some((part) => minus.test(part.lead))) return null;
  if (list.some((part) => !plus.test(part.lead) && !minus.test(part.lead))) return null;
  const net = list.reduce((sum, part) => sum + (minus.test(part.lead) ? -1 : 1) * sumOf([part]), 0);
  return claimOf("balance", total, list, net, agrees(total, net, list), "stated");
}

/** 其中，男20例、女18例；轻型30例、普通型8例；…: one total split anew in every segment. */
function splitAnew(sequence: Sequence, i: number, totals: readonly Entry[]): Claim[] {
  const steps = runFrom(sequence, i, "list");
  const segments: Entry[][] = [];
  for (const { k, level } of steps) {
    const entry = sequence.entries[k] as Entry;
    if (level >= LEVEL.part || segments.length === 0) segments.push([entry]);
    else (segments.at(-1) as Entry[]).push(entry);
  }
  const full = segments.filter((list) => list.length > 1);
  if (full.length < 2) return [];
  for (const total of totals) {
    const holding = full.filter((list) => agrees(total, sumOf(list), list));
    if (holding.length === 0) continue;
    const failing = full.filter(
      (list) => !holding.includes(list) && !list.some(isVague) && isSlip(total, list, sumOf(list)),
    );
    return [
      ...holding.map((list) => sumClaim(total, list, true, "stated")),
      ...failing.filter(isExclusive).map((list) => sumClaim(total, list, false, "likely")),
    ];
  }
  return [];
}

const isExclusive = (list: readonly Entry[]) => {
  const kind = likeness(namesOf(list), tailsOf(list));
  return kind === "complement" || kind === "places";
};

/**
 * A list whose first parts come to the total exactly ends there, though other figures of its kind follow: where the
 * total is large, where its header names it (3名外籍人士中，2名…，1名…，而另外2名…).
 */
function exactStart(opener: Opener, lists: readonly Parts[], totals: readonly Entry[]): Claim | null {
  const list = lists[0]?.list ?? [];
  // A list of places goes on to its last place.
  if (list[0] && isPlace(nameOf(list[0].lead))) return null;
  const own = opener.kind === "header" && opener.total !== null;
  let sum = 0;
  for (let k = 0; k < list.length - 1; k++) {
    sum += sumOf([list[k] as Entry]);
    if (k === 0 || !(sum >= LARGE || own)) continue;
    const total = totals.find((entry) => amount(entry) === sum);
    if (total) return sumClaim(total, list.slice(0, k + 1), true, "stated");
  }
  return null;
}

/** From here on parts do not come to a total by chance. */
const LARGE = 1000;

/** What is counted piece by piece, and may be added to other such things: 奖状379个、奖章1462名、先锋号1183个. */
const pieces = /^(?:人|个|家|项|件|座|所|部|支|处|份|枚|套)$/;
const MOST_MIXED = 12;

/** Parts whose measure words differ, against a total that counts them all. */
function mixedSum({ entries }: Sequence, i: number, totals: readonly Entry[]): Claim | null {
  const first = entries[i] as Entry;
  if (!pieces.test(first.mention.class)) return null;
  const { clauses } = first.clause.group;
  const list: Entry[] = [];
  for (let k = first.clause.order; k < clauses.length && list.length < MOST_MIXED; k++) {
    const clause = clauses[k] as StreamClause;
    if (clause.sentence !== first.clause.sentence) break;
    const own = clause.entries.filter((entry) => entry.index >= first.index && countable(entry));
    if (own.length !== 1 || !pieces.test(own[0]?.mention.class ?? "")) break;
    list.push(own[0] as Entry);
    if (list.length < 3 || new Set(list.map((part) => part.mention.class)).size < 2) continue;
    const total = totals.find((entry) => amount(entry) === sumOf(list) && amount(entry) >= 10);
    if (total) return sumClaim(total, list, true, "likely");
  }
  return null;
}

/** What to say where no reading adds up: a failing sum, a part larger than its whole, or (mostly) nothing. */
function failing(
  sequence: Sequence,
  i: number,
  opener: Opener,
  totals: readonly Entry[],
  lists: readonly Parts[],
): Claim | null {
  const list = likeliest(lists);
  const last = list.at(-1) as Entry;
  if (isOpenEnded(last) || list.some(isVague)) return null;
  if (opener.kind === "among" && restFollows(sequence, last)) return null;
  const names = namesOf(list);
  if (list.length === 1) return single(sequence, i, opener, totals, isPlace(names[0] as string));

  const parallel = hostsBefore(sequence, i);
  if (opener.kind !== "header" && addsUp(parallel, sumOf(list))) return null;
  if (isParallel(parallel, list)) return null;
  const kind = likeness(names, tailsOf(list));
  const readings = totals.map((total) => {
    const end = sequence.entries.indexOf(last, i) + 1;
    const parts = extended(sequence, opener, total, list, i, end, true) ?? list;
    return { total, parts, difference: Math.abs(sumOf(parts) - amount(total)) };
  });
  // A header names its total; else the total the parts come nearest to is the one they were meant for.
  const hosts = new Set(hostsOf(sequence, i).hosts.map((k) => sequence.entries[k]));
  const own = opener.detached ? [] : readings.filter((reading) => hosts.has(reading.total));
  const reading =
    opener.kind === "header" || opener.total
      ? readings[0]
      : (own.length > 0 ? own : readings).toSorted((a, b) => a.difference - b.difference)[0];
  if (!reading || isVague(reading.total)) return null;
  const { total, parts } = reading;
  const certainty = certaintyOf(opener, kind, total, parts);
  return certainty && sumClaim(total, parts, false, certainty);
}

/** …、乙市2例。其他地市新增病例中，…: the rest of the parts comes in the next sentence. */
function restFollows({ entries, openers }: Sequence, last: Entry): boolean {
  const at = entries.indexOf(last) + 1;
  const opener = openers[at];
  return opener?.kind === "header" && remainder.test(opener.words);
}

/** The figures of the sentence before the list, nearest first. */
function hostsBefore({ entries }: Sequence, i: number): Entry[] {
  const found: Entry[] = [];
  const sentence = entries[i - 1]?.clause.sentence;
  for (let k = i - 1; k >= 0 && k > i - 6; k--) {
    const entry = entries[k] as Entry;
    if (entry.clause.sentence !== sentence || entry.mention.kind === "implicit") break;
    found.push(entry);
  }
  return found;
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
    const [name, tail] = [nameOf(host.lead).slice(-2), host.tail.slice(0, 2)];
    return (
      (name.length === 2 && nameOf(part.lead).endsWith(name)) ||
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
  if (kind === "complement" || kind === "places") {
    if (kind === "complement" && /用电/.test(total.lead) && !parts.some((part) => /居民/.test(part.lead)))
      return null;
    if (total.mention.class === "%" && kind === "places") return null;
    switch (opener.kind) {
      case "header":
        if (isNew(opener.words) !== isNew(total.lead + total.tail) && !opener.total) return null;
        return near || opener.block ? "stated" : ratio > 0.2 ? "likely" : null;
      case "spread":
        return near || slip ? "stated" : null;
      default:
        if (kind === "complement") {
          // 候选药物包括…、2种其他类药物: another whole than the one before may be meant.
          if (opener.detached && !/其中/.test(opener.words) && !opener.block && !slip) return null;
          return near || slip ? "stated" : null;
        }
        // 其中 may name the larger places only; more than the whole they cannot be.
        return near && (parts.length > 2 || slip)
          ? parts.length > 3 && ratio > 1
            ? "stated"
            : "likely"
          : null;
    }
  }
  if (!slip || total.mention.class === "%" || isOverlapping(parts)) return null;
  if (kind === "counterparts" || (kind === "alike" && parts.length >= 3)) return "likely";
  // 26人，其中10人…，13人…，3人…: parts without names of their own.
  const bare = nameOf((parts[0] as Entry).lead) === "" && ratio > 0.8 && ratio < 1.25;
  return isTelling(total, parts, kind === "alike" ? 100 : 1000) || bare ? "likely" : null;
}

/** One figure after 其中: the whole restated, a mere part, or more than the whole. */
function single(
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
  if (
    total &&
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

/** Ages, rates and the like are parts of nothing. */
const notSubset = /^(?:%|‰||岁|周岁|倍|成|度|℃|级|次|天|个月|小时|分钟|年|元)$/;

/** Not the hurt among the dead, nor a deficit in a surplus. */
function isAlike(total: Entry, part: Entry): boolean {
  const fates = [/死亡|遇难|丧生/, /受伤|伤/, /失踪|失联/, surplus, deficit];
  const fateOf = ({ lead, tail }: Entry) => fates.findIndex((fate) => fate.test(tail) || fate.test(lead));
  const [a, b] = [fateOf(total), fateOf(part)];
  // A surplus may have a larger one in it.
  return (a < 0 || b < 0 || a === b) && a < 3;
}

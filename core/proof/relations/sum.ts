/**
 * Sums: a total and the parts that words say make it up (其中…, …中，…, 分布在…, 共计…).
 *
 * Language proposes, arithmetic decides: for every opener the lists and totals its words allow are tried, nearest and
 * widest first. The first that adds up is the relation. What may be said where none does, failing.ts decides.
 */
import { agrees, type Claim, isVague, sumClaim, sumOf } from "./claim.ts";
import { closedSum } from "./closed.ts";
import { crosswise } from "./crosswise.ts";
import { failing } from "./failing.ts";
import { runFrom, type Sequence, type Step } from "./list.ts";
import { netOf } from "./net.ts";
import type { Opener } from "./opener.ts";
import {
  extended,
  headsAt,
  isOverlapping,
  listsAt,
  looseLists,
  namesOf,
  type Parts,
  tailsOf,
} from "./parts.ts";
import { rowSums } from "./row.ts";
import { isSlip } from "./slip.ts";
import { amount, countable, type Entry, type StreamClause } from "./stream.ts";
import { isWhole, totalsFor } from "./total.ts";
import { isPlace, likeness } from "./words.ts";

/** `split` are the totals that have been split already; those split here are added. */
export function sums(sequence: Sequence, split: Set<Entry> = new Set()): Claim[] {
  const claims: Claim[] = [];
  const { entries, openers } = sequence;
  const opened = new Set<number>();
  /** The total that a sentence splits, by the sentence. */
  const headed = new Map<number, Entry>();
  for (let i = 0; i < entries.length; i++) {
    const opener = openers[i];
    if (!opener) continue;
    for (const claim of openedSums(sequence, i, opener, split)) {
      claims.push(claim);
      if (claim.holds && claim.parts.length > 1) split.add(claim.total);
      for (const part of claim.parts) opened.add(part.index);
      if (claim.holds && (opener.kind === "header" || !headed.has((entries[i] as Entry).clause.sentence)))
        headed.set((entries[i] as Entry).clause.sentence, claim.total);
    }
  }
  for (let i = 1; i < entries.length; i++) {
    const closing = closedSum(sequence, i, opened);
    if (closing) claims.push(closing);
  }
  claims.push(...rowSums(sequence, opened, headed, split));
  return claims;
}

function openedSums(sequence: Sequence, i: number, opener: Opener, split: ReadonlySet<Entry>): Claim[] {
  const totals = totalsFor(sequence, i, opener).filter(isWhole);
  if (totals.length === 0) return [];
  const lists = listsAt(sequence, i);
  const crossed = crosswise(sequence, i);
  if (crossed.length > 0) return crossed;
  const anew = splitAnew(sequence, i, totals);
  if (anew.some(({ holds }) => holds)) return anew;
  const loose = opener.kind !== "spread" && opener.kind !== "colon" ? looseLists(sequence, i) : [];
  for (const total of totals) {
    for (const { list, end } of [...lists, ...loose]) {
      if (list.length > 1 || isShared(list[0] as Entry)) {
        if (agrees(total, sumOf(list), list)) return [sumClaim(total, list, true, "stated")];
        const net = netOf(total, list);
        if (net) return net.holds || isSlip(total, [], net.computed * total.mention.scale) ? [net] : [];
      }
      const wider = extended(sequence, opener, total, list, i, end);
      if (wider && agrees(total, sumOf(wider), wider)) return [sumClaim(total, wider, true, "stated")];
    }
  }
  if (anew.length > 0) return anew;
  const heads = headsAt(sequence, i);
  const headed = heads && totals.find((total) => agrees(total, sumOf(heads), heads));
  if (headed) return [sumClaim(headed, heads, true, "stated")];
  const claim =
    exactStart(opener, lists, totals) ??
    mixedSum(sequence, i, totals) ??
    failing(
      sequence,
      i,
      opener,
      totals,
      heads ? [...lists, { list: heads, end: lists[0]?.end ?? i + 1 }] : lists,
      split,
    );
  return claim ? [claim] : [];
}

/** 甲、乙各2例 is a list by itself. */
const isShared = ({ times, mention }: Entry) => times > 1 && mention.kind === "quantity";

/** 其中，男20例、女18例；轻型30例、普通型8例；…: one total split anew in every segment. */
function splitAnew(sequence: Sequence, i: number, totals: readonly Entry[]): Claim[] {
  const full = segmentsOf(sequence, runFrom(sequence, i, "list")).filter((list) => list.length > 1);
  if (full.length < 2) return [];
  for (const total of totals) {
    const holding = full.filter((list) => agrees(total, sumOf(list), list));
    const failing = full.filter(
      (list) => !holding.includes(list) && !list.some(isVague) && isSlip(total, list, sumOf(list)),
    );
    // 新增10例，男性5例、女性4例，轻型6例、普通型3例: they agree with one another, and not with the total.
    const agreed =
      full.length === failing.length &&
      failing.every((list) => isExclusive(list) && sumOf(list) === sumOf(failing[0] as Entry[]));
    if (holding.length === 0 && !agreed) continue;
    return [
      ...holding.map((list) => sumClaim(total, list, true, "stated")),
      ...failing.filter(isExclusive).map((list) => sumClaim(total, list, false, "likely")),
    ];
  }
  return [];
}

/** The list cut at its strongest marks. */
function segmentsOf(sequence: Sequence, steps: readonly Step[]): Entry[][] {
  const strongest = Math.max(...steps.slice(1).map(({ level }) => level));
  const segments: Entry[][] = [];
  for (const { k, level } of steps) {
    const entry = sequence.entries[k] as Entry;
    if (level >= strongest || segments.length === 0) segments.push([entry]);
    else (segments.at(-1) as Entry[]).push(entry);
  }
  return segments;
}

const isExclusive = (list: readonly Entry[]) => {
  const kind = likeness(namesOf(list), tailsOf(list));
  return kind === "complement" || (kind !== "none" && !isOverlapping(list));
};

/**
 * A list whose first parts come to the total exactly ends there, though other figures of its kind follow: where the
 * total is large, where its header names it (3名外籍人士中，2名…，1名…，而另外2名…).
 */
function exactStart(opener: Opener, lists: readonly Parts[], totals: readonly Entry[]): Claim | null {
  const list = lists[0]?.list ?? [];
  // A list of places goes on to its last place.
  if (list[0] && isPlace(list[0].name)) return null;
  const own = opener.kind === "header" && opener.total !== null;
  let sum = 0;
  for (let k = 0; k < list.length - 1; k++) {
    sum += sumOf([list[k] as Entry]);
    if (k === 0 || !(sum >= LARGE || own)) continue;
    const total = totals.find((entry) => amount(entry) === sum);
    // A slip off the whole list, the whole list is what was meant.
    const parted = /^(?:而|但|另外|此外|同时|已|累计)/.test((list[k + 1] as Entry).lead);
    if (total && (parted || !isSlip(total, list, sumOf(list))))
      return sumClaim(total, list.slice(0, k + 1), true, "stated");
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
    if (list.length < 2 || new Set(list.map((part) => part.mention.class)).size < 2) continue;
    // 会员312名，其中单位会员46家，个人会员266名
    const pair = list.length === 2 && likeness(namesOf(list), tailsOf(list));
    if (pair === "none" || (pair && sumOf(list) < 100)) continue;
    const total = totals.find((entry) => amount(entry) === sumOf(list) && amount(entry) >= 10);
    if (total) return sumClaim(total, list, true, "likely");
  }
  return null;
}

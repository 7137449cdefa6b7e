/**
 * What to say of a list that no total fits: a failing sum, a part larger than its whole, or (mostly) nothing.
 *
 * 其中 often opens some of the parts only. A failing sum is claimed where the words or the kind of the parts say that
 * nothing is left out, or where the difference is one that a slip of one figure makes.
 */

import { certaintyOf } from "./certainty.ts";
import { agrees, type Claim, isVague, sumClaim, sumOf } from "./claim.ts";
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
import { isSlip } from "./slip.ts";
import { amount, type Entry } from "./stream.ts";
import { single } from "./subset.ts";
import { isComplement, isPlace, type Likeness, likeness, remainder } from "./words.ts";

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

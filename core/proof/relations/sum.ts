/**
 * Sums: a total and the parts that words say make it up (其中…, …中，…, 分布在…, 共计…).
 *
 * Language proposes, arithmetic decides: for every opener the lists and totals its words allow are tried, nearest and
 * widest first. The first that adds up is the relation. Where none does, a failing sum is claimed only if the words
 * or the likeness of the parts say that nothing is left out; otherwise the parts are a mere subset.
 */
import { agrees, type Certainty, type Claim, claimOf, isVague, sumClaim, sumOf } from "./claim.ts";
import { hostsOf, type Opener, type Sequence } from "./list.ts";
import { extended, likeliest, listsAt, looseLists, namesOf, type Parts, tailsOf } from "./parts.ts";
import { closedSum, rowSums } from "./row.ts";
import { amount, type Entry } from "./stream.ts";
import { totalsFor } from "./total.ts";
import { isPlace, type Likeness, likeness, nameOf, openEnded, status } from "./words.ts";

export function sums(sequence: Sequence): Claim[] {
  const claims: Claim[] = [];
  const { entries, openers } = sequence;
  const opened = new Set<number>();
  /** The total a header names, by the sentence it heads. */
  const headed = new Map<number, Entry>();
  for (let i = 0; i < entries.length; i++) {
    const opener = openers[i];
    if (!opener) continue;
    const claim = openedSum(sequence, i, opener);
    if (claim) {
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

function openedSum(sequence: Sequence, i: number, opener: Opener): Claim | null {
  const totals = totalsFor(sequence, i, opener);
  if (totals.length === 0) return null;
  const lists = listsAt(sequence, i);
  const loose = opener.kind === "header" ? looseLists(sequence, i) : [];
  for (const total of totals) {
    for (const { list, end } of [...lists, ...loose]) {
      if (list.length < 2 && total !== undefined && (list[0] as Entry).times === 1) continue;
      if (agrees(total, sumOf(list), list)) return sumClaim(total, list, true, "stated");
      const wider = extended(sequence, opener, total, list, i, end);
      if (wider && agrees(total, sumOf(wider), wider)) return sumClaim(total, wider, true, "stated");
    }
  }
  const early = exactStart(lists, totals);
  return early ?? failing(sequence, i, opener, totals, lists);
}

/** A list whose first parts come to a large total exactly ends there, though other figures of its kind follow. */
function exactStart(lists: readonly Parts[], totals: readonly Entry[]): Claim | null {
  const list = lists[0]?.list ?? [];
  // A list of places goes on to its last place.
  if (list[0] && isPlace(nameOf(list[0].lead))) return null;
  let sum = 0;
  for (let k = 0; k < list.length - 1; k++) {
    sum += sumOf([list[k] as Entry]);
    if (k === 0 || sum < LARGE) continue;
    const total = totals.find((entry) => amount(entry) === sum);
    if (total) return sumClaim(total, list.slice(0, k + 1), true, "stated");
  }
  return null;
}

/** From here on parts do not come to a total by chance. */
const LARGE = 1000;

/** What to say where no reading adds up: a failing sum, a part larger than its whole, or (mostly) nothing. */
function failing(
  sequence: Sequence,
  i: number,
  opener: Opener,
  totals: readonly Entry[],
  lists: readonly Parts[],
): Claim | null {
  const first = sequence.entries[i] as Entry;
  const list = likeliest(lists);
  const last = list.at(-1) as Entry;
  if (openEnded.test(last.tail) || list.some(isVague)) return null;
  const names = namesOf(list);
  if (list.length === 1) return single(first, opener, totals, isPlace(names[0] as string));

  if (opener.kind !== "header" && splitsSeveral(sequence, i, sumOf(list))) return null;
  const kind = likeness(names, tailsOf(list));
  const readings = totals.map((total) => {
    const end = sequence.entries.indexOf(last, i) + 1;
    const parts = extended(sequence, opener, total, list, i, end, true) ?? list;
    return { total, parts, difference: Math.abs(sumOf(parts) - amount(total)) };
  });
  // A header names its total; else the total the parts come nearest to is the one they were meant for.
  const hosts = new Set(hostsOf(sequence, i).hosts.map((k) => sequence.entries[k]));
  const own = readings.filter((reading) => hosts.has(reading.total));
  const reading =
    opener.kind === "header" || opener.total
      ? readings[0]
      : (own.length > 0 ? own : readings).toSorted((a, b) => a.difference - b.difference)[0];
  if (!reading || isVague(reading.total)) return null;
  const { total, parts } = reading;
  const sum = sumOf(parts);
  const ratio = sum / amount(total);
  if (total.mention.class === "%" && kind !== "complement") return null;
  const certainty =
    certaintyOf(opener, kind, list.length, ratio, first) ??
    (isSlip(parts, sum, amount(total)) ? "likely" : null);
  return certainty && sumClaim(total, parts, false, certainty);
}

/** 确诊病例5例、无症状感染者3例，其中甲区4例、乙区4例: the parts may split what stands before together. */
function splitsSeveral(sequence: Sequence, i: number, sum: number): boolean {
  let together = 0;
  for (let k = i - 1; k >= 0 && k > i - 6; k--) {
    const entry = sequence.entries[k] as Entry;
    if (entry.clause.sentence !== sequence.entries[i - 1]?.clause.sentence) return false;
    if (entry.mention.kind === "implicit") return false;
    together += amount(entry);
    if (k < i - 1 && together === sum) return true;
  }
  return false;
}

/** Three parts or more that come to within a hair of the whole were meant to make it up, 重症, 出院 and the like apart. */
function isSlip(parts: readonly Entry[], sum: number, total: number): boolean {
  const difference = Math.abs(sum - total);
  if (parts.length < 3 || total < 10 || difference > Math.max(1, total * 0.03)) return false;
  return !parts.some((part) => status.test(part.lead) || status.test(part.tail));
}

function certaintyOf(
  opener: Opener,
  kind: Likeness,
  parts: number,
  ratio: number,
  first: Entry,
): Certainty | null {
  // Parts that exclude each other can never come to more than the whole.
  const near = ratio > 0.5 && ratio < 50;
  switch (opener.kind) {
    case "header":
      if (kind === "none" && parts >= 3 && nameOf(first.lead) === "" && ratio > 0.8 && ratio < 1.25)
        return "likely";
      if (kind === "places" || kind === "complement")
        return near || opener.block ? "stated" : ratio > 0.2 ? "likely" : null;
      return kind === "alike" && near ? "likely" : null;
    case "spread":
      if (kind === "places" || kind === "complement") return near ? "stated" : null;
      return kind === "alike" && near ? "likely" : null;
    default:
      if (kind === "complement") return near ? "stated" : null;
      // 其中 may name the larger places only; more than the whole they cannot be.
      if (kind === "places") return near ? (parts > 3 && ratio > 1 ? "stated" : "likely") : null;
      if (kind === "alike") return near ? "likely" : null;
      return parts >= 2 && ratio > 0.8 && ratio < 1.25 && nameOf(first.lead) === "" ? "likely" : null;
  }
}

/** One figure after 其中: the whole restated, a mere part, or more than the whole. */
function single(part: Entry, opener: Opener, totals: readonly Entry[], place: boolean): Claim | null {
  const equal = totals.find((total) => amount(total) === amount(part));
  if (place && opener.kind === "header" && equal)
    return claimOf("same", equal, [part], amount(part), true, "stated");
  const largest = Math.max(...totals.map(amount));
  const named = /其中|包括|含/.test(opener.words) || opener.kind === "among";
  if (
    amount(part) > largest &&
    named &&
    !openEnded.test(part.tail) &&
    !["%", ""].includes(part.mention.class) &&
    !isVague(part)
  ) {
    const total = totals.find((entry) => amount(entry) === largest) as Entry;
    if (amount(part) < largest * 10) return sumClaim(total, [part], false, "likely", "subset");
  }
  if (place && opener.kind === "header" && opener.block && totals[0])
    return sumClaim(totals[0], [part], false, "likely");
  return null;
}

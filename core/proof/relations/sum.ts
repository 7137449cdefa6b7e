/**
 * Sums: a total and the parts that words say make it up (其中…, …中，…, 分布在…, 共计…).
 *
 * Language proposes, arithmetic decides: for every opener the lists and totals its words allow are tried, nearest and
 * widest first. The first that adds up is the relation. Where none does, a failing sum is claimed only if the words
 * or the likeness of the parts say that nothing is left out; otherwise the parts are a mere subset.
 */
import { LEVEL } from "../figures/clauses.ts";
import { agrees, type Certainty, type Claim, claimOf, isApproximate, isVague, sumOf } from "./claim.ts";
import { endsOf, gapOf, hostsOf, type Opener, runFrom, type Sequence, type Step } from "./list.ts";
import { amount, type Entry } from "./stream.ts";
import {
  breaksList,
  closingTotal,
  isComplement,
  isCurrent,
  isNew,
  isPlace,
  type Likeness,
  likeness,
  nameOf,
  openEnded,
  remainder,
  statesTotal,
} from "./words.ts";

const LOOK_BACK = 40;

interface Parts {
  readonly list: readonly Entry[];
  /** Index in the sequence after the last part. */
  readonly end: number;
}

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
  claims.push(...unopenedSums(sequence, opened, headed));
  return claims;
}

const namesOf = (list: readonly Entry[]) => list.map((part) => nameOf(part.lead));
const tailsOf = (list: readonly Entry[]) => list.map((part) => part.tail.replace(/^的/, ""));

/** The lists that may start at i, the widest first. */
function listsAt(sequence: Sequence, i: number): Parts[] {
  const lists: Parts[] = [];
  const seen = new Set<string>();
  const add = (steps: readonly Step[], from: number, to: number) => {
    const list = steps.slice(from, to + 1).map(({ k }) => sequence.entries[k] as Entry);
    const key = list.map((part) => part.index).join();
    if (list.length === 0 || seen.has(key)) return;
    seen.add(key);
    lists.push({ list, end: (steps[to] as Step).k + 1 });
  };
  for (const nesting of ["list", "one"] as const) {
    const steps = runFrom(sequence, i, nesting);
    const ends = endsOf(steps);
    const nested = !sequence.openers[i]?.detached && hostsOf(sequence, i).nested;
    // A list inside a list ends at its first strong mark; what follows belongs to the outer one.
    for (const end of nested ? ends.slice(0, 1) : ends.toReversed()) add(steps, 0, end);
    if (nested) continue;
    // 甲市5例、乙市3例，治愈2例: the list ends where its names stop being places.
    const names = steps.map(({ k }) => nameOf((sequence.entries[k] as Entry).lead));
    if (isPlace(names[0] ?? "")) {
      const change = names.findIndex((name) => !isPlace(name));
      if (change > 1) add(steps, 0, change - 1);
    }
    // 包括已设立的5个，陆域44个、海域3个: the list proper starts after the first comma.
    const second = steps[1];
    const third = steps[2];
    if (second && third && second.level > third.level) {
      for (const end of ends.toReversed()) if (end > 1) add(steps, 1, end);
    }
    if (steps.length > 1 && ends.length === 0) add(steps, 0, steps.length - 1);
  }
  if (lists.length === 0) lists.push({ list: [sequence.entries[i] as Entry], end: i + 1 });
  return lists;
}

/** Lists that read on past 累计 and the like; they count only where they add up. */
function looseLists(sequence: Sequence, i: number): Parts[] {
  const steps = runFrom(sequence, i, "loose");
  return endsOf(steps).map((end) => ({
    list: steps.slice(0, end + 1).map(({ k }) => sequence.entries[k] as Entry),
    end: (steps[end] as Step).k + 1,
  }));
}

/** The figures the opener's parts may be parts of, likeliest first. */
function totalsFor(sequence: Sequence, i: number, opener: Opener, depth = 0): Entry[] {
  const { entries, openers } = sequence;
  const part = entries[i] as Entry;
  if (opener.total) return [opener.total];
  if (opener.kind === "header") return matching(sequence, i, opener.words);
  const found: Entry[] = [];
  let sentence = opener.detached ? -1 : part.clause.sentence;
  for (let k = i - 1; k >= 0 && k >= i - LOOK_BACK && found.length < 12; k--) {
    const entry = entries[k] as Entry;
    if (entry.mention.kind === "implicit") continue;
    if (sentence < 0) sentence = entry.clause.sentence;
    // A total some sentences back is too far; the nearest sentence that has figures is the one spoken of.
    if (entry.clause.sentence !== sentence || part.clause.sentence - sentence > 3) break;
    found.push(entry);
    if (openers[k]?.kind === "header") break;
  }
  // A part inside another list is split by what follows it, not by what follows that list.
  const inside = new Set<Entry>();
  for (let k = i - 1; k >= 0 && k >= i - LOOK_BACK; k--) {
    if (!openers[k] || entries[k]?.clause.sentence !== sentence) continue;
    for (const step of runFrom(sequence, k, "list")) inside.add(entries[step.k] as Entry);
  }
  if (!opener.detached) for (const k of hostsOf(sequence, i).hosts) inside.delete(entries[k] as Entry);
  const outside = found.filter((entry) => !inside.has(entry));
  if (outside.length > 0 || !opener.detached || depth > 2) return outside.length > 0 ? outside : found;
  // 按经营地统计，…。按消费类型统计，…: what one sentence split, the next splits again.
  for (let k = i - 1; k >= 0 && k >= i - LOOK_BACK; k--) {
    const other = openers[k];
    if (other && entries[k]?.clause.sentence === sentence) return totalsFor(sequence, k, other, depth + 1);
  }
  return found;
}

const generic =
  /病例|患者|人员|报告|累计|新增|现有|当日|[的名例人个者]|其他|其余|其它|上述|这些|以上|全[省市县国区]/g;

/** Earlier figures whose words name what stands before 中, best first. */
function matching(sequence: Sequence, i: number, words: string): Entry[] {
  const core = words.replace(generic, "");
  const grams = pairs(core);
  const scored: { entry: Entry; score: number }[] = [];
  for (let k = i - 1; k >= 0 && k >= i - LOOK_BACK * 2; k--) {
    const entry = sequence.entries[k] as Entry;
    if (entry.mention.kind === "implicit") continue;
    const around = entry.lead + entry.tail;
    let score = 0;
    if (grams.length > 0) {
      for (const gram of grams) if (around.includes(gram)) score += 1;
      score /= grams.length;
      if (score < 0.3) continue;
    } else if (!/病例|人|者/.test(words)) continue;
    if (isPlace(nameOf(entry.lead))) continue;
    if (isNew(words) !== isNew(around)) score -= 0.6;
    if (isCurrent(words) && !isCurrent(around)) score -= 0.3;
    if (/累计/.test(words) && !/累计/.test(around)) score -= 0.2;
    // 危重病例 contains 重病例, but they are not the same patients.
    if (/危重/.test(around) !== /危重/.test(words)) score -= 0.5;
    if (/疑似/.test(around) !== /疑似/.test(words)) score -= 0.5;
    if (score > 0.05) scored.push({ entry, score: score - (i - k) * 0.0005 });
  }
  scored.sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return scored
    .filter(({ score }) => score > best - 0.45)
    .map(({ entry }) => entry)
    .slice(0, 4);
}

function pairs(text: string): string[] {
  const found: string[] = [];
  for (let k = 0; k + 2 <= text.length && k < 30; k++) found.push(text.slice(k, k + 2));
  return found;
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
  return failing(sequence, i, opener, totals, lists);
}

/**
 * Parts that the text gives outside the list: in the next sentence (攸县的7例已全部治愈出院), or before a list of all
 * others (茶陵县为首例。其他县市区…中，…).
 */
function extended(
  sequence: Sequence,
  opener: Opener,
  total: Entry,
  list: readonly Entry[],
  i: number,
  end: number,
): Entry[] | null {
  if (opener.kind !== "header" && opener.kind !== "among") return null;
  const names = new Set(namesOf(list));
  const missing = amount(total) - sumOf(list);
  if (missing <= 0) return null;
  const head = list[0] as Entry;
  const last = list.at(-1) as Entry;
  if (remainder.test(opener.words)) {
    const before = sequence.entries[i - 1];
    if (
      before &&
      before !== total &&
      before.index > total.index &&
      before.clause.sentence >= head.clause.sentence - 1
    )
      return [before, ...list];
  }
  const after: Entry[] = [];
  for (let k = end; k < end + 6; k++) {
    const entry = sequence.entries[k];
    if (!entry || entry.part !== last.part || entry.clause.sentence > last.clause.sentence + 2) break;
    if (entry.clause.sentence === last.clause.sentence && !remainder.test(entry.lead)) continue;
    const name = nameOf(entry.lead).replace(/的$/, "");
    const all = /全部|均已|都已|也已|已.{0,4}(?:出院|治愈|解除)/.test(entry.tail);
    if ((all && isPlace(name) && !names.has(name)) || remainder.test(entry.lead)) after.push(entry);
  }
  return after.length > 0 ? [...list, ...after] : null;
}

function sumClaim(
  total: Entry,
  list: readonly Entry[],
  holds: boolean,
  certainty: Certainty,
  note?: string,
): Claim {
  return claimOf("sum", total, list, sumOf(list), holds, certainty, note);
}

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
    const parts = extended(sequence, opener, total, list, i, end) ?? list;
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
  const certainty = certaintyOf(opener, kind, list.length, ratio, first);
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

/** The longest list whose parts are alike, else the first offered. */
function likeliest(lists: readonly Parts[]): readonly Entry[] {
  const graded = lists
    .filter(({ list }) => list.length > 1)
    .map(({ list }) => ({
      list,
      kind: likeness(namesOf(list), tailsOf(list)),
    }));
  for (const kind of ["complement", "places", "alike"] as const) {
    const found = graded.filter((entry) => entry.kind === kind && pure(entry.list, kind));
    if (found.length > 0) return (found[0] as { list: readonly Entry[] }).list;
  }
  return graded[0]?.list ?? (lists[0] as Parts).list;
}

const pure = (list: readonly Entry[], kind: Likeness) =>
  kind !== "places" || isPlace(nameOf((list.at(-1) as Entry).lead));

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

/** Parts first, then 共计, 合计 …: the stretch before that adds up, or the whole row of like parts. */
function closedSum(sequence: Sequence, i: number, opened: ReadonlySet<number>): Claim | null {
  const total = sequence.entries[i] as Entry;
  const lead =
    total.clause.entries[0] === total
      ? total.clause.text.slice(0, total.mention.start - total.clause.start)
      : total.lead;
  if (!closingTotal.test(lead) || opened.has(total.index)) return null;
  const list: Entry[] = [];
  let strongest = 0;
  let holding: Entry[] | null = null;
  for (let k = i - 1; k >= 0 && i - k <= 60; k--) {
    const part = sequence.entries[k] as Entry;
    const gap = gapOf(part, sequence.entries[k + 1] as Entry);
    if (gap.level > LEVEL.part || (gap.broken && k < i - 1)) break;
    if (k < i - 1) strongest = Math.max(strongest, gap.level);
    list.unshift(part);
    if (list.length > 1 && agrees(total, sumOf(list), list)) holding = [...list];
    if (sequence.openers[k] || breaksList.test(part.clause.text)) break;
  }
  if (holding) return sumClaim(total, holding, true, "stated");
  if (list.length < 2 || sequence.openers[i + 1] || list.some(isVague) || isVague(total)) return null;
  const kind = likeness(namesOf(list), tailsOf(list));
  const ratio = sumOf(list) / amount(total);
  if (kind === "none" || !(ratio > 0.5 && ratio < 2) || !/共计|合计|总计|总共|一共|^共/.test(lead))
    return null;
  return sumClaim(total, list, false, kind === "alike" ? "likely" : "stated");
}

const strict = /^(?:[男女][性]?|[男女].{1,3})$/;

/** Rows without an opener: 运动员886人，女运动员437人，男运动员449人; and any long row that gives the figure before it. */
function unopenedSums(
  sequence: Sequence,
  opened: ReadonlySet<number>,
  headed: ReadonlyMap<number, Entry>,
): Claim[] {
  const claims: Claim[] = [];
  const { entries, openers } = sequence;
  for (let i = 0; i < entries.length; i++) {
    const first = entries[i] as Entry;
    if (openers[i] && openers[i]?.kind !== "among") continue;
    if (opened.has(first.index) && !openers[i]) continue;
    const total = entries[i - 1];
    const steps = openers[i] ? [] : runFrom(sequence, i, "list");
    if (steps.length < 2) continue;
    const candidates: Entry[] = [];
    for (let k = i - 1; k >= 0 && k >= i - 60; k--) candidates.push(entries[k] as Entry);
    let done = false;
    for (const end of endsOf(steps)) {
      const list = steps.slice(0, end + 1).map(({ k }) => entries[k] as Entry);
      if (list.some((part) => opened.has(part.index))) break;
      const names = namesOf(list);
      const complement = isComplement(names) && list.length <= 4;
      const sum = sumOf(list);
      // 8例病例，4例有接触史，4例为家属; and a row under the header of the row before.
      const bare = names.every((name) => name === "");
      const shared = headed.get(first.clause.sentence);
      const stated =
        total !== undefined && gapOf(total, first).level <= LEVEL.clause && statesTotal.test(total.lead);
      if (total && stated && agrees(total, sum, list)) {
        claims.push(sumClaim(total, list, true, "likely"));
        done = true;
      } else if (total && stated && end === steps.length - 1 && firmly(total, list, names, sum)) {
        claims.push(sumClaim(total, list, false, "likely"));
        done = true;
      } else if (shared && agrees(shared, sum, list)) {
        claims.push(sumClaim(shared, list, true, "likely"));
        done = true;
      } else if (
        total &&
        bare &&
        sameSentence(total, first) &&
        agrees(total, sum, list) &&
        amount(total) > 3
      ) {
        claims.push(sumClaim(total, list, true, "likely"));
        done = true;
      } else if (total && extendsName(total, names)) {
        const holds = agrees(total, sum, list);
        if (!holds && (!complement || list.some(isVague))) continue;
        claims.push(sumClaim(total, list, holds, "likely"));
        done = true;
      } else if (
        complement &&
        strict.test(names[0] ?? "") &&
        list.length === 2 &&
        !list.some(isVague) &&
        !candidates.some((entry) => agrees(entry, sum, list))
      ) {
        // 男389例，女409例 after 797例 some sentences back: so near that it can only be meant for it.
        const meant = candidates.find(
          (entry) => Math.abs(sum / amount(entry) - 1) < 0.1 && amount(entry) >= 20 && !isVague(entry),
        );
        if (!meant) continue;
        claims.push(sumClaim(meant, list, false, "likely"));
        done = true;
      } else if (complement || list.length >= 3) {
        const places = list.length >= 5 && likeness(names, tailsOf(list)) === "places";
        const near = complement || bare ? candidates : candidates.slice(0, places ? 8 : 3);
        const found = near.find(
          (entry) =>
            agrees(entry, sum, list) && amount(entry) >= 10 && !list.includes(entry) && !isApproximate(entry),
        );
        const plain = likeness(names, tailsOf(list)) === "none";
        if (!found || (plain && !complement && !bare && (list.length < 4 || found !== total))) continue;
        claims.push(sumClaim(found, list, true, "likely"));
        done = true;
      }
      if (done) {
        i = (steps[end] as Step).k;
        break;
      }
    }
  }
  return claims;
}

/** 共15名，东江县4名，…: places or a complete set after a total must make it up. */
function firmly(total: Entry, list: readonly Entry[], names: readonly string[], sum: number): boolean {
  const kind = likeness(names, tailsOf(list));
  if (list.some(isVague) || isVague(total) || openEnded.test((list.at(-1) as Entry).tail)) return false;
  return (kind === "places" || kind === "complement") && sum > amount(total) / 2 && sum < amount(total) * 2;
}

const sameSentence = (a: Entry, b: Entry) => a.clause.sentence === b.clause.sentence;

/** 女运动员 and 男运动员 extend 运动员. */
function extendsName(total: Entry, names: readonly string[]): boolean {
  const name = nameOf(total.lead).slice(-3);
  return (
    name.length >= 2 &&
    names.length >= 2 &&
    names.every((part) => part.length > name.length && part.endsWith(name))
  );
}

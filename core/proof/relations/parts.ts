/**
 * What an opener's parts may be: the lists that can start at a figure, and parts the text gives outside the list.
 */

import { LEVEL } from "../figures/clauses.ts";
import { sumOf } from "./claim.ts";
import { endsOf, gapOf, hostsOf, runFrom, type Sequence, type Step } from "./list.ts";
import type { Opener } from "./opener.ts";
import { amount, type Entry } from "./stream.ts";
import { isComplement, isPlace, type Likeness, likeness, openEnded, remainder, status } from "./words.ts";

export interface Parts {
  readonly list: readonly Entry[];
  /** Index in the sequence after the last part. */
  readonly end: number;
}

export const namesOf = (list: readonly Entry[]) => list.map((part) => part.name);
/** What stands behind each figure; of medals the metal (12金9银14铜). */
export const tailsOf = (list: readonly Entry[]) =>
  list.map(
    ({ tail, mention }) => `${/^[金银铜]$/.test(mention.unit) ? mention.unit : ""}${tail.replace(/^的/, "")}`,
  );

/** The lists that may start at i, the widest first. */
export function listsAt(sequence: Sequence, i: number): Parts[] {
  const lists: Parts[] = [];
  const seen = new Set<string>();
  const add = (steps: readonly Step[], from: number, to: number) => {
    const list = steps.slice(from, to + 1).map(({ k }) => sequence.entries[k] as Entry);
    const more = sequence.entries[(steps[to] as Step).k + 1];
    if (isAlso(list, more)) list.push(more);
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
    const names = steps.map(({ k }) => (sequence.entries[k] as Entry).name);
    if (isPlace(names[0] ?? "")) {
      const change = names.findIndex((name) => !isPlace(name));
      if (change > 1) add(steps, 0, change - 1);
    }
    // 包括已设立的5个，陆域44个、海域3个: the list proper starts after the first comma.
    const second = steps[1];
    const third = steps[2];
    if (nesting === "list" && second && third && second.level > third.level) {
      for (const end of ends.toReversed()) if (end > 1) add(steps, 1, end);
    }
    if (steps.length > 1 && ends.length === 0) add(steps, 0, steps.length - 1);
  }
  if (lists.length === 0) lists.push({ list: [sequence.entries[i] as Entry], end: i + 1 });
  return lists;
}

/** 乙类3120例，死亡17人；丙类5292例，无死亡: the figures that head the segments, where they are of one kind. */
export function headsAt(sequence: Sequence, i: number): readonly Entry[] | null {
  const list = runFrom(sequence, i, "list")
    .filter(({ level }, k) => k === 0 || level === LEVEL.part)
    .map(({ k }) => sequence.entries[k] as Entry);
  return list.length > 1 && likeness(namesOf(list), tailsOf(list)) !== "none" ? list : null;
}

/** Lists that read on past 累计 and the like; they count only where they add up. */
export function looseLists(sequence: Sequence, i: number): Parts[] {
  const steps = runFrom(sequence, i, "loose");
  return endsOf(steps).map((end) => ({
    list: steps.slice(0, end + 1).map(({ k }) => sequence.entries[k] as Entry),
    end: (steps[end] as Step).k + 1,
  }));
}

/**
 * Parts that the text gives outside the list: in the next sentence (攸县的7例已全部治愈出院), or before a list of all
 * others (茶陵县为首例。其他县市区…中，…). A list that comes to the total without them needs none; where no reading
 * holds, `always` gives the reading with every part that is named.
 */
export function extended(
  sequence: Sequence,
  opener: Opener,
  total: Entry,
  list: readonly Entry[],
  i: number,
  end: number,
  always = false,
): Entry[] | null {
  if (opener.kind !== "header" && opener.kind !== "among") return null;
  const names = new Set(namesOf(list));
  if (!always && amount(total) <= sumOf(list)) return null;
  const head = list[0] as Entry;
  const last = list.at(-1) as Entry;
  if (remainder.test(opener.words)) {
    const before: Entry[] = [];
    for (let k = i - 1; k >= 0 && i - k < 30; k--) {
      const entry = sequence.entries[k] as Entry;
      if (entry === total || entry.index < total.index) break;
      if (entry.clause.sentence < head.clause.sentence - 1) break;
      before.unshift(entry);
    }
    const sum = sumOf(list);
    // Those of the sentence before, or only the last of them.
    const all = [...before, ...list];
    if (before.length > 0)
      return sumOf(all) === amount(total) || sum >= amount(total) ? all : all.slice(before.length - 1);
  }
  const after: Entry[] = [];
  // 其中境外输入16例。本土368例: what leaves nothing out may come in a sentence of its own.
  let following = end;
  while (
    following < end + MOST_NESTED &&
    sequence.entries[following]?.clause.sentence === last.clause.sentence
  )
    following++;
  const next = sequence.entries[following];
  if (next && next.clause.sentence === last.clause.sentence + 1 && !sequence.openers[following]) {
    // 第一产业…；第二产业…，其中…。第三产业…: the set is not whole without it.
    const whole = isComplement([...namesOf(list), next.name]);
    if (whole && (!always || !isComplement(namesOf(list)) || /第二产业/.test(last.name)))
      return [...list, next];
  }
  for (let k = end; k < end + 6; k++) {
    const entry = sequence.entries[k];
    if (!entry || entry.part !== last.part || entry.clause.sentence > last.clause.sentence + 2) break;
    // What is left is left of the list it follows.
    const rest = k === end && remainder.test(entry.lead);
    if (entry.clause.sentence === last.clause.sentence && !rest) continue;
    const name = entry.name.replace(/的$/, "");
    const all = /全部|均已|都已|也已|已.{0,4}(?:出院|治愈|解除)/.test(entry.tail);
    if ((all && isPlace(name) && !names.has(name)) || rest) after.push(entry);
  }
  return after.length > 0 ? [...list, ...after] : null;
}

/** 甲、乙等; 甲3例、乙2例、…: more is to come than is listed. */
export function isOpenEnded(last: Entry): boolean {
  if (openEnded.test(last.tail)) return true;
  const next = last.clause.group.clauses[last.clause.order + 1];
  return next !== undefined && /^\s*(?:…|\.\.\.|等[，。]?$)|^.{0,8}(?:…|\.\.\.)/.test(next.text);
}

/** Parts of parts between a list and the next sentence. */
const MOST_NESTED = 20;

/** 12人遇难，5人受伤，另有1人失踪: one more of the fates, though 另有 mostly begins another matter. */
export function isAlso(row: readonly Entry[], next: Entry | undefined): next is Entry {
  const last = row.at(-1) as Entry;
  return (
    next !== undefined &&
    /^(?:另有|还有|另外|仍有|尚有|其余)$/.test(next.lead) &&
    last.clause.sentence === next.clause.sentence &&
    (isComplement([...row, next].map(({ tail }) => tail.slice(0, 6))) ||
      // 已抢通17处，还有5处正在施工
      isComplement([...row, next].map(({ lead, tail }) => `${lead}${tail.slice(0, 6)}`))) &&
    gapOf(last, next).level <= LEVEL.clause
  );
}

/** The longest list whose parts are alike, else the first offered. */
export function likeliest(lists: readonly Parts[]): readonly Entry[] {
  const graded = lists
    .filter(({ list }) => list.length > 1)
    .map(({ list }) => ({
      list,
      kind: likeness(namesOf(list), tailsOf(list)),
    }));
  for (const kind of ["complement", "places", "counterparts", "alike"] as const) {
    const found = graded.filter((entry) => entry.kind === kind && pure(entry.list, kind));
    if (found.length > 0) return (found[0] as { list: readonly Entry[] }).list;
  }
  return graded[0]?.list ?? (lists[0] as Parts).list;
}

const pure = (list: readonly Entry[], kind: Likeness) =>
  kind !== "places" || isPlace((list.at(-1) as Entry).name);

/** Qualities and states that leave out who has none of them: 重症, 出院, 有接触史. */
export const isOverlapping = (parts: readonly Entry[]) =>
  parts.some(({ lead, tail }) =>
    // 中国游客等145人 names some of those it counts.
    [lead.replace(/等$/, ""), tail].some((text) => status.test(text) || mayOverlap.test(text)),
  );
const mayOverlap = /史$|接触史|旅[居行]史|居住史|有.{0,8}接触|等$/;

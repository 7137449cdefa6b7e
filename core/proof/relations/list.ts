/**
 * Lists of figures side by side.
 *
 * A sequence is all figures of one class in one group (the body outside brackets, or one pair of brackets). A list is
 * a stretch of it without the parts of its parts: where two stretches could be meant, both are offered, widest
 * first, and arithmetic decides (sum.ts). Every walk is bounded.
 */
import { LEVEL } from "../figures/clauses.ts";
import { isTakenUp, type Opener, openerOf } from "./opener.ts";
import { countable, type Entry, type Stream, type StreamClause } from "./stream.ts";
import { breaksList, isComplement, isPlace, remainder } from "./words.ts";

const MAX_PARTS = 80;
const MAX_BETWEEN = 6;

export interface Sequence {
  readonly entries: readonly Entry[];
  readonly openers: readonly (Opener | null)[];
}

const changeAlone =
  /^(?:分别)?(?:比上年|比去年|同比|环比|较上年)?(?:分别)?(?:增加|减少|增长|下降|增产|减产|增收|减收|净增|多|少)(?:了)?$/;

export function sequencesOf(stream: Stream): Sequence[] {
  const byKey = new Map<unknown, Map<string, Entry[]>>();
  const changing = new Set<Entry>();
  for (const entry of stream.entries) {
    if (!countable(entry)) continue;
    let classes = byKey.get(entry.clause.group);
    if (!classes) {
      classes = new Map();
      byKey.set(entry.clause.group, classes);
    }
    // 小麦800万亩，增加10万亩；油菜籽50万亩，增加2万亩: two lists, of areas and of changes.
    // 分别增加473万人、435万人: what a list has begun with goes for all of it.
    const before = stream.entries[entry.index - 1];
    const goesOn = /^[和及]?$/.test(entry.lead) && before !== undefined && changing.has(before);
    const change = changeAlone.test(entry.lead) || (goesOn && gapOf(before, entry).level <= LEVEL.item);
    if (change) changing.add(entry);
    const key = `${entry.mention.class}${change ? " change" : ""}`;
    const list = classes.get(key);
    if (list) list.push(entry);
    else classes.set(key, [entry]);
  }
  const sequences: Sequence[] = [];
  for (const classes of byKey.values()) {
    for (const entries of classes.values()) {
      sequences.push({ entries, openers: entries.map((entry, i) => openerOf(entry, entries[i - 1])) });
    }
  }
  return sequences;
}

/** The figures that stand in a list that words open, by index, each with the place of the list's first. */
export function runsOf(sequence: Sequence): ReadonlyMap<number, number> {
  let inside = lists.get(sequence);
  if (inside) return inside;
  inside = new Map();
  lists.set(sequence, inside);
  for (const [i, opener] of sequence.openers.entries())
    if (opener)
      for (const { k } of runFrom(sequence, i, "list"))
        (inside as Map<number, number>).set((sequence.entries[k] as Entry).index, i);
  return inside;
}

/** The figures before place `i` that are no parts of one another: 采样点186个，其中固定121个、流动65个；郊县74个. */
export function withoutNested(sequence: Sequence, i: number): Entry[] {
  const from = Math.max(0, i - MAX_PARTS);
  const nested = new Set<number>();
  for (let k = from; k < i; k++) {
    if (!isNested(sequence.openers[k])) continue;
    const steps = runFrom(sequence, k, "list");
    for (const step of steps.slice(0, (endsOf(steps)[0] ?? 0) + 1)) nested.add(step.k);
  }
  return sequence.entries.slice(from, i).filter((_, k) => !nested.has(from + k));
}

const lists = new WeakMap<Sequence, Map<number, number>>();

/** Each figure after 其中 with the figure it is part of, be the parts all of it or not. */
export function* wholesOf(sequence: Sequence): Generator<readonly [Entry, Entry]> {
  const { entries, openers } = sequence;
  for (const [i, opener] of openers.entries()) {
    if (!opener) continue;
    const whole = opener.total ?? entries[hostsOf(sequence, i).hosts[0] ?? -1];
    if (whole) yield [entries[i] as Entry, whole];
  }
}

export interface Gap {
  readonly level: number;
  /** Other talk stands between: the list ends. */
  readonly broken: boolean;
}

/** What stands between two figures that follow each other in a sequence. */
export function gapOf(a: Entry, b: Entry): Gap {
  if (a.clause === b.clause) return { level: LEVEL.none, broken: false };
  const { clauses } = b.clause.group;
  const between = b.clause.order - a.clause.order;
  let level = a.clause.close;
  if (between > MAX_BETWEEN + 60) return { level: LEVEL.paragraph, broken: true };
  const heads = headsSegment(b);
  let plain = 0;
  for (let k = a.clause.order + 1; k < b.clause.order; k++) {
    const clause = clauses[k] as StreamClause;
    level = Math.max(level, clause.close);
    // Names in a row (支持甲、乙、丙3省) are one clause.
    if (clause.close === LEVEL.item && clause.entries.length === 0) continue;
    if (heads) continue;
    if (breaksList.test(clause.text) && !isAttribute(clause)) return { level, broken: true };
    if (!isAttribute(clause)) plain++;
  }
  if (plain > 2) return { level, broken: true };
  return { level, broken: false };
}

/** 2亿元用于…，支持…；8000万元用于…: what follows ； goes on with the list, however much was said of the part before. */
function headsSegment({ clause, mention }: Entry): boolean {
  const previous = clause.group.clauses[clause.order - 1];
  return previous?.close === LEVEL.part && mention.start - clause.start <= HEAD;
}

/** Characters of a segment within which its figure must come. */
const HEAD = 20;

/** 同比增长8.4% and the like say something of the part before and end no list. */
function isAttribute(clause: StreamClause): boolean {
  return (
    /^(?:同比|环比|比上年|比去年|较|增长|下降|上升|增加|减少|占|增速|降幅|增幅)/.test(clause.text.trim()) ||
    clause.entries.some((entry) => entry.mention.class === "%")
  );
}

export interface Step {
  /** Index in the sequence. */
  readonly k: number;
  /** Level of the marks before it. */
  readonly level: number;
}

/**
 * How the parts of a part are stepped over: all of their list, or its first figure only. "loose" also reads on past
 * words that mostly begin another matter (604例中，危重20例，…，累计出院12例), for arithmetic to decide.
 */
export type Nesting = "list" | "one" | "loose";

const nestings: Readonly<Record<Nesting, number>> = { list: 0, one: 1, loose: 2 };
const runs = new WeakMap<Sequence, Map<number, Step[]>>();

/** The list that starts at `start`; nested lists are stepped over. */
export function runFrom(sequence: Sequence, start: number, nesting: Nesting, depth = 0): readonly Step[] {
  let known = runs.get(sequence);
  if (!known) {
    known = new Map();
    runs.set(sequence, known);
  }
  const key = start * 16 + depth * 4 + nestings[nesting];
  let steps = known.get(key);
  if (!steps) {
    steps = walk(sequence, start, nesting, depth);
    known.set(key, steps);
  }
  return steps;
}

function walk(sequence: Sequence, start: number, nesting: Nesting, depth: number): Step[] {
  const { entries, openers } = sequence;
  const steps: Step[] = [{ k: start, level: 0 }];
  const names = new Set([(entries[start] as Entry).name]);
  const startsNew = /新增/.test((entries[start] as Entry).clause.text);
  let last = start;
  while (steps.length < MAX_PARTS) {
    let next = last + 1;
    while (next < last + MAX_PARTS && depth < 3 && isNested(openers[next])) {
      next =
        nesting === "one" && !isWhole(sequence, next, depth)
          ? next + 1
          : naturalEnd(runFrom(sequence, next, "list", depth + 1)) + 1;
    }
    if (namesExtended(sequence, last, next)) next += 2;
    const entry = entries[next];
    // 甲州1例为首例，乙市1例: what is said of a part ends no list.
    if (entry?.mention.kind === "implicit" && /[为系是属][^，。；]{0,6}$/.test(entry.lead)) {
      last = next;
      continue;
    }
    if (!entry || openers[next] || entry.mention.kind === "implicit" || isTakenUp(entry)) break;
    // 甲区36个、乙区3个，甲区21个与…共用: a name that comes again begins another matter.
    const name = entry.name;
    if (isPlace(name) && names.has(name)) break;
    names.add(name);
    const gap = gapOf(entries[next - 1] as Entry, entry);
    if (gap.level > LEVEL.part || (gap.broken && nesting !== "loose")) break;
    const lead = entry.clause.entries[0] === entry ? entry.clause.text : entry.lead;
    if (nesting !== "loose" && breaksList.test(lead.trim())) break;
    // 境外输入21例；本土191例；新增治愈378例: another count begins.
    if (/^\s*新增/.test(lead) && !startsNew) break;
    last = next;
    // 其他19个市州均为0例 adds nothing and is no part.
    if (entry.mention.value === 0 && remainder.test(entry.clause.text)) continue;
    steps.push({ k: next, level: gap.level });
  }
  return steps;
}

/** 包括女运动员98人、男运动员107人: the parts of a part that leave nothing out, none of which is one of the outer list. */
function isWhole(sequence: Sequence, start: number, depth: number): boolean {
  const steps = runFrom(sequence, start, "list", depth + 1);
  const list = steps.slice(0, (endsOf(steps)[0] ?? 0) + 1).map(({ k }) => sequence.entries[k] as Entry);
  return list.length > 1 && isComplement(list.map(({ name }) => name));
}

/** 女运动员 and 男运动员, right after 运动员, are its parts. */
function namesExtended({ entries, openers }: Sequence, whole: number, next: number): boolean {
  const name = (entries[whole] as Entry).name;
  if (name.length < 2 || name.length > 6 || openers[next] || openers[next + 1]) return false;
  return [next, next + 1].every((k) => {
    const part = entries[k]?.name;
    return part !== undefined && part.length > name.length && part.endsWith(name);
  });
}

/**
 * The figures the opener at `i` may split, nearest first: the figure before it; where that ends a list, the figure
 * that list splits; and so on outwards. `nested` says that a list goes on around it.
 */
export function hostsOf(sequence: Sequence, i: number): { hosts: number[]; nested: boolean } {
  const { entries, openers } = sequence;
  const hosts: number[] = [];
  let nested = false;
  let k = i - 1;
  const sentence = entries[k]?.clause.sentence;
  while (k >= 0 && hosts.length < 4 && entries[k]?.clause.sentence === sentence) {
    hosts.push(k);
    let j = k;
    while (j >= 0 && k - j < MAX_PARTS && (!openers[j] || entries[j]?.clause.sentence !== sentence)) j--;
    const opener = openers[j];
    if (j < 0 || !opener || entries[j]?.clause.sentence !== sentence) break;
    if (j < k || openers[j]) {
      const steps = runFrom(sequence, j, "list");
      if (steps.some((step) => step.k === k)) {
        nested = true;
        if (naturalEnd(steps) !== k && j !== k) break;
      } else break;
    }
    k = j - 1;
  }
  return { hosts, nested };
}

/** The figures of the sentence before the list, nearest first. */
export function hostsBefore({ entries }: Sequence, i: number): Entry[] {
  const found: Entry[] = [];
  const sentence = entries[i - 1]?.clause.sentence;
  for (let k = i - 1; k >= 0 && k > i - 6; k--) {
    const entry = entries[k] as Entry;
    if (entry.clause.sentence !== sentence || entry.mention.kind === "implicit") break;
    found.push(entry);
  }
  return found;
}

const isNested = (opener: Opener | null | undefined) =>
  opener !== null && opener !== undefined && !opener.detached && opener.kind !== "header";

/** Index in the sequence of the last part of the first natural end. */
function naturalEnd(steps: readonly Step[]): number {
  const end = endsOf(steps)[0] ?? steps.length - 1;
  return (steps[end] as Step).k;
}

/** Where the list may end: before every mark stronger than those within it, and at its last part. */
export function endsOf(steps: readonly Step[]): number[] {
  const ends: number[] = [];
  let strongest = 0;
  for (let j = 1; j < steps.length; j++) {
    strongest = Math.max(strongest, (steps[j] as Step).level);
    const following = steps[j + 1];
    if (following && following.level > strongest) ends.push(j);
  }
  if (steps.length > 1) ends.push(steps.length - 1);
  return ends;
}

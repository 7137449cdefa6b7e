/**
 * One article as a stream of figures, each with the words around it: what every relation is read from.
 *
 * Places are kept as indices of parts and offsets, never as spans, so that an analysis outlives the reading it was
 * made for; `spanOf` in figure.ts turns them into spans of the reading at hand.
 */
import type { ArticleReading, TextPart } from "../../edition/reading.ts";
import { type Clause, type Clauses, clausesOf, LEVEL } from "../figures/clauses.ts";
import type { Mention } from "../figures/scan.ts";
import { nameOf } from "./words.ts";

export interface StreamClause {
  readonly part: number;
  readonly text: string;
  readonly start: number;
  readonly close: number;
  readonly mark: string;
  readonly sentence: number;
  readonly group: Group;
  /** Place among the clauses of its group. */
  readonly order: number;
  readonly entries: Entry[];
}

export interface Group {
  readonly clauses: StreamClause[];
  /** The figure the brackets follow; null outside brackets, or where none does. */
  host: Entry | null | undefined;
  readonly depth: number;
}

/** A figure with its words. */
export interface Entry {
  /** Place in the article's figures. */
  readonly index: number;
  readonly part: number;
  readonly mention: Mention;
  readonly clause: StreamClause;
  /** Words of the clause between the figure (or clause start) before and this one. */
  readonly lead: string;
  /** Words after it up to the next figure or the clause's end. */
  readonly tail: string;
  /** What the words before it call it, without verbs (荷塘区有 is 荷塘区). */
  readonly name: string;
  /** How many names share it (密云区、延庆区各2例: 2). */
  readonly times: number;
}

export interface Stream {
  readonly article: ArticleReading;
  readonly entries: readonly Entry[];
  readonly groups: readonly Group[];
  /** The figure that starts at an offset of a part's text. */
  at(part: number, start: number): Entry | undefined;
}

const body = new Set(["dateline", "paragraph", "crosshead"]);
const cache = new WeakMap<object, Clauses>();

/** The part's clauses; cached under its document node. */
function clausesOfPart(part: TextPart): Clauses {
  let clauses = cache.get(part.node);
  if (!clauses || clauses.text !== part.text) {
    clauses = clausesOf(part.text);
    cache.set(part.node, clauses);
  }
  return clauses;
}

/** Body text is one stream; every headline, deck and caption is one of its own. */
export function streamOf(article: ArticleReading): Stream {
  const entries: Entry[] = [];
  const groups: Group[] = [];
  let sentence = 0;
  let main: Group | null = null;
  article.parts.forEach((part, index) => {
    if (part.role === "jump" || part.role === "byline" || part.role === "credit") return;
    let zone: Group;
    if (body.has(part.role)) {
      main ??= newGroup(0);
      zone = main;
    } else zone = newGroup(0);
    sentence = readPart(part, index, zone, sentence);
  });
  // Offsets stay under 10⁷ in a part.
  let starts: Map<number, Entry> | undefined;
  return {
    article,
    entries,
    groups,
    at(part, start) {
      starts ??= new Map(entries.map((entry) => [entry.part * 1e7 + entry.mention.start, entry]));
      return starts.get(part * 1e7 + start);
    },
  };

  function newGroup(depth: number): Group {
    const group: Group = { clauses: [], host: depth > 0 ? undefined : null, depth };
    groups.push(group);
    return group;
  }

  function readPart(part: TextPart, index: number, zone: Group, firstSentence: number): number {
    const { text, mentions, clauses, home } = clausesOfPart(part);
    const local: Group[] = [zone];
    let at = firstSentence;
    const made = clauses.map((clause): StreamClause => {
      let group = local[clause.group];
      if (!group) {
        group = newGroup(1);
        local[clause.group] = group;
      }
      const result = {
        part: index,
        text: text.slice(clause.start, Math.min(clause.end, clause.start + 200)),
        start: clause.start,
        close: clause.close,
        mark: clause.mark,
        sentence: at,
        group,
        order: group.clauses.length,
        entries: [],
      };
      group.clauses.push(result);
      // The mark that ends a part leaves an empty clause, which is no sentence.
      if (clause.group === 0 && clause.close >= LEVEL.sentence && clause.end > clause.start) at++;
      return result;
    });
    mentions.forEach((mention, m) => {
      const clause = clauses[home[m] as number] as Clause;
      const owner = made[home[m] as number] as StreamClause;
      if (owner.group.host === undefined)
        owner.group.host = hostOf(text, (owner.group.clauses[0] as StreamClause).start);
      const place = owner.entries.length;
      // 二期计划投资: an ordinal is a word among the words.
      let before = place - 1;
      while (before > place - MOST_WORDS && isWord(mentions[clause.mentions[before] ?? -1], mention))
        before--;
      const from = mentions[clause.mentions[before] ?? -1]?.end ?? clause.start;
      // 建房12栋864套: the second figure is of what the first is.
      const beside = owner.entries[before];
      const joined =
        before === place - 1 &&
        from === mention.start &&
        beside?.mention.kind === "quantity" &&
        beside.mention.class !== mention.class;
      const to = mentions[clause.mentions[place + 1] ?? -1]?.start ?? clause.end;
      const lead = joined
        ? beside.lead
        : afterBracket(text.slice(Math.max(from, mention.start - 60), mention.start));
      const tail = beforeBracket(text.slice(mention.end, Math.min(to, mention.end + 40)));
      // 甲州、乙市为报告首例: each has one.
      const shared =
        (lead.includes("各") && sharedEach.test(lead)) ||
        (mention.unit === "例" && isFirst(mention) && /[为系]/.test(lead));
      const times = shared ? (numberSharing(owner, mention, lead) ?? namesSharing(owner, lead)) : 1;
      const counts = mention.kind === "quantity" || mention.kind === "implicit";
      const name = counts ? nameOf(lead) : "";
      const entry: Entry = {
        index: entries.length,
        part: index,
        mention,
        clause: owner,
        lead,
        tail,
        name,
        times,
      };
      entries.push(entry);
      owner.entries.push(entry);
    });
    return at;
  }

  /** The figure right before an opening bracket, with at most a few words between (78例确诊病例（其中…）). */
  function hostOf(text: string, bracket: number): Entry | null {
    const last = entries.at(-1);
    if (!last) return null;
    const gap = bracket - 1 - last.mention.end;
    if (gap < 0 || gap > 24) return null;
    // 新增6例，均为境外输入病例（甲市4例、乙市2例）
    return /^[^、，,；;。：:（）()]*(?:[，,](?:均|全部|都)[为是系][^、，,；;。：:（）()]*)?$/.test(
      text.slice(last.mention.end, bracket - 1),
    )
      ? last
      : null;
  }
}

/** Index of the first entry that stands at or behind an offset of a part's text. */
export function indexFrom({ entries }: Stream, part: number, offset: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle] as Entry;
    if (entry.part < part || (entry.part === part && entry.mention.start < offset)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isFirst = ({ kind, value }: Mention) => kind === "implicit" && value === 1;

/** Ordinals and the like before a figure that are read as its words. */
const MOST_WORDS = 4;
/** 二期, B座; and of people the ages they are told apart by: 19至59岁9例. */
const isWord = (mention: Mention | undefined, of: Mention) =>
  mention?.kind === "ordinal" ||
  mention?.kind === "name" ||
  (of.class === "人" && /^周?岁$/.test(mention?.unit ?? ""));

/** What stands in brackets, and beyond them, says nothing of the figure. */
const beforeBracket = (text: string) => {
  const at = text.search(/[（(]/);
  return at < 0 ? text : text.slice(0, at);
};
const afterBracket = (text: string) => {
  const at = Math.max(text.lastIndexOf("）"), text.lastIndexOf(")"));
  return at < 0 || at === text.length - 1
    ? text
    : text.slice(0, at + 1).replace(/[（(][^（(]*[）)]$/, "") + text.slice(at + 1);
};

const sharedEach =
  /各(?:自|为|有|占|报告|新增|输入|派出?|获得?|出现|发现|确诊|被?罚款?|奖励?|补[贴助]|捐[款赠]?|发放?|配备|出资|投入)?$/;

/** Most that are said to have so much each. */
const MOST_SHARING = 60;

/** 两名责任人各罚5万元: as many as are counted before 各; null where none are. */
function numberSharing(clause: StreamClause, { start }: Mention, lead: string): number | null {
  const before = clause.entries.at(-1);
  if (!before) return null;
  const { kind, value, scale, ulp, class: unit, upper, end } = before.mention;
  if (kind !== "quantity" || upper !== null || scale !== 1 || ulp !== 1 || value > MOST_SHARING) return null;
  if (!/^[人家户个所村支]$/.test(unit) || end + lead.length !== start) return null;
  return /^\p{Script=Han}{0,10}各/u.test(lead) && value >= 2 ? value : null;
}

function namesSharing(clause: StreamClause, lead: string): number {
  const count = (text: string) => text.split(/[和与及]/).filter((name) => name.trim() !== "").length || 1;
  let names = /^男女/.test(lead) ? 2 : count(lead.replace(/各.*$/, ""));
  for (let k = clause.order - 1; k >= 0 && names < 60; k--) {
    const before = clause.group.clauses[k] as StreamClause;
    if (before.part !== clause.part || before.mark !== "、" || before.entries.length > 0) break;
    names += count(before.text);
  }
  return names;
}

/** The clause's first figure with a unit, if it comes among its first numbers. */
export const firstQuantity = ({ entries }: StreamClause): Entry | undefined =>
  entries.slice(0, 12).find((entry) => entry.mention.kind === "quantity");

/** Figures that can be added: quantities of a class, and the cases words imply. */
export const countable = (entry: Entry) =>
  (entry.mention.kind === "quantity" || entry.mention.kind === "implicit") && entry.mention.upper === null;

/** The figure in full: 9.89万亿 as 9.89e12. */
export const amount = (entry: Entry) => entry.mention.value * entry.mention.scale;

/** One unit of the last printed digit, in full; 0 for a whole count, which rounding does not touch. */
export const grain = ({ mention }: Entry) =>
  mention.scale === 1 && mention.ulp === 1 ? 0 : mention.ulp * mention.scale;

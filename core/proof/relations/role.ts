/**
 * What part a figure plays in a scheme of balances, by the words around it.
 *
 * The words of a figure are worked out once for all schemes.
 */
import { type Scheme, schemes } from "./schemes.ts";
import type { Entry, StreamClause } from "./stream.ts";
import { isNew, isPlace } from "./words.ts";

const care = schemes[0]?.parts.find(({ name }) => name === "care");
/** Whether the figure counts those in hospital. */
export const inCare = ({ name, tail }: Entry) => care?.words.test(`${name}|${tail}`) === true;

const common = /^(?:人|人次|元|美元|户|家|起|件|吨|公斤|个|只|台|辆)$/;
/** The day's contacts are no part of all of them: 2月9日已解除3890人. */
const ofTheDay = /(?:\d日|当[日天]|昨[日天])[^，。]{0,6}解除/;
/** Of these only the words before the figure say what it is. */
const leadOnly = new Set(["docket", "money", "surplus", "deficit", "stock", "transport", "trade"]);
const risen = /^(?:上升|攀升|升|增加|增|上涨)(?:为|至|到)$/;
const rises = /^(?:上升|增加?|升|增长|攀升|上涨|下降|减少?|降|跌)/;
const starts = /(?:从|由)(?:原来的?|之前的?|昨日的?)?$/;

interface Words {
  /** Before the figure, from the clause's start where it is the first. */
  readonly lead: string;
  /** That and what stands behind it. */
  readonly around: string;
  /** The clause up to the figure. */
  readonly upTo: string;
  readonly isNew: { readonly lead: boolean; readonly around: boolean };
}

const known = new WeakMap<Entry, Words | null>();

/** Null where the figure counts nothing that a scheme could speak of. */
function wordsOf(entry: Entry): Words | null {
  let words = known.get(entry);
  if (words === undefined) {
    words = common.test(entry.mention.class) ? wordsAround(entry) : null;
    known.set(entry, words);
  }
  return words;
}

function wordsAround(entry: Entry): Words | null {
  const { clause, mention, tail } = entry;
  if (isPlace(entry.name.replace(/的$/, ""))) return null;
  const upTo = clause.text.slice(0, Math.max(0, mention.start - clause.start));
  // 累计确诊从59例上升为81例: what it was before says what it is now, and is no total itself.
  const lead = clause.entries[0] === entry || risen.test(entry.lead) ? upTo : entry.lead;
  if (rises.test(tail) && starts.test(lead)) return null;
  const around = `${lead}|${tail}`;
  return { lead, around, upTo, isNew: { lead: isNew(lead), around: isNew(around) } };
}

/** Figures that a scheme of balances could speak of. */
export const isSpokenOf = (entry: Entry): boolean => wordsOf(entry) !== null;

/** Whether the figure may play the scheme's first part: what its words rule out need not be looked at closer. */
export function mayBegin(scheme: Scheme, entry: Entry): boolean {
  const words = wordsOf(entry);
  if (words === null) return false;
  const names = scheme.id === "transport" ? respectively(entry) : null;
  return scheme.parts[0]?.words.test(names ?? (leadOnly.has(scheme.id) ? words.lead : words.around)) === true;
}

/** The name of the role the figure plays in the scheme; null where it plays none. */
export function roleOf(scheme: Scheme, entry: Entry): string | null {
  const words = wordsOf(entry);
  if (words === null) return null;
  const { clause } = entry;
  const money = leadOnly.has(scheme.id);
  if (scheme.id !== "stock" && (money ? words.isNew.lead : words.isNew.around)) return null;
  if (scheme.id === "transport") {
    // 水路、民航分别为120万人次和227万人次: the names in their order.
    const names = respectively(entry);
    if (names !== null) return scheme.parts.find((role) => role.words.test(names))?.name ?? null;
  }
  // 累计296例（…死亡1例）。累计出院270例，住院25例: who died may stand in brackets behind the total.
  const inside = clause.group.depth > 0;
  const { host } = clause.group;
  if (inside && (scheme.id !== "cases" || !host || roleOf(scheme, host) !== "total")) return null;
  if (scheme.id === "contacts" && ofTheDay.test(words.upTo)) return null;
  const around = money ? words.lead : words.around;
  // Of several words before the figure the nearest says what it is: 因收入变化等退出703户.
  let name: string | null = null;
  let nearest = -1;
  for (const role of [...scheme.parts, scheme.total]) {
    if (name !== null && !money) break;
    const at = role.words.exec(around)?.index ?? -1;
    if (at < 0 || (name !== null && at <= nearest) || role.not?.test(around)) continue;
    [name, nearest] = [role.name, at];
  }
  return inside && name !== "dead" ? null : name;
}

const rows = new WeakMap<StreamClause, ReadonlyMap<Entry, string> | null>();

/** What the figure is the figure of where names in a row come first and 分别 joins them to theirs; else null. */
function respectively(entry: Entry): string | null {
  let names = rows.get(entry.clause);
  if (names === undefined) {
    names = namesInRow(entry.clause);
    rows.set(entry.clause, names);
  }
  return names?.get(entry) ?? null;
}

function namesInRow(clause: StreamClause): ReadonlyMap<Entry, string> | null {
  const own = clause.entries.filter(({ mention: { kind } }) => kind === "quantity");
  const first = own[0];
  if (!first || own.length < 2 || !first.lead.includes("分别")) return null;
  const names = [first.lead];
  for (let k = clause.order - 1; k >= 0 && names.length < own.length; k--) {
    const before = clause.group.clauses[k];
    if (before?.mark !== "、" || before.entries.length > 0) break;
    names.unshift(before.text);
  }
  if (names.length !== own.length) return null;
  return new Map(own.map((entry, i) => [entry, names[i] as string]));
}

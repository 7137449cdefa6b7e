/**
 * Balances: figures that must account for each other by what they are, wherever they stand: confirmed = discharged +
 * in hospital + dead; contacts = released + observed; income = spending + surplus; due = present + absent.
 *
 * A balance over several sentences is claimed to fail only where the remainder is named (仍有, 尚有), because deaths
 * or cases moved away may be left unsaid.
 */
import { agrees, type Claim, claimOf, isVague, sumOf } from "./claim.ts";
import { textsOf } from "./pseudo.ts";
import { isSpokenOf, mayBegin, roleOf } from "./role.ts";
import { type Role, type Scheme, schemes } from "./schemes.ts";
import { isSlip } from "./slip.ts";
import { amount, countable, type Entry, type Stream } from "./stream.ts";

export function balances(stream: Stream): Claim[] {
  const claims: Claim[] = [];
  const entries = stream.entries.filter((entry) => countable(entry) && isSpokenOf(entry));
  for (const scheme of schemes) {
    const [begins] = scheme.parts as [Role];
    const anchors = entries.filter(
      (entry) => mayBegin(scheme, entry) && roleOf(scheme, entry) === begins.name,
    );
    if (anchors.length === 0) continue;
    if (!textsOf(stream).some(([, text]) => scheme.needs.test(text))) continue;
    const known = new Map<Entry, string | null>();
    // Of the figures about an anchor only: most are about none.
    const role = (entry: Entry) => {
      let name = known.get(entry);
      if (name === undefined) {
        name = roleOf(scheme, entry);
        known.set(entry, name);
      }
      return name;
    };
    const used = new Set<Entry>();
    for (const anchor of anchors) {
      const claim = balanceAt(scheme, rolesAbout(entries, anchor, role), anchor);
      if (claim && !used.has(claim.total)) {
        used.add(claim.total);
        claims.push(claim);
      }
    }
  }
  return claims;
}

/** The figures of the anchor's kind at most `REACH` figures and `REACH_SENTENCES` sentences away, by their roles. */
function rolesAbout(
  entries: readonly Entry[],
  anchor: Entry,
  role: (entry: Entry) => string | null,
): ReadonlyMap<string, readonly Entry[]> {
  const roles = new Map<string, Entry[]>();
  for (const entry of around(entries, anchor)) {
    if (!sameKind(entry, anchor) || distance(entry, anchor) > REACH_SENTENCES) continue;
    const name = role(entry);
    if (name === null) continue;
    const list = roles.get(name);
    if (list) list.push(entry);
    else roles.set(name, [entry]);
  }
  return roles;
}

/** 累计报告1018例，其中治愈出院1014例，死亡4例: what became of the cases, each another fate, is a balance. */
export function accountsForCases({ total, parts }: Pick<Claim, "total" | "parts">): boolean {
  const cases = schemes[0] as Scheme;
  const fates = parts.map(({ name, tail, mention }) =>
    mention.class !== "人"
      ? undefined
      : cases.parts.find(({ words, not }) => words.test(`${name}|${tail}`) && !not?.test(`${name}|${tail}`))
          ?.name,
  );
  if (!/确诊|病例|患者|感染/.test(total.lead + total.tail)) return false;
  return parts.length > 1 && !fates.includes(undefined) && new Set(fates).size === fates.length;
}

function balanceAt(
  scheme: Scheme,
  roles: ReadonlyMap<string, readonly Entry[]>,
  anchor: Entry,
): Claim | null {
  const near = (name: string, count: number) =>
    (roles.get(name) ?? []).toSorted((a, b) => rank(a, anchor) - rank(b, anchor)).slice(0, count);
  const candidates = near("total", 3);
  let totals = candidates;
  const choices = scheme.parts.slice(1).map((role) => ({ role, entries: near(role.name, 3) }));
  if (totals.length === 0 || choices.some(({ role, entries }) => entries.length === 0 && !role.optional))
    return null;

  // 436名确诊患者中，…: a total in the sentence of all its parts is the one that is meant.
  const first = choices[0]?.entries[0];
  const own = totals.filter((total) => distance(total, anchor) === 0);
  if (own.length > 0 && first && distance(first, anchor) === 0) totals = own;

  let best: { total: Entry; parts: Entry[] } | null = null;
  for (const total of totals) {
    for (const parts of combinations(anchor, choices, scheme.soft === true, candidates)) {
      best ??= { total, parts };
      if (agrees(total, balanceOf(scheme, parts), parts)) return claimFor(scheme, total, parts, true);
    }
  }
  if (best && totals.some((total) => isTogether(total, choices, anchor, scheme))) return null;
  // 累计254例，治愈255例，死亡2例: who else there is may be unsaid, but no more than all.
  const over = best && balanceOf(scheme, best.parts) > amount(best.total);
  if (
    !best ||
    (scheme.unclaimed && !(over && scheme.kind === undefined)) ||
    best.parts.some(isVague) ||
    isVague(best.total)
  )
    return null;
  const { total, parts } = best;
  const spread = Math.max(...parts.map((part) => distance(part, anchor)), distance(total, anchor));
  // Far apart, only figures that nothing else could stand in for are taken to belong together.
  if (
    spread > 2 &&
    (totals.length > 1 || parts.length < scheme.parts.length || choices.some((c) => c.entries.length > 1))
  )
    return null;
  const sum = balanceOf(scheme, parts);
  const close = Math.abs(sum / amount(total) - 1) <= 0.5;
  if (amount(total) === 0 || !(close || isSlip(total, parts, sum))) return null;
  return claimFor(scheme, total, parts, false, spread > 2);
}

const REACH = 120;

/** The entries at most `REACH` figures away; `entries` ascend. */
function around(entries: readonly Entry[], anchor: Entry): readonly Entry[] {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as Entry).index < anchor.index - REACH) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < entries.length && (entries[end] as Entry).index <= anchor.index + REACH) end++;
  return entries.slice(low, end);
}

const REACH_SENTENCES = 12;
const sameKind = (a: Entry, b: Entry) => a.mention.class === b.mention.class && a !== b;
const distance = (a: Entry, b: Entry) => Math.abs(a.clause.sentence - b.clause.sentence);
/** Nearest first; of two as near, the one before. */
const rank = (a: Entry, anchor: Entry) =>
  distance(a, anchor) * 100 + Math.abs(a.index - anchor.index) + (a.index > anchor.index ? 0.5 : 0);

function* combinations(
  anchor: Entry,
  choices: readonly { role: Role; entries: readonly Entry[] }[],
  soft: boolean,
  totals: readonly Entry[],
): Generator<Entry[]> {
  function* pick(at: number, taken: Entry[]): Generator<Entry[]> {
    const choice = choices[at];
    if (!choice) {
      yield taken;
      return;
    }
    for (const entry of choice.entries) yield* pick(at + 1, [...taken, entry]);
    // Deaths given beside the rest cannot be left out.
    const given = choice.entries.some(
      (entry) => distance(entry, anchor) <= (soft ? 0 : 1) && !isElsewhere(entry, anchor, totals),
    );
    if (choice.role.optional && !given) yield* pick(at + 1, taken);
  }
  yield* pick(0, [anchor]);
}

/** 本地318例、境外输入10例，出院322例、死亡6例: the total and the figure beside it together are what is accounted for. */
function isTogether(
  total: Entry,
  choices: readonly { role: Role; entries: readonly Entry[] }[],
  anchor: Entry,
  scheme: Scheme,
): boolean {
  const { clauses } = total.clause.group;
  const beside = [-1, 1].map((step) => clauses[total.clause.order + step]?.entries[0]);
  for (const other of beside) {
    if (other?.clause.sentence !== total.clause.sentence || !sameKind(other, total)) continue;
    const both = amount(total) + amount(other);
    for (const parts of combinations(
      anchor,
      choices.map((c) => ({ ...c, role: { ...c.role, optional: true } })),
      true,
      [],
    ))
      if (parts.length > 1 && !parts.includes(other) && balanceOf(scheme, parts) === both) return true;
  }
  return false;
}

/** 境外输入28例，出院22例、在院6例。本土131例，…死亡2例: the next sentence has a total of its own. */
const isElsewhere = (entry: Entry, anchor: Entry, totals: readonly Entry[]) =>
  distance(entry, anchor) > 0 &&
  totals.some((total) => distance(total, anchor) === 0) &&
  totals.some((total) => distance(total, entry) === 0);

/** What the parts come to; they stand in the scheme's order, those of optional roles perhaps missing at the end. */
const balanceOf = (scheme: Scheme, parts: readonly Entry[]) =>
  parts.reduce((sum, part, i) => sum + (scheme.parts[i]?.minus ? -1 : 1) * sumOf([part]), 0);

function claimFor(
  scheme: Scheme,
  total: Entry,
  parts: readonly Entry[],
  holds: boolean,
  far = false,
): Claim | null {
  const minus = parts.filter((_, i) => scheme.parts[i]?.minus);
  const claim = claimedFor(scheme, total, parts, holds, far);
  if (!claim) return null;
  const { kind = claim.kind } = scheme;
  return { ...claim, kind, ...(minus.length > 0 && { minus }) };
}

function claimedFor(
  scheme: Scheme,
  total: Entry,
  parts: readonly Entry[],
  holds: boolean,
  far: boolean,
): Claim | null {
  const ordered = parts.toSorted((a, b) => a.index - b.index);
  const sum = balanceOf(scheme, parts);
  if (holds) return claimOf("balance", total, ordered, sum, true, "stated");
  const slip = scheme.parts.some((role) => role.minus) || isSlip(total, ordered, sum);
  if (scheme.soft)
    return claimOf("balance", total, ordered, sum, false, "likely", slip ? "contacts" : "moved");
  const complete = parts.length === scheme.parts.length;
  // A figure more may be left unsaid: patients at home, goods on the way.
  if (complete && !slip && sum < amount(total)) return null;
  if (complete) return claimOf("balance", total, ordered, sum, false, far ? "likely" : "stated");
  if (sum > amount(total)) return claimOf("balance", total, ordered, sum, false, "stated");
  // What is missing may be unsaid, unless the rest is named as the rest.
  const named = parts.some((part) => /仍有|尚有|还有|其余|剩余|余下/.test(part.lead));
  return named ? claimOf("balance", total, ordered, sum, false, "likely", "unstated") : null;
}

/**
 * All relations of one article, and the state they leave each figure in.
 *
 * The analysis is kept under the article's document node and holds no spans; `relationsOf` ties it to the reading at
 * hand, so an edit elsewhere costs nothing here.
 */
import type { Node } from "prosemirror-model";
import type { ArticleReading } from "../../edition/reading.ts";
import type { Figure, FigureState, Relation, Span } from "../proofing.ts";
import { additions } from "./added.ts";
import { accountsForCases, balances } from "./balance.ts";
import { besidesThese } from "./besides.ts";
import { changes } from "./change.ts";
import type { Claim } from "./claim.ts";
import { clocks } from "./clock.ts";
import { closingSums } from "./closing.ts";
import { counts } from "./count.ts";
import { days } from "./days.ts";
import { firsts } from "./firsts.ts";
import { fractions } from "./fractions.ts";
import { type Sequence, sequencesOf, wholesOf } from "./list.ts";
import { multiples } from "./multiple.ts";
import { bounds } from "./order.ts";
import { placeCounts } from "./place-counts.ts";
import { products } from "./product.ts";
import { ranks } from "./ranks.ts";
import { ratios } from "./ratio.ts";
import { type Named, named, sames } from "./same.ts";
import { shares } from "./shares.ts";
import { amount, type Entry, type Stream, streamOf } from "./stream.ts";
import { sums } from "./sum.ts";
import { tallies, votes } from "./votes.ts";
import { years } from "./years.ts";

export interface Analysis {
  readonly stream: Stream;
  readonly claims: readonly Claim[];
  readonly named: readonly Named[];
}

const cache = new WeakMap<Node, Analysis>();

export function analyse(article: ArticleReading): Analysis {
  const cached = cache.get(article.node);
  if (cached) return cached;
  const stream = streamOf(article);
  // What brackets split, words behind them may split again.
  const sequences = sequencesOf(stream).toSorted((a, b) => depthOf(b) - depthOf(a));
  const split = new Set<Entry>();
  const added = [
    ...balances(stream),
    ...sequences.flatMap((sequence) => [
      ...sums(sequence, split),
      ...additions(sequence),
      ...closingSums(sequence),
    ]),
    ...votes(stream),
    ...tallies(stream),
    ...besidesThese(stream),
  ];
  const wholeOf = new Map([
    ...sequences.flatMap((sequence) => [...wholesOf(sequence)]),
    ...added.flatMap(({ total, parts }) => parts.map((part) => [part, total] as const)),
  ]);
  const found = [
    ...added,
    ...changes(stream),
    ...multiples(stream),
    ...ratios(stream, wholeOf),
    ...products(stream),
    ...fractions(stream, wholeOf),
    ...shares(stream),
    ...counts(stream),
    ...placeCounts(stream, added),
    ...days(stream),
    ...years(stream),
    ...clocks(stream),
    ...bounds(stream),
    ...ranks(stream, added),
    ...firsts(stream),
    ...sames(stream),
  ];
  const analysis = { stream, claims: settle(found), named: named(stream) };
  cache.set(article.node, analysis);
  return analysis;
}

const depthOf = ({ entries }: Sequence) => entries[0]?.clause.group.depth ?? 0;

const placeOf = ({ part, mention }: Entry) => part * 1e7 + mention.start;
/** Total and parts in any order, as one string: sums of places tell lists apart as surely as the lists would. */
function identity({ total, parts }: Claim): string {
  let sum = 0;
  let squares = 0;
  for (const part of parts) {
    const place = placeOf(part);
    sum += place;
    squares += (place % 65_521) ** 2;
  }
  return `${placeOf(total)}:${parts.length}:${sum}:${squares}`;
}

/**
 * Each relation once, in text order. A reading that fails gives way to one that holds over the same parts, and a
 * balance is not told again as a sum.
 */
function settle(found: readonly Claim[]): Claim[] {
  const kept = new Map<string, Claim>();
  for (const each of found) {
    const claim =
      each.kind === "sum" && accountsForCases(each) ? { ...each, kind: "balance" as const } : each;
    const key = identity(claim);
    if (!kept.has(key)) kept.set(key, claim);
  }
  const holding = new Map<Entry, Claim[]>();
  for (const claim of kept.values()) {
    if (!claim.holds || !additive(claim)) continue;
    for (const part of new Set(claim.parts)) {
      const list = holding.get(part);
      if (list) list.push(claim);
      else holding.set(part, [claim]);
    }
  }
  const failing = [...kept.values()].filter((claim) => !claim.holds && additive(claim));
  const settled = [...kept.values()].filter((claim) => {
    if (claim.holds || !additive(claim)) return true;
    // 6金7银7铜 is no sum of 6: in one breath with the total, a part as large is its fellow.
    const { total, parts } = claim;
    if (
      parts.length > 1 &&
      parts.some((part) => part.clause === total.clause && amount(part) === amount(total))
    )
      return false;
    // 54例（出院71例、死亡1例、在院36例）: what fails is told once, with all that belongs to it.
    const fuller = (other: Claim) =>
      other.total === claim.total &&
      other.parts.length > claim.parts.length &&
      claim.parts.every((part) => other.parts.includes(part));
    if (failing.some(fuller)) return false;
    const rivals = claim.parts.flatMap((part) => holding.get(part) ?? []);
    // 审议34件，通过其中21件，包括制定6件、修改15件: 21 is made of 6 and 15, and so none of their fellows.
    return !rivals.some(
      (other) =>
        // 1272例，死亡22例、出院1250例。…现有1例: what comes to the total without the rest needs none of it.
        (other.total === claim.total &&
          other.parts.every((part) => claim.parts.includes(part)) &&
          !isOneBreath(claim)) ||
        claim.parts.every((part) => other.parts.includes(part)) ||
        // 进出口186亿元，出口121亿元，进口65亿元，顺差56亿元: what balances is a part all the same.
        (other.kind === "sum" &&
          claim.parts.includes(other.total) &&
          other.parts.some((part) => claim.parts.includes(part))),
    );
  });
  return settled.sort((a, b) => first(a) - first(b));
}

/** 436名患者中，在院350人，出院85人，死亡1人: of what became of all cases, said in one sentence, no part can be spared. */
const isOneBreath = ({ kind, total, parts }: Claim) =>
  kind === "balance" && parts.every(({ clause }) => clause.sentence === total.clause.sentence);

const additive = ({ kind }: Claim) => kind === "sum" || kind === "balance";
const first = (claim: Claim) => Math.min(placeOf(claim.total), ...claim.parts.map(placeOf));

export function figureOf(article: ArticleReading, entry: Entry): Figure {
  const { mention } = entry;
  return {
    value: mention.value,
    scale: mention.scale,
    unit: mention.unit,
    span: spanOfEntry(article, entry),
  };
}

function spanOfEntry(article: ArticleReading, entry: Entry): Span {
  const part = article.parts[entry.part];
  if (!part) throw new RangeError(`article ${article.id} has no part ${entry.part}`);
  return {
    from: { part, offset: entry.mention.start },
    to: { part, offset: entry.mention.end },
  };
}

function relationOf(article: ArticleReading, claim: Claim): Relation {
  const all = [claim.total, ...claim.parts].toSorted((a, b) => placeOf(a) - placeOf(b));
  return {
    kind: claim.kind,
    holds: claim.holds,
    span: {
      from: spanOfEntry(article, all[0] as Entry).from,
      to: spanOfEntry(article, all.at(-1) as Entry).to,
    },
    total: figureOf(article, claim.total),
    parts: claim.parts.map((part) => figureOf(article, part)),
    ...(claim.minus && {
      minus: claim.parts.flatMap((part, i) => (claim.minus?.includes(part) ? [i] : [])),
    }),
    computed: claim.computed,
    certainty: claim.certainty,
    note: claim.note ?? null,
  };
}

export interface ArticleFigures {
  readonly relations: readonly Relation[];
  readonly figures: readonly (Figure & { readonly state: FigureState })[];
}

/** The article's relations, and its figures in reading order. Dates, times and names are no figures. */
export function relationsOf(article: ArticleReading): ArticleFigures {
  const { stream, claims } = analyse(article);
  const states = new Map<Entry, FigureState>();
  for (const claim of claims) {
    for (const said of [claim.total, ...claim.parts]) {
      // 两个半小时 is said at the figure 两个.
      const entry = stream.at(said.part, said.mention.start) ?? said;
      if (!claim.holds) states.set(entry, "contradicted");
      else if (!states.has(entry)) states.set(entry, "verified");
    }
  }
  return {
    relations: claims.map((claim) => relationOf(article, claim)),
    figures: stream.entries
      .filter((entry) => entry.mention.kind === "quantity")
      .map((entry) => ({ ...figureOf(article, entry), state: states.get(entry) ?? "unchecked" })),
  };
}

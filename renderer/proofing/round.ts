/**
 * One person's round of proofing: what the panels show of an open edition, and which item is in front.
 *
 * Kept by edition, outside React, so that commands, panels and the galley see one round. The item in front is the
 * desk's `mark`; decisions are the host's, text the session's.
 */
import type { Severity } from "../../core/proof/proofing.ts";
import type { DeskState } from "../desk/state.ts";
import { createStore, type Store } from "../desk/store.ts";
import type { OpenEdition } from "../session/open-edition.ts";
import { type FigureItem, type FindingItem, type Items, itemsOf, type State } from "./items.ts";
import type { Stretch } from "./places.ts";

export type Grouping = "page" | "article" | "rule";
export type Scope = "once" | "edition";

export interface RoundState {
  readonly grouping: Grouping;
  /** Severities, and states of figures, that are left out. */
  readonly hidden: readonly (Severity | State)[];
  /** True while the list is that of ignored findings. */
  readonly ignored: boolean;
  /** The finding whose reason for being ignored is asked for. */
  readonly asking: { readonly id: string; readonly scope: Scope } | null;
  /** Which of the relations of the figure in front is shown. */
  readonly relation: number;
  /** The place that a link led to last. */
  readonly lit: readonly Stretch[];
  /** Where in its list the item in front stood last: the next one takes its place when it goes. */
  readonly at: number;
}

export type RoundAction = Partial<RoundState>;
export type Round = Store<RoundState, RoundAction>;

const initial: RoundState = {
  grouping: "page",
  hidden: [],
  ignored: false,
  asking: null,
  relation: 0,
  lit: [],
  at: -1,
};

const rounds = new WeakMap<OpenEdition, Round>();

export function roundOf(open: OpenEdition): Round {
  let round = rounds.get(open);
  if (!round) {
    round = createStore((state, change) => ({ ...state, ...change }), initial);
    rounds.set(open, round);
  }
  return round;
}

/** Null until the first check has run. */
export function itemsIn(open: OpenEdition): Items | null {
  const { proofing, proofed } = open.session.state;
  return proofing && proofed ? itemsOf(proofing, proofed, open.decisions.snapshot()) : null;
}

/** Findings that nothing has been decided about. */
export const openFindings = (open: OpenEdition): readonly FindingItem[] =>
  itemsIn(open)?.findings.filter(({ decision }) => decision === null) ?? [];

export interface Group<T> {
  readonly key: string;
  readonly items: readonly T[];
}

/** Findings as listed: open or ignored ones, of the severities shown, in groups of the order they stand in. */
export function listed(items: Items, { grouping, hidden, ignored }: RoundState): Group<FindingItem>[] {
  const shown = items.findings.filter(
    ({ finding, decision }) => !hidden.includes(finding.severity) && (decision !== null) === ignored,
  );
  const key = ({ page, article, finding }: FindingItem) =>
    grouping === "page" ? page.number : grouping === "article" ? article.id : finding.rule;
  return [...Map.groupBy(shown, key)].map(([name, list]) => ({ key: name, items: list }));
}

/** Figures of a page in reading order, by article, of the states shown. */
export function figuresOn(items: Items, page: string, { hidden }: RoundState): Group<FigureItem>[] {
  const shown = items.figures.filter(
    (item) => item.page.node.attrs.id === page && !hidden.includes(item.state),
  );
  return [...Map.groupBy(shown, ({ article }) => article.id)].map(([key, list]) => ({ key, items: list }));
}

export const isFigure = (item: FindingItem | FigureItem): item is FigureItem => "figure" in item;

/** What F8 walks in this view, in the order of the list. */
export function walked(
  items: Items,
  round: RoundState,
  desk: Pick<DeskState, "view" | "page">,
): readonly (FindingItem | FigureItem)[] {
  const groups = desk.view === "figures" ? figuresOn(items, desk.page, round) : listed(items, round);
  return groups.flatMap((group): readonly (FindingItem | FigureItem)[] => group.items);
}

export function inFront(items: Items, mark: string | null): FindingItem | FigureItem | null {
  if (mark === null) return null;
  return items.findings.find(({ id }) => id === mark) ?? items.figures.find(({ id }) => id === mark) ?? null;
}

/** Indexes of a severity or state taken out of what is hidden, or put in. */
export const toggled = (hidden: RoundState["hidden"], what: Severity | State): RoundState["hidden"] =>
  hidden.includes(what) ? hidden.filter((other) => other !== what) : [...hidden, what];

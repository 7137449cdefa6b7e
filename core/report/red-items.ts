/**
 * Red check of two versions: what the earlier proof asked for and what became of it, as rows of a page.
 *
 * The desk and the printed report read them here. Kept by what it was made from, so that the panel, the sheets and the
 * walk see one check.
 */

import { type CommentCorrection, commentCorrections } from "../edition/comment-corrections.ts";
import type { CheckedCorrection, Outcome, TextPlace } from "../edition/correction.ts";
import type { Edition } from "../edition/edition.ts";
import { type Reading, readEdition } from "../edition/reading.ts";
import type { RedChange } from "../edition/red-changes.ts";
import { redCheck } from "../edition/red-check.ts";
import { correctionsOf, type FindingCorrection } from "../proof/corrections.ts";
import { type DecidedFinding, decidedOf } from "../proof/decided.ts";
import { createGazetteer } from "../proof/gazetteer.ts";
import { proofread } from "../proof/proofread.ts";
import { allRules } from "../proof/rules/all.ts";

/** A decision in force, as far as red check looks at it. */
export interface RedDecision {
  readonly subject: string;
  readonly verdict: string;
}

export type RedCorrection = CheckedCorrection<FindingCorrection | CommentCorrection>;
export type RedGroup = Outcome | "unasked";
/** In the order they want to be looked at. */
export const redGroups: readonly RedGroup[] = ["open", "other", "changed", "gone", "unasked", "made"];

export interface RedItem {
  readonly id: string;
  readonly group: RedGroup;
  readonly correction: RedCorrection | null;
  readonly change: RedChange | null;
}

export interface Red {
  readonly before: Edition;
  readonly after: Edition;
  readonly items: readonly RedItem[];
  /** The same changes without any corrections: what differs at all. */
  readonly changes: readonly RedChange[];
}

const kept = new WeakMap<
  Edition,
  { readonly after: Edition; readonly decisions: readonly RedDecision[]; readonly red: Red }
>();

/** The same object while neither version nor decisions have changed. */
export function redOf(before: Edition, after: Edition, decisions: readonly RedDecision[]): Red {
  const known = kept.get(before);
  if (known?.after === after && known.decisions === decisions) return known.red;
  const [then, now] = [proofed(before, decisions), proofed(after, decisions)];
  const asked = [...correctionsOf(then, now), ...commentCorrections(before, after)];
  const { corrections, unasked } = redCheck(before, after, asked);
  const items = [
    ...corrections.map((correction): RedItem => {
      const { outcome } = correction;
      return { id: correction.correction.id, group: outcome, correction, change: null };
    }),
    ...unasked.map((change): RedItem => ({ id: change.id, group: "unasked", correction: null, change })),
  ];
  const order = (item: RedItem) => redGroups.indexOf(item.group);
  items.sort((a, b) => order(a) - order(b));
  const red = { before, after, items, changes: redCheck(before, after, []).unasked };
  kept.set(before, { after, decisions, red });
  return red;
}

interface Proofed {
  readonly decisions: readonly RedDecision[];
  readonly reading: Reading;
  readonly findings: readonly DecidedFinding<RedDecision>[];
}

const proofs = new WeakMap<Edition, Proofed>();

/** Findings as decided; figures are not asked about here, and there are many. An earlier version is proofed once. */
function proofed(edition: Edition, decisions: readonly RedDecision[]): Proofed {
  const done = proofs.get(edition);
  if (done?.decisions === decisions) return done;
  const { style } = edition;
  const reading = readEdition(edition);
  const proofing = proofread(reading, {
    gazetteer: createGazetteer(style.proof.places),
    style,
    rules: allRules,
  });
  const { findings } = decidedOf({ ...proofing, figures: [] }, reading, decisions);
  const result = { decisions, reading, findings };
  proofs.set(edition, result);
  return result;
}

const compared = new WeakMap<Edition, { readonly after: Edition; readonly changes: readonly RedChange[] }>();

/** What differs between two versions, whoever asked for it. */
export function changesOf(before: Edition, after: Edition): readonly RedChange[] {
  const known = compared.get(before);
  if (known?.after === after) return known.changes;
  const changes = redCheck(before, after, []).unasked;
  compared.set(before, { after, changes });
  return changes;
}

/** Blocks that print on the page with this id, then or now: those that stand there, and articles that go on there. */
function blocksOn(page: string, before: Edition, after: Edition): ReadonlySet<string> {
  const blocks = new Set<string>();
  for (const edition of [before, after]) {
    const doc = edition.pages.find(({ attrs }) => attrs.id === page);
    doc?.forEach(({ attrs }) => {
      blocks.add(attrs.id as string);
      if (attrs.article) blocks.add(attrs.article as string);
    });
  }
  return blocks;
}

/** Changes that the page shows; facts and style stand on every page. */
export function changesOn(
  page: string,
  before: Edition,
  after: Edition,
  changes: readonly RedChange[],
): readonly RedChange[] {
  const blocks = blocksOn(page, before, after);
  return changes.filter(({ block, kind }) =>
    block ? blocks.has(block) : kind === "facts" || kind === "style",
  );
}

/** Rows of the page. */
export function itemsOn(page: string, red: Red): readonly RedItem[] {
  const blocks = blocksOn(page, red.before, red.after);
  const shown = new Set(
    changesOn(
      page,
      red.before,
      red.after,
      red.items.flatMap(({ change }) => change ?? []),
    ),
  );
  return red.items.filter(({ correction, change }) =>
    correction ? blocks.has(correction.correction.place.block) : change !== null && shown.has(change),
  );
}

/** Where an item's words stand, then and now. */
export function placesOf({ correction, change }: RedItem): {
  readonly before: TextPlace | null;
  readonly after: TextPlace | null;
} {
  if (correction) return { before: correction.correction.place, after: correction.now };
  return { before: change?.before?.place ?? null, after: change?.after?.place ?? null };
}

/** Ids of the pages on which an item is to be seen, then and now; null where it says nothing of it. */
export function pagesOf(
  item: RedItem,
  red: Pick<Red, "before" | "after">,
): {
  readonly before: string | null;
  readonly after: string | null;
} {
  const { before, after } = placesOf(item);
  const numbered = (edition: Edition, number: string | null | undefined) =>
    edition.pages.find(({ attrs }) => attrs.number === number)?.attrs.id ?? null;
  return {
    before: before?.page ?? numbered(red.before, item.change?.page.before),
    after: after?.page ?? numbered(red.after, item.change?.page.after),
  };
}

/** The block an item is about, in either version. */
export const blockOf = ({ correction, change }: RedItem): string =>
  correction ? (correction.now?.block ?? correction.correction.place.block) : (change?.block ?? "");

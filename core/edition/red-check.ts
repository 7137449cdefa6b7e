/**
 * Red check (核红): were the corrections of the last proof made, and nothing else.
 *
 * Two versions of an edition are compared. Every correction asked for on the earlier is looked for in the later, where
 * its words stand now: in their part, in a part they were moved to, or nowhere. What differs beyond the corrections is
 * a change that nobody asked for.
 */

import { compareEditions, type EditionComparison } from "./compare.ts";
import type { TextSpan } from "./compare-text.ts";
import { compareUnits } from "./compare-words.ts";
import type { CheckedCorrection, Correction, Outcome, TextPlace } from "./correction.ts";
import type { Edition } from "./edition.ts";
import { Fates } from "./fates.ts";
import { type RedChange, unaskedChanges } from "./red-changes.ts";

export interface RedCheck<C extends Correction = Correction> {
  readonly comparison: EditionComparison;
  /** In the order given. */
  readonly corrections: readonly CheckedCorrection<C>[];
  /** What nobody asked for, in printed order of the later version. */
  readonly unasked: readonly RedChange[];
}

export function redCheck<C extends Correction>(
  before: Edition,
  after: Edition,
  corrections: readonly C[],
): RedCheck<C> {
  const comparison = compareEditions(before, after);
  const fates = new Fates(before, after, comparison);
  const checked = corrections.map((correction) => check(correction, fates));
  return { comparison, corrections: checked, unasked: unaskedChanges(comparison, checked, fates) };
}

function check<C extends Correction>(correction: C, fates: Fates): CheckedCorrection<C> {
  const { place, text, settled } = correction;
  const { from, to } = place;
  const fate = fates.of(place);
  const old = fate?.text ?? "";
  const words = old.slice(from, to);
  const told = (outcome: Outcome, now: TextPlace | null, moved = false) => ({
    correction,
    outcome,
    before: words,
    after: now ? fates.textAt(now).slice(now.from, now.to) : "",
    now,
    moved,
  });
  if (!fate?.now) {
    // To strike the whole part out was what was asked.
    if (fate && text === "" && from === 0 && to === old.length) return told("made", null);
    const found = fate ? fates.byContext(old, from, to, text) : null;
    return found ? told(found.made ? "made" : "open", found.place, true) : told("gone", null);
  }
  const { page, block, pos, text: now } = fate.now;
  const at = (stretch: readonly [number, number]): TextPlace => ({
    page,
    block,
    pos,
    from: stretch[0],
    to: stretch[1],
  });
  const spans = compareUnits(old, now);
  if (text !== null) {
    // Words like those round them may be found in two ways: the one that leaves less to explain is meant.
    const expected = compareUnits(old.slice(0, from) + text + old.slice(to), now);
    const end = from + text.length;
    if (!touched(expected, from, end) && sizeOf(expected) < sizeOf(spans))
      return told("made", at(carried(expected, from, end)), fate.moved);
  }
  const standing = at(carried(spans, from, to));
  const found = struckOut(spans, from, to) ? fates.byContext(old, from, to, text) : null;
  if (found) return told(found.made ? "made" : "open", found.place, true);
  const right = settled?.(standing);
  if (text === null && right) return told("made", standing, fate.moved);
  if (touched(spans, from, to))
    return told(text === null && right === undefined ? "changed" : "other", standing, fate.moved);
  return told(right ? "other" : "open", standing, fate.moved);
}

/** True where a span changes what stands between `from` and `to`; at an empty place, what stands beside it. */
export function touched(spans: readonly TextSpan[], from: number, to: number): boolean {
  return from < to
    ? spans.some(({ fromA, toA }) => fromA < to && toA > from)
    : spans.some(({ fromA, toA }) => fromA <= from && toA >= from);
}

/** How much differs, in UTF-16 units of both texts. */
const sizeOf = (spans: readonly TextSpan[]) =>
  spans.reduce((sum, { fromA, toA, fromB, toB }) => sum + toA - fromA + toB - fromB, 0);

const struckOut = (spans: readonly TextSpan[], from: number, to: number) =>
  from < to && spans.some(({ fromA, toA }) => fromA <= from && toA >= to);

/** Where the stretch from `from` to `to` stands after the changes. */
export function carried(spans: readonly TextSpan[], from: number, to: number): [number, number] {
  let [start, end] = [from, to];
  let [shiftStart, shiftEnd] = [0, 0];
  for (const { fromA, toA, fromB, toB } of spans) {
    const shift = toB - toA;
    if (toA <= from && !(from === to && toA === from)) shiftStart = shift;
    else if (fromA <= from && toA >= from) [start, shiftStart] = [fromB, 0];
    if (toA < to || (toA === to && fromA < toA && toA <= from)) shiftEnd = shift;
    else if (fromA < to || (from === to && fromA <= to)) [end, shiftEnd] = [toB, 0];
  }
  const first = start + shiftStart;
  return [first, Math.max(first, end + shiftEnd)];
}

/**
 * Red check (核红): were the corrections of the last proof made, and nothing else.
 *
 * Two versions of an edition are compared. Every correction asked for on the earlier is looked for in the later, where
 * its words stand now: in their part, in a part they were moved to, or nowhere. What differs beyond the corrections is
 * a change that nobody asked for.
 */

import {
  type BlockChange,
  compareEditions,
  type EditionComparison,
  likeness,
  type PartChange,
} from "./compare.ts";
import type { TextSpan } from "./compare-text.ts";
import { compareUnits } from "./compare-words.ts";
import type { Edition } from "./edition.ts";
import { type RedChange, unaskedChanges } from "./red-changes.ts";

/** Characters of one textblock: `pos` is the position before it in its page document. */
export interface TextPlace {
  /** Id of the page document, and of the block on it. */
  readonly page: string;
  readonly block: string;
  readonly pos: number;
  /** UTF-16 offsets in the textblock. */
  readonly from: number;
  readonly to: number;
}

/** Something that was asked for on the earlier version. */
export interface Correction {
  readonly id: string;
  /** Where on the earlier version; `from` and `to` alike where something is to be put in. */
  readonly place: TextPlace;
  /** What is to stand there; null where it was only said that something is wrong. */
  readonly text: string | null;
  /** Other places at which it can be put right: the figures that a sum speaks of. */
  readonly elsewhere?: readonly TextPlace[];
  /** Whether what was wrong is right now, as far as somebody can tell. `now` is where the words stand, or null. */
  readonly settled?: (now: TextPlace | null) => boolean;
}

/**
 * made: as it was asked; other: put right in another way, or wrong in another way; changed: something was changed there,
 * and only a person can say whether it is what was meant; open: not made; gone: the words are no longer there.
 */
export type Outcome = "made" | "other" | "changed" | "open" | "gone";

export interface CheckedCorrection<C extends Correction = Correction> {
  readonly correction: C;
  readonly outcome: Outcome;
  /** What was asked about, and what stands there now; "" where nothing does. */
  readonly before: string;
  readonly after: string;
  /** Where it stands on the later version; null where it is gone. */
  readonly now: TextPlace | null;
  /** True where the words stand in another part than they did. */
  readonly moved: boolean;
}

export interface RedCheck<C extends Correction = Correction> {
  readonly comparison: EditionComparison;
  /** In the order given. */
  readonly corrections: readonly CheckedCorrection<C>[];
  /** What nobody asked for, in printed order of the later version. */
  readonly unasked: readonly RedChange[];
}

/** A part of the earlier version with the one it became. */
export interface Fate {
  readonly text: string;
  readonly now: {
    readonly page: string;
    readonly block: string;
    readonly pos: number;
    readonly text: string;
  } | null;
  readonly moved: boolean;
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

/** Words on either side that make a place findable where paragraphs were parted or joined. */
const CONTEXT = 6;
/** Parts shorter than this are not looked for elsewhere: a crosshead of two characters is like any other. */
const MOVABLE = 8;
/** Share of character pairs that a part which was moved and touched up keeps. */
const ALIKE = 0.6;

type Standing = NonNullable<Fate["now"]>;

/** What became of each part of the earlier version. */
export class Fates {
  readonly #before: Edition;
  readonly #after: Edition;
  readonly #changes = new Map<string, { block: BlockChange; part: PartChange }>();
  /** Parts that came new, in the comparison's order, and where the parts that left have gone. */
  readonly #added: Standing[] = [];
  readonly #moves = new Map<PartChange, Standing>();
  readonly #blocks: ReadonlyMap<string, BlockChange>;

  constructor(before: Edition, after: Edition, comparison: EditionComparison) {
    this.#before = before;
    this.#after = after;
    this.#blocks = new Map(comparison.blocks.map((block) => [block.id, block]));
    const gone: PartChange[] = [];
    for (const block of comparison.blocks) {
      for (const part of block.parts) {
        if (part.at.before !== null) this.#changes.set(`${block.id} ${part.at.before}`, { block, part });
        if (part.after === null) gone.push(part);
        if (part.before === null && part.at.after !== null) {
          const page = this.#pageOf(after, block.page.after);
          this.#added.push({ page, block: block.id, pos: part.at.after, text: part.after ?? "" });
        }
      }
    }
    const free = new Set(this.#added);
    // What was moved word for word first: a part that is merely alike must not take its place.
    for (const least of [1, ALIKE]) {
      for (const part of gone) {
        const text = part.before ?? "";
        if (this.#moves.has(part) || text.length < MOVABLE) continue;
        const to = [...free].find((one) =>
          least === 1 ? one.text === text : one.text.length >= MOVABLE && likeness(text, one.text) >= least,
        );
        if (!to) continue;
        free.delete(to);
        this.#moves.set(part, to);
      }
    }
  }

  /** Null where nothing stood at the place. */
  of({ page, block, pos }: TextPlace): Fate | null {
    const node = this.#before.pages.find(({ attrs }) => attrs.id === page)?.nodeAt(pos);
    if (!node?.isTextblock) return null;
    const text = node.textContent;
    const change = this.#changes.get(`${block} ${pos}`);
    if (!change) return { text, now: this.#unchanged(block, node.type.name, text), moved: false };
    const { part } = change;
    if (part.after !== null && part.at.after !== null) {
      const now = this.#pageOf(this.#after, change.block.page.after);
      return { text, now: { page: now, block, pos: part.at.after, text: part.after }, moved: false };
    }
    return { text, now: this.#moves.get(part) ?? null, moved: this.#moves.has(part) };
  }

  /** Where a part that is no longer in its block has gone, and whether a part that is new came from somewhere. */
  moveOf = (part: PartChange): Standing | null => this.#moves.get(part) ?? null;
  isMoved = (block: string, part: PartChange): boolean =>
    [...this.#moves.values()].some((to) => to.block === block && to.pos === part.at.after);

  textAt({ page, pos }: TextPlace): string {
    return this.#after.pages.find(({ attrs }) => attrs.id === page)?.nodeAt(pos)?.textContent ?? "";
  }

  /** The words, or what was to stand for them, in a part that is new, between the words they stood between. */
  byContext(
    old: string,
    from: number,
    to: number,
    text: string | null,
  ): { place: TextPlace; made: boolean } | null {
    const [left, right] = [old.slice(Math.max(0, from - CONTEXT), from), old.slice(to, to + CONTEXT)];
    // The words on one side may have stayed behind where a paragraph was parted.
    const sides = [
      [left, right],
      ["", right],
      [left, ""],
    ].filter((around) => around.join("").length >= CONTEXT);
    for (const [before = "", after = ""] of sides) {
      for (const [words, made] of [
        [text, true],
        [old.slice(from, to), false],
      ] as const) {
        if (words === null) continue;
        for (const { page, block, pos, text: now } of this.#added) {
          const found = now.indexOf(before + words + after);
          if (found < 0) continue;
          const start = found + before.length;
          return { place: { page, block, pos, from: start, to: start + words.length }, made };
        }
      }
    }
    return null;
  }

  /** The part that says the same in the block as it is now. */
  #unchanged(block: string, role: string, text: string): Standing | null {
    for (const page of this.#after.pages) {
      let found: Standing | null = null;
      page.forEach((node, offset) => {
        if (node.attrs.id !== block) return;
        node.descendants((part, pos) => {
          if (!found && part.isTextblock && part.type.name === role && part.textContent === text)
            found = { page: page.attrs.id, block, pos: offset + 1 + pos, text };
          return !part.isTextblock;
        });
      });
      if (found) return found;
    }
    return null;
  }

  #pageOf(edition: Edition, number: string | null): string {
    return edition.pages.find(({ attrs }) => attrs.number === number)?.attrs.id ?? "";
  }

  /** Node name of what has this id in one of the versions; null where nothing has. */
  typeOf(id: string, side: "before" | "after"): string | null {
    for (const page of (side === "before" ? this.#before : this.#after).pages) {
      let type: string | null = null;
      page.descendants((node) => {
        if (node.attrs.id === id) type = node.type.name;
        return type === null && !node.isTextblock;
      });
      if (type) return type;
    }
    return null;
  }

  /** Ids of the page documents a block stands on, then and now. */
  pagesOf(id: string): { before: string; after: string } {
    const page = this.#blocks.get(id)?.page;
    return {
      before: this.#pageOf(this.#before, page?.before ?? null),
      after: this.#pageOf(this.#after, page?.after ?? null),
    };
  }
}

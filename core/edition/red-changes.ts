/**
 * What two versions differ in beyond the corrections that were asked for, a change at a time.
 *
 * The corrections that were made are made in the earlier text too; what still differs is nobody's wish. So a change
 * that stands right beside a correction is told all the same.
 */
import type { AttributeChange, BlockChange, EditionComparison, PartChange } from "./compare.ts";
import type { TextSpan } from "./compare-text.ts";
import { compareUnits, inWords } from "./compare-words.ts";
import type { CheckedCorrection, TextPlace } from "./correction.ts";
import type { Fates } from "./fates.ts";
import type { PartName } from "./schema.ts";

/**
 * words: some words of a part; part-…: a whole part, moved within or between blocks; emphasis: the same words, set
 * otherwise; block-…: a whole block; jump-…, picture-…: in an article; place: a block stands elsewhere; picture: another
 * picture, or another part of it; layout: any other setting; order: parts in another order; facts, style, page-…: of the
 * edition.
 */
export type RedKind =
  | "words"
  | "emphasis"
  | "part-added"
  | "part-removed"
  | "part-moved"
  | "block-added"
  | "block-removed"
  | "jump-added"
  | "jump-removed"
  | "picture-added"
  | "picture-removed"
  | "place"
  | "picture"
  | "layout"
  | "order"
  | "facts"
  | "style"
  | "page-added"
  | "page-removed";

export interface RedWords {
  readonly place: TextPlace;
  readonly words: string;
  /** What stands on either side, for a reader to find it by. */
  readonly left: string;
  readonly right: string;
}

export interface RedChange {
  /** Names the change among those of one check. */
  readonly id: string;
  readonly kind: RedKind;
  /** Id, node name and headline of the block; empty for what concerns the edition. */
  readonly block: string;
  readonly blockKind: string;
  readonly headline: string;
  /** Numbers of its pages then and now; null where it does not stand. */
  readonly page: { readonly before: string | null; readonly after: string | null };
  readonly role: PartName | null;
  readonly before: RedWords | null;
  readonly after: RedWords | null;
  /** The setting that differs, with its values. */
  readonly detail: Pick<AttributeChange, "of" | "name" | "before" | "after"> | null;
}

/** Characters either side that are told. */
const AROUND = 10;

/** In printed order of the later version; what concerns the edition first. */
export function unaskedChanges(
  comparison: EditionComparison,
  corrections: readonly CheckedCorrection[],
  fates: Fates,
): RedChange[] {
  const ofEdition = (
    kind: RedKind,
    name: string,
    before: unknown = null,
    after: unknown = null,
  ): RedChange => ({
    ...{ id: `${kind} ${name}`, kind, block: "", blockKind: "", headline: "", role: null },
    page: { before: null, after: null },
    before: null,
    after: null,
    detail: { of: "", name, before, after },
  });
  return [
    ...comparison.pages.added.map((page) => ofEdition("page-added", page)),
    ...comparison.pages.removed.map((page) => ofEdition("page-removed", page)),
    ...comparison.facts.map(({ name, before, after }) => ofEdition("facts", name, before, after)),
    ...(comparison.style ? [ofEdition("style", "style")] : []),
    ...comparison.blocks.flatMap((block) => ofBlock(block, corrections, fates)),
  ];
}

function ofBlock(block: BlockChange, corrections: readonly CheckedCorrection[], fates: Fates): RedChange[] {
  const { id, kind: blockKind, headline, page, what } = block;
  const base = { block: id, blockKind, headline, page, role: null, before: null, after: null, detail: null };
  const plain = (kind: RedKind, rest: Partial<RedChange> = {}): RedChange => ({
    ...base,
    ...rest,
    kind,
    id: [kind, id, rest.detail?.of ?? "", rest.detail?.name ?? ""].join(" "),
  });
  if (what !== "changed") return [plain(what === "added" ? "block-added" : "block-removed")];
  const changes: RedChange[] = [];
  // A block that went to another page mostly stands elsewhere on it too: that is one change.
  if (page.before !== page.after && !block.attributes.some(({ of, name }) => of === id && name === "place")) {
    changes.push(
      plain("place", { detail: { of: id, name: "page", before: page.before, after: page.after } }),
    );
  }
  for (const part of block.parts) {
    for (const change of ofPart(part, block, corrections, fates)) {
      changes.push({
        ...base,
        ...change,
        id: `${change.kind} ${id} ${part.at.before}-${part.at.after} ${changes.length}`,
      });
    }
  }
  for (const [side, ids] of [
    ["added", block.added],
    ["removed", block.removed],
  ] as const) {
    for (const of of ids) {
      const type = fates.typeOf(of, side === "added" ? "after" : "before") === "jump" ? "jump" : "picture";
      changes.push(plain(`${type}-${side}`, { detail: { of, name: side, before: null, after: null } }));
    }
  }
  if (block.reordered) changes.push(plain("order"));
  const shown = new Set(block.attributes.filter(({ name }) => name === "source").map(({ of }) => of));
  for (const detail of block.attributes) {
    // The size of another picture is no change of its own; a pin and what an import said do not print.
    if (silent.has(detail.name) || (shown.has(detail.of) && /^(width|height)$/.test(detail.name))) continue;
    changes.push(plain(kindOf(detail.name), { detail }));
  }
  return changes;
}

const silent = new Set(["pinned", "literal"]);
const kindOf = (name: string): RedKind =>
  name === "place" ? "place" : /^(source|crop|focus|width|height)$/.test(name) ? "picture" : "layout";

type PartFields = Pick<RedChange, "kind" | "role" | "before" | "after">;

function ofPart(
  part: PartChange,
  block: BlockChange,
  corrections: readonly CheckedCorrection[],
  fates: Fates,
): PartFields[] {
  const { role } = part;
  const pages = fates.pagesOf(block.id);
  const [then, now] = [part.before ?? "", part.after ?? ""];
  const quote = (side: "before" | "after", from: number, to: number): RedWords | null => {
    const [text, pos, page] =
      side === "before" ? [then, part.at.before, pages.before] : [now, part.at.after, pages.after];
    return pos === null ? null : quoted(text, { page, block: block.id, pos, from, to });
  };
  const own = corrections.filter(
    ({ correction: { place } }) => place.block === block.id && place.pos === part.at.before,
  );
  if (part.before === null) {
    // Told where it came from.
    return fates.isMoved(block.id, part)
      ? []
      : [{ kind: "part-added", role, before: null, after: quote("after", 0, now.length) }];
  }
  const moved = fates.moveOf(part);
  if (part.after === null && !moved) {
    const struck = own.some(({ outcome, correction }) => outcome === "made" && correction.text === "");
    return struck
      ? []
      : [{ kind: "part-removed", role, before: quote("before", 0, then.length), after: null }];
  }
  const later = moved
    ? { text: moved.text, place: { page: moved.page, block: moved.block, pos: moved.pos } }
    : { text: now, place: { page: pages.after, block: block.id, pos: part.at.after ?? 0 } };
  const at = (from: number, to: number) => quoted(later.text, { ...later.place, from, to });
  const changes: PartFields[] = moved
    ? [{ kind: "part-moved", role, before: quote("before", 0, then.length), after: at(0, later.text.length) }]
    : [];
  if (then === later.text) {
    if (!moved)
      changes.push({
        kind: "emphasis",
        role,
        before: quote("before", 0, then.length),
        after: at(0, now.length),
      });
    return changes;
  }
  const elsewhere = corrections.flatMap(({ outcome, correction }) =>
    outcome === "made" || outcome === "other"
      ? (correction.elsewhere ?? []).filter(({ block: b, pos }) => b === block.id && pos === part.at.before)
      : [],
  );
  for (const { fromA, toA, fromB, toB } of unaskedSpans(then, later.text, own, elsewhere)) {
    changes.push({ kind: "words", role, before: quote("before", fromA, toA), after: at(fromB, toB) });
  }
  return changes;
}

/** Spans in which `now` differs from `then` with the corrections made, in whole words and in offsets of both. */
function unaskedSpans(
  then: string,
  now: string,
  own: readonly CheckedCorrection[],
  elsewhere: readonly TextPlace[],
): TextSpan[] {
  const made = own
    .filter(({ outcome, correction }) => outcome === "made" && correction.text !== null)
    .map(({ correction: { place, text } }) => ({ from: place.from, to: place.to, text: text ?? "" }))
    .sort((a, b) => a.from - b.from)
    .filter(({ from }, i, all) => all.slice(0, i).every((other) => other.to <= from));
  // From offsets of the text with the corrections made to those of the earlier text, and the other way.
  let expected = "";
  let at = 0;
  const cuts: { old: number; expected: number; from: number; length: number }[] = [];
  for (const { from, to, text } of made) {
    expected += then.slice(at, from) + text;
    at = to;
    cuts.push({ old: to, expected: expected.length, from, length: text.length });
  }
  expected += then.slice(at);
  const back = (offset: number) => {
    const last = cuts.findLast((cut) => offset >= cut.expected - cut.length);
    if (!last) return offset;
    return offset >= last.expected ? last.old + offset - last.expected : last.from;
  };
  const forth = (offset: number) => {
    const last = cuts.findLast((cut) => offset >= cut.old);
    return last ? last.expected + offset - last.old : offset;
  };
  const explained = [
    ...own
      .filter(
        ({ outcome, correction }) => outcome !== "open" && !(outcome === "made" && correction.text !== null),
      )
      .map(({ correction }) => correction.place),
    ...elsewhere,
  ].map(({ from, to }) => [forth(from), forth(to)] as const);
  const spans = compareUnits(expected, now).filter(
    ({ fromA, toA }) => !explained.some(([from, to]) => fromA <= to && toA >= from),
  );
  return inWords(spans, expected, now).map((span) => ({
    ...span,
    fromA: back(span.fromA),
    toA: back(span.toA),
  }));
}

const quoted = (text: string, place: TextPlace): RedWords => ({
  place,
  words: text.slice(place.from, place.to),
  left: text.slice(Math.max(0, place.from - AROUND), place.from),
  right: text.slice(place.to, place.to + AROUND),
});

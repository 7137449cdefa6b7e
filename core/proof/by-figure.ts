/** Which relations speak of a figure. */
import type { TextPart } from "../edition/reading.ts";
import type { Figure, Relation, Span } from "./proofing.ts";

/** Relations that a figure is total or part of: those that fail first, then those whose total it is. */
export function relationsByFigure(relations: readonly Relation[]): (span: Span) => readonly Relation[] {
  const byPart = new Map<TextPart, Map<number, Set<Relation>>>();
  const note = ({ span }: Figure, relation: Relation) => {
    const byOffset = byPart.get(span.from.part) ?? new Map<number, Set<Relation>>();
    byPart.set(span.from.part, byOffset);
    const list = byOffset.get(span.from.offset) ?? new Set();
    byOffset.set(span.from.offset, list.add(relation));
  };
  for (const relation of relations)
    for (const figure of [relation.total, ...relation.parts]) note(figure, relation);
  return (span) => {
    const found = [...(byPart.get(span.from.part)?.get(span.from.offset) ?? [])];
    const own = (relation: Relation) => (sameSpan(relation.total.span, span) ? 0 : 1);
    return found.sort((a, b) => Number(a.holds) - Number(b.holds) || own(a) - own(b));
  };
}

export const sameSpan = (a: Span, b: Span): boolean =>
  a.from.part === b.from.part &&
  a.from.offset === b.from.offset &&
  a.to.part === b.to.part &&
  a.to.offset === b.to.offset;

/** Where spans stand in a reading: the article and page of each part, and a span over several parts by its pieces. */
import type { ArticleReading, PageReading, Reading, TextPart } from "../edition/reading.ts";
import type { Span } from "./proofing.ts";

/** Where a part of a reading stands in it. */
export interface Home {
  readonly page: PageReading;
  readonly article: ArticleReading;
  readonly index: number;
}

const known = new WeakMap<Reading, Map<TextPart, Home>>();

export function homesOf(reading: Reading): ReadonlyMap<TextPart, Home> {
  let homes = known.get(reading);
  if (!homes) {
    homes = new Map();
    for (const page of reading.pages)
      for (const article of page.articles)
        for (const [index, part] of article.parts.entries()) homes.set(part, { page, article, index });
    known.set(reading, homes);
  }
  return homes;
}

/** A piece of a span within one part: UTF-16 offsets into its text. */
export interface Piece {
  readonly part: TextPart;
  readonly from: number;
  readonly to: number;
}

/** The span by parts; a span over several parts of an article covers those between. */
export function piecesOf({ from, to }: Span, homes: ReadonlyMap<TextPart, Home>): Piece[] {
  if (from.part === to.part) return [{ part: from.part, from: from.offset, to: to.offset }];
  const [first, last] = [homes.get(from.part), homes.get(to.part)];
  const between =
    first && first.article === last?.article ? first.article.parts.slice(first.index + 1, last.index) : [];
  return [
    { part: from.part, from: from.offset, to: from.part.text.length },
    ...between.map((part) => ({ part, from: 0, to: part.text.length })),
    { part: to.part, from: 0, to: to.offset },
  ];
}

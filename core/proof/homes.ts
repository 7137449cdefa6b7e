/** Where spans stand in a reading: the article and page of each part, and a span over several parts by its pieces. */
import type { ArticleReading, PageReading, Reading, TextPart } from "../edition/reading.ts";
import type { Span } from "./proofing.ts";

/** Where a part of a reading stands in it. */
export interface Home {
  readonly page: PageReading;
  readonly article: ArticleReading;
  readonly index: number;
}

/** Parts of a reading by identity. */
export interface Homes {
  get(part: TextPart): Home | undefined;
}

/** A part belongs to one reading of one article, whichever pages and readings that stands in. */
const inArticle = new WeakMap<TextPart, { readonly article: ArticleReading; readonly index: number }>();
const noted = new WeakSet<PageReading>();
const known = new WeakMap<Reading, Homes>();

export function homesOf(reading: Reading): Homes {
  let homes = known.get(reading);
  if (!homes) {
    const pages = new Map<ArticleReading, PageReading>();
    for (const page of reading.pages) {
      for (const article of page.articles) pages.set(article, page);
      note(page);
    }
    homes = {
      get(part) {
        const at = inArticle.get(part);
        const page = at && pages.get(at.article);
        return page && { page, ...at };
      },
    };
    known.set(reading, homes);
  }
  return homes;
}

function note(page: PageReading): void {
  if (noted.has(page)) return;
  for (const article of page.articles)
    for (const [index, part] of article.parts.entries()) inArticle.set(part, { article, index });
  noted.add(page);
}

/** A piece of a span within one part: UTF-16 offsets into its text. */
export interface Piece {
  readonly part: TextPart;
  readonly from: number;
  readonly to: number;
}

/** The span by parts; a span over several parts of an article covers those between. */
export function piecesOf({ from, to }: Span, homes: Homes): Piece[] {
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

/**
 * From spans of a reading to stretches of the documents as they are now.
 *
 * Proofing speaks of the reading it was made from, which may be a pause in typing older than the edition. Textblocks
 * are immutable: one that is still there keeps its offsets, one that was edited maps them past what was replaced.
 */
import type { ArticleReading, PageReading, Reading, TextPart } from "../../core/edition/reading.ts";
import { homesOf, type Piece, piecesOf } from "../../core/proof/homes.ts";
import type { Span } from "../../core/proof/proofing.ts";

/** Characters of one textblock: UTF-16 offsets from `from` to `to`, after document position `pos` + 1. */
export interface Stretch {
  /** Id of the page document. */
  readonly page: string;
  /** Position before the textblock. */
  readonly pos: number;
  readonly from: number;
  readonly to: number;
}

export type Locate = (span: Span) => Stretch[];

/**
 * Tells where spans of the reading `old` stand in `now`. What was deleted since is left out; a stretch that was
 * edited inside keeps its ends.
 */
export function tracer(old: Reading, now: Reading): Locate {
  const homes = homesOf(old);
  const blocks = blocksOf(now);
  const pairs = new Map<string, ReadonlyMap<TextPart, TextPart>>();

  const stretch = ({ part, from, to }: Piece): Stretch | null => {
    const home = homes.get(part);
    const block = home && blocks.get(home.article.id);
    if (!home || !block) return null;
    const page = block.page.node.attrs.id as string;
    if (home.article.node === block.article.node) {
      const here = block.article.parts[home.index];
      return here ? { page, pos: here.pos, from, to } : null;
    }
    let paired = pairs.get(home.article.id);
    if (!paired) {
      paired = pairParts(home.article.parts, block.article.parts);
      pairs.set(home.article.id, paired);
    }
    const here = paired.get(part);
    if (!here) return null;
    const map = offsetMap(part.text, here.text);
    const [start, end] = [map(from, 1), map(to, -1)];
    return end > start ? { page, pos: here.pos, from: start, to: end } : null;
  };
  return (span) => piecesOf(span, homes).flatMap((piece) => stretch(piece) ?? []);
}

type Blocks = ReadonlyMap<string, { readonly page: PageReading; readonly article: ArticleReading }>;
const known = new WeakMap<Reading, Blocks>();

/** Articles by id, with their pages: the same for everybody who asks of one reading. */
function blocksOf(reading: Reading): Blocks {
  let blocks = known.get(reading);
  if (!blocks) {
    blocks = new Map(
      reading.pages.flatMap((page) =>
        page.articles.map((article) => [article.id, { page, article }] as const),
      ),
    );
    known.set(reading, blocks);
  }
  return blocks;
}

/** Which part each part has become: those that are the same from either end, and between them in order. */
function pairParts(old: readonly TextPart[], now: readonly TextPart[]): ReadonlyMap<TextPart, TextPart> {
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head]?.node === now[head]?.node) head++;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail)?.node === now.at(-1 - tail)?.node) tail++;
  const pairs = new Map<TextPart, TextPart>();
  const pair = (a: TextPart | undefined, b: TextPart | undefined) => {
    if (a && b) pairs.set(a, b);
  };
  for (let i = 0; i < head; i++) pair(old[i], now[i]);
  for (let i = 1; i <= tail; i++) pair(old.at(-i), now.at(-i));
  // A paragraph that was split or joined is found by the words it kept.
  const left = old.slice(head, old.length - tail);
  const right = now.slice(head, now.length - tail);
  if (left.length === right.length) for (const [i, part] of left.entries()) pair(part, right[i]);
  else
    for (const part of left)
      pair(
        part,
        right.find((other) => other.node === part.node),
      );
  return pairs;
}

/** Offsets of `old` in `now`, taking what lies between their common ends for what was replaced. */
function offsetMap(old: string, now: string): (offset: number, side: 1 | -1) => number {
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old.charCodeAt(head) === now.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < most - head &&
    old.charCodeAt(old.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail)
  )
    tail++;
  const [cut, shift] = [old.length - tail, now.length - old.length];
  return (offset, side) => {
    if (offset <= head && (offset < head || side < 0 || cut > head)) return offset;
    if (offset >= cut) return offset + shift;
    return side > 0 ? head : cut + shift;
  };
}

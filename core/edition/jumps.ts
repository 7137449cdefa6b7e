/**
 * Jumps (转版) and continuation lines (接版), derived from the documents.
 *
 * A jump's number is its place in reading order among the jumps that leave its page, so marker and number cannot
 * dangle or disagree. Only an imported line (its `literal`) can say something else; proofing compares the two.
 */
import type { Attrs, Node } from "prosemirror-model";
import type { Edition } from "./edition.ts";
import { type Outline, outlineOf, type PageOutline } from "./outline.ts";
import { comparePlaces } from "./place.ts";
import type { JumpLiteral } from "./schema.ts";

export interface JumpFacts {
  readonly id: string;
  /** The article whose text leaves, and the page it leaves from. */
  readonly article: string;
  readonly from: string;
  /** The page it goes on on. */
  readonly target: string;
  /** From 1, in reading order of the page it leaves. */
  readonly number: number;
  /** As printed: "下转 A2 版①". */
  readonly line: string;
  /** As printed at the continuation: "上接 A1 版①". */
  readonly backLine: string;
  readonly literal: JumpLiteral | null;
  /** The continuation block and the page it stands on; null while an imported jump has none. */
  readonly continuation: { readonly id: string; readonly page: string } | null;
}

export interface EditionJumps {
  /** In reading order: by page, then by number. */
  readonly all: readonly JumpFacts[];
  readonly byId: ReadonlyMap<string, JumpFacts>;
  /** Continuations that no jump leads to (only an import makes them), with the page they stand on. */
  readonly orphans: readonly {
    readonly id: string;
    readonly page: string;
    readonly literal: JumpLiteral | null;
  }[];
  /** Jumps that leave from the article, or lead to the continuation, with this id. */
  ofBlock(id: string): readonly JumpFacts[];
}

/** ① to ㊿, then （51）. */
export function circled(n: number): string {
  if (n >= 1 && n <= 20) return String.fromCodePoint(0x2460 + n - 1);
  if (n >= 21 && n <= 35) return String.fromCodePoint(0x3251 + n - 21);
  if (n >= 36 && n <= 50) return String.fromCodePoint(0x32b1 + n - 36);
  return `（${n}）`;
}

export const jumpLine = (target: string, number: number) => `下转 ${target} 版${circled(number)}`;
export const backLine = (from: string, number: number) => `上接 ${from} 版${circled(number)}`;

/** Blocks of a page in reading order (top to bottom, left to right). */
export const inReadingOrder = (page: Node): readonly Node[] => ordered(page.children);

function ordered<Block extends { readonly attrs: Attrs }>(blocks: readonly Block[]): Block[] {
  return blocks
    .map((block, index) => ({ block, index }))
    .sort(
      (a, b) => comparePlaces(a.block.attrs.place ?? null, b.block.attrs.place ?? null) || a.index - b.index,
    )
    .map(({ block }) => block);
}

type Unnumbered = Omit<JumpFacts, "number" | "line" | "backLine" | "continuation">;

interface OnPage {
  /** In reading order. */
  readonly jumps: readonly { readonly node: Attrs; readonly facts: Unnumbered }[];
  readonly continuations: readonly {
    readonly id: string;
    readonly page: string;
    readonly jump: string | null;
    readonly literal: JumpLiteral | null;
  }[];
}

const onPages = new WeakMap<PageOutline, OnPage>();
const ofOutlines = new WeakMap<Outline, EditionJumps>();
// As they were last, by the attributes of the jump, and of the first page: what has not changed is the same object.
const lastFacts = new WeakMap<Attrs, JumpFacts>();
const lastJumps = new WeakMap<Attrs, EditionJumps>();

/**
 * Every jump of the edition. An article's first jump leaves from the page the article stands on; each further jump
 * leaves from the page the jump before it led to. The same object while no jump has changed.
 */
export function readJumps(edition: Edition): EditionJumps {
  const outline = outlineOf(edition);
  const known = ofOutlines.get(outline);
  if (known) return known;
  const jumps = jumpsOf(outline);
  const first = outline.pages[0]?.attrs;
  const last = first && lastJumps.get(first);
  const result = last && sameJumps(last, jumps) ? last : jumps;
  ofOutlines.set(outline, result);
  if (first) lastJumps.set(first, result);
  return result;
}

function readPage(page: PageOutline): OnPage {
  const known = onPages.get(page);
  if (known) return known;
  const number = page.attrs.number as string;
  const result = {
    jumps: ordered(page.blocks)
      .filter(({ kind }) => kind === "article")
      .flatMap(({ attrs, inner }) => {
        let from = number;
        return inner
          .filter(({ kind }) => kind === "jump")
          .map(({ attrs: node }) => {
            const { id, target, literal } = node;
            const facts: Unnumbered = { id, article: attrs.id, from, target, literal };
            from = target;
            return { node, facts };
          });
      }),
    continuations: page.blocks
      .filter(({ kind }) => kind === "continuation")
      .map(({ attrs: { id, jump, literal } }) => ({ id, page: number, jump, literal })),
  };
  onPages.set(page, result);
  return result;
}

function jumpsOf(outline: Outline): EditionJumps {
  const pages = outline.pages.map(readPage);
  const loose = pages.flatMap(({ continuations }) => continuations);
  const continuations = new Map<string, { id: string; page: string }>();
  for (const { id, page, jump } of loose)
    if (jump && !continuations.has(jump)) continuations.set(jump, { id, page });

  const counts = new Map<string, number>();
  const all = pages.flatMap(({ jumps }) =>
    jumps.map(({ node, facts }): JumpFacts => {
      const number = (counts.get(facts.from) ?? 0) + 1;
      counts.set(facts.from, number);
      const continuation = continuations.get(facts.id) ?? null;
      const last = lastFacts.get(node);
      if (last && isAsLast(last, facts, number, continuation)) return last;
      const lines = { line: jumpLine(facts.target, number), backLine: backLine(facts.from, number) };
      const jump = { ...facts, number, ...lines, continuation };
      lastFacts.set(node, jump);
      return jump;
    }),
  );
  const byId = new Map(all.map((jump) => [jump.id, jump]));
  const byBlock = new Map<string, JumpFacts[]>();
  for (const jump of all) {
    for (const key of [jump.article, jump.continuation?.id]) {
      const list = key === undefined ? undefined : byBlock.get(key);
      if (list) list.push(jump);
      else if (key !== undefined) byBlock.set(key, [jump]);
    }
  }
  return {
    all,
    byId,
    orphans: loose
      .filter((c) => !c.jump || !byId.has(c.jump))
      .map(({ id, page, literal }) => ({ id, page, literal })),
    ofBlock: (id) => byBlock.get(id) ?? none,
  };
}

const none: readonly JumpFacts[] = [];

/** Id, target and what was imported are of the jump's attributes, which are the same. */
const isAsLast = (
  last: JumpFacts,
  { article, from }: Unnumbered,
  number: number,
  continuation: JumpFacts["continuation"],
): boolean =>
  last.article === article &&
  last.from === from &&
  last.number === number &&
  last.continuation?.id === continuation?.id &&
  last.continuation?.page === continuation?.page;

const sameJumps = (a: EditionJumps, b: EditionJumps): boolean =>
  a.all.length === b.all.length &&
  a.orphans.length === b.orphans.length &&
  a.all.every((jump, i) => jump === b.all[i]) &&
  a.orphans.every(({ id, page, literal }, i) => {
    const other = b.orphans[i];
    return id === other?.id && page === other.page && literal === other.literal;
  });

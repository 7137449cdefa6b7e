/**
 * Jumps (转版) and continuation lines (接版), derived from the documents.
 *
 * A jump's number is its place in reading order among the jumps that leave its page, so marker and number cannot
 * dangle or disagree. Only an imported line (its `literal`) can say something else; proofing compares the two.
 */
import type { Node } from "prosemirror-model";
import type { Edition } from "./edition.ts";
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

/** Articles and continuations of a page in reading order (top to bottom, left to right). */
export function inReadingOrder(page: Node): Node[] {
  const blocks: Node[] = [];
  page.forEach((block) => void blocks.push(block));
  return blocks
    .map((block, index) => ({ block, index }))
    .sort(
      (a, b) => comparePlaces(a.block.attrs.place ?? null, b.block.attrs.place ?? null) || a.index - b.index,
    )
    .map(({ block }) => block);
}

/**
 * Every jump of the edition. An article's first jump leaves from the page the article stands on; each further jump
 * leaves from the page the jump before it led to.
 */
export function readJumps(edition: Edition): EditionJumps {
  const continuations = new Map<string, { id: string; page: string }>();
  const loose: { id: string; page: string; jump: string | null; literal: JumpLiteral | null }[] = [];
  for (const page of edition.pages) {
    page.forEach((block) => {
      if (block.type.name !== "continuation") return;
      const { id, jump, literal } = block.attrs;
      if (jump && !continuations.has(jump)) continuations.set(jump, { id, page: page.attrs.number });
      loose.push({ id, page: page.attrs.number, jump, literal });
    });
  }

  const found: Omit<JumpFacts, "number" | "line" | "backLine">[] = [];
  for (const page of edition.pages) {
    for (const block of inReadingOrder(page)) {
      if (block.type.name !== "article") continue;
      let from = page.attrs.number as string;
      block.forEach((child) => {
        if (child.type.name !== "jump") return;
        const { id, target, literal } = child.attrs;
        found.push({
          id,
          article: block.attrs.id,
          from,
          target,
          literal,
          continuation: continuations.get(id) ?? null,
        });
        from = target;
      });
    }
  }

  const counts = new Map<string, number>();
  const all = found.map((jump) => {
    const number = (counts.get(jump.from) ?? 0) + 1;
    counts.set(jump.from, number);
    return { ...jump, number, line: jumpLine(jump.target, number), backLine: backLine(jump.from, number) };
  });
  const byId = new Map(all.map((jump) => [jump.id, jump]));
  const byBlock = new Map<string, JumpFacts[]>();
  for (const jump of all) {
    for (const key of [jump.article, jump.continuation?.id]) {
      if (key) byBlock.set(key, [...(byBlock.get(key) ?? []), jump]);
    }
  }
  return {
    all,
    byId,
    orphans: loose
      .filter((c) => !c.jump || !byId.has(c.jump))
      .map(({ id, page, literal }) => ({ id, page, literal })),
    ofBlock: (id) => byBlock.get(id) ?? [],
  };
}

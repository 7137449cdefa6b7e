/**
 * An edition that was read anew, made of the nodes of one that is known already wherever they say the same.
 *
 * Composition and proofing keep what they found by node: two states of one evening that share their nodes cost what
 * differs between them.
 */
import { Fragment, type Node } from "prosemirror-model";
import type { Edition } from "./edition.ts";

/** `now` with the nodes, facts and style of `known` where they are equal. */
export function sharing(known: Edition, now: Edition): Edition {
  const pages = new Map(known.pages.map((page) => [page.attrs.id as string, page]));
  const blocks = new Map<string, Node>();
  for (const page of known.pages) page.forEach((block) => void blocks.set(block.attrs.id, block));
  return {
    ...now,
    facts: same(known.facts, now.facts) ? known.facts : now.facts,
    style: same(known.style, now.style) ? known.style : now.style,
    pages: now.pages.map((page) => {
      const old = pages.get(page.attrs.id);
      if (old?.eq(page)) return old;
      return page.copy(
        Fragment.from(page.children.map((block) => shared(blocks.get(block.attrs.id), block))),
      );
    }),
  };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A block with the parts of its old self wherever one is equal. */
function shared(old: Node | undefined, now: Node): Node {
  if (!old || old.type !== now.type) return now;
  if (old.eq(now)) return old;
  const parts = new Map<string, Node[]>();
  old.forEach((part) => {
    const key = `${part.type.name} ${part.textContent}`;
    const list = parts.get(key);
    if (list) list.push(part);
    else parts.set(key, [part]);
  });
  return now.copy(
    Fragment.from(
      now.children.map((part) => {
        const alike = parts.get(`${part.type.name} ${part.textContent}`);
        return alike?.find((one) => one.eq(part)) ?? part;
      }),
    ),
  );
}

/**
 * An article or a page as it was at an earlier moment, brought back as a change like any other.
 *
 * What is restored is what was written and laid out then. Jumps stay true (a continuation comes back where it stood,
 * where that is free), nothing that was written since is thrown away (it is kept on its page without a place), and
 * comments stay on the words they are about, where those words are still there.
 */
import { Fragment, type Node } from "prosemirror-model";
import { StepMap, Transform } from "prosemirror-transform";
import { anchorsOf, withoutAnchors } from "./anchors.ts";
import { applyChanges, type Change } from "./change.ts";
import type { Command } from "./commands.ts";
import { type Edition, pageNumbered } from "./edition.ts";
import { locate } from "./outline.ts";
import { overlaps, type Place } from "./place.ts";
import { reconciliation } from "./reconcile.ts";
import { schema } from "./schema.ts";

/** Writes the block `id` as it was written in `past`; its place and dress on the page stay as they are now. */
export function restoreBlock(past: Edition, id: string): Command {
  return (edition) => {
    const old = blockOf(past, id);
    if (!old) return null;
    const now = blockOf(edition, id);
    if (!now) return bringBack(edition, past, old);
    const target = now.node.copy(contentFor(edition, old.node, now.node));
    const changes = rewrite(now.page, now.pos, now.node, target);
    return [...changes, ...continuations(applyChanges(edition, changes), past, old.node)];
  };
}

/** Makes the page with the id `id` what it was in `past`, and what has come to it since a part of it without a place. */
export function restorePage(past: Edition, id: string): Command {
  return (edition) => {
    const old = past.pages.find(({ attrs }) => attrs.id === id);
    if (!old) return null;
    const page = edition.pages.find(({ attrs }) => attrs.id === id);
    if (!page && pageNumbered(edition, old.attrs.number)) return null;
    const returning = new Set(old.children.map(({ attrs }) => attrs.id as string));
    const changes: Change[] = [];
    let current = edition;
    const add = (more: readonly Change[]) => {
      current = applyChanges(current, more);
      changes.push(...more);
    };
    for (const other of edition.pages) {
      if (other === page) continue;
      const tr = new Transform(other);
      other.forEach((block, pos) => {
        const at = tr.mapping.map(pos);
        if (returning.has(block.attrs.id)) tr.delete(at, at + block.nodeSize);
      });
      if (tr.steps.length > 0) add([{ kind: "steps", page: other.attrs.id, steps: tr.steps }]);
    }
    const blocks = old.children.map((block) => {
      const now = blockOf(edition, block.attrs.id)?.node ?? null;
      return block.copy(contentFor(edition, block, now));
    });
    const kept = (page?.children ?? []).flatMap((block) => keepBeside(returning, block));
    const target = old.type.create({ ...old.attrs, number: page?.attrs.number ?? old.attrs.number }, [
      ...blocks,
      ...kept,
    ]);
    if (!page) add([{ kind: "page-added", page: target }]);
    else {
      const tr = reconciliation(page, target);
      if (page.attrs.title !== target.attrs.title) tr.setDocAttribute("title", target.attrs.title);
      if (tr.steps.length > 0) add([{ kind: "steps", page: id, steps: tr.steps }]);
    }
    for (const block of old.children) add(continuations(current, past, block));
    return changes;
  };
}

/** A block that was not on the page then: it stays, off the grid. A masthead is the page's own. */
function keepBeside(returning: ReadonlySet<string>, block: Node): Node[] {
  if (returning.has(block.attrs.id) || block.type.name === "masthead") return [];
  return [block.type.create({ ...block.attrs, place: null, pinned: false }, block.content)];
}

interface Block {
  readonly page: Node;
  readonly node: Node;
  readonly pos: number;
}

/** The block with this id that stands on a page itself. */
function blockOf(edition: Edition, id: string): Block | null {
  const found = locate(edition, id);
  return found && found.page.resolve(found.pos).depth === 0 ? found : null;
}

function rewrite(page: Node, pos: number, now: Node, target: Node): Change[] {
  const offset = StepMap.offset(pos + 1);
  const steps = reconciliation(now, target).steps.flatMap((step) => step.map(offset) ?? []);
  return steps.length > 0 ? [{ kind: "steps", page: page.attrs.id, steps }] : [];
}

/** A block that is no more comes back on the page it stood on, where it stood if nothing stands there now. */
function bringBack(edition: Edition, past: Edition, { page, node }: Block): Change[] {
  const target =
    edition.pages.find(({ attrs }) => attrs.id === page.attrs.id) ??
    pageNumbered(edition, page.attrs.number) ??
    edition.pages[0];
  const content = contentFor(edition, node, null);
  // An edition that has no page left gets this one back, for the block.
  if (!target) return [{ kind: "page-added", page: page.copy(Fragment.from(node.copy(content))) }];
  const attrs = { ...node.attrs, place: freePlace(target, node.attrs.place) };
  const block = node.type.create(attrs, content);
  const tr = new Transform(target).insert(target.content.size, block);
  const changes: Change[] = [{ kind: "steps", page: target.attrs.id, steps: tr.steps }];
  return [...changes, ...continuations(applyChanges(edition, changes), past, node)];
}

function freePlace(page: Node, place: Place | null): Place | null {
  const taken = page.children.some(
    ({ attrs }) => attrs.place && place && overlaps(attrs.place as Place, place),
  );
  return taken ? null : place;
}

/** Continuations of the jumps in `article` as they stood, on pages that are still there and have none for them now. */
function continuations(edition: Edition, past: Edition, article: Node): Change[] {
  const changes: Change[] = [];
  let current = edition;
  const answered = (e: Edition, jump: string) =>
    e.pages.some((page) => page.children.some(({ attrs }) => attrs.jump === jump));
  for (const { type, attrs } of article.children) {
    if (type.name !== "jump" || answered(current, attrs.id)) continue;
    for (const page of past.pages) {
      const block = page.children.find((child) => child.attrs.jump === attrs.id);
      const target = block && current.pages.find((now) => now.attrs.id === page.attrs.id);
      if (!target || locate(current, block.attrs.id)) continue;
      const back = block.type.create(
        { ...block.attrs, place: freePlace(target, block.attrs.place) },
        withoutAnchors(block).content,
      );
      const tr = new Transform(target).insert(target.content.size, back);
      const change: Change = { kind: "steps", page: target.attrs.id, steps: tr.steps };
      current = applyChanges(current, [change]);
      changes.push(change);
    }
  }
  return changes;
}

/** What `old` held, for an edition where its block reads `now`: without what stands elsewhere by now, with today's comments. */
function contentFor(edition: Edition, old: Node, now: Node | null): Fragment {
  const mine = new Set<string>();
  now?.descendants((node) => void mine.add(node.attrs.id));
  const elsewhere = ({ attrs: { id } }: Node) =>
    typeof id === "string" && !mine.has(id) && locate(edition, id) !== null;
  const kept = Fragment.from(old.children.filter((child) => !elsewhere(child)));
  return anchored(edition, old.copy(kept), now).content;
}

/**
 * The block with the anchors that threads of `edition` have in `now`, on the same words; a thread whose words `now`
 * lacks is anchored as it was then. Threads of elsewhere, and of the past alone, are not anchored here.
 */
function anchored(edition: Edition, old: Node, now: Node | null): Node {
  const threads = new Set(edition.comments?.map(({ id }) => id));
  const anchors = anchorsOf(edition);
  const lost = (id: string) => !threads.has(id) || anchors.has(id);
  const bare = withoutAnchors(old, lost);
  if (!now) return bare;
  const tr = new Transform(bare);
  now.descendants((part) => {
    if (!part.isTextblock) return true;
    part.forEach((run, from) => {
      for (const mark of run.marks) {
        if (mark.type !== schema.marks.comment || !threads.has(mark.attrs.id)) continue;
        const at = find(bare, part, from, run.text ?? "");
        if (at !== null) tr.addMark(at, at + run.nodeSize, mark);
      }
    });
    return false;
  });
  return tr.doc;
}

/** Where the words at `from` of `part` stand in `block`: in the part that reads the same, else where they stand once. */
function find(block: Node, part: Node, from: number, words: string): number | null {
  let same: number | null = null;
  const found: number[] = [];
  block.descendants((other, pos) => {
    if (!other.isTextblock) return true;
    const text = other.textContent;
    if (same === null && other.type === part.type && text === part.textContent) same = pos + 1 + from;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(pos + 1 + at);
    return false;
  });
  return same ?? (found.length === 1 ? (found[0] as number) : null);
}

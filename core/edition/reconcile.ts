/**
 * From one state of a block to another by the fewest steps: how a change made elsewhere reaches the galley, and how an
 * earlier state comes back.
 *
 * Whatever the change was (undo, a layout command, settling), the result equals the target, and all that did not
 * differ keeps its DOM, its decorations and the selection in it.
 */
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";

/** Steps that make the content of `doc` that of `target`. Both are nodes of one type; their attributes are not looked at. */
export function reconciliation(doc: Node, target: Node): Transform {
  const tr = new Transform(doc);
  const before = doc.children;
  const after = target.children;
  let head = 0;
  while (head < before.length && head < after.length && same(before[head], after[head])) head++;
  let tail = 0;
  while (
    tail < Math.min(before.length, after.length) - head &&
    same(before[before.length - 1 - tail], after[after.length - 1 - tail])
  )
    tail++;
  const old = before.slice(head, before.length - tail);
  const wanted = after.slice(head, after.length - tail);
  if (old.length === 0 && wanted.length === 0) return tr;

  const start = before.slice(0, head).reduce((sum, node) => sum + node.nodeSize, 0);
  if (old.length === wanted.length && old.every((node, i) => isEdited(node, wanted[i]))) {
    // From the end, so that positions before hold.
    let end = old.reduce((sum, node) => sum + node.nodeSize, start);
    for (let i = old.length - 1; i >= 0; i--) {
      const [node, next] = [old[i] as Node, wanted[i] as Node];
      end -= node.nodeSize;
      replaceText(tr, end + 1, node, next);
    }
    return tr;
  }
  const end = old.reduce((sum, node) => sum + node.nodeSize, start);
  return wanted.length ? tr.replaceWith(start, end, wanted) : tr.delete(start, end);
}

const same = (a: Node | undefined, b: Node | undefined) => a === b || Boolean(a && b && a.eq(b));

/** One textblock before and after its text was edited. */
const isEdited = (a: Node, b: Node | undefined) => Boolean(b && a.isTextblock && a.sameMarkup(b));

function replaceText(tr: Transform, at: number, node: Node, next: Node): void {
  const start = node.content.findDiffStart(next.content);
  const ends = node.content.findDiffEnd(next.content);
  if (start === null || !ends) return;
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
  tr.replace(at + start, at + ends.a + overlap, next.slice(start, ends.b + overlap));
}

/** Position in `target` behind the last thing that differs from `doc`: where the caret goes after an undo. */
export function endOfChange(doc: Node, target: Node): number | null {
  const start = doc.content.findDiffStart(target.content);
  const ends = doc.content.findDiffEnd(target.content);
  return start === null || !ends ? null : Math.max(start, ends.b);
}

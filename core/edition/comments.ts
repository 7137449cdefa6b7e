/**
 * Comments and queries, anchored to text.
 *
 * The anchor is the `comment` mark on the words themselves: edits around it, splits, joins and moves to another page
 * carry it along, and undo brings it back exactly. The thread is a value of the edition. A thread whose words were all
 * deleted stays, and says what they were.
 */
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { type AnchorPlace, anchorsOf } from "./anchors.ts";
import type { Change } from "./change.ts";
import type { Command } from "./commands.ts";
import type { Edition } from "./edition.ts";
import { inReadingOrder } from "./jumps.ts";
import { schema } from "./schema.ts";
import { type Remark, type Thread, type ThreadKind, threadLimits } from "./thread.ts";

export interface NewThread {
  readonly id: string;
  readonly kind: ThreadKind;
  /** Id of the page document, and positions in it; the words between lie in one block. */
  readonly page: string;
  readonly from: number;
  readonly to: number;
  readonly remark: Remark;
}

/** Begins a thread on the words between two positions. Does not apply where there are none, or in two blocks. */
export function addThread({ id, kind, page, from, to, remark }: NewThread): Command {
  return (edition) => {
    const doc = edition.pages.find(({ attrs }) => attrs.id === page);
    if (!doc || from < 0 || to > doc.content.size || from >= to || !fits(remark)) return null;
    const block = doc.childBefore(to).node;
    if (!block || block !== doc.childAfter(from).node || anchorsOf(edition).has(id)) return null;
    if (edition.comments?.some((thread) => thread.id === id)) return null;
    const tr = new Transform(doc).addMark(from, to, schema.mark("comment", { id }));
    if (tr.steps.length === 0) return null;
    const thread: Thread = {
      id,
      kind,
      page,
      block: block.attrs.id,
      quote: doc.textBetween(from, to, "\n").slice(0, threadLimits.text),
      remarks: [remark],
      resolved: null,
    };
    return [
      { kind: "comment", from: null, to: thread },
      { kind: "steps", page, steps: tr.steps },
    ];
  };
}

const fits = ({ text }: Remark) => text.trim() !== "" && text.length <= threadLimits.text;

const changed = (id: string, become: (thread: Thread) => Thread | null): Command => {
  return (edition): Change[] | null => {
    const thread = edition.comments?.find((one) => one.id === id);
    const to = thread && become(thread);
    return thread && to && to !== thread ? [{ kind: "comment", from: thread, to }] : null;
  };
};

/** Says something more in a thread. */
export const reply = (id: string, remark: Remark): Command =>
  changed(id, (thread) =>
    fits(remark) && thread.remarks.length < threadLimits.remarks
      ? { ...thread, remarks: [...thread.remarks, remark] }
      : null,
  );

/** Resolves a thread that is open. */
export const resolve = (id: string, by: string, time: string): Command =>
  changed(id, (thread) => (thread.resolved ? null : { ...thread, resolved: { by, time } }));

/** Opens a resolved thread again. */
export const reopen = (id: string): Command =>
  changed(id, (thread) => (thread.resolved ? { ...thread, resolved: null } : null));

/** Takes a thread away, and its anchor out of the text. */
export function removeThread(id: string): Command {
  return (edition) => {
    const thread = edition.comments?.find((one) => one.id === id);
    if (!thread) return null;
    const mark = schema.mark("comment", { id });
    const steps = Map.groupBy(anchorsOf(edition).get(id) ?? [], ({ page }) => page);
    const unmarked = [...steps].map(([page, places]): Change => {
      const tr = new Transform(edition.pages.find(({ attrs }) => attrs.id === page) as Node);
      for (const { pos, from, to } of places) tr.removeMark(pos + 1 + from, pos + 1 + to, mark);
      return { kind: "steps", page, steps: tr.steps };
    });
    return [...unmarked, { kind: "comment", from: thread, to: null }];
  };
}

/** A thread with where it stands now. */
export interface StandingThread {
  readonly thread: Thread;
  /** Empty where its words were deleted. */
  readonly places: readonly AnchorPlace[];
  /** Page number and headline of the block it stands in, or stood in; empty where that is gone too. */
  readonly number: string;
  readonly headline: string;
}

/** Every thread in the order a reader meets its words; threads whose words are gone come last on their page. */
export function standingThreads(edition: Edition): StandingThread[] {
  const anchors = anchorsOf(edition);
  const order = new Map<string, number>();
  const blocks = new Map<string, { number: string; headline: string }>();
  edition.pages.forEach((page, i) => {
    inReadingOrder(page).forEach((block, j) => {
      order.set(block.attrs.id, i * 10_000 + j);
      const headline = block.children.find((child) => child.type.name === "headline") ?? block;
      blocks.set(block.attrs.id, { number: page.attrs.number, headline: headline.textContent });
    });
  });
  const at = ({ thread, places: [first] }: StandingThread): readonly [number, number] => [
    order.get(first?.block ?? thread.block) ?? Number.MAX_SAFE_INTEGER,
    first ? first.pos + first.from : Number.MAX_SAFE_INTEGER,
  ];
  const threads = (edition.comments ?? []).map((thread): StandingThread => {
    const places = anchors.get(thread.id) ?? [];
    const block = blocks.get(places[0]?.block ?? thread.block);
    const page = edition.pages.find(({ attrs }) => attrs.id === thread.page);
    return {
      thread,
      places,
      number: block?.number ?? page?.attrs.number ?? "",
      headline: block?.headline ?? "",
    };
  });
  return threads.sort((a, b) => {
    const [[x, m], [y, n]] = [at(a), at(b)];
    return x - y || m - n;
  });
}

/** Number of open threads on a page; of the whole edition where no number is given. */
export const openThreads = (edition: Edition, number?: string): number =>
  standingThreads(edition).filter(
    (one) => !one.thread.resolved && (number === undefined || one.number === number),
  ).length;

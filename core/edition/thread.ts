/**
 * A thread of comments: what somebody remarked on some words of the edition, or asks their author.
 *
 * A thread is a value of the edition beside its pages. Where it is anchored, the text carries a `comment` mark with its
 * id (see comments.ts), so that the anchor goes wherever those words go. It is let in from a file as strictly as facts
 * and style are.
 */

/** `comment` 批注: to the desk; `query` 问作者: to be asked of whoever wrote the article. */
export const threadKinds = ["comment", "query"] as const;
export type ThreadKind = (typeof threadKinds)[number];

/** One thing said in a thread. */
export interface Remark {
  readonly author: string;
  /** ISO 8601 instant by the author's clock. */
  readonly time: string;
  readonly text: string;
}

export interface Thread {
  readonly id: string;
  readonly kind: ThreadKind;
  /** Ids of the page document and of the block on which it was begun. */
  readonly page: string;
  readonly block: string;
  /** The words it was set on, as they stood then. */
  readonly quote: string;
  /** What was said, the opening first; never empty. */
  readonly remarks: readonly [Remark, ...Remark[]];
  /** Who resolved it, and when; null while it is open. */
  readonly resolved: { readonly by: string; readonly time: string } | null;
}

/** Longest remark or quote in UTF-16 units, and most remarks of a thread and threads of an edition. */
export const threadLimits = { text: 10_000, name: 1000, remarks: 1000, threads: 20_000 } as const;

/** Threads in the order they were begun: by time, then by id, so that undo puts a thread back where it was. */
export const byBeginning = (threads: readonly Thread[]): readonly Thread[] =>
  threads.toSorted((a, b) => order(a.remarks[0].time, b.remarks[0].time) || order(a.id, b.id));

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Throws a RangeError where `value` is no list of threads with ids of their own. */
export function admitThreads(value: unknown): readonly Thread[] {
  if (!Array.isArray(value) || value.length > threadLimits.threads)
    throw new RangeError("comments are not a list");
  const threads = Array.from(value, admitThread);
  if (new Set(threads.map(({ id }) => id)).size !== threads.length)
    throw new RangeError("a comment stands twice");
  return byBeginning(threads);
}

/** `value` as a thread, and nothing beside it. Throws a RangeError where it is none. */
export function admitThread(value: unknown): Thread {
  const { id, kind, page, block, quote, remarks, resolved } = fields(value, "a comment");
  if (!threadKinds.includes(kind as ThreadKind)) throw new RangeError("a comment of no known kind");
  if (!Array.isArray(remarks) || remarks.length > threadLimits.remarks)
    throw new RangeError("a comment without remarks");
  const [first, ...rest] = remarks.map(admitRemark);
  if (!first) throw new RangeError("a comment without remarks");
  const name = text(id, "id", threadLimits.name);
  if (name === "") throw new RangeError("a comment without an id");
  return {
    id: name,
    kind: kind as ThreadKind,
    page: text(page, "page", threadLimits.name),
    block: text(block, "block", threadLimits.name),
    quote: text(quote, "quote", threadLimits.text),
    remarks: [first, ...rest],
    resolved: resolved === null ? null : admitResolved(resolved),
  };
}

function admitRemark(value: unknown): Remark {
  const remark = fields(value, "a remark");
  return {
    author: text(remark.author, "author", threadLimits.name),
    time: text(remark.time, "time", threadLimits.name),
    text: text(remark.text, "text", threadLimits.text),
  };
}

function admitResolved(value: unknown): Thread["resolved"] {
  const { by, time } = fields(value, "who resolved it");
  return { by: text(by, "by", threadLimits.name), time: text(time, "time", threadLimits.name) };
}

function fields(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new RangeError(`no ${what}: ${typeof value}`);
  return value as Record<string, unknown>;
}

function text(value: unknown, name: string, longest: number): string {
  if (typeof value !== "string" || value.length > longest) throw new RangeError(`a comment's ${name}`);
  return value;
}

/**
 * One page as it was: its document replayed from the rows that speak of it alone, a small part of a large edition's log.
 *
 * Documents passed on the way are kept, so that a second question about the page replays little.
 */
import type { Node } from "prosemirror-model";
import { applyChanges, type Change } from "../../core/edition/change.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { blankEdition, type LogEntry } from "./log.ts";

/** Rows of the page between two documents that are kept; rows replayed before a caller may do something else. */
const SPACING = 100;
const REPLAYED = 50;

interface Sources {
  /** An edition that is known at or before row `seq`. */
  start(seq: number): { readonly seq: number; readonly edition: Edition };
  entries(numbers: readonly number[]): LogEntry[];
}

export class PagePast {
  readonly id: string;
  /** Documents by the row they have seen, ascending. */
  readonly #kept: { readonly seq: number; readonly doc: Node | null }[] = [];

  constructor(id: string) {
    this.id = id;
  }

  /** The page after each of `wanted`, ascending; `rows` are the numbers of all rows that speak of it. */
  *at(
    wanted: readonly number[],
    rows: readonly number[],
    sources: Sources,
  ): Generator<void, (Node | null)[]> {
    const found: (Node | null)[] = [];
    let at = -1;
    let doc: Node | null = null;
    for (const seq of wanted) {
      const near = this.#before(seq, sources, at);
      if (near) [at, doc] = [near.seq, near.doc];
      const from = after(rows, at);
      const to = after(rows, seq);
      for (let i = from; i < to; i += REPLAYED) {
        const some = rows.slice(i, Math.min(to, i + REPLAYED));
        for (const entry of sources.entries(some)) doc = replayed(doc, entry, this.id);
        at = some.at(-1) ?? at;
        this.#keep(at, doc);
        yield;
      }
      at = Math.max(at, seq);
      found.push(doc);
    }
    return found;
  }

  /** What is nearest to row `seq` of what is known, where it is nearer than row `at`. */
  #before(seq: number, sources: Sources, at: number): { seq: number; doc: Node | null } | null {
    const kept = this.#kept.findLast((one) => one.seq <= seq);
    if (kept && kept.seq >= at && seq - kept.seq < 20_000) return kept;
    if (at >= 0 && seq - at < 20_000) return null;
    const start = sources.start(seq);
    if (kept && kept.seq >= start.seq) return kept.seq > at ? kept : null;
    if (start.seq <= at) return null;
    const doc = start.edition.pages.find(({ attrs }) => attrs.id === this.id) ?? null;
    this.#keep(start.seq, doc);
    return { seq: start.seq, doc };
  }

  #keep(seq: number, doc: Node | null): void {
    const i = this.#kept.findLastIndex((one) => one.seq <= seq);
    const [before, behind] = [this.#kept[i], this.#kept[i + 1]];
    if (before && seq - before.seq < SPACING) return;
    if (behind && behind.seq - seq < SPACING) return;
    this.#kept.splice(i + 1, 0, { seq, doc });
  }
}

/** Index of the first of ascending `rows` above `seq`. */
function after(rows: readonly number[], seq: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as number) <= seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The page after a row; what the row says of anything else is passed over. */
function replayed(doc: Node | null, entry: LogEntry, id: string): Node | null {
  const own = entry.changes.filter(
    (change: Change) =>
      (change.kind === "steps" && change.page === id) ||
      ((change.kind === "page-added" || change.kind === "page-removed") && change.page.attrs.id === id),
  );
  return applyChanges({ ...blankEdition, pages: doc ? [doc] : [] }, own).pages[0] ?? null;
}

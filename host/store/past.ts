/**
 * The edition as it was: editions replayed from the log, and an index of who did what on which page.
 *
 * Replaying a long evening takes seconds, and all of it can be interrupted: what is long is a generator that yields
 * every few hundred rows, so that a step which arrives meanwhile is written first. Editions share all that did not
 * change between them, so those passed on the way are kept: the next look back starts near.
 */
import type { DatabaseSync } from "node:sqlite";
import type { Node } from "prosemirror-model";
import type { AuditEntry } from "../../core/edition/audit.ts";
import type { Edition } from "../../core/edition/edition.ts";
import type { TimelineRow } from "../../core/edition/timeline.ts";
import { guarded } from "./fault.ts";
import { type LogEntry, readRows, readRowsAt } from "./log.ts";
import { PageIndex, type PageRows } from "./page-index.ts";
import { PagePast } from "./page-past.ts";
import { after, entryOf } from "./replay.ts";
import { snapshotBefore, snapshotSeqs } from "./snapshot.ts";
import { typedOn } from "./touched.ts";

/** Rows between two editions that are kept, and how many are. */
const SPACING = 500;
const MOST = 500;
/** Entries kept as they were read: about as many as a page of a large edition has, some 20 MB. */
const ENTRIES = 20_000;
/** Rows replayed before a caller may do something else. */
const REPLAYED = 100;

export interface PastOptions {
  readonly db: DatabaseSync;
  /** Name of the file, for a Problem. */
  readonly file: string;
  /** The edition as it is, and the row it has seen. */
  readonly now: () => { readonly seq: number; readonly edition: Edition };
}

/** What `work` comes to, without a pause. */
export function finished<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

export class Past {
  readonly #options: PastOptions;
  /** Editions by the row they have seen, the one asked for last at the end. */
  readonly #kept = new Map<number, Edition>();
  readonly #index: PageIndex;
  readonly #entries = new Map<number, LogEntry>();
  /** The page that was asked for last. */
  #page: PagePast | null = null;

  constructor(options: PastOptions) {
    this.#options = options;
    this.#index = new PageIndex(options.db, options.file);
  }

  /** The edition as it was after row `seq`. Throws a RangeError for a row that is not in the log. */
  *walk(seq: number): Generator<void, Edition> {
    const { db, file } = this.#options;
    const now = this.#options.now();
    if (seq < 0 || seq > now.seq) throw new RangeError(`the log has rows 1 to ${now.seq}, not ${seq}`);
    if (seq === now.seq) return now.edition;
    let { seq: at, edition } = this.#nearest(seq);
    let kept = at;
    while (at < seq) {
      const to = Math.min(seq, at + REPLAYED);
      const [base, start] = [edition, at + 1];
      edition = guarded(file, () =>
        [...readRows(db, file, start, to)].reduce((current, row) => after(file, current, row), base),
      );
      at = to;
      if (at - kept >= SPACING) {
        this.#keep(at, edition);
        kept = at;
      }
      yield;
    }
    this.#keep(seq, edition);
    return edition;
  }

  /** Rows of the log that touched the page with this id, or the whole edition. */
  *rowsOn(page: string): Generator<void, TimelineRow[]> {
    const { seq } = this.#options.now();
    yield* this.#index.readTo(seq);
    return this.#index.rowsOn(page, seq);
  }

  /** Tells every row with what it speaks of; checked, but the steps of typing are not read. */
  *each(tell: (entry: AuditEntry) => void): Generator<void> {
    const { db, file } = this.#options;
    const { seq } = this.#options.now();
    for (let from = 1; from <= seq; from += REPLAYED) {
      guarded(file, () => {
        for (const row of readRows(db, file, from, Math.min(seq, from + REPLAYED - 1))) {
          const typed = typedOn(row.changes);
          const changes = typed ? [{ kind: "steps", page: typed.page } as const] : entryOf(file, row).changes;
          tell({ ...row, changes });
        }
      });
      yield;
    }
  }

  /** The rows that speak of the page with this id, in order. */
  *on(page: string): Generator<void, PageRows> {
    const { seq } = this.#options.now();
    yield* this.#index.readTo(seq);
    return this.#index.on(page);
  }

  /** What rows of the log say, in the order of `numbers`. Those read lately are not read again. */
  entries(numbers: readonly number[]): LogEntry[] {
    const { db, file } = this.#options;
    const missing = numbers.filter((n) => !this.#entries.has(n));
    if (this.#entries.size + missing.length > ENTRIES) this.#entries.clear();
    guarded(file, () => {
      for (const row of readRowsAt(
        db,
        file,
        numbers.filter((n) => !this.#entries.has(n)),
      ))
        this.#entries.set(row.seq, entryOf(file, row));
    });
    return numbers.flatMap((n) => this.#entries.get(n) ?? []);
  }

  /**
   * The page document with this id as it was after each of these rows, ascending; null where it was not there. Only what
   * speaks of the page is replayed.
   */
  *pagesAt(page: string, numbers: readonly number[]): Generator<void, (Node | null)[]> {
    if (this.#page?.id !== page) this.#page = new PagePast(page);
    const { numbers: rows } = yield* this.on(page);
    return yield* this.#page.at(numbers, rows, {
      start: (seq) => snapshotBefore(this.#options.db, seq, page),
      entries: (some) => this.entries(some),
    });
  }

  #nearest(seq: number): { seq: number; edition: Edition } {
    let best = 0;
    for (const at of this.#kept.keys()) if (at <= seq && at > best) best = at;
    const stored = snapshotSeqs(this.#options.db).findLast((at) => at <= seq) ?? 0;
    const kept = this.#kept.get(best);
    if (kept && best >= stored) return { seq: best, edition: kept };
    return snapshotBefore(this.#options.db, seq);
  }

  #keep(seq: number, edition: Edition): void {
    this.#kept.delete(seq);
    this.#kept.set(seq, edition);
    if (this.#kept.size <= MOST) return;
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#kept.delete(oldest);
  }
}

/**
 * The edition as it was: editions replayed from the log, and an index of who did what on which page.
 *
 * Replaying a long evening takes seconds, and all of it can be interrupted: what is long is a generator that yields
 * every few hundred rows, so that a step which arrives meanwhile is written first. Editions share all that did not
 * change between them, so those passed on the way are kept: the next look back starts near.
 */
import type { DatabaseSync } from "node:sqlite";
import type { Edition } from "../../core/edition/edition.ts";
import type { TimelineRow } from "../../core/edition/timeline.ts";
import { guarded } from "./fault.ts";
import { type LogEntry, readRows } from "./log.ts";
import { after, entryOf } from "./replay.ts";
import { snapshotBefore, snapshotSeqs } from "./snapshot.ts";

/** Rows between two editions that are kept, and how many are. */
const SPACING = 500;
const MOST = 500;
/** Rows read, or replayed, before a caller may do something else. */
const READ = 2000;
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

  /** Rows `from`…`to` of the log that may speak of the page with this id, as they are written, the last first. */
  entriesBackwards(from: number, to: number, page: string): LogEntry[] {
    const { db, file } = this.#options;
    const name = JSON.stringify(page);
    return guarded(file, () =>
      [...readRows(db, file, from, to)]
        .filter((row) => row.changes.includes(name))
        .reverse()
        .map((row) => entryOf(file, row)),
    );
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

/** What each row says of itself in a few numbers: 200,000 rows are a few megabytes. */
class PageIndex {
  readonly #db: DatabaseSync;
  readonly #file: string;
  readonly #names = new Names();
  readonly #at: number[] = [];
  readonly #authors: number[] = [];
  readonly #labels: number[] = [];
  /** Ids of the pages a row touched; -1 for the whole edition. */
  readonly #pages: (number | readonly number[])[] = [];

  constructor(db: DatabaseSync, file: string) {
    this.#db = db;
    this.#file = file;
  }

  *readTo(seq: number): Generator<void> {
    while (this.#at.length < seq) {
      const from = this.#at.length + 1;
      const to = Math.min(seq, from + READ - 1);
      for (const row of guarded(this.#file, () => [...readRows(this.#db, this.#file, from, to)])) {
        this.#at.push(Date.parse(row.time));
        this.#authors.push(this.#names.of(row.author));
        this.#labels.push(this.#names.of(row.label));
        const pages = pagesOf(row.changes).map((id) => (id === null ? -1 : this.#names.of(id)));
        this.#pages.push(pages.length === 1 ? (pages[0] as number) : pages);
      }
      yield;
    }
  }

  rowsOn(page: string, seq: number): TimelineRow[] {
    const id = this.#names.of(page);
    const rows: TimelineRow[] = [];
    for (let i = 0; i < seq; i++) {
      const on = this.#pages[i];
      const touches = typeof on === "number" ? on === id || on === -1 : on?.some((n) => n === id || n === -1);
      if (!touches) continue;
      rows.push({
        seq: i + 1,
        at: this.#at[i] as number,
        author: this.#names.name(this.#authors[i] as number),
        label: this.#names.name(this.#labels[i] as number),
      });
    }
    return rows;
  }
}

/** Texts by number, each kept once. */
class Names {
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(name: string): number {
    let n = this.#numbers.get(name);
    if (n === undefined) {
      n = this.#names.push(name) - 1;
      this.#numbers.set(name, n);
    }
    return n;
  }
  name(n: number): string {
    return this.#names[n] ?? "";
  }
}

/** Ids of the pages that changes touch, each once; null for what concerns the whole edition. */
function pagesOf(changes: string): (string | null)[] {
  const ids = new Set<string | null>();
  for (const change of asList(changes)) {
    const { kind, page, from, to } = change;
    if (kind === "steps") ids.add(String(page));
    else if (kind === "comment") ids.add(idOf(to ?? from, "page"));
    else if (kind === "page-added" || kind === "page-removed")
      ids.add(idOf((page as { attrs?: unknown } | null)?.attrs, "id"));
    else ids.add(null);
  }
  return [...ids];
}

const idOf = (value: unknown, name: string) => {
  const id = (value as Record<string, unknown> | null | undefined)?.[name];
  return typeof id === "string" ? id : null;
};

/** A row that holds no list of changes is damaged in another way than its checksum shows; replaying it says so. */
function asList(changes: string): Readonly<Record<string, unknown>>[] {
  try {
    const list: unknown = JSON.parse(changes);
    return Array.isArray(list) ? list.filter((change) => typeof change === "object" && change !== null) : [];
  } catch {
    return [];
  }
}

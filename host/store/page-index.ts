/**
 * Who worked on which page when, row by row of the log in a few numbers: 200,000 rows are a few megabytes.
 *
 * Rows are not checked against their checksums here: an index says where to look, and whatever is then shown is read
 * by those who check.
 */
import type { DatabaseSync } from "node:sqlite";
import type { TimelineRow } from "../../core/edition/timeline.ts";
import { guarded } from "./fault.ts";
import type { LogRow } from "./log.ts";
import { type Span, touchedBy, typedOn } from "./touched.ts";

/** Rows read before a caller may do something else. */
const READ = 2000;

/** The rows that speak of a page, in order; of a row that only writes or deletes text, where. */
export interface PageRows {
  readonly numbers: readonly number[];
  /** Position in the page document; -1 where the row does something else. */
  readonly starts: readonly number[];
  /** What the row deletes there, and what it writes, in positions. */
  readonly deleted: readonly number[];
  readonly written: readonly number[];
}

const elsewhere: Span = { start: -1, deleted: 0, written: 0 };
const noRows: PageRows = { numbers: [], starts: [], deleted: [], written: [] };

export class PageIndex {
  readonly #db: DatabaseSync;
  readonly #file: string;
  readonly #names = new Names();
  readonly #at: number[] = [];
  readonly #authors: number[] = [];
  readonly #labels: number[] = [];
  /** Ids of the pages a row touched; -1 for the whole edition. */
  readonly #pages: (number | readonly number[])[] = [];
  /** Rows that touched a page, by the number of its id. */
  readonly #rows = new Map<number, { [Of in keyof PageRows]: number[] }>();

  constructor(db: DatabaseSync, file: string) {
    this.#db = db;
    this.#file = file;
  }

  *readTo(seq: number): Generator<void> {
    while (this.#at.length < seq) {
      const from = this.#at.length + 1;
      const to = Math.min(seq, from + READ - 1);
      for (const row of guarded(this.#file, () => [...unchecked(this.#db, from, to)])) {
        this.#at.push(Date.parse(row.time));
        this.#authors.push(this.#names.of(row.author));
        this.#labels.push(this.#names.of(row.label));
        const typed = typedOn(row.changes);
        const ids = typed ? [typed.page] : touchedBy(row.changes);
        const pages = ids.map((id) => (id === null ? -1 : this.#names.of(id)));
        this.#pages.push(pages.length === 1 ? (pages[0] as number) : pages);
        for (const id of pages) this.#add(id, typed?.span ?? elsewhere);
      }
      yield;
    }
  }

  #add(page: number, { start, deleted, written }: Span): void {
    let rows = this.#rows.get(page);
    if (!rows) {
      rows = { numbers: [], starts: [], deleted: [], written: [] };
      this.#rows.set(page, rows);
    }
    rows.numbers.push(this.#at.length);
    rows.starts.push(start);
    rows.deleted.push(deleted);
    rows.written.push(written);
  }

  /** Rows that speak of the page with this id, as far as was read. */
  on(page: string): PageRows {
    return this.#rows.get(this.#names.of(page)) ?? noRows;
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

/**
 * Rows as they stand there. A row that is missing, or is none, is an empty one: replaying says what is wrong with it. What
 * a column holds is taken for a text, whatever it is: so no value of a hostile file is one that cannot be read.
 */
function* unchecked(db: DatabaseSync, from: number, to: number): Generator<LogRow> {
  let next = from;
  const empty = (seq: number): LogRow => ({ seq, time: "", author: "", label: "", changes: "[]" });
  const statement = db.prepare(
    `SELECT seq, CAST(time AS TEXT), CAST(author AS TEXT), CAST(label AS TEXT), CAST(changes AS TEXT)
     FROM log WHERE seq BETWEEN ? AND ? ORDER BY seq`,
  );
  statement.setReturnArrays(true);
  const rows = statement.all(from, to) as unknown as [number, ...(string | null)[]][];
  for (const [seq, time, author, label, changes] of rows) {
    while (next < seq) yield empty(next++);
    yield {
      seq,
      time: time ?? "",
      author: author ?? "",
      label: label ?? "",
      changes: changes ?? "[]",
    };
    next++;
  }
  while (next <= to) yield empty(next++);
}

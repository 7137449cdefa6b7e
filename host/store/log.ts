/**
 * The append-only log: one row per change, each with a checksum over all that it says.
 *
 * Rows are numbered from 1 without gaps and never updated or deleted. Applied in order to `blankEdition` they give
 * the edition; nothing else in the file is needed for that.
 */
import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { type Change, type ChangeJSON, changeFromJSON, changeToJSON } from "../../core/edition/change.ts";
import { type Edition, noFacts } from "../../core/edition/edition.ts";
import { broadsheet } from "../../core/edition/style.ts";
import { Problem } from "../../core/problem.ts";
import { select, selectOne } from "./select.ts";

/** Who did it, when and in what words. */
export interface Act {
  /** ISO 8601 instant by the author's clock; order in the log is by `seq`, never by time. */
  readonly time: string;
  readonly author: string;
  /** What was done, in a word or two: "import", "plan", "typing". */
  readonly label: string;
}

export interface LogRow extends Act {
  readonly seq: number;
  /** JSON array of ChangeJSON. */
  readonly changes: string;
}

export interface LogEntry extends Act {
  readonly seq: number;
  readonly changes: readonly Change[];
}

/** What the first row of every log is applied to. */
export const blankEdition: Edition = { facts: noFacts, style: broadsheet, pages: [] };

/** The changes that make `edition` out of `blankEdition`. */
export function foundingChanges(edition: Edition): Change[] {
  return [
    { kind: "facts", from: blankEdition.facts, to: edition.facts },
    { kind: "style", from: blankEdition.style, to: edition.style },
    ...edition.pages.map((page) => ({ kind: "page-added", page }) as const),
    ...(edition.comments ?? []).map((to) => ({ kind: "comment", from: null, to }) as const),
  ];
}

/** The first 16 bytes of the SHA-256 of `fields`, unambiguously joined. */
export function checksum(...fields: readonly (string | number | Uint8Array)[]): Uint8Array {
  const hash = createHash("sha256");
  for (const field of fields) {
    const bytes = typeof field === "object" ? field : Buffer.from(String(field));
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest().subarray(0, 16);
}

export const rowChecksum = (row: LogRow) =>
  checksum("log", row.seq, row.time, row.author, row.label, row.changes);

export const encodeChanges = (changes: readonly Change[]) => JSON.stringify(changes.map(changeToJSON));

/** Throws a RangeError or SyntaxError where the row holds no changes of this schema. */
export function decodeRow(row: LogRow): LogEntry {
  const json = JSON.parse(row.changes) as ChangeJSON[];
  if (!Array.isArray(json)) throw new RangeError("changes are not a list");
  const { seq, time, author, label } = row;
  return { seq, time, author, label, changes: json.map(changeFromJSON) };
}

export function insertRow(db: DatabaseSync, row: LogRow): void {
  const sum = rowChecksum(row);
  db.prepare("INSERT INTO log (seq, time, author, label, changes, checksum) VALUES (?, ?, ?, ?, ?, ?)").run(
    row.seq,
    row.time,
    row.author,
    row.label,
    row.changes,
    sum,
  );
  insertCount(db, heads.log, row.seq);
}

/** Rows of the head: each says how long a table is, so that rows missing at its end are missed. */
export const heads = {
  log: 1,
  versions: 2,
  signatures: 3,
  decisions: 4,
  releases: 5,
  reopenings: 6,
  chain: 7,
} as const;

export const headChecksum = (seq: number, id: number) =>
  id === heads.log ? checksum("head", seq) : checksum("head", id, seq);

/** Notes in row `id` of the head that its table is `count` rows long. */
export function insertCount(db: DatabaseSync, id: number, count: number): void {
  db.prepare("INSERT OR REPLACE INTO head (id, seq, checksum) VALUES (?, ?, ?)").run(
    id,
    count,
    headChecksum(count, id),
  );
}

/** What row `id` of the head says; 0 where there is none. Throws a Problem "store.damaged" where it is not as it was written. */
export function countOf(db: DatabaseSync, file: string, id: number): number {
  const row = selectOne(db, "SELECT seq, checksum FROM head WHERE id = ?", id);
  if (!row) return 0;
  const count = Number(row.seq);
  if (!sameBytes(row.checksum, headChecksum(count, id)))
    throw new Problem("store.damaged", { file, place: "head" });
  return count;
}

/** Number of the last row; 0 in an empty log. Throws as `countOf`. */
export const lastSeq = (db: DatabaseSync, file: string): number => countOf(db, file, heads.log);

/** What the last row is known by: two files of as many rows are told apart by it. Throws as `countOf`. */
export function tailOf(db: DatabaseSync, file: string): string {
  const seq = lastSeq(db, file);
  const sum = selectOne(db, "SELECT checksum FROM log WHERE seq = ?", seq)?.checksum;
  return `${seq} ${sum instanceof Uint8Array ? Buffer.from(sum).toString("hex") : ""}`;
}

/** Rows `from`…`to`, checked. Throws a Problem "store.damaged" at the first that is missing or not as it was written. */
export function* readRows(db: DatabaseSync, file: string, from: number, to: number): Generator<LogRow> {
  let next = from;
  const damaged = () => new Problem("store.damaged", { file, place: `log ${next}` });
  const rows = select(db, "SELECT * FROM log WHERE seq BETWEEN ? AND ? ORDER BY seq", from, to);
  for (const raw of rows) {
    const row = asRow(raw);
    if (row?.seq !== next || !sameBytes(raw.checksum, rowChecksum(row))) throw damaged();
    next++;
    yield row;
  }
  if (next !== to + 1) throw damaged();
}

/** The rows with these numbers, checked as `readRows` checks. */
export function readRowsAt(db: DatabaseSync, file: string, numbers: readonly number[]): LogRow[] {
  const statement = db.prepare("SELECT * FROM log WHERE seq = ?");
  statement.setReadBigInts(true);
  return numbers.map((seq) => {
    const raw = (statement.get(seq) ?? {}) as Record<string, unknown>;
    const row = asRow({ ...raw, seq: Number(raw.seq) });
    if (row?.seq !== seq || !sameBytes(raw.checksum, rowChecksum(row)))
      throw new Problem("store.damaged", { file, place: `log ${seq}` });
    return row;
  });
}

/** `raw` as a row, or null where a column is of another type (SQLite does not insist). */
export function asRow(raw: Readonly<Record<string, unknown>>): LogRow | null {
  const { seq, time, author, label, changes } = raw;
  if (typeof seq !== "number" || typeof time !== "string" || typeof author !== "string") return null;
  if (typeof label !== "string" || typeof changes !== "string") return null;
  return { seq, time, author, label, changes };
}

export function sameBytes(a: unknown, b: Uint8Array): boolean {
  return a instanceof Uint8Array && a.length === b.length && b.every((byte, i) => byte === a[i]);
}

/**
 * The audit trail as a table: who did what, when and on which pages; and the table as CSV.
 *
 * A cell that a spreadsheet would take for a formula is written so that it is read as text: an author's name comes
 * out of a file, and a file comes from strangers.
 */
import type { Change } from "./change.ts";
import type { Thread } from "./thread.ts";

/** One row of the log as the trail tells it. */
export interface AuditRow {
  readonly seq: number;
  /** ISO 8601 instant by the author's clock. */
  readonly time: string;
  readonly author: string;
  /** What was done: "typing", "plan". */
  readonly label: string;
  /** Printed numbers of the pages it touched; empty for what concerns the whole edition. */
  readonly pages: readonly string[];
  /** Of a proof taken, a signature, a release or a reopening: what more there is to say. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

export interface AuditEntry extends Omit<AuditRow, "pages" | "detail"> {
  readonly changes: readonly Change[];
}

/** Follows the log from its first row: a step names a page by its id, and only the rows before say its number. */
export function* auditTrail(entries: Iterable<AuditEntry>): Generator<AuditRow> {
  const numbers = new Map<string, string>();
  for (const { seq, time, author, label, changes } of entries) {
    const pages = new Set<string>();
    for (const change of changes) {
      if (change.kind === "page-added" || change.kind === "page-removed") {
        numbers.set(change.page.attrs.id, change.page.attrs.number);
        pages.add(change.page.attrs.number);
      }
      const on =
        change.kind === "steps" ? change.page : change.kind === "comment" ? threadOf(change).page : null;
      if (on !== null) pages.add(numbers.get(on) ?? on);
    }
    yield { seq, time, author, label, pages: [...pages] };
  }
}

const threadOf = ({ from, to }: Extract<Change, { kind: "comment" }>) => (to ?? from) as Thread;

/**
 * Rows as CSV (RFC 4180): CRLF, every cell in quotes. A cell that opens with a sign a spreadsheet starts a formula
 * with, wide forms and leading blanks included, gets an apostrophe before it.
 */
export function csv(rows: Iterable<readonly (string | number)[]>): string {
  let text = "";
  for (const row of rows) text += `${row.map(cell).join(",")}\r\n`;
  return text;
}

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

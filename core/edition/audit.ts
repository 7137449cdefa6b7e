/**
 * The audit trail as a table: who did what, when and on which pages; and the table as CSV.
 *
 * A cell that a spreadsheet would take for a formula is written so that it is read as text: an author's name comes
 * out of a file, and a file comes from strangers.
 */
import type { Attrs } from "prosemirror-model";
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

/** What the trail looks at of a change, as a value or as the log keeps it. */
type Touch =
  | { readonly kind: "steps"; readonly page: string }
  | { readonly kind: "page-added" | "page-removed"; readonly page: { readonly attrs: Attrs } }
  | { readonly kind: "comment"; readonly from: OnPage | null; readonly to: OnPage | null }
  | { readonly kind: "facts" | "style" };
type OnPage = Pick<Thread, "page">;

export interface AuditEntry extends Omit<AuditRow, "pages" | "detail"> {
  readonly changes: readonly Touch[];
}

/** Told the log from its first row: a step names a page by its id, and only the rows before say its number. */
export function auditing(): (entry: AuditEntry) => AuditRow {
  const numbers = new Map<string, string>();
  return ({ seq, time, author, label, changes }) => {
    const pages = new Set<string>();
    for (const change of changes) {
      if (change.kind === "page-added" || change.kind === "page-removed") {
        const { id, number } = change.page.attrs;
        numbers.set(id, number);
        pages.add(number);
      }
      const on =
        change.kind === "steps"
          ? change.page
          : change.kind === "comment"
            ? (change.to ?? change.from)?.page
            : undefined;
      if (on !== undefined) pages.add(numbers.get(on) ?? on);
    }
    return { seq, time, author, label, pages: [...pages] };
  };
}

/** The trail of a whole log. */
export const auditTrail = (entries: Iterable<AuditEntry>): AuditRow[] => Array.from(entries, auditing());

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

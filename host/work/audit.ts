/**
 * The audit trail of an edition as a file: a table for a spreadsheet, or JSON.
 *
 * A long evening has hundreds of thousands of rows: they are read in steps, each checked against its checksum, and only
 * the lines that are written are kept.
 */
import { word } from "../../core/catalogue/catalogue.ts";
import { labelKey } from "../../core/catalogue/labels.ts";
import { type AuditRow, auditing, csv } from "../../core/edition/audit.ts";
import { among, signOffRows } from "../../core/edition/audit-sign-off.ts";
import type { EditionStore } from "../store/edition-store.ts";

export interface AuditOptions {
  readonly format: "csv" | "json";
  /** Number of the page it is of; empty for all of the edition. */
  readonly page: string;
  readonly locale: "zh" | "en";
}

/** The file's text, and how many rows it has. Throws a Problem "store.damaged" at a row that is not as it was written. */
export function* auditText(
  store: EditionStore,
  { format, page, locale }: AuditOptions,
): Generator<void, { text: string; rows: number }> {
  const events = among(
    signOffRows({
      versions: store.versions.list(),
      signatures: store.signatures.list(),
      releases: store.releases.list(),
      reopenings: store.reopenings.list(),
      stations: store.chain.list(),
    }),
  );
  const lines: string[] = [];
  const add = (row: AuditRow) => {
    if (page === "" || row.pages.includes(page))
      lines.push(format === "csv" ? csv([cells(row, locale)]) : json(row));
  };
  const read = auditing();
  yield* store.past.each((entry) => {
    const row = read(entry);
    for (const event of events.before(row)) add(event);
    add(row);
  });
  for (const event of events.rest()) add(event);
  return { text: format === "csv" ? table(lines, locale) : list(lines), rows: lines.length };
}

/** As `JSON.stringify` writes it within a list. */
const json = (row: AuditRow): string => JSON.stringify([row], null, 2).slice(2, -2);
const list = (rows: readonly string[]): string => (rows.length > 0 ? `[\n${rows.join(",\n")}\n]\n` : "[]\n");

const columns = ["seq", "time", "author", "label", "pages", "detail", "station"];

/** With a byte order mark, which spreadsheets want for UTF-8. */
const table = (lines: readonly string[], locale: "zh" | "en"): string =>
  `\ufeff${csv([columns.map((name) => word(locale, `audit.${name}`))])}${lines.join("")}`;

function cells({ seq, time, author, label, pages, detail }: AuditRow, locale: "zh" | "en") {
  // What the desk does is labelled by a key of the catalogue.
  const key = labelKey(label);
  const done = detail ? word(locale, `audit.${label}`) : key ? word(locale, key) : label;
  const said = detail ? detailWords(locale, label, detail) : "";
  return [seq, time, author, done, pages.join(" "), said, detail?.station ?? ""];
}

/** What is more to say of a row; round and role are named by their keys. */
function detailWords(locale: "zh" | "en", label: string, detail: NonNullable<AuditRow["detail"]>): string {
  const { round = "", role = "" } = detail;
  const named = {
    ...(round === "" ? {} : { round: word(locale, `round.${round}`) }),
    ...(role === "" ? {} : { role: word(locale, `role.${role}`) }),
  };
  return word(locale, `audit.${label}.detail`, { ...detail, ...named }).trim();
}

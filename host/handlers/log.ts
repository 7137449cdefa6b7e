/** The log of an open edition: appended to, and read back. */
import { word } from "../../core/catalogue/catalogue.ts";
import { type AuditRow, auditTrail, csv } from "../../core/edition/audit.ts";
import { changeFromJSON, changeToJSON } from "../../core/edition/change.ts";
import { editionToJSON } from "../../core/edition/edition.ts";
import { Problem } from "../../core/problem.ts";
import type { Handlers, Household } from "../host.ts";
import { encodeChanges } from "../store/log.ts";
import { checkOutput, writeWhole } from "../work/files.ts";

/** With a byte order mark, which spreadsheets want for UTF-8. */
function asCsv(rows: readonly AuditRow[], locale: "zh" | "en"): string {
  const head = ["seq", "time", "author", "label", "pages"].map((name) => word(locale, `audit.${name}`));
  const body = rows.map(({ seq, time, author, label, pages }) => [seq, time, author, label, pages.join(" ")]);
  return `\ufeff${csv([head, ...body])}`;
}

export function logHandlers({
  environment,
  editions,
}: Household): Pick<Handlers, "log.append" | "log.entries" | "log.at" | "log.export"> {
  return {
    "log.append"({ edition, after, changes: json, author, label }) {
      const store = editions.store(edition);
      const changes = json.map(changeFromJSON);
      if (after === store.seq) {
        return { seq: store.append(changes, { time: environment.now(), author, label }) };
      }
      // The answer to an earlier sending may have been lost on its way: what is written is not written twice.
      if (after < store.seq) {
        const [written] = store.log(after + 1, after + 1);
        const same = written?.author === author && written.label === label;
        if (same && encodeChanges(written.changes) === encodeChanges(changes)) return { seq: written.seq };
      }
      throw new Problem("log.behind", { after, seq: store.seq });
    },
    "log.entries"({ edition, from, to }) {
      const store = editions.store(edition);
      return [...store.log(from, Math.min(to, store.seq))].map((entry) => ({
        ...entry,
        changes: entry.changes.map(changeToJSON),
      }));
    },
    "log.export"({ edition, path, format, page, locale, force }) {
      const store = editions.store(edition);
      checkOutput(path, [store.path], force);
      const rows = [...auditTrail(store.log())].filter((row) => page === "" || row.pages.includes(page));
      writeWhole(path, format === "csv" ? asCsv(rows, locale) : `${JSON.stringify(rows, null, 2)}\n`);
      return { rows: rows.length };
    },
    "log.at": ({ edition, seq }) => ({ content: editionToJSON(editions.store(edition).at(seq)) }),
  };
}

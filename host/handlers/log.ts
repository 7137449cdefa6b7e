/** The log of an open edition: appended to, and read back. */
import { hostname } from "node:os";
import { changeFromJSON, changeToJSON } from "../../core/edition/change.ts";
import { editionToJSON } from "../../core/edition/edition.ts";
import { type Stretch, timeline } from "../../core/edition/timeline.ts";
import { Problem } from "../../core/problem.ts";
import type { Output } from "../contract.ts";
import { inForce } from "../store/decisions.ts";
import { isHeld, readHolder } from "../store/lock.ts";
import { encodeChanges } from "../store/log.ts";
import { auditText } from "../work/audit.ts";
import { blame } from "../work/blame.ts";
import { checkOutput, writeWhole } from "../work/files.ts";
import { unhurried } from "../work/unhurried.ts";
import type { Handlers, Household } from "./household.ts";

/** Rows told in one answer to a window that follows. */
const FOLLOWED = 500;

/** Who writes the edition at `path` now; null where nobody does. */
function holderOf(path: string): Output<"log.follow">["holder"] {
  if (!isHeld(path)) return null;
  const holder = readHolder(path) ?? { user: "?", host: "?", pid: 0, since: "" };
  return { ...holder, here: holder.pid === process.pid && holder.host === hostname() };
}

export function logHandlers({
  environment,
  editions,
}: Household): Pick<
  Handlers,
  "log.append" | "log.entries" | "log.follow" | "log.at" | "log.export" | "log.timeline" | "log.blame"
> {
  /** Work on an edition in steps, given up where the edition is closed meanwhile. */
  const guardedWork = <T>(edition: string, work: Generator<void, T>): Promise<T> =>
    unhurried(work, () => editions.store(edition));
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
    "log.follow"({ edition, after }) {
      const store = editions.store(edition);
      store.refresh();
      const seq = Math.min(store.seq, after + FOLLOWED);
      const { versions, signatures, releases, reopenings } = store;
      const tables = [versions, signatures, releases, reopenings];
      return {
        seq,
        changes: [...store.log(after + 1, seq)].flatMap((entry) => entry.changes.map(changeToJSON)),
        decisions: [...inForce(store.decisions.list()).values()],
        records: tables.reduce((sum, table) => sum + table.list().length, 0),
        holder: holderOf(store.path),
      };
    },
    async "log.export"({ edition, path, format, page, locale, force }) {
      const store = editions.store(edition);
      checkOutput(path, [store.path], force);
      const { text, rows } = await guardedWork(edition, auditText(store, { format, page, locale }));
      writeWhole(path, text);
      return { rows };
    },
    async "log.timeline"({ edition, page }) {
      const store = editions.store(edition);
      const { seq } = store;
      const rows = await guardedWork(edition, store.past.rowsOn(page));
      return { seq, stretches: timeline(rows).map(told) };
    },
    async "log.blame"({ edition, page, pos, most }) {
      return guardedWork(edition, blame(editions.store(edition), page, pos, most));
    },
    async "log.at"({ edition, seq }) {
      const { past } = editions.store(edition);
      const then = await guardedWork(edition, past.walk(seq));
      const [entry] = seq > 0 ? past.entries([seq]) : [];
      return { content: editionToJSON(then), label: entry?.label ?? "" };
    },
  };
}

/** JSON has no NaN. */
const told = (stretch: Stretch): Output<"log.timeline">["stretches"][number] => {
  const time = (at: number) => (Number.isNaN(at) ? null : at);
  return {
    ...stretch,
    began: time(stretch.began),
    ended: time(stretch.ended),
    labels: stretch.labels.map((one) => ({ ...one })),
    moments: stretch.moments.map(({ seq, at }) => ({ seq, at: time(at) })),
  };
};

/**
 * Proofs taken, signatures, releases and reopenings as rows of the audit trail, set in among the rows of the log.
 *
 * The log's order is that of its rows, never of clocks. What was signed stands behind the row it was signed on, and
 * behind later rows as far as these are older by the clock.
 */
import type { AuditRow } from "./audit.ts";
import type { GivenSignature, PageRelease, PageReopening, SignOff } from "./rounds.ts";

interface Sealed extends PageRelease {
  readonly pdf: string;
  readonly note: string;
}

/** Rows for all that the file records, oldest first. */
export function signOffRows({
  versions,
  signatures,
  releases,
  reopenings,
  stations = [],
}: SignOff<GivenSignature, Sealed, PageReopening> & {
  /** Where each entry was written, as the chain tells it: "editor@desk-3". */
  readonly stations?: readonly { readonly kind: string; readonly entry: number; readonly station: string }[];
}): AuditRow[] {
  const stationOf = new Map(stations.map(({ kind, entry, station }) => [`${kind} ${entry}`, station]));
  const at = (kind: string, id: number) => ({ station: stationOf.get(`${kind} ${id}`) ?? "" });
  const byId = new Map(versions.map((version) => [version.id, version]));
  const released = new Map(releases.map((release) => [release.id, release]));
  const on = (id: number, page: string) => {
    const version = byId.get(id);
    const number = version?.pages.find((one) => one.id === page)?.number ?? page;
    return { seq: version?.seq ?? 0, pages: [number], round: version?.round ?? "" };
  };
  const rows: AuditRow[] = [];
  for (const { id, seq, round, name, author, time, pages } of versions) {
    const detail = { version: id, round, name, ...at("version", id) };
    rows.push({ seq, time, author, label: "proof.taken", pages: pages.map(({ number }) => number), detail });
  }
  for (const { id, version, page, role, author, time, open, note } of signatures) {
    const { round, ...where } = on(version, page);
    const detail = { version, round, role, open: open.length, note, ...at("signature", id) };
    rows.push({ ...where, time, author, label: "proof.signed", detail });
  }
  for (const { id, version, page, author, time, pdf, note } of releases) {
    const { round: _, ...where } = on(version, page);
    const detail = { version, pdf, note, ...at("release", id) };
    rows.push({ ...where, time, author, label: "page.released", detail });
  }
  for (const { id, release, page, author, time, reason } of reopenings) {
    const version = released.get(release)?.version ?? 0;
    const { round: _, ...where } = on(version, page);
    const detail = { version, reason, ...at("reopening", id) };
    rows.push({ ...where, time, author, label: "page.reopened", detail });
  }
  const rank = ["proof.taken", "proof.signed", "page.released", "page.reopened"];
  return rows.sort(
    (a, b) =>
      (a.time < b.time ? -1 : a.time > b.time ? 1 : 0) ||
      Number(a.detail?.version) - Number(b.detail?.version) ||
      rank.indexOf(a.label) - rank.indexOf(b.label),
  );
}

/** Sets `events` in among the rows of the log; both in order. */
export function among(events: readonly AuditRow[]): {
  /** Those that stand before the next row of the log. */
  before(row: AuditRow): AuditRow[];
  /** Those behind the last. */
  rest(): readonly AuditRow[];
} {
  let next = 0;
  return {
    before(row) {
      const from = next;
      for (
        let event = events[next];
        event && event.seq < row.seq && event.time < row.time;
        event = events[next]
      )
        next++;
      return events.slice(from, next);
    },
    rest: () => events.slice(next),
  };
}

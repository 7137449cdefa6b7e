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
}: SignOff<GivenSignature, Sealed, PageReopening>): AuditRow[] {
  const byId = new Map(versions.map((version) => [version.id, version]));
  const released = new Map(releases.map((release) => [release.id, release]));
  const on = (id: number, page: string) => {
    const version = byId.get(id);
    const number = version?.pages.find((one) => one.id === page)?.number ?? page;
    return { seq: version?.seq ?? 0, pages: [number], round: version?.round ?? "" };
  };
  const rows: AuditRow[] = [];
  for (const { id, seq, round, name, author, time, pages } of versions) {
    const detail = { version: id, round, name };
    rows.push({ seq, time, author, label: "proof.taken", pages: pages.map(({ number }) => number), detail });
  }
  for (const { version, page, role, author, time, open, note } of signatures) {
    const { round, ...where } = on(version, page);
    const detail = { version, round, role, open: open.length, note };
    rows.push({ ...where, time, author, label: "proof.signed", detail });
  }
  for (const { version, page, author, time, pdf, note } of releases) {
    const { round: _, ...where } = on(version, page);
    rows.push({ ...where, time, author, label: "page.released", detail: { version, pdf, note } });
  }
  for (const { release, page, author, time, reason } of reopenings) {
    const version = released.get(release)?.version ?? 0;
    const { round: _, ...where } = on(version, page);
    rows.push({ ...where, time, author, label: "page.reopened", detail: { version, reason } });
  }
  const rank = ["proof.taken", "proof.signed", "page.released", "page.reopened"];
  return rows.sort(
    (a, b) =>
      (a.time < b.time ? -1 : a.time > b.time ? 1 : 0) ||
      Number(a.detail?.version) - Number(b.detail?.version) ||
      rank.indexOf(a.label) - rank.indexOf(b.label),
  );
}

/** Log rows with `events` among them; both in order. */
export function* withEvents(log: Iterable<AuditRow>, events: readonly AuditRow[]): Generator<AuditRow> {
  const waiting = [...events];
  for (const row of log) {
    while (waiting[0] && waiting[0].seq < row.seq && waiting[0].time < row.time)
      yield waiting.shift() as AuditRow;
    yield row;
  }
  yield* waiting;
}

/**
 * Snapshots: whole editions at some point of the log, so that opening need not replay an evening.
 *
 * They are a cache. A broken one is passed over for an older one, and the oldest of all is the blank edition. Old
 * ones thin out with their age, so a long log keeps a logarithmic number of them.
 */
import type { DatabaseSync } from "node:sqlite";
import { deflateSync, inflateSync } from "node:zlib";
import {
  type Edition,
  type EditionJSON,
  editionFromJSON,
  editionToJSON,
} from "../../core/edition/edition.ts";
import { blankEdition, checksum, sameBytes } from "./log.ts";
import { select } from "./select.ts";

export interface Snapshot {
  /** The log row after which the edition was so; 0 is the blank edition. */
  readonly seq: number;
  readonly edition: Edition;
}

/** A snapshot inflates to at most this many bytes: a 16-page edition is about 2 MB. */
const SNAPSHOT_LIMIT = 256 * 1024 * 1024;

export const snapshotChecksum = (seq: number, bytes: Uint8Array) => checksum("snapshot", seq, bytes);

export function writeSnapshot(db: DatabaseSync, { seq, edition }: Snapshot): void {
  const bytes = deflateSync(JSON.stringify(editionToJSON(edition)));
  db.prepare("INSERT OR REPLACE INTO snapshot (seq, edition, checksum) VALUES (?, ?, ?)").run(
    seq,
    bytes,
    snapshotChecksum(seq, bytes),
  );
  for (const old of surplus(snapshotSeqs(db))) {
    db.prepare("DELETE FROM snapshot WHERE seq = ?").run(old);
  }
}

/** One snapshot of each so many rows stays, so that no moment is far from one. */
const MILESTONE = 10_000;

/**
 * Of ascending `seqs`, those to drop: the newest two stay, and before them one for each doubling of age and for each
 * MILESTONE rows.
 */
export function surplus(seqs: readonly number[]): number[] {
  const newest = seqs.at(-1) ?? 0;
  const drop: number[] = [];
  let lastAge = 0;
  const milestones = milestonesOf(seqs);
  for (const seq of seqs.slice(0, -2).reverse()) {
    const age = newest - seq;
    const bracket = Math.floor(Math.log2(age));
    if (milestones.has(seq)) continue;
    if (lastAge !== 0 && bracket === Math.floor(Math.log2(lastAge))) drop.push(seq);
    else lastAge = age;
  }
  return drop;
}

/** Rows after which a snapshot stays for good: no moment of an evening is far from one. */
export const isMilestone = (seq: number): boolean => seq % MILESTONE === 0;

/** Of ascending `seqs`, those that only make opening faster: all but the newest and one for each MILESTONE rows. */
export function spare(seqs: readonly number[]): number[] {
  const milestones = milestonesOf(seqs);
  return seqs.slice(0, -1).filter((seq) => !milestones.has(seq));
}

const milestonesOf = (seqs: readonly number[]): ReadonlySet<number> =>
  new Set(seqs.filter((seq, i) => Math.floor(seq / MILESTONE) > Math.floor((seqs[i - 1] ?? 0) / MILESTONE)));

/** A stored snapshot, or null where it is not as it was written or is no edition. */
export function decodeSnapshot(seq: number, bytes: unknown, sum: unknown, page?: string): Snapshot | null {
  if (!(bytes instanceof Uint8Array) || !sameBytes(sum, snapshotChecksum(seq, bytes))) return null;
  try {
    const json = JSON.parse(
      inflateSync(bytes, { maxOutputLength: SNAPSHOT_LIMIT }).toString(),
    ) as EditionJSON;
    const isWanted = (one: unknown) => (one as { attrs?: { id?: unknown } } | null)?.attrs?.id === page;
    const pages = page === undefined ? json.pages : json.pages.filter(isWanted);
    return { seq, edition: editionFromJSON({ ...json, pages }) };
  } catch {
    return null;
  }
}

/** The newest sound snapshot at or before `seq`. With `page`, of that page alone: the others are not read. */
export function snapshotBefore(db: DatabaseSync, seq: number, page?: string): Snapshot {
  const rows = select(db, "SELECT * FROM snapshot WHERE seq <= ? ORDER BY seq DESC", seq);
  for (const row of rows) {
    const snapshot = decodeSnapshot(Number(row.seq), row.edition, row.checksum, page);
    if (snapshot) return snapshot;
  }
  return { seq: 0, edition: blankEdition };
}

/** Rows after which there is a snapshot, ascending. */
export const snapshotSeqs = (db: DatabaseSync): number[] =>
  [...select(db, "SELECT seq FROM snapshot ORDER BY seq")].map((row) => Number(row.seq));

/** Snapshots that are not as they were written, by place. They are no loss, but a sign of a disk that fails. */
export function snapshotFaults(db: DatabaseSync): string[] {
  const rows = [...select(db, "SELECT seq, edition, checksum FROM snapshot")];
  return rows
    .filter((row) => !decodeSnapshot(Number(row.seq), row.edition, row.checksum))
    .map((row) => `snapshot ${row.seq}`);
}

/**
 * The chain of sign-off: every proof taken, signature, release and reopening is a link, sealed over the link before it.
 *
 * A link's digest covers what the entry says, on which machine by which user it was written, and the rows of the log
 * since the link before. So nothing that was ever signed, and no row of the log up to there, can be altered, left out
 * or set in between without changing every digest after it: one that somebody has noted elsewhere shows it. Without a
 * note the chain shows only what was altered by somebody who did not make the whole chain anew.
 */
import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { Problem } from "../../core/problem.ts";
import { countOf, heads, insertCount } from "./log.ts";
import { select, selectOne } from "./select.ts";

export type LinkKind = "version" | "signature" | "release" | "reopening";

export interface Link {
  /** From 1. */
  readonly id: number;
  readonly kind: LinkKind;
  /** Id of what it seals, in the table of its kind. */
  readonly entry: number;
  /** User and machine, "editor@desk-3"; "" where the file was brought up to date or rescued and nobody knows. */
  readonly station: string;
  /** The last row of the log that it covers. */
  readonly seq: number;
  /** SHA-256 (hex) over the checksums of the rows since the link before, and over all of this. */
  readonly log: string;
  readonly digest: string;
}

export const chainTable = `
  CREATE TABLE chain (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    entry INTEGER NOT NULL,
    station TEXT NOT NULL,
    seq INTEGER NOT NULL,
    log TEXT NOT NULL,
    digest TEXT NOT NULL
  );
`;

const kinds: readonly LinkKind[] = ["version", "signature", "release", "reopening"];
const START = "0".repeat(64);
/** Longest name of a user and machine, in UTF-16 units. */
const STATION = 300;

/** Adds the link of an entry that was just written. `seq` is the last row of the log. */
export function insertLink(
  db: DatabaseSync,
  { kind, entry, station, seq }: Pick<Link, "kind" | "entry" | "station" | "seq">,
): void {
  const last = readLast(db);
  const id = (last?.id ?? 0) + 1;
  const link = { id, kind, entry, station: station.slice(0, STATION), seq };
  const log = logDigest(db, last?.seq ?? 0, seq);
  const digest = digestOf(last?.digest ?? START, { ...link, log }, checksumOf(db, kind, entry));
  db.prepare(
    "INSERT INTO chain (id, kind, entry, station, seq, log, digest) VALUES (?, ?, ?, ?, ?, ?, ?)",
  ).run(id, kind, entry, link.station, seq, log, digest);
  insertCount(db, heads.chain, id);
}

/** Begins the chain of a file that has entries and no chain, in the order of their times. */
export function beginChain(db: DatabaseSync): void {
  const seq = Number(selectOne(db, "SELECT max(seq) AS seq FROM log")?.seq ?? 0);
  const entries = kinds.flatMap((kind, rank) =>
    [...select(db, `SELECT id, time FROM ${kind} ORDER BY id`)].map(({ id, time }) => ({
      ...{ kind, rank, entry: Number(id), time: String(time) },
    })),
  );
  entries.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.rank - b.rank || a.entry - b.entry));
  for (const { kind, entry } of entries) insertLink(db, { kind, entry, station: "", seq });
}

/** Every link that can be read, oldest first; none where the file has no chain. */
export function readLinks(db: DatabaseSync): Link[] {
  if (!hasChain(db)) return [];
  return [...select(db, "SELECT * FROM chain ORDER BY id")].map(asLink).filter((link) => link !== null);
}

/**
 * What does not fit the chain, by place: the first link that is missing or not as it was written, entries that no link
 * seals. With `rows` the log is read too.
 */
export function chainFaults(db: DatabaseSync, file: string, { rows = false } = {}): string[] {
  if (!hasChain(db)) return [];
  const links = readLinks(db);
  let [last, seq] = [START, 0];
  const sealed = new Set<string>();
  for (const [i, link] of links.entries()) {
    const place = [`chain ${i + 1}`];
    if (link.id !== i + 1 || link.seq < seq) return place;
    if (digestOf(last, link, checksumOf(db, link.kind, link.entry)) !== link.digest) return place;
    if (rows && logDigest(db, seq, link.seq) !== link.log) return [`log ${seq + 1}–${link.seq}`];
    sealed.add(`${link.kind} ${link.entry}`);
    ({ digest: last, seq } = link);
  }
  try {
    if (countOf(db, file, heads.chain) !== links.length) return [`chain ${links.length + 1}`];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return ["chain"];
  }
  return unsealed(db, sealed);
}

/** A file of an earlier version that is only read has none. */
const hasChain = (db: DatabaseSync) =>
  selectOne(db, "SELECT 1 AS there FROM sqlite_schema WHERE type = 'table' AND name = 'chain'") !== undefined;

function unsealed(db: DatabaseSync, sealed: ReadonlySet<string>): string[] {
  return kinds.flatMap((kind) =>
    [...select(db, `SELECT id FROM ${kind} ORDER BY id`)]
      .map(({ id }) => `${kind} ${id}`)
      .filter((entry) => !sealed.has(entry)),
  );
}

function readLast(db: DatabaseSync): Link | null {
  const raw = selectOne(db, "SELECT * FROM chain ORDER BY id DESC LIMIT 1");
  return raw ? asLink(raw) : null;
}

function asLink({
  id,
  kind,
  entry,
  station,
  seq,
  log,
  digest,
}: Readonly<Record<string, unknown>>): Link | null {
  if (typeof id !== "number" || typeof entry !== "number" || typeof seq !== "number") return null;
  if (!kinds.includes(kind as LinkKind) || typeof station !== "string" || station.length > STATION)
    return null;
  if (typeof log !== "string" || typeof digest !== "string") return null;
  return { id, kind: kind as LinkKind, entry, station, seq, log, digest };
}

/** The checksum of an entry as it stands in its table; empty where it is not there. */
function checksumOf(db: DatabaseSync, kind: LinkKind, entry: number): Uint8Array {
  const sum = selectOne(db, `SELECT checksum FROM ${kind} WHERE id = ?`, entry)?.checksum;
  return sum instanceof Uint8Array ? sum : new Uint8Array();
}

function logDigest(db: DatabaseSync, after: number, to: number): string {
  const hash = createHash("sha256");
  for (const { seq, checksum } of select(
    db,
    "SELECT seq, checksum FROM log WHERE seq > ? AND seq <= ? ORDER BY seq",
    after,
    to,
  ))
    hash.update(`${seq}:`).update(checksum instanceof Uint8Array ? checksum : "");
  return hash.digest("hex");
}

function digestOf(before: string, link: Omit<Link, "digest">, sum: Uint8Array): string {
  const { id, kind, entry, station, seq, log } = link;
  const said = JSON.stringify([before, id, kind, entry, station, seq, log, Buffer.from(sum).toString("hex")]);
  return createHash("sha256").update(said).digest("hex");
}

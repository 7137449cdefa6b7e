/**
 * Saves what can be saved of a damaged edition file into a new one, and names what was lost.
 *
 * The source is read, never opened by SQLite and never written. Every record found in it is taken only if its
 * checksum (a picture: its digest) says it is as it was written. The edition saved is the latest that sound rows lead
 * to without a gap, from a snapshot or from the blank page.
 */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { applyChanges } from "../../core/edition/change.ts";
import type { Edition } from "../../core/edition/edition.ts";
import type { PageReopening } from "../../core/edition/rounds.ts";
import { Problem } from "../../core/problem.ts";
import { carve, type Record } from "./carve.ts";
import { createEditionFile } from "./create.ts";
import { asDecision, type Decision } from "./decisions.ts";
import { guarded } from "./fault.ts";
import {
  asRow,
  blankEdition,
  decodeRow,
  headChecksum,
  heads,
  type LogEntry,
  rowChecksum,
  sameBytes,
} from "./log.ts";
import { asFacts, type Picture, pictureDigest } from "./pictures.ts";
import { asRelease, asReopening, type Release } from "./releases.ts";
import { decodeSnapshot, type Snapshot } from "./snapshot.ts";
import { PAGE_SIZE } from "./tables.ts";
import { asSignature, asVersion, type Signature, type Version } from "./versions.ts";

export interface Recovery {
  /** Log rows that stand in the new file's edition, and those that do not, as ranges of row numbers. */
  readonly rows: { readonly saved: number; readonly lost: readonly (readonly [number, number])[] };
  /** Act of the last row saved; null where the edition comes from a snapshot alone. */
  readonly last: { readonly time: string; readonly author: string; readonly label: string } | null;
  readonly pages: readonly string[];
  readonly pictures: {
    readonly saved: number;
    /** Pictures the edition shows that were not found whole: digest and page number. */
    readonly lost: readonly { readonly digest: string; readonly page: string }[];
  };
  readonly decisions: number;
  readonly lostDecisions: number;
  /** Versions and signatures given back, and those that stood at log rows which the new file does not have. */
  readonly versions: { readonly saved: number; readonly lost: number };
  readonly signatures: { readonly saved: number; readonly lost: number };
  /** Releases for press and reopenings, counted together. */
  readonly releases: { readonly saved: number; readonly lost: number };
}

export interface RecoverOptions {
  /** Now, as an ISO instant, and who asks. */
  readonly time: string;
  readonly author: string;
  readonly force?: boolean;
}

/** Throws a Problem "store.nothing" where no edition can be read from `source`. */
export function recover(source: string, target: string, options: RecoverOptions): Recovery {
  const file = basename(source);
  const finds = sift(guarded(file, () => readSource(source)));
  const saved = longest(finds);
  if (!saved) throw new Problem("store.nothing", { file });

  const { base, rows } = saved;
  const edition = rows.reduce((current, row) => applyChanges(current, row.changes), base.edition);
  const { versions, signatures, releases, reopenings } = carry(finds, base.seq, base.seq + rows.length);
  createEditionFile(target, base.edition, {
    act: { time: options.time, author: options.author, label: "recover" },
    later: rows.map((row) => ({ act: row, changes: row.changes })),
    pictures: [...finds.pictures.values()].map(({ bytes, ...facts }) => ({ bytes, facts })),
    decisions: byNumber(finds.decisions),
    versions,
    signatures,
    releases,
    reopenings,
    force: options.force ?? false,
  });

  const end = base.seq + rows.length;
  const last = rows.at(-1) ?? finds.rows.get(base.seq) ?? null;
  return {
    rows: { saved: end, lost: missing(finds, end) },
    last: last && { time: last.time, author: last.author, label: last.label },
    pages: edition.pages.map((page) => page.attrs.number as string),
    pictures: { saved: finds.pictures.size, lost: lostPictures(edition, finds.pictures) },
    decisions: finds.decisions.size,
    lostDecisions: beyond(finds, heads.decisions, finds.decisions.size),
    versions: { saved: versions.length, lost: beyond(finds, heads.versions, versions.length) },
    signatures: { saved: signatures.length, lost: beyond(finds, heads.signatures, signatures.length) },
    releases: {
      saved: releases.length + reopenings.length,
      lost:
        beyond(finds, heads.releases, releases.length) + beyond(finds, heads.reopenings, reopenings.length),
    },
  };
}

/** How many rows fewer than the head speaks of were saved. */
const beyond = (finds: Finds, head: number, saved: number) =>
  Math.max(0, (finds.counts.get(head) ?? 0) - saved);

/** Rows in the order they were written. */
const byNumber = <T>(found: ReadonlyMap<number, T>): T[] =>
  [...found].sort(([a], [b]) => a - b).map(([, row]) => row);

/** What hangs on versions at log rows from `start` to `end`, all numbered as the new file numbers its rows. */
function carry(finds: Finds, start: number, end: number) {
  const kept = byNumber(finds.versions).filter(({ seq }) => seq >= Math.max(start, 1) && seq <= end);
  // The new log's first row is the rescue itself, and stands for all rows up to `start`.
  const versions = numbered(kept.map((version) => ({ ...version, seq: version.seq - start + 1 })));
  const ofVersion = numbersIn(kept);
  const onVersions = <T extends { readonly version: number }>(rows: readonly T[]): T[] =>
    rows.flatMap((row) => {
      const version = ofVersion.get(row.version);
      return version === undefined ? [] : [{ ...row, version }];
    });
  const sealed = byNumber(finds.releases).filter(({ version }) => ofVersion.has(version));
  const ofRelease = numbersIn(sealed);
  const reopenings = byNumber(finds.reopenings).flatMap((row) => {
    const release = ofRelease.get(row.release);
    return release === undefined ? [] : [{ ...row, release }];
  });
  return {
    versions,
    signatures: numbered(onVersions(byNumber(finds.signatures))),
    releases: numbered(onVersions(sealed)),
    reopenings: numbered(reopenings),
  };
}

/** Rows numbered anew from 1, and the new numbers by the old. */
const numbered = <T extends { readonly id: number }>(rows: readonly T[]): T[] =>
  rows.map((row, i) => ({ ...row, id: i + 1 }));
const numbersIn = (rows: readonly { readonly id: number }[]): ReadonlyMap<number, number> =>
  new Map(rows.map(({ id }, i) => [id, i + 1]));

/** The bytes of the file as its last finished transaction left them. */
function readSource(source: string): Uint8Array {
  const stat = statSync(source);
  if (stat.isDirectory()) throw new Problem("store.directory", { file: basename(source) });
  if (stat.size === 0) throw new Problem("store.empty", { file: basename(source) });
  const journal = `${source}-journal`;
  if (!existsSync(journal)) return readFileSync(source);
  // An unfinished transaction: let SQLite play the journal back, on a copy.
  const folder = mkdtempSync(join(tmpdir(), "dayang-recover-"));
  const copy = join(folder, "copy");
  try {
    copyFileSync(source, copy);
    copyFileSync(journal, `${copy}-journal`);
    try {
      const db = new DatabaseSync(copy);
      db.prepare("SELECT count(*) FROM sqlite_schema").get();
      db.close();
    } catch {
      // Too damaged for that; the records in it carry their own checksums.
    }
    return readFileSync(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What was found, each under its row number: a page that is no longer used may hold a row a second time. */
interface Finds {
  readonly rows: Map<number, LogEntry>;
  readonly snapshots: Map<number, Snapshot>;
  readonly pictures: Map<string, Picture>;
  readonly decisions: Map<number, Decision>;
  readonly versions: Map<number, Version>;
  readonly signatures: Map<number, Signature>;
  readonly releases: Map<number, Release>;
  readonly reopenings: Map<number, PageReopening>;
  /** How many rows tables have, by their row in the head. */
  readonly counts: Map<number, number>;
  /** The largest row number that anything sound speaks of. */
  top: number;
}

function sift(bytes: Uint8Array): Finds {
  const finds: Finds = {
    rows: new Map(),
    snapshots: new Map(),
    pictures: new Map(),
    decisions: new Map(),
    versions: new Map(),
    signatures: new Map(),
    releases: new Map(),
    reopenings: new Map(),
    counts: new Map(),
    top: 0,
  };
  for (const record of carve(bytes, PAGE_SIZE)) {
    void (
      takeHead(finds, record) ||
      takeRow(finds, record) ||
      takeSnapshot(finds, record) ||
      takePicture(finds, record) ||
      takeDecision(finds, record) ||
      takeVersion(finds, record) ||
      takeSignature(finds, record) ||
      takeRelease(finds, record) ||
      takeReopening(finds, record)
    );
  }
  return finds;
}

// Columns as in tables.ts; an INTEGER PRIMARY KEY is stored as the rowid and null in its column.

function takeHead(finds: Finds, { rowid, values }: Record): boolean {
  const [, count, sum] = values;
  if (values.length !== 3 || typeof count !== "number" || !sameBytes(sum, headChecksum(count, rowid)))
    return false;
  if (rowid === heads.log) finds.top = Math.max(finds.top, count);
  else finds.counts.set(rowid, Math.max(count, finds.counts.get(rowid) ?? 0));
  return true;
}

function takeRow(finds: Finds, { rowid, values }: Record): boolean {
  const [, time, author, label, changes, sum] = values;
  const row = values.length === 6 ? asRow({ seq: rowid, time, author, label, changes }) : null;
  if (!row || !sameBytes(sum, rowChecksum(row))) return false;
  finds.top = Math.max(finds.top, rowid);
  try {
    finds.rows.set(rowid, decodeRow(row));
  } catch {
    // Sound, but not of this schema: it counts as lost.
  }
  return true;
}

function takeSnapshot(finds: Finds, { rowid, values }: Record): boolean {
  if (values.length !== 3) return false;
  const snapshot = decodeSnapshot(rowid, values[1], values[2]);
  if (!snapshot) return false;
  finds.top = Math.max(finds.top, rowid);
  finds.snapshots.set(rowid, snapshot);
  return true;
}

function takePicture(finds: Finds, { values }: Record): boolean {
  const [, digest, media, width, height, bytes] = values;
  if (values.length !== 6 || !(bytes instanceof Uint8Array)) return false;
  const facts = asFacts({ digest, media, width, height });
  if (!facts || pictureDigest(bytes) !== digest) return false;
  finds.pictures.set(facts.digest, { ...facts, bytes });
  return true;
}

function takeDecision(finds: Finds, { rowid, values }: Record): boolean {
  const [, time, author, subject, verdict, reason, checksum] = values;
  const decision =
    values.length === 7 ? asDecision({ time, author, subject, verdict, reason, checksum }) : null;
  if (decision) finds.decisions.set(rowid, decision);
  return decision !== null;
}

function takeVersion(finds: Finds, { rowid, values }: Record): boolean {
  const [, seq, round, name, author, time, pages, checksum] = values;
  const raw = { id: rowid, seq, round, name, author, time, pages, checksum };
  const version = values.length === 8 ? asVersion(raw) : null;
  if (version) finds.versions.set(rowid, version);
  return version !== null;
}

function takeSignature(finds: Finds, { rowid, values }: Record): boolean {
  const [, version, page, role, author, time, digest, open, note, checksum] = values;
  const raw = { id: rowid, version, page, role, author, time, digest, open, note, checksum };
  const signature = values.length === 10 ? asSignature(raw) : null;
  if (signature) finds.signatures.set(rowid, signature);
  return signature !== null;
}

function takeRelease(finds: Finds, { rowid, values }: Record): boolean {
  const [, version, page, author, time, digest, file, pdf, settings, reasons, note, checksum] = values;
  const told = { id: rowid, version, page, author, time, digest, file, pdf };
  const release = values.length === 12 ? asRelease({ ...told, settings, reasons, note, checksum }) : null;
  if (release) finds.releases.set(rowid, release);
  return release !== null;
}

function takeReopening(finds: Finds, { rowid, values }: Record): boolean {
  const [, release, page, author, time, reason, checksum] = values;
  const raw = { id: rowid, release, page, author, time, reason, checksum };
  const reopening = values.length === 7 ? asReopening(raw) : null;
  if (reopening) finds.reopenings.set(rowid, reopening);
  return reopening !== null;
}

/** The start and the unbroken rows after it that lead furthest; of starts that lead as far, the earliest. */
function longest({ rows, snapshots }: Finds): { base: Snapshot; rows: LogEntry[] } | null {
  const starts = [{ seq: 0, edition: blankEdition }, ...snapshots.values()].sort((a, b) => a.seq - b.seq);
  let best: { base: Snapshot; rows: LogEntry[] } | null = null;
  for (const base of starts) {
    const run = follow(base, rows);
    const end = base.seq + run.length;
    if (end > 0 && (!best || end > best.base.seq + best.rows.length)) best = { base, rows: run };
  }
  return best;
}

function follow(base: Snapshot, rows: ReadonlyMap<number, LogEntry>): LogEntry[] {
  const run: LogEntry[] = [];
  let edition: Edition = base.edition;
  for (let row = rows.get(base.seq + 1); row; row = rows.get(row.seq + 1)) {
    try {
      edition = applyChanges(edition, row.changes);
    } catch {
      break;
    }
    run.push(row);
  }
  return run;
}

/** Ranges of rows that the saved edition does not hold: those after its end, up to the last that anything speaks of. */
function missing(finds: Finds, end: number): [number, number][] {
  return finds.top > end ? [[end + 1, finds.top]] : [];
}

function lostPictures(edition: Edition, saved: ReadonlyMap<string, unknown>) {
  const lost: { digest: string; page: string }[] = [];
  for (const page of edition.pages) {
    page.descendants((node) => {
      const digest = node.attrs.source as string | null | undefined;
      if (digest && !saved.has(digest)) lost.push({ digest, page: page.attrs.number as string });
      return !node.isTextblock;
    });
  }
  return lost;
}

/**
 * Pages released for press, each sealed with the digest of its PDF; and released pages that were opened again.
 *
 * Rows are only ever added, with a checksum over all that they say and a count in the head, as versions are. A page
 * whose last release was not reopened is sealed: no change of what it prints is let into the log.
 */
import type { DatabaseSync } from "node:sqlite";
import type { Edition } from "../../core/edition/edition.ts";
import { type PageRelease, type PageReopening, releasesInForce } from "../../core/edition/rounds.ts";
import {
  changedAspects,
  digestPages,
  inFull,
  type PageDigests,
  pageDigest,
} from "../../core/edition/versions.ts";
import { Problem } from "../../core/problem.ts";
import { areTexts, gapsIn, listOf, pageIn, rowsOf } from "./entries.ts";
import { checksum, heads, insertCount, sameBytes } from "./log.ts";
import { sha256, type Version } from "./versions.ts";

/** What the PDF was made with: the same settings make the same bytes. */
export interface SealedSettings {
  readonly standard: "x4" | "x1a";
  /** Profile by name; empty for the house style's. Never a path: an edition must not choose what files are read. */
  readonly profile: string;
  readonly marks: boolean;
  /** ISO instant in the PDF. */
  readonly created: string;
  /** Size of the PDF. */
  readonly bytes: number;
}

/** An error that was left standing, and why. */
export interface StandingError {
  readonly subject: string;
  readonly message: string;
  readonly reason: string;
}

export interface NewRelease extends Omit<PageRelease, "id"> {
  /** Name of the PDF, and its SHA-256 in hex. */
  readonly file: string;
  readonly pdf: string;
  readonly settings: SealedSettings;
  readonly reasons: readonly StandingError[];
  readonly note: string;
}

export interface Release extends NewRelease {
  readonly id: number;
  /** Digest (SHA-256, hex) of the page as it was released. */
  readonly digest: string;
}

export type NewReopening = Omit<PageReopening, "id">;

const releaseChecksum = (r: Release) =>
  checksum(
    ...["release", r.id, r.version, r.page, r.author, r.time, r.digest, r.file, r.pdf],
    ...[JSON.stringify(r.settings), JSON.stringify(r.reasons), r.note],
  );
const reopeningChecksum = (r: PageReopening) =>
  checksum("reopening", r.id, r.release, r.page, r.author, r.time, r.reason);

export function insertRelease(db: DatabaseSync, release: Release): void {
  const { id, version, page, author, time, digest, file, pdf, settings, reasons, note } = release;
  db.prepare(
    "INSERT INTO release (id, version, page, author, time, digest, file, pdf, settings, reasons, note, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(
    ...[id, version, page, author, time, digest, file, pdf],
    ...[JSON.stringify(settings), JSON.stringify(reasons), note],
    releaseChecksum(release),
  );
  insertCount(db, heads.releases, id);
}

export function insertReopening(db: DatabaseSync, reopening: PageReopening): void {
  const { id, release, page, author, time, reason } = reopening;
  db.prepare(
    "INSERT INTO reopening (id, release, page, author, time, reason, checksum) VALUES (?, ?, ?, ?, ?, ?, ?)",
  ).run(id, release, page, author, time, reason, reopeningChecksum(reopening));
  insertCount(db, heads.reopenings, id);
}

/** The release that sealing makes. Throws a Problem "version.none" where the version or its page is not in the file. */
export function releaseOf(id: number, given: NewRelease, versions: readonly Version[]): Release {
  return { ...given, id, digest: pageDigest(pageIn(versions, given), sha256) };
}

/** Longest name, reason or note in UTF-16 units, as the host's contract lets them through. */
const LONGEST = 1000;
const texts = (...fields: readonly unknown[]) =>
  areTexts(...fields) && fields.every((field) => (field as string).length <= LONGEST);

/** `raw` as a release, or null where it is not as it was written, or says what no release can. */
export function asRelease(raw: Readonly<Record<string, unknown>>): Release | null {
  const { id, version, page, author, time, digest, file, pdf, note } = raw;
  const reasons = listOf(raw.reasons, (r: StandingError) => texts(r.subject, r.message, r.reason));
  const [settings] = listOf(`[${raw.settings}]`, isSettings) ?? [];
  if (typeof id !== "number" || typeof version !== "number" || !reasons || !settings) return null;
  if (!texts(page, author, time, digest, file, pdf, note)) return null;
  const release = { id, version, page, author, time, digest, file, pdf, settings, reasons, note } as Release;
  return sameBytes(raw.checksum, releaseChecksum(release)) ? release : null;
}

const isSettings = (s: SealedSettings) =>
  (s.standard === "x4" || s.standard === "x1a") &&
  texts(s.profile, s.created) &&
  /^[\w.-]*$/.test(s.profile) &&
  typeof s.marks === "boolean" &&
  typeof s.bytes === "number";

/** `raw` as a reopening, or null where it is not as it was written. */
export function asReopening(raw: Readonly<Record<string, unknown>>): PageReopening | null {
  const { id, release, page, author, time, reason } = raw;
  if (typeof id !== "number" || typeof release !== "number" || !texts(page, author, time, reason))
    return null;
  const reopening = { id, release, page, author, time, reason } as PageReopening;
  return sameBytes(raw.checksum, reopeningChecksum(reopening)) ? reopening : null;
}

/** Every sound release, and every sound reopening, oldest first. */
export const readReleases = (db: DatabaseSync): Release[] => rowsOf(db, "release", asRelease);
export const readReopenings = (db: DatabaseSync): PageReopening[] => rowsOf(db, "reopening", asReopening);

/** What is missing or not as it was written, by place. */
export const releaseFaults = (db: DatabaseSync, file: string): string[] => [
  ...gapsIn(db, file, "release", readReleases(db)),
  ...gapsIn(db, file, "reopening", readReopenings(db)),
];

/** Keeps changes of released pages out of the log. */
export class Seals {
  #force: ReadonlyMap<string, Release> = new Map();
  #last: { readonly edition: Edition; readonly pages: readonly PageDigests[] } | null = null;

  /** Reads anew which pages are sealed. */
  refresh(db: DatabaseSync): void {
    this.#force = releasesInForce({ releases: readReleases(db), reopenings: readReopenings(db) });
    this.#last = null;
  }

  /** Throws a Problem "release.sealed" where a sealed page would not print as it did. */
  check(before: Edition, after: Edition): void {
    if (this.#force.size === 0 || before === after) return;
    const old = this.#last?.edition === before ? this.#last.pages : this.#read(before);
    const now = this.#read(after);
    for (const page of old) {
      const release = this.#force.get(page.id);
      const same = now.find(({ id }) => id === page.id);
      if (release && changedAspects(page, same).length > 0) {
        const { author, time } = release;
        throw new Problem("release.sealed", { page: page.number, author, time });
      }
    }
    this.#last = { edition: after, pages: now };
  }

  /** Only compared with each other within this run: the words themselves will do for digests. */
  #read = (edition: Edition) => digestPages(edition, inFull, this.#force);
}

/**
 * Versions that were taken, and who signed them.
 *
 * Rows are only ever added. Each has a checksum over all that it says, and the head counts them, so that a row
 * missing at the end is missed too. A signature names the digest of the page as the signer saw it.
 */

import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { Edition } from "../../core/edition/edition.ts";
import {
  digestPages,
  type PageDigests,
  pageDigest,
  type Role,
  type Round,
  roles,
  rounds,
} from "../../core/edition/versions.ts";
import { Problem } from "../../core/problem.ts";
import { areTexts, gapsIn, listOf, pageIn, rowsOf } from "./entries.ts";
import { checksum, heads, insertCount, sameBytes } from "./log.ts";

export interface NewVersion {
  readonly round: Round;
  /** What people call it; may be empty. */
  readonly name: string;
  readonly author: string;
  /** ISO 8601 instant. */
  readonly time: string;
  /** Id of the page that the version is taken of; of all pages where not given. */
  readonly page?: string;
}

export interface Version extends Omit<NewVersion, "page"> {
  /** From 1, in the order they were taken. */
  readonly id: number;
  /** The log row after which the edition was so. */
  readonly seq: number;
  readonly pages: readonly PageDigests[];
}

/** A finding that was open when somebody signed: its subject, and its message as it was read. */
export interface OpenFinding {
  readonly subject: string;
  readonly message: string;
}

export interface NewSignature {
  /** Id of the version signed, and the id of its page. */
  readonly version: number;
  readonly page: string;
  readonly role: Role;
  /** Who signs. */
  readonly author: string;
  /** ISO 8601 instant. */
  readonly time: string;
  readonly open: readonly OpenFinding[];
  readonly note: string;
}

export interface Signature extends NewSignature {
  readonly id: number;
  /** Digest (SHA-256, hex) of the page as it was signed. */
  readonly digest: string;
}

export const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** The digests of an edition's pages as versions keep them. */
export const pagesOf = (edition: Edition): PageDigests[] => digestPages(edition, sha256);

const versionChecksum = (v: Version) =>
  checksum("version", v.id, v.seq, v.round, v.name, v.author, v.time, JSON.stringify(v.pages));
const signatureChecksum = (s: Signature) =>
  checksum(
    "signature",
    ...[s.id, s.version, s.page, s.role, s.author, s.time, s.digest, JSON.stringify(s.open), s.note],
  );

export function insertVersion(db: DatabaseSync, version: Version): void {
  const { id, seq, round, name, author, time, pages } = version;
  db.prepare(
    "INSERT INTO version (id, seq, round, name, author, time, pages, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(id, seq, round, name, author, time, JSON.stringify(pages), versionChecksum(version));
  insertCount(db, heads.versions, id);
}

export function insertSignature(db: DatabaseSync, signature: Signature): void {
  const { id, version, page, role, author, time, digest, open, note } = signature;
  db.prepare(
    "INSERT INTO signature (id, version, page, role, author, time, digest, open, note, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(
    ...[id, version, page, role, author, time, digest, JSON.stringify(open), note],
    signatureChecksum(signature),
  );
  insertCount(db, heads.signatures, id);
}

/** The edition as the version fixed it; as it is for version 0. Throws a Problem "version.none" where there is none. */
export function editionOf(
  store: {
    readonly edition: Edition;
    readonly versions: { list(): Version[] };
    at(seq: number): Edition;
  },
  version: number,
): Edition {
  if (version === 0) return store.edition;
  const taken = store.versions.list().find(({ id }) => id === version);
  if (!taken) throw new Problem("version.none", { version });
  return store.at(taken.seq);
}

/** The signature that `add` makes. Throws a Problem "version.none" where the version or its page is not in the file. */
export function signatureOf(id: number, given: NewSignature, versions: readonly Version[]): Signature {
  return { ...given, id, digest: pageDigest(pageIn(versions, given), sha256) };
}

/** `raw` as a version, or null where it is not as it was written, or says what no version can. */
export function asVersion(raw: Readonly<Record<string, unknown>>): Version | null {
  const { id, seq, round, name, author, time } = raw;
  const pages = listOf(raw.pages, isPage);
  if (typeof id !== "number" || typeof seq !== "number" || !areTexts(name, author, time) || !pages)
    return null;
  if (!rounds.includes(round as Round)) return null;
  const version = { id, seq, round, name, author, time, pages } as Version;
  return sameBytes(raw.checksum, versionChecksum(version)) ? version : null;
}

/** `raw` as a signature, or null where it is not as it was written, or says what no signature can. */
export function asSignature(raw: Readonly<Record<string, unknown>>): Signature | null {
  const { id, version, page, role, author, time, digest, note } = raw;
  const open = listOf(raw.open, isFinding);
  if (typeof id !== "number" || typeof version !== "number" || !open) return null;
  if (!areTexts(page, author, time, digest, note) || !roles.includes(role as Role)) return null;
  const signature = { id, version, page, role, author, time, digest, open, note } as Signature;
  return sameBytes(raw.checksum, signatureChecksum(signature)) ? signature : null;
}

const isPage = (p: PageDigests) => areTexts(p.id, p.number, p.text, p.layout, p.pictures);
const isFinding = (f: OpenFinding) => areTexts(f.subject, f.message);

/** Every sound version, oldest first. */
export const readVersions = (db: DatabaseSync): Version[] => rowsOf(db, "version", asVersion);

/** Every sound signature, oldest first. */
export const readSignatures = (db: DatabaseSync): Signature[] => rowsOf(db, "signature", asSignature);

/** What is missing or not as it was written, by place. */
export const versionFaults = (db: DatabaseSync, file: string): string[] => [
  ...gapsIn(db, file, "version", readVersions(db)),
  ...gapsIn(db, file, "signature", readSignatures(db)),
];

/**
 * Pictures of an edition, each once, named by the SHA-256 of its bytes: a changed byte cannot go unseen.
 */
import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { Problem } from "../../core/problem.ts";
import { checksum, sameBytes } from "./log.ts";
import { select, selectOne } from "./select.ts";

export interface PictureFacts {
  /** SHA-256 of the bytes, hex: what a picture node's `source` says. */
  readonly digest: string;
  /** Media type: "image/jpeg". */
  readonly media: string;
  /** Pixels as the picture is to be seen (orientation applied); tenths of a pt of a PDF's page. */
  readonly width: number;
  readonly height: number;
}

export interface Picture extends PictureFacts {
  readonly bytes: Uint8Array;
}

export const pictureDigest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const factsChecksum = ({ digest, media, width, height }: PictureFacts) =>
  checksum("picture", digest, media, width, height);

/** Media types of the pictures and advertisements a desk is sent. Whatever else a file says one is, it is not. */
const media = /^(?:image\/(?:jpeg|png|tiff|webp)|application\/pdf)$/;

/** What `raw` says of a picture, or null where it cannot be so. */
export function asFacts(raw: Readonly<Record<string, unknown>>): PictureFacts | null {
  const { digest, width, height } = raw;
  if (typeof digest !== "string" || typeof raw.media !== "string" || !media.test(raw.media)) return null;
  for (const size of [width, height]) if (!Number.isSafeInteger(size) || (size as number) < 0) return null;
  return { digest, media: raw.media, width: width as number, height: height as number };
}

export function insertPicture(db: DatabaseSync, picture: Picture): void {
  const { digest, media, width, height, bytes } = picture;
  const { changes, lastInsertRowid } = db
    .prepare("INSERT OR IGNORE INTO picture (digest, media, width, height, bytes) VALUES (?, ?, ?, ?, ?)")
    .run(digest, media, width, height, bytes);
  if (changes > 0) seal(db, Number(lastInsertRowid), picture);
}

function seal(db: DatabaseSync, id: number, facts: PictureFacts): void {
  db.prepare("INSERT OR REPLACE INTO picture_facts (id, checksum) VALUES (?, ?)").run(
    id,
    factsChecksum(facts),
  );
}

/** Gives every picture that has none the checksum over what is said of it. */
export function sealPictures(db: DatabaseSync): void {
  const rows = [...select(db, "SELECT id, digest, media, width, height FROM picture")];
  for (const row of rows) {
    const facts = asFacts(row);
    if (facts) seal(db, Number(row.id), facts);
  }
}

/** Pictures of which what is said can be so, oldest first. */
export function listPictures(db: DatabaseSync): PictureFacts[] {
  const rows = [...select(db, "SELECT digest, media, width, height FROM picture ORDER BY id")];
  return rows.map(asFacts).filter((facts) => facts !== null);
}

/** Null where the edition has none of this digest. Throws a Problem "store.damaged" where its bytes have changed. */
export function readPicture(db: DatabaseSync, file: string, digest: string): Picture | null {
  const row = selectOne(db, "SELECT * FROM picture WHERE digest = ?", digest);
  if (!row) return null;
  const { bytes } = row;
  const facts = asFacts(row);
  if (!facts || !(bytes instanceof Uint8Array) || pictureDigest(bytes) !== digest) {
    throw new Problem("store.damaged", { file, place: placeOf(digest) });
  }
  return { ...facts, bytes };
}

const placeOf = (digest: unknown) => `picture ${String(digest).slice(0, 8)}`;

/** Pictures that are not as they were written, by place. `sealed`: the file has checksums over what is said of them. */
export function pictureFaults(db: DatabaseSync, file: string, sealed: boolean): string[] {
  const faults: string[] = [];
  const sums = new Map<unknown, unknown>();
  if (sealed) {
    for (const row of select(db, "SELECT id, checksum FROM picture_facts")) sums.set(row.id, row.checksum);
  }
  for (const row of [...select(db, "SELECT id, digest, media, width, height FROM picture ORDER BY id")]) {
    const facts = asFacts(row);
    const sound = facts && (!sealed || sameBytes(sums.get(row.id), factsChecksum(facts)));
    if (!sound || !isWhole(db, file, facts.digest)) faults.push(placeOf(row.digest));
    sums.delete(row.id);
  }
  // A checksum whose picture is gone.
  for (const id of sums.keys()) faults.push(`picture ${id}`);
  return faults;
}

function isWhole(db: DatabaseSync, file: string, digest: string): boolean {
  try {
    return readPicture(db, file, digest) !== null;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

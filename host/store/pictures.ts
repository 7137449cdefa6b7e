/**
 * Pictures of an edition, each once, named by the SHA-256 of its bytes: a changed byte cannot go unseen.
 */
import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { Problem } from "../../core/problem.ts";

export interface PictureFacts {
  /** SHA-256 of the bytes, hex: what a picture node's `source` says. */
  readonly digest: string;
  /** Media type: "image/jpeg". */
  readonly media: string;
  /** Pixels as the picture is to be seen (orientation applied). */
  readonly width: number;
  readonly height: number;
}

export interface Picture extends PictureFacts {
  readonly bytes: Uint8Array;
}

export const pictureDigest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

export function insertPicture(db: DatabaseSync, picture: Picture): void {
  const { digest, media, width, height, bytes } = picture;
  db.prepare(
    "INSERT OR IGNORE INTO picture (digest, media, width, height, bytes) VALUES (?, ?, ?, ?, ?)",
  ).run(digest, media, width, height, bytes);
}

export function listPictures(db: DatabaseSync): PictureFacts[] {
  const rows = db.prepare("SELECT digest, media, width, height FROM picture ORDER BY id").all();
  return rows.map((row) => ({
    digest: String(row.digest),
    media: String(row.media),
    width: Number(row.width),
    height: Number(row.height),
  }));
}

/** Null where the edition has none of this digest. Throws a Problem "store.damaged" where its bytes have changed. */
export function readPicture(db: DatabaseSync, file: string, digest: string): Picture | null {
  const row = db.prepare("SELECT * FROM picture WHERE digest = ?").get(digest);
  if (!row) return null;
  const bytes = row.bytes;
  if (!(bytes instanceof Uint8Array) || pictureDigest(bytes) !== digest) {
    throw new Problem("store.damaged", { file, place: `picture ${digest.slice(0, 8)}` });
  }
  return {
    digest,
    media: String(row.media),
    width: Number(row.width),
    height: Number(row.height),
    bytes,
  };
}

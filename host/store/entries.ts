/**
 * Versions, signatures, releases and reopenings as the file keeps them: lists that are only added to, numbered from 1
 * without gaps, each entry with a checksum and its count in the head.
 */
import type { DatabaseSync } from "node:sqlite";
import type { TakenVersion } from "../../core/edition/rounds.ts";
import type { PageDigests } from "../../core/edition/versions.ts";
import { Problem } from "../../core/problem.ts";
import { countOf, heads } from "./log.ts";
import { select } from "./select.ts";

const counts = {
  version: heads.versions,
  signature: heads.signatures,
  release: heads.releases,
  reopening: heads.reopenings,
} as const;

export type EntryTable = keyof typeof counts;

/** Every sound row of a table in the order of its ids; none where the file has no such table. */
export function rowsOf<T>(
  db: DatabaseSync,
  table: EntryTable,
  as: (raw: Readonly<Record<string, unknown>>) => T | null,
): T[] {
  if (!hasTable(db, table)) return [];
  const rows = [...select(db, `SELECT * FROM ${table} ORDER BY id`)];
  return rows.map((row) => as(row)).filter((row) => row !== null);
}

/** A file of an earlier version that is only read lacks the later tables. */
export const hasTable = (db: DatabaseSync, name: string): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined;

/** The first entry that is missing or not as it was written, by place; the `sound` ones are told. */
export function gapsIn(
  db: DatabaseSync,
  file: string,
  table: EntryTable,
  sound: readonly { readonly id: number }[],
): string[] {
  if (!hasTable(db, table)) return [];
  // The first that is missing says enough, however many the head speaks of.
  const at = sound.findIndex(({ id }, i) => id !== i + 1);
  const whole = at < 0 ? sound.length : at;
  return at >= 0 || countOf(db, file, counts[table]) !== whole ? [`${table} ${whole + 1}`] : [];
}

/** The page of a version that is signed or released. Throws a Problem "version.none" where the file has none. */
export function pageIn(
  versions: readonly TakenVersion[],
  asked: { readonly version: number; readonly page: string },
): PageDigests {
  const page = versions.find(({ id }) => id === asked.version)?.pages.find(({ id }) => id === asked.page);
  if (!page) throw new Problem("version.none", { version: asked.version });
  return page;
}

/** A JSON list whose items all are what `is` says, or null. */
export function listOf<T>(json: unknown, is: (item: T) => boolean): T[] | null {
  try {
    const list: unknown = JSON.parse(String(json));
    const good = Array.isArray(list) && list.every((item) => typeof item === "object" && item && is(item));
    return good ? (list as T[]) : null;
  } catch {
    return null;
  }
}

export const areTexts = (...fields: readonly unknown[]): boolean =>
  fields.every((field) => typeof field === "string");

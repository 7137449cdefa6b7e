/**
 * The tables of an edition file and the migrations that lead to them.
 *
 * The log is append-only and rebuilds the edition from nothing; every other table can be lost without losing a
 * word of the edition, and `recover` says what else was. A file whose schema is not exactly the one its version names is refused, so no trigger, view or index
 * planted in a hostile file is ever run.
 */
import { DatabaseSync } from "node:sqlite";
import { beginChain, chainTable } from "./chain.ts";
import { sealPictures } from "./pictures.ts";

/** "Dyng" in the header of an edition file (PRAGMA application_id). */
export const APPLICATION_ID = 0x44796e67;

/** Pages are of one fixed size, so that `recover` can read a file whose header is gone. */
export const PAGE_SIZE = 4096;

export interface Migration {
  /** Statements that change the schema. */
  readonly schema: string;
  /** Fills what the statements have made. */
  readonly fill?: (db: DatabaseSync) => void;
}

/** Migration n leads from version n to n + 1; a file's version is its PRAGMA user_version. Never edit one that was released. */
export const migrations: readonly Migration[] = [
  {
    schema: `
  CREATE TABLE log (
    seq INTEGER PRIMARY KEY,
    time TEXT NOT NULL,
    author TEXT NOT NULL,
    label TEXT NOT NULL,
    changes TEXT NOT NULL,
    checksum BLOB NOT NULL
  );
  CREATE TABLE head (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    checksum BLOB NOT NULL
  );
  CREATE TABLE snapshot (
    seq INTEGER PRIMARY KEY,
    edition BLOB NOT NULL,
    checksum BLOB NOT NULL
  );
  CREATE TABLE picture (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    media TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes BLOB NOT NULL
  );
  CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    time TEXT NOT NULL,
    author TEXT NOT NULL,
    subject TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    checksum BLOB NOT NULL
  );
  `,
  },
  {
    // Versions and signatures; and a checksum over what is said of a picture beside its bytes, which stands in a
    // table of its own so that a list of pictures need not read through them.
    schema: `
  CREATE TABLE version (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    round TEXT NOT NULL,
    name TEXT NOT NULL,
    author TEXT NOT NULL,
    time TEXT NOT NULL,
    pages TEXT NOT NULL,
    checksum BLOB NOT NULL
  );
  CREATE TABLE signature (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    page TEXT NOT NULL,
    role TEXT NOT NULL,
    author TEXT NOT NULL,
    time TEXT NOT NULL,
    digest TEXT NOT NULL,
    open TEXT NOT NULL,
    note TEXT NOT NULL,
    checksum BLOB NOT NULL
  );
  CREATE TABLE picture_facts (
    id INTEGER PRIMARY KEY,
    checksum BLOB NOT NULL
  );
  `,
    fill: sealPictures,
  },
  {
    // Pages released for press with the digest of their PDF, and released pages that were opened again.
    schema: `
  CREATE TABLE release (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    page TEXT NOT NULL,
    author TEXT NOT NULL,
    time TEXT NOT NULL,
    digest TEXT NOT NULL,
    file TEXT NOT NULL,
    pdf TEXT NOT NULL,
    settings TEXT NOT NULL,
    reasons TEXT NOT NULL,
    note TEXT NOT NULL,
    checksum BLOB NOT NULL
  );
  CREATE TABLE reopening (
    id INTEGER PRIMARY KEY,
    release INTEGER NOT NULL,
    page TEXT NOT NULL,
    author TEXT NOT NULL,
    time TEXT NOT NULL,
    reason TEXT NOT NULL,
    checksum BLOB NOT NULL
  );
  `,
  },
  // All of these as links of one chain.
  { schema: chainTable, fill: beginChain },
];

export const VERSION = migrations.length;

/** Runs the migrations from `from` on in one transaction. */
export function migrate(db: DatabaseSync, from: number): void {
  if (from >= VERSION) return;
  db.exec("BEGIN IMMEDIATE");
  try {
    for (const { schema, fill } of migrations.slice(from)) {
      db.exec(schema);
      fill?.(db);
    }
    db.exec(`PRAGMA user_version = ${VERSION}`);
    db.exec("COMMIT");
  } catch (error) {
    // After a full disk SQLite has rolled back by itself.
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

/** The schema as SQLite stores it, an entry a line, in a fixed order. */
export function schemaOf(db: DatabaseSync): string {
  const rows = db.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name").all();
  return rows
    .map((row) => [row.type, row.name, row.tbl_name, String(row.sql ?? "").replace(/\s+/g, " ")].join("|"))
    .join("\n");
}

const expected = new Map<number, string>();

/** The schema that a file of `version` must have. */
export function schemaFor(version: number): string {
  let schema = expected.get(version);
  if (schema === undefined) {
    const db = new DatabaseSync(":memory:");
    for (const { schema } of migrations.slice(0, version)) db.exec(schema);
    schema = schemaOf(db);
    db.close();
    expected.set(version, schema);
  }
  return schema;
}

/**
 * Rows of a query as this program reads them: whatever a column of a damaged or hostile file holds, it is a value that
 * can be looked at and refused.
 *
 * SQLite does not insist on a column's type, and a flipped byte can make of any column an integer of 64 bits, at which
 * node:sqlite throws unless it may answer with a bigint. One that is a safe number becomes a number.
 */
import type { DatabaseSync, SQLInputValue } from "node:sqlite";

export type Raw = Record<string, unknown>;

export function* select(db: DatabaseSync, sql: string, ...values: SQLInputValue[]): Generator<Raw> {
  const statement = db.prepare(sql);
  statement.setReadBigInts(true);
  for (const row of statement.iterate(...values) as Iterable<Raw>) {
    for (const name in row) {
      const value = row[name];
      if (typeof value !== "bigint") continue;
      const number = Number(value);
      if (Number.isSafeInteger(number)) row[name] = number;
    }
    yield row;
  }
}

/** The first row, or undefined. */
export function selectOne(db: DatabaseSync, sql: string, ...values: SQLInputValue[]): Raw | undefined {
  for (const row of select(db, sql, ...values)) return row;
  return undefined;
}

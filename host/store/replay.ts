/** Rows of the log as what they say, and as editions; a row that says what no row can is named in a Problem. */
import { applyChanges, ChangeError } from "../../core/edition/change.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { Problem } from "../../core/problem.ts";
import { decodeRow, type LogEntry, type LogRow } from "./log.ts";

/** Throws a Problem "store.damaged" about `file` where the row holds no changes of this schema. */
export const entryOf = (file: string, row: LogRow): LogEntry => fits(file, row, () => decodeRow(row));

/** The edition after a row. Throws a Problem "store.damaged" where the row does not fit it. */
export const after = (file: string, edition: Edition, row: LogRow): Edition =>
  fits(file, row, () => applyChanges(edition, decodeRow(row).changes));

/** A row whose checksum holds but whose content does not was not written by this program. */
function fits<T>(file: string, row: LogRow, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError || error instanceof ChangeError) {
      throw new Problem("store.damaged", { file, place: `log ${row.seq}` }, error);
    }
    throw error;
  }
}

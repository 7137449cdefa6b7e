/** Everything in an edition file read through, and what is not as it was written named by its place. */
import type { DatabaseSync } from "node:sqlite";
import type { Edition } from "../../core/edition/edition.ts";
import { Problem } from "../../core/problem.ts";
import { chainFaults } from "./chain.ts";
import { decisionFaults } from "./decisions.ts";
import { hasTable } from "./entries.ts";
import { asProblem } from "./fault.ts";
import type { LogRow } from "./log.ts";
import { pictureFaults } from "./pictures.ts";
import { releaseFaults } from "./releases.ts";
import { snapshotFaults } from "./snapshot.ts";
import { pagesOf, readVersions, versionFaults } from "./versions.ts";

/** The file as its store reads it. */
export interface Verifiable {
  readonly db: DatabaseSync;
  readonly file: string;
  /** The rows of the log, checked as they are read. */
  rows(): Iterable<LogRow>;
  decode(row: LogRow): void;
  at(seq: number): Edition;
}

/** Empty where all is sound. */
export function faultsIn({ db, file, rows, decode, at }: Verifiable): string[] {
  const faults: string[] = [];
  const attempt = (place: string, act: () => void) => {
    try {
      act();
    } catch (error) {
      const problem = asProblem(error, file);
      faults.push(problem instanceof Problem ? String(problem.values.place ?? place) : place);
    }
  };
  attempt("integrity_check", () => {
    const lines = db
      .prepare("PRAGMA integrity_check")
      .all()
      .map((row) => String(row.integrity_check));
    if (lines.join() !== "ok") faults.push(...lines);
  });
  attempt("log", () => {
    for (const row of rows()) decode(row);
  });
  attempt("snapshot", () => void faults.push(...snapshotFaults(db)));
  attempt("picture", () => void faults.push(...pictureFaults(db, file, hasTable(db, "picture_facts"))));
  attempt("decision", () => void faults.push(...decisionFaults(db, file)));
  attempt("version", () => {
    faults.push(...versionFaults(db, file));
    for (const { id, seq, pages } of readVersions(db)) {
      attempt(`version ${id}`, () => {
        // A version of one page says nothing of the others.
        const then = pagesOf(at(seq)).filter((page) => pages.some((one) => one.id === page.id));
        if (JSON.stringify(then) !== JSON.stringify(pages)) faults.push(`version ${id}`);
      });
    }
  });
  attempt("release", () => void faults.push(...releaseFaults(db, file)));
  attempt("chain", () => void faults.push(...chainFaults(db, file, { rows: true })));
  return faults;
}

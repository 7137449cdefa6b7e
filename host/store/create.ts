/**
 * A new edition file: written whole beside its target, then given its name, so that nobody ever meets half of one.
 */
import { statSync } from "node:fs";
import { basename } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Change } from "../../core/edition/change.ts";
import { applyChanges } from "../../core/edition/change.ts";
import type { Edition } from "../../core/edition/edition.ts";
import type { PageReopening } from "../../core/edition/rounds.ts";
import { Problem } from "../../core/problem.ts";
import { beginChain } from "./chain.ts";
import { readOnlyProblem } from "./connection.ts";
import { type Decision, insertDecision } from "./decisions.ts";
import { guarded } from "./fault.ts";
import { readHolder, takeLock, thisHolder } from "./lock.ts";
import { type Act, encodeChanges, foundingChanges, insertRow } from "./log.ts";
import { insertPicture, type PictureFacts, pictureDigest } from "./pictures.ts";
import { writeBeside } from "./publish.ts";
import { insertRelease, insertReopening, type Release } from "./releases.ts";
import { isMilestone, writeSnapshot } from "./snapshot.ts";
import { APPLICATION_ID, migrate, PAGE_SIZE } from "./tables.ts";
import { insertSignature, insertVersion, type Signature, type Version } from "./versions.ts";

export interface CreateOptions {
  /** The founding act. */
  readonly act: Act;
  readonly pictures?: Iterable<{ readonly bytes: Uint8Array; readonly facts: Omit<PictureFacts, "digest"> }>;
  readonly decisions?: Iterable<Decision>;
  readonly versions?: Iterable<Version>;
  readonly signatures?: Iterable<Signature>;
  readonly releases?: Iterable<Release>;
  readonly reopenings?: Iterable<PageReopening>;
  /** Acts after the founding, as `recover` has saved them. */
  readonly later?: Iterable<{ readonly act: Act; readonly changes: readonly Change[] }>;
  /** Replaces a file that stands at `path`, unless somebody is writing it. */
  readonly force?: boolean;
}

/**
 * Writes `edition` as a new file at `path`. Throws a Problem, leaving everything as it was, where the path exists
 * (without `force`), cannot be written, or the disk is full.
 */
export function createEditionFile(path: string, edition: Edition, options: CreateOptions): void {
  const file = basename(path);
  refuseExisting(path, options.force ?? false, options.act.time);
  guarded(file, () => {
    writeBeside(path, options.force ?? false, (temporary) => write(temporary, edition, options));
  });
}

function refuseExisting(path: string, force: boolean, now: string): void {
  const file = basename(path);
  guarded(file, () => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) throw new Problem("store.directory", { file });
    if (!force) throw new Problem("store.exists", { file });
    const lock = takeLock(path, thisHolder(now));
    if (!lock) throw readOnlyProblem(file, "held", readHolder(path));
    lock.release();
  });
}

function write(temp: string, edition: Edition, options: CreateOptions): void {
  const db = new DatabaseSync(temp);
  try {
    // The file has no name yet that anybody knows: one sync at the end is enough.
    db.exec(`
      PRAGMA page_size = ${PAGE_SIZE};
      PRAGMA application_id = ${APPLICATION_ID};
      PRAGMA journal_mode = MEMORY;
      PRAGMA synchronous = OFF;
    `);
    migrate(db, 0);
    db.exec("BEGIN");
    const { time, author, label } = options.act;
    insertRow(db, { seq: 1, time, author, label, changes: encodeChanges(foundingChanges(edition)) });
    let seq = 1;
    let current = edition;
    for (const { act, changes } of options.later ?? []) {
      seq += 1;
      current = applyChanges(current, changes);
      insertRow(db, {
        seq,
        time: act.time,
        author: act.author,
        label: act.label,
        changes: encodeChanges(changes),
      });
      if (isMilestone(seq)) writeSnapshot(db, { seq, edition: current });
    }
    writeSnapshot(db, { seq, edition: current });
    for (const { bytes, facts } of options.pictures ?? []) {
      insertPicture(db, { ...facts, bytes, digest: pictureDigest(bytes) });
    }
    for (const decision of options.decisions ?? []) insertDecision(db, decision);
    for (const version of options.versions ?? []) insertVersion(db, version);
    for (const signature of options.signatures ?? []) insertSignature(db, signature);
    for (const release of options.releases ?? []) insertRelease(db, release);
    for (const reopening of options.reopenings ?? []) insertReopening(db, reopening);
    beginChain(db);
    db.exec("COMMIT");
    db.exec("PRAGMA journal_mode = DELETE");
  } finally {
    db.close();
  }
}

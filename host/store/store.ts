/**
 * An edition file: one SQLite database that is the whole truth about an edition.
 *
 * What `append` has returned from is on the disk. Journal mode is DELETE with synchronous EXTRA rather than WAL: an
 * edition must be one file that can be copied, mailed and kept on a network drive, and a WAL needs two more files
 * and shared memory, which network drives lack. EXTRA also syncs the folder after the journal is deleted; under FULL
 * a power cut could bring the journal back and undo a change that was acknowledged. The price is about half a
 * millisecond a change, off the main thread.
 */
import { existsSync, mkdirSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { applyChanges, type Change } from "../../core/edition/change.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { Problem } from "../../core/problem.ts";
import { type BackupOptions, isBackedUp, makeBackup } from "./backups.ts";
import {
  connect,
  inTransaction,
  lockFor,
  type ReadOnlyReason,
  readOnlyProblem,
  whyNot,
} from "./connection.ts";
import { insertDecision, readDecisions } from "./decisions.ts";
import type { Compaction, EditionStore, OpenOptions } from "./edition-store.ts";
import { guarded } from "./fault.ts";
import { Footing } from "./footing.ts";
import { inspect } from "./inspect.ts";
import { type Holder, type Lock, readHolder, stationOf, thisHolder } from "./lock.ts";
import {
  type Act,
  encodeChanges,
  insertRow,
  type LogEntry,
  type LogRow,
  lastSeq,
  readRows,
  tailOf,
} from "./log.ts";
import { finished, Past } from "./past.ts";
import { insertPicture, listPictures, pictureDigest, readPicture } from "./pictures.ts";
import { sweep, writeBeside } from "./publish.ts";
import { Seals } from "./releases.ts";
import { after, entryOf } from "./replay.ts";
import { type SignOffTables, signOffTables } from "./sign-off.ts";
import { snapshotBefore, snapshotSeqs, spare, writeSnapshot } from "./snapshot.ts";
import { migrate, schemaFor, schemaOf } from "./tables.ts";
import { faultsIn } from "./verify.ts";

const PATIENCE = 5000;

/** Opens an edition file. Throws a Problem, having changed nothing, where it is not a sound one this version knows. */
export function openEditionFile(path: string, options: OpenOptions = {}): EditionStore {
  const file = basename(path);
  const inspection = inspect(path);
  const me = thisHolder(options.now ?? new Date().toISOString());
  const { lock, reason } = options.readOnly ? { lock: null, reason: "asked" as const } : lockFor(path, me);
  let db: DatabaseSync | null = null;
  try {
    return guarded(file, () => {
      // A rollback journal left by a crash can only be played back by a connection that may write.
      db = connect(path, !lock && !inspection.unfinished, options.patience ?? PATIENCE);
      const version = Number(db.prepare("PRAGMA user_version").get()?.user_version);
      if (schemaOf(db) !== schemaFor(version)) throw new Problem("store.damaged", { file, place: "schema" });
      const readOnly = reason ?? whyNot(db);
      if (!readOnly) migrate(db, version);
      if (!readOnly) sweep(dirname(path));
      return new Store(path, db, lock, readOnly, options);
    });
  } catch (error) {
    (db as DatabaseSync | null)?.close();
    lock?.release();
    throw error;
  }
}

class Store implements EditionStore {
  readonly path: string;
  readonly readOnly: ReadOnlyReason | null;
  readonly holder: Holder | null;
  edition: Edition;
  seq: number;
  /** The last row that is ours. */
  #tail = "";
  readonly #db: DatabaseSync;
  readonly #file: string;
  readonly #lock: Lock | null;
  readonly #snapshotRows: number;
  readonly #snapshotSize: number;
  /** Log rows and their size since the last snapshot. */
  #rows: number;
  #size = 0;
  #open = true;
  readonly #footing: Footing;
  readonly past: Past;
  readonly #seals = new Seals();
  readonly versions: SignOffTables["versions"];
  readonly signatures: SignOffTables["signatures"];
  readonly releases: SignOffTables["releases"];
  readonly reopenings: SignOffTables["reopenings"];
  readonly chain: SignOffTables["chain"];
  readonly #backups: BackupOptions | null;
  /** Log rows since the last backup was begun. */
  #unbacked = 0;
  #backup: Promise<unknown> | null = null;

  constructor(
    path: string,
    db: DatabaseSync,
    lock: Lock | null,
    readOnly: ReadOnlyReason | null,
    options: OpenOptions,
  ) {
    this.path = path;
    this.#file = basename(path);
    this.#db = db;
    this.#lock = lock;
    this.readOnly = readOnly;
    this.holder = readOnly === "held" ? readHolder(path) : null;
    this.#snapshotRows = options.snapshotRows ?? 200;
    this.#snapshotSize = options.snapshotSize ?? 2_000_000;
    this.seq = lastSeq(db, this.#file);
    const base = snapshotBefore(db, this.seq);
    this.#rows = this.seq - base.seq;
    this.edition = base.edition;
    for (const row of readRows(db, this.#file, base.seq + 1, this.seq)) {
      this.#size += row.changes.length;
      this.edition = after(this.#file, this.edition, row);
    }
    this.#tail = tailOf(db, this.#file);
    this.#footing = new Footing(path, { written: readOnly === null });
    this.past = new Past({ db, file: this.#file, now: () => this });
    this.#seals.refresh(db);
    const tables = signOffTables({
      db,
      file: this.#file,
      now: () => this,
      write: (act) => this.#write(act),
      station: stationOf(thisHolder("")),
      sealed: () => this.#seals.refresh(db),
    });
    this.versions = tables.versions;
    this.signatures = tables.signatures;
    this.releases = tables.releases;
    this.reopenings = tables.reopenings;
    this.chain = tables.chain;
    const { backups } = options;
    this.#backups = backups && backups.keep > 0 && !readOnly ? backups : null;
    // A file that was only just made is what it was made of.
    if (this.seq > 1 && !isBackedUp(path)) this.#startBackup();
  }

  append(changes: readonly Change[], act: Act): number {
    const edition = applyChanges(this.edition, changes);
    this.#seals.check(this.edition, edition);
    const row: LogRow = { seq: this.seq + 1, ...pick(act), changes: encodeChanges(changes) };
    let tail = "";
    this.#write(() => {
      insertRow(this.#db, row);
      tail = tailOf(this.#db, this.#file);
    });
    this.#tail = tail;
    this.seq = row.seq;
    this.edition = edition;
    this.#rows += 1;
    this.#size += row.changes.length;
    if (this.#rows >= this.#snapshotRows || this.#size >= this.#snapshotSize) this.#snapshot();
    this.#unbacked += 1;
    if (this.#backups && this.#unbacked >= this.#backups.everyRows) this.#startBackup();
    return row.seq;
  }

  refresh(): boolean {
    if (!this.readOnly) return false;
    return guarded(this.#file, () => {
      const last = lastSeq(this.#db, this.#file);
      if (last === this.seq) return false;
      for (const row of readRows(this.#db, this.#file, this.seq + 1, last)) {
        this.edition = after(this.#file, this.edition, row);
        this.seq = row.seq;
      }
      return true;
    });
  }

  *log(from = 1, to = this.seq): Generator<LogEntry> {
    for (const row of readRows(this.#db, this.#file, from, to)) yield entryOf(this.#file, row);
  }

  at(seq: number): Edition {
    return guarded(this.#file, () => finished(this.past.walk(seq)));
  }

  readonly pictures: EditionStore["pictures"] = {
    list: () => guarded(this.#file, () => listPictures(this.#db)),
    get: (digest) => guarded(this.#file, () => readPicture(this.#db, this.#file, digest)),
    add: (bytes, facts) => {
      const picture = { ...facts, digest: pictureDigest(bytes), bytes };
      this.#write(() => insertPicture(this.#db, picture));
      return { digest: picture.digest, ...facts };
    },
  };

  readonly decisions: EditionStore["decisions"] = {
    list: () => guarded(this.#file, () => readDecisions(this.#db)),
    add: (decision) => this.#write(() => insertDecision(this.#db, decision)),
  };

  look(): boolean {
    if (!this.#footing.look()) return false;
    guarded(this.#file, () => {
      this.#db.exec("PRAGMA shrink_memory");
      inspect(this.path);
      this.#checkOurs();
    });
    return true;
  }

  judge(damage: string | null): void {
    this.#footing.judge(damage);
  }

  verify(): string[] {
    return faultsIn({
      db: this.#db,
      file: this.#file,
      rows: () => readRows(this.#db, this.#file, 1, this.seq),
      decode: (row) => void entryOf(this.#file, row),
      at: (seq) => this.at(seq),
    });
  }

  copyTo(target: string, force = false): void {
    this.#footing.checkSound();
    guarded(this.#file, () => this.#checkOurs());
    guarded(basename(target), () => {
      if (!force && existsSync(target)) throw new Problem("store.exists", { file: basename(target) });
      mkdirSync(dirname(target), { recursive: true });
      writeBeside(target, force, (temporary) => this.#db.prepare("VACUUM INTO ?").run(temporary));
    });
  }

  compact(): Compaction {
    // A backup reads the pages that VACUUM would move.
    if (this.#backup) throw new Problem("store.busy", { file: this.#file });
    const size = () => statSync(this.path).size;
    const before = guarded(this.#file, size);
    this.#write(() => {
      for (const seq of spare(snapshotSeqs(this.#db)))
        this.#db.prepare("DELETE FROM snapshot WHERE seq = ?").run(seq);
    });
    // One transaction of SQLite's own: cut off in the middle, its journal brings back what was.
    this.#footing.step(() => guarded(this.#file, () => this.#db.exec("VACUUM")));
    return { before, after: guarded(this.#file, size) };
  }

  async settled(): Promise<void> {
    await this.#backup;
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    try {
      if (!this.readOnly && this.#rows >= 20) this.#snapshot();
    } catch {
      // Every change is on the disk already; a snapshot only makes the next opening faster.
    } finally {
      this.#db.close();
      this.#lock?.release();
    }
  }

  #checkOurs(): void {
    const ours = this.readOnly !== null || tailOf(this.#db, this.#file) === this.#tail;
    if (!ours) throw new Problem("store.taken", { file: this.#file });
  }

  /** One transaction, refused where the file is no longer ours to write. */
  #write(act: () => void): void {
    if (this.readOnly) throw readOnlyProblem(this.#file, this.readOnly, this.holder);
    this.#footing.step(() =>
      guarded(this.#file, () =>
        inTransaction(this.#db, () => {
          this.#checkOurs();
          act();
        }),
      ),
    );
  }

  /** Never awaited: a backup that fails is tried again after as many rows. */
  #startBackup(): void {
    if (!this.#backups || this.#backup) return;
    this.#unbacked = 0;
    const { seq } = this;
    const isSound = (copy: string) => {
      const store = openEditionFile(copy, { readOnly: true });
      store.close();
      return store.seq >= seq;
    };
    this.#backup = makeBackup(this.#db, this.path, this.#backups.keep, isSound)
      .catch(() => null)
      .finally(() => {
        this.#backup = null;
      });
  }

  #snapshot(): void {
    try {
      this.#write(() => writeSnapshot(this.#db, { seq: this.seq, edition: this.edition }));
      this.#rows = 0;
      this.#size = 0;
    } catch (error) {
      // A snapshot only saves time: one that finds no room is tried again later.
      if (!(error instanceof Problem)) throw error;
      this.#rows = 0;
    }
  }
}

const pick = ({ time, author, label }: Act): Act => ({ time, author, label });

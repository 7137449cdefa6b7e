/** Versions, signatures, releases and reopenings of an open edition file: each list read whole, and only ever added to. */
import type { DatabaseSync } from "node:sqlite";
import type { Edition } from "../../core/edition/edition.ts";
import type { PageReopening } from "../../core/edition/rounds.ts";
import { Problem } from "../../core/problem.ts";
import { chainFaults, insertLink, type Link, type LinkKind, readLinks } from "./chain.ts";
import { guarded } from "./fault.ts";
import { countOf, heads } from "./log.ts";
import {
  insertRelease,
  insertReopening,
  type NewRelease,
  type NewReopening,
  type Release,
  readReleases,
  readReopenings,
  releaseFaults,
  releaseOf,
} from "./releases.ts";
import {
  insertSignature,
  insertVersion,
  type NewSignature,
  type NewVersion,
  pagesOf,
  readSignatures,
  readVersions,
  type Signature,
  signatureOf,
  type Version,
} from "./versions.ts";

export interface SignOffTables {
  readonly versions: {
    list(): Version[];
    /** Fixes the edition, or a page of it, as it is now. Throws a Problem "version.none" where there is no such page. */
    take(version: NewVersion): Version;
  };
  readonly signatures: {
    list(): Signature[];
    /** Throws a Problem "version.none" where there is no such version, or no such page in it. */
    add(signature: NewSignature): Signature;
  };
  readonly releases: {
    list(): Release[];
    /** Releases and reopenings that are missing or not as they were written, by place. */
    faults(): string[];
    /**
     * Seals a page of a version: from here on `append` refuses what would change it (Problem "release.sealed"). Throws
     * a Problem "version.none" where there is no such version, or no such page in it.
     */
    seal(release: NewRelease): Release;
  };
  readonly reopenings: {
    list(): PageReopening[];
    /** Takes a release back. */
    add(reopening: NewReopening): PageReopening;
  };
  readonly chain: {
    /** Every entry of the four lists in the order they were written, each sealed over the one before. */
    list(): Link[];
    /** What does not fit it, by place; the log is read only by `verify`. */
    faults(): string[];
  };
}

/** The file as its store has it open. */
interface Opened {
  readonly db: DatabaseSync;
  readonly file: string;
  now(): { readonly seq: number; readonly edition: Edition };
  /** Runs `act` in a transaction. Throws a Problem where the file cannot be written. */
  write(act: () => void): void;
  /** User and machine, as the chain names them. */
  readonly station: string;
  /** Told after a release or reopening. */
  sealed(): void;
}

export function signOffTables({ db, file, now, write, station, sealed }: Opened): SignOffTables {
  const next = (table: number) => guarded(file, () => countOf(db, file, table)) + 1;
  /** Writes an entry and the link that seals it, both or neither. */
  const entered = (kind: LinkKind, entry: number, insert: () => void) =>
    write(() => {
      insert();
      insertLink(db, { kind, entry, station, seq: now().seq });
    });
  const versions = () => guarded(file, () => readVersions(db));
  return {
    versions: {
      list: versions,
      take({ round, name, author, time, page }) {
        const { seq, edition } = now();
        const id = next(heads.versions);
        const pages = pagesOf(edition).filter((one) => page === undefined || one.id === page);
        if (page !== undefined && pages.length === 0) throw new Problem("version.none", { version: id });
        const version = { id, seq, round, name, author, time, pages };
        entered("version", id, () => insertVersion(db, version));
        return version;
      },
    },
    signatures: {
      list: () => guarded(file, () => readSignatures(db)),
      add(given) {
        const signature = signatureOf(next(heads.signatures), given, versions());
        entered("signature", signature.id, () => insertSignature(db, signature));
        return signature;
      },
    },
    releases: {
      list: () => guarded(file, () => readReleases(db)),
      faults: () => guarded(file, () => releaseFaults(db, file)),
      seal(given) {
        const release = releaseOf(next(heads.releases), given, versions());
        entered("release", release.id, () => insertRelease(db, release));
        sealed();
        return release;
      },
    },
    reopenings: {
      list: () => guarded(file, () => readReopenings(db)),
      add(given) {
        const reopening = { ...given, id: next(heads.reopenings) };
        entered("reopening", reopening.id, () => insertReopening(db, reopening));
        sealed();
        return reopening;
      },
    },
    chain: {
      list: () => guarded(file, () => readLinks(db)),
      faults: () => guarded(file, () => chainFaults(db, file)),
    },
  };
}

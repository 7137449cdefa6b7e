/** PDFs against the seals of an edition file: is this file what was released, and would the page give it again. */
import { createHash } from "node:crypto";
import { type PageReopening, releasesInForce } from "../../core/edition/rounds.ts";
import { type Aspect, aspects, changedAspects } from "../../core/edition/versions.ts";
import type { EditionStore } from "../store/edition-store.ts";
import type { Release, SealedSettings } from "../store/releases.ts";
import { pagesOf } from "../store/versions.ts";
import { readBytes } from "./files.ts";

export interface SealMatch {
  readonly release: Release;
  /** Printed number of the page as it was released. */
  readonly number: string;
  /** How the release was taken back, or null while it is in force. */
  readonly reopened: PageReopening | null;
  /** In what the page differs now. */
  readonly changed: readonly Aspect[];
}

/** Largest PDF that is looked at, in bytes. */
const PDF_LIMIT = 500 * 1024 * 1024;

export const digestOfPdf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Releases whose PDF has the digest of the file at `path`, newest first. Throws a Problem where it cannot be read. */
export function verifyPdf(store: EditionStore, path: string): { pdf: string; matches: SealMatch[] } {
  const pdf = digestOfPdf(readBytes(path, PDF_LIMIT));
  const reopenings = store.reopenings.list();
  const versions = store.versions.list();
  const now = pagesOf(store.edition);
  const matches = store.releases
    .list()
    .filter((release) => release.pdf === pdf)
    .map((release): SealMatch => {
      const then = versions
        .find(({ id }) => id === release.version)
        ?.pages.find(({ id }) => id === release.page);
      return {
        release,
        number: then?.number ?? "?",
        reopened: reopenings.find((one) => one.release === release.id) ?? null,
        changed: then
          ? changedAspects(
              then,
              now.find(({ id }) => id === release.page),
            )
          : aspects,
      };
    });
  return { pdf, matches: matches.reverse() };
}

/**
 * The settings a page was released with, where nothing was asked for that differs from them: exported so, its bytes can
 * be compared with the seal. What was not asked for is undefined.
 */
export function settingsOf(
  release: Release | null,
  asked: {
    readonly standard?: string | undefined;
    readonly profile?: string | undefined;
    readonly marks?: boolean | undefined;
  },
): SealedSettings | null {
  if (!release) return null;
  const { settings } = release;
  const follows = (["standard", "profile", "marks"] as const).every(
    (name) => asked[name] === undefined || asked[name] === settings[name],
  );
  return follows ? settings : null;
}

/** The release in force of the page numbered `number`, or null. */
export function sealOf(store: EditionStore, number: string): Release | null {
  const page = store.edition.pages.find(({ attrs }) => attrs.number === number);
  const record = { releases: store.releases.list(), reopenings: store.reopenings.list() };
  return releasesInForce(record).get(String(page?.attrs.id)) ?? null;
}

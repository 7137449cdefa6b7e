/**
 * Release for press (签付印): the page looked over, its PDF written and read back as the printer will, and sealed.
 *
 * Making and sealing are two acts, because the PDF is made by a worker that only reads and sealed by whoever has the
 * file open to write: what is sealed is compared with what was made.
 */
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { word } from "../../core/catalogue/catalogue.ts";
import type { Locale } from "../../core/catalogue/message.ts";
import { releasesInForce } from "../../core/edition/rounds.ts";
import { pageDigest } from "../../core/edition/versions.ts";
import { Problem } from "../../core/problem.ts";
import type { EditionStore } from "../store/edition-store.ts";
import { guarded } from "../store/fault.ts";
import type { Release } from "../store/releases.ts";
import { pagesOf, sha256 } from "../store/versions.ts";
import { makePdf } from "./export.ts";
import { type Hindrance, lookOver, type PageReading, preflightHindrances } from "./hindrances.ts";
import { digestOfPdf } from "./seal.ts";
import { proofInHand } from "./sign-off.ts";

export interface ReleaseOrder {
  /** Id of the page. */
  readonly page: string;
  /** Where the PDF goes, and what it is called until it is whole. */
  readonly path: string;
  readonly temp: string;
  readonly standard: "x4" | "x1a";
  readonly profile: string;
  readonly marks: boolean;
  /** ISO instant. */
  readonly created: string;
  /** Why queries are left open; "" where nobody has said. */
  readonly leave: string;
}

/** Nothing was written: the page was refused, or only looked over. */
export interface Refused {
  readonly refused: readonly Hindrance[];
}

export interface Made {
  readonly refused: null;
  readonly number: string;
  readonly bytes: number;
  /** SHA-256 (hex) of the PDF, and of the page it prints. */
  readonly pdf: string;
  readonly digest: string;
  readonly reasons: PageReading["reasons"];
}

export type ReleaseResult = Refused | Made;

/** Makes the PDF of a page for its release. Where anything stands in the way, nothing is written. */
export async function makeRelease(
  store: EditionStore,
  order: ReleaseOrder,
  tell: (stage: string, fraction: number) => void,
): Promise<ReleaseResult> {
  const { page, path, temp, standard, profile, marks, created, leave } = order;
  tell("release.stage.look", 0.05);
  const { edition, sheet, hindrances, reasons } = lookOver(store, page, leave);
  if (hindrances.length > 0) return { refused: hindrances };
  const parts = { pictures: 0.3, pdf: 0.5 };
  const bytes = await makePdf({
    edition,
    sheets: [sheet],
    picture: (digest) => store.pictures.get(digest)?.bytes ?? null,
    profile: profile || undefined,
    standard,
    marks,
    created,
    stage: (stage) => tell(`export.stage.${stage}`, parts[stage]),
  });
  tell("release.stage.preflight", 0.8);
  const failures = await preflightHindrances(bytes);
  if (failures.length > 0) return { refused: failures };
  guarded(basename(path), () => {
    writeFileSync(temp, bytes, { flush: true });
    renameSync(temp, path);
  });
  const digests = pagesOf(edition).find(({ id }) => id === page);
  return {
    refused: null,
    number: sheet.number,
    bytes: bytes.length,
    pdf: digestOfPdf(bytes),
    digest: digests ? pageDigest(digests, sha256) : "",
    reasons,
  };
}

export interface ReleaseAct extends Omit<ReleaseOrder, "temp" | "leave"> {
  readonly author: string;
  readonly note: string;
  /** In what language errors left standing are told. */
  readonly locale: Locale;
}

/**
 * Seals what was made, on the press proof that it is; a new one where it is none. Throws a Problem, and takes the PDF
 * away, where the page is no longer what was made ("release.moved-on") or the file cannot be written.
 */
export function sealRelease(store: EditionStore, given: ReleaseAct, made: Made, time: string): Release {
  try {
    const { page, author, note, standard, profile, marks, created } = given;
    const now = pagesOf(store.edition).find(({ id }) => id === page);
    if (!now || pageDigest(now, sha256) !== made.digest || releaseInForce(store, page))
      throw new Problem("release.moved-on", { page: made.number });
    const version =
      proofInHand(store, page, "press") ??
      store.versions.take({ round: "press", name: "", author, time, page });
    return store.releases.seal({
      ...{ version: version.id, page, author, time, file: basename(given.path), pdf: made.pdf, note },
      settings: { standard, profile, marks, created, bytes: made.bytes },
      reasons: made.reasons.map(({ subject, message, reason }) => ({
        subject,
        message: word(given.locale, message.key, message.values),
        reason,
      })),
    });
  } catch (error) {
    // A PDF that nothing vouches for must not lie where the press fetches its files.
    rmSync(given.path, { force: true });
    throw error;
  }
}

/** The release in force of the page with this id. */
export const releaseInForce = (store: EditionStore, page: string): Release | undefined =>
  releasesInForce({ releases: store.releases.list(), reopenings: store.reopenings.list() }).get(page);

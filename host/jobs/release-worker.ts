/**
 * Makes the PDF that a page is released with, and ends: looks the page over, writes the file, reads it back as the
 * printer will. Where anything stands in the way, nothing is written. Sealing is the host's, who has the file open.
 */
import { createHash } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { pageDigest } from "../../core/edition/versions.ts";
import { guarded } from "../store/fault.ts";
import { openEditionFile } from "../store/store.ts";
import { pagesOf, sha256 } from "../store/versions.ts";
import { makePdf } from "../work/export.ts";
import { type Hindrance, lookOver, type PageReading, preflightHindrances } from "../work/hindrances.ts";
import { serveTask } from "./task.ts";

export interface ReleaseTask {
  /** The edition file, and the id of the page. */
  readonly source: string;
  readonly page: string;
  /** Where the PDF goes, and what it is called until it is whole. */
  readonly path: string;
  readonly temp: string;
  readonly standard: "x4" | "x1a";
  readonly profile: string;
  readonly marks: boolean;
  /** ISO instant. */
  readonly created: string;
}

/** Only to look the page over. */
export type CheckTask = Pick<ReleaseTask, "source" | "page"> & { readonly path: null };

export type ReleaseResult =
  /** Nothing was written: the page was refused, or only looked over. */
  | { readonly refused: readonly Hindrance[] }
  | {
      readonly refused: null;
      readonly number: string;
      readonly bytes: number;
      /** SHA-256 (hex) of the PDF, and of the page it prints. */
      readonly pdf: string;
      readonly digest: string;
      readonly reasons: PageReading["reasons"];
    };

await serveTask<ReleaseTask | CheckTask, ReleaseResult>(async (task, tell) => {
  const { source, page } = task;
  const file = basename(task.path ?? source);
  const progress = (key: string, fraction: number) => tell(key, { file }, fraction);
  const store = openEditionFile(source, { readOnly: true });
  try {
    progress("release.stage.look", 0.05);
    const { edition, sheet, hindrances, reasons } = lookOver(store, page);
    if (task.path === null || hindrances.length > 0) return { refused: hindrances };
    const { path, temp, standard, profile, marks, created } = task;
    const parts = { pictures: 0.3, pdf: 0.5 };
    const bytes = await makePdf({
      edition,
      sheets: [sheet],
      picture: (digest) => store.pictures.get(digest)?.bytes ?? null,
      profile: profile || undefined,
      standard,
      marks,
      created,
      stage: (stage) => progress(`export.stage.${stage}`, parts[stage]),
    });
    progress("release.stage.preflight", 0.8);
    const failures = await preflightHindrances(bytes);
    if (failures.length > 0) return { refused: failures };
    guarded(file, () => {
      writeFileSync(temp, bytes, { flush: true });
      renameSync(temp, path);
    });
    const digests = pagesOf(edition).find(({ id }) => id === page);
    return {
      refused: null,
      number: sheet.number,
      bytes: bytes.length,
      pdf: createHash("sha256").update(bytes).digest("hex"),
      digest: digests ? pageDigest(digests, sha256) : "",
      reasons,
    };
  } finally {
    store.close();
  }
});

/**
 * Makes one PDF and ends. It opens the edition file itself, read-only, and so sees every change that was acknowledged
 * before it was started.
 */
import { basename } from "node:path";
import type { Received } from "../contract.ts";
import { inForce } from "../store/decisions.ts";
import { openEditionFile } from "../store/store.ts";
import { editionOf } from "../store/versions.ts";
import { makePdf } from "../work/export.ts";
import { writeWhole } from "../work/files.ts";
import { recordBefore } from "../work/proof-history.ts";
import { digestOfPdf, sealOf, settingsOf } from "../work/seal.ts";
import { checkPages, composeSheets, pickSheets } from "../work/sheets.ts";
import { serveTask } from "./task.ts";

export interface ExportTask {
  /** The edition file. */
  readonly source: string;
  /** Where the PDF goes, and what it is called until it is whole. */
  readonly path: string;
  readonly temp: string;
  readonly options: Received<"export.start">["options"];
  /** ISO instant. */
  readonly created: string;
}

export interface ExportResult {
  readonly bytes: number;
  /** Whether a page that was released is what was sealed; null where it was not, or was asked for otherwise. */
  readonly sealed: "same" | "differs" | null;
  readonly pages: readonly string[];
}

await serveTask<ExportTask, ExportResult>(async ({ source, path, temp, options, created }, tell) => {
  const file = basename(path);
  const progress = (key: string, fraction: number) => tell(key, { file }, fraction);
  const store = openEditionFile(source, { readOnly: true });
  try {
    const edition = editionOf(store, options.version);
    checkPages(edition, options.pages, basename(source));
    progress("export.stage.compose", 0.1);
    const sheets = pickSheets(composeSheets(edition), options.pages);
    const parts = { proof: 0.3, pictures: 0.4, pdf: 0.6 };
    const order = {
      edition,
      sheets,
      picture: (digest: string) => store.pictures.get(digest)?.bytes ?? null,
      profile: options.profile || undefined,
      created,
      stage: (stage: keyof typeof parts) => progress(`export.stage.${stage}`, parts[stage]),
    };
    const [only] = sheets;
    const plain = !options.proof && options.version === 0 && sheets.length === 1;
    const seal = plain && only ? sealOf(store, only.number) : null;
    const settings = settingsOf(seal, options);
    const bytes = options.proof
      ? await (await import("../work/proof.ts")).makeProof({
          ...order,
          locale: options.locale,
          decisions: inForce(store.decisions.list()).values(),
          record: recordBefore(store, options.version),
          paper: options.paper ? { name: options.paper, tile: options.tile } : undefined,
        })
      : await makePdf({
          ...order,
          // A page that was released is written as it was released: byte for byte the same.
          created: settings?.created ?? created,
          standard: options.standard,
          marks: options.marks,
          adverts: options.adverts,
          locale: options.locale,
        });
    writeWhole(path, bytes, temp);
    const same = seal && settings ? digestOfPdf(bytes) === seal.pdf : null;
    return {
      bytes: bytes.length,
      pages: sheets.map((sheet) => sheet.number),
      sealed: same === null ? null : same ? "same" : "differs",
    };
  } finally {
    store.close();
  }
});

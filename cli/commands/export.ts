import { basename } from "node:path";
import { Problem } from "../../core/problem.ts";
import { loadProfile } from "../../host/press/profile.ts";
import { inForce } from "../../host/store/decisions.ts";
import type { Release } from "../../host/store/releases.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { editionOf } from "../../host/store/versions.ts";
import { makePdf } from "../../host/work/export.ts";
import { checkOutput, writeWhole } from "../../host/work/files.ts";
import { recordBefore } from "../../host/work/proof-history.ts";
import { digestOfPdf, sealOf, settingsOf } from "../../host/work/seal.ts";
import { checkPages, composeSheets, machineFaces, pickSheets } from "../../host/work/sheets.ts";
import { choiceOption, command, type ExitCode } from "../command.ts";
import { pagesOption } from "../pages-option.ts";
import type { Terminal } from "../terminal.ts";
import { versionOption } from "../version-option.ts";

/** `export EDITION --pdf OUT.pdf`: a print file, or a page proof with its findings in the margin. */
export const exportCommand = command({
  name: "export",
  options: {
    pdf: { type: "string" },
    pages: { type: "string" },
    standard: { type: "string" },
    profile: { type: "string" },
    proof: { type: "boolean" },
    marks: { type: "boolean" },
    adverts: { type: "string" },
    paper: { type: "string" },
    tile: { type: "boolean" },
    version: { type: "string" },
    force: { type: "boolean" },
  },
  files: [1, 1],
  async run(values, [file = ""], { terminal, now }) {
    const out = values.pdf;
    if (!out) throw new Problem("cli.option-missing", { command: "export", option: "--pdf" });
    const standard = choiceOption("--standard", values.standard ?? "x4", ["x4", "x1a"]);
    const adverts = choiceOption("--adverts", values.adverts ?? "refuse", ["refuse", "accept"]);
    const paper = paperOption(values);
    const numbers = pagesOption(values.pages);
    checkOutput(out, [file], values.force ?? false);

    const store = openEditionFile(file, { readOnly: true });
    try {
      const version = versionOption("--version", values.version);
      const edition = editionOf(store, version);
      checkPages(edition, numbers, basename(file));
      loadProfile(values.profile ?? edition.style.press.profile);
      const stage = (name: string) => terminal.stage(`export.stage.${name}`, {}, { long: true });
      stage("compose");
      const sheets = pickSheets(composeSheets(edition), numbers);
      // A page that was released is written as it was released, so that its bytes can be compared with the seal.
      const [only] = sheets;
      const seal =
        version === 0 && !values.proof && sheets.length === 1 && only ? sealOf(store, only.number) : null;
      const sealed = settingsOf(seal, { ...values, standard: values.standard && standard });
      const order = {
        edition,
        sheets,
        picture: (digest: string) => store.pictures.get(digest)?.bytes ?? null,
        profile: values.profile ?? (sealed?.profile || undefined),
        created: sealed?.created ?? now(),
        stage,
      };
      const bytes = values.proof
        ? await (await import("../../host/work/proof.ts")).makeProof({
            ...order,
            locale: terminal.locale,
            decisions: inForce(store.decisions.list()).values(),
            record: recordBefore(store, version),
            paper,
          })
        : await makePdf({
            ...order,
            standard: sealed?.standard ?? standard,
            marks: sealed?.marks ?? values.marks ?? false,
            adverts,
            locale: terminal.locale,
          });
      writeWhole(out, bytes);
      terminal.say("cli.export.done", {
        file: out,
        pages: sheets.map((sheet) => sheet.number).join("、"),
        kilobytes: Math.ceil(bytes.length / 1024),
      });
      for (const { wanted, used } of machineFaces().substituted) {
        terminal.note("cli.export.substituted", { wanted, used });
      }
      return seal && only ? compared(terminal, only.number, seal, sealed ? bytes : null) : 0;
    } finally {
      store.close();
    }
  },
});

/** The paper of a proof. Throws a Problem where it is asked for without one, or tiles without paper. */
function paperOption({ proof, paper, tile }: { proof?: boolean; paper?: string; tile?: boolean }) {
  if (paper === undefined && !tile) return undefined;
  if (!proof) throw new Problem("cli.option-missing", { command: "export", option: "--proof" });
  if (paper === undefined) throw new Problem("cli.option-missing", { command: "export", option: "--paper" });
  return { name: choiceOption("--paper", paper.toLowerCase(), ["a4", "a3"]), tile: tile ?? false };
}

/** Says whether the bytes are those that were sealed; null where they were made with other settings. */
function compared(terminal: Terminal, page: string, release: Release, bytes: Uint8Array | null): ExitCode {
  if (!bytes) {
    terminal.note("cli.seal.other-settings", { page });
    return 0;
  }
  const now = digestOfPdf(bytes);
  const { author, time, pdf: sealed } = release;
  if (now === sealed) terminal.say("cli.seal.same", { page, author, time });
  else terminal.say("cli.seal.differs", { sealed, now });
  return now === sealed ? 0 : 1;
}

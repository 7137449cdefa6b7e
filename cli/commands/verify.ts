import { basename } from "node:path";
import { Problem } from "../../core/problem.ts";
import type { EditionStore } from "../../host/store/edition-store.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { verifyPdf } from "../../host/work/seal.ts";
import { command, type ExitCode } from "../command.ts";
import type { Terminal } from "../terminal.ts";

/** `verify EDITION [PDF]`: whether the PDF is one that was released, byte for byte; or whether the file is as it was written. */
export const verify = command({
  name: "verify",
  options: { chain: { type: "string" } },
  files: [1, 2],
  async run({ chain }, [file = "", pdfFile], { terminal }) {
    const store = openEditionFile(file, { readOnly: true });
    try {
      if (pdfFile === undefined) return wholeFile(store, file, chain, terminal);
      if (chain !== undefined)
        throw new Problem("cli.too-many-files", { command: "verify", file: basename(pdfFile) });
      const { pdf, matches } = verifyPdf(store, pdfFile);
      if (matches.length === 0) {
        terminal.say("cli.verify.none", { pdf });
        return 1;
      }
      for (const { release, number, reopened } of matches) {
        const { author, time } = release;
        terminal.say("cli.verify.same", { page: number, author, time });
        if (reopened) terminal.say("cli.verify.reopened", { ...reopened });
      }
      return matches.some(({ reopened }) => reopened === null) ? 0 : 1;
    } finally {
      store.close();
    }
  },
});

/** Everything in the file read through; and whether the digest that somebody noted is one of its chain. */
function wholeFile(
  store: EditionStore,
  file: string,
  noted: string | undefined,
  terminal: Terminal,
): ExitCode {
  const digest = noted?.trim().toLowerCase();
  if (digest !== undefined && !/^[0-9a-f]{64}$/.test(digest))
    throw new Problem("cli.option-value", { command: "verify", option: "--chain" });
  const faults = store.verify();
  const links = store.chain.list();
  for (const place of faults) terminal.say("cli.verify.fault", { place });
  if (faults.length === 0)
    terminal.say("cli.verify.sound", { file: basename(file), rows: store.seq, links: links.length });
  const last = links.at(-1);
  if (last) terminal.say("cli.verify.chain", { digest: last.digest });
  if (digest === undefined) return faults.length > 0 ? 1 : 0;
  const link = links.find((one) => one.digest === digest);
  if (!link) {
    terminal.say("cli.verify.not-noted");
    return 1;
  }
  const lists = {
    version: store.versions,
    signature: store.signatures,
    release: store.releases,
    reopening: store.reopenings,
  };
  const entry = lists[link.kind].list().find(({ id }) => id === link.entry);
  terminal.say("cli.verify.noted", { link: link.id, time: entry?.time ?? "", author: entry?.author ?? "" });
  return faults.length > 0 ? 1 : 0;
}

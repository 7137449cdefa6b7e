import { openEditionFile } from "../../host/store/store.ts";
import { verifyPdf } from "../../host/work/seal.ts";
import { command } from "../command.ts";

/** `verify EDITION PDF`: whether the PDF is one that was released, byte for byte. */
export const verify = command({
  name: "verify",
  options: {},
  files: [2, 2],
  async run(_, [file = "", pdfFile = ""], { terminal }) {
    const store = openEditionFile(file, { readOnly: true });
    try {
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

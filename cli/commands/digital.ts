import { basename, join } from "node:path";
import { Problem } from "../../core/problem.ts";
import { writeDigital } from "../../host/digital/digital.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { checkPages } from "../../host/work/sheets.ts";
import { command } from "../command.ts";
import { pagesOption } from "../pages-option.ts";

/** `digital EDITION -o DIR`: the edition as a folder that any web server serves. */
export const digital = command({
  name: "digital",
  options: { out: { type: "string", short: "o" }, pages: { type: "string" } },
  files: [1, 1],
  async run(values, [file = ""], { terminal }) {
    if (!values.out) throw new Problem("cli.option-missing", { command: "digital", option: "-o" });
    const pages = pagesOption(values.pages);
    const store = openEditionFile(file, { readOnly: true });
    try {
      checkPages(store.edition, pages, basename(file));
      const made = await writeDigital(values.out, {
        edition: store.edition,
        picture: (digest) => store.pictures.get(digest)?.bytes ?? null,
        pages,
        locale: terminal.locale,
        stage: (stage, page) => terminal.stage(`digital.stage.${stage}`, { page }, { long: true }),
      });
      terminal.say("cli.digital.done", {
        folder: values.out,
        pages: made.pages.length,
        stories: made.stories,
        kilobytes: Math.ceil(made.bytes / 1024),
        index: join(values.out, "index.html"),
      });
    } finally {
      store.close();
    }
    return 0;
  },
});

import type { Sheet } from "../../core/compose/sheet.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { readJumps } from "../../core/edition/jumps.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { composeSheets } from "../../host/work/sheets.ts";
import { command } from "../command.ts";
import type { Terminal } from "../terminal.ts";

/** `fit EDITION`: how well each block holds its text. */
export const fit = command({
  name: "fit",
  options: { json: { type: "boolean" } },
  files: [1, 1],
  async run(values, [file = ""], { terminal }) {
    const store = openEditionFile(file, { readOnly: true });
    const { edition } = store;
    store.close();
    terminal.stage("export.stage.compose");
    const sheets = composeSheets(edition);
    if (values.json) {
      const pages = sheets.map(({ number, fits, notes }) => ({ page: number, blocks: fits, notes }));
      terminal.print(JSON.stringify({ file, pages }));
      return 0;
    }
    printFits(edition, sheets, terminal);
    return 0;
  },
});

/** Each page's blocks as a person reads them, and what has no place yet. */
export function printFits(edition: Edition, sheets: readonly Sheet[], terminal: Terminal): void {
  const jumps = readJumps(edition);
  for (const sheet of sheets) {
    terminal.say("cli.fit.page", { page: sheet.number });
    if (sheet.fits.length === 0) terminal.say("cli.fit.none");
    for (const { block, headline, lines, available, characters } of sheet.fits) {
      terminal.say("cli.fit.block", {
        headline: headline || terminal.word("cli.no-headline"),
        lines,
        available,
        fit: terminal.word(
          characters > 0 ? "cli.fit.over" : characters < 0 ? "cli.fit.short" : "cli.fit.exact",
          {
            characters: Math.abs(characters),
          },
        ),
        jumps: jumps
          .ofBlock(block)
          .map((jump) => (jump.continuation?.id === block ? jump.backLine : jump.line))
          .join(" "),
      });
    }
    const unplaced = sheet.notes.filter((note) => note.code === "unplaced");
    if (unplaced.length > 0) {
      terminal.say("cli.fit.unplaced", { headlines: unplaced.map((note) => note.detail).join("、") });
    }
  }
}

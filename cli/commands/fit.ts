import { type LayoutFinding, lintPage } from "../../core/compose/plan/lint.ts";
import { type Remedy, remediesFor } from "../../core/compose/plan/remedies.ts";
import type { Sheet } from "../../core/compose/sheet.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { headlineOf } from "../../core/edition/headline.ts";
import { readJumps } from "../../core/edition/jumps.ts";
import { locate } from "../../core/edition/outline.ts";
import type { EditionStore } from "../../host/store/edition-store.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { composeSheets, machineFaces } from "../../host/work/sheets.ts";
import { command } from "../command.ts";
import type { Terminal } from "../terminal.ts";

/** `fit EDITION`: how well each block holds its text, what closes the gap, and how the pages are laid out. */
export const fit = command({
  name: "fit",
  options: { json: { type: "boolean" } },
  files: [1, 1],
  async run(values, [file = ""], { terminal }) {
    const store = openEditionFile(file, { readOnly: true });
    const { edition } = store;
    terminal.stage("export.stage.compose");
    const sheets = composeSheets(edition);
    const kept = keptPictures(store);
    store.close();
    if (values.json) {
      const pages = sheets.map((sheet) => ({
        page: sheet.number,
        blocks: sheet.fits.map((fit) => ({ ...fit, remedies: remedies(edition, fit.block) })),
        notes: sheet.notes,
        layout: layout(edition, sheet, kept),
      }));
      terminal.print(JSON.stringify({ file, pages }));
      return 0;
    }
    printFits(edition, sheets, terminal, kept);
    return 0;
  },
});

const remedies = (edition: Edition, block: string): Remedy[] => remediesFor(edition, machineFaces(), block);

/** Digests of the pictures that are in a file. */
export const keptPictures = ({ pictures }: EditionStore): ReadonlySet<string> =>
  new Set(pictures.list().map(({ digest }) => digest));

function layout({ pages, style }: Edition, sheet: Sheet, kept: ReadonlySet<string>): LayoutFinding[] {
  const page = pages.find(({ attrs }) => attrs.id === sheet.page);
  return page ? lintPage(page, sheet, style, (digest) => kept.has(digest)) : [];
}

/** Each page's blocks as a person reads them, and what has no place yet. */
export function printFits(
  edition: Edition,
  sheets: readonly Sheet[],
  terminal: Terminal,
  kept: ReadonlySet<string>,
): void {
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
      const ways = remedies(edition, block).map(({ kind, value }) =>
        terminal.word(`remedy.${kind}`, { value }),
      );
      if (ways.length > 0) terminal.say("cli.fit.remedies", { remedies: ways.join(terminal.word("cli.or")) });
    }
    for (const { code, detail, blocks } of layout(edition, sheet, kept)) {
      // Told with its block.
      if (code === "overset") continue;
      const finding = terminal.word(`layout.${code}`, { detail });
      const names = blocks.flatMap((id) => {
        const node = locate(edition, id)?.node;
        return node ? headlineOf(edition, node) || terminal.word(`desk.kind.${node.type.name}`) : [];
      });
      terminal.say("cli.fit.layout", { finding, blocks: names.join(terminal.word("cli.and")) });
    }
    const unplaced = sheet.notes.filter((note) => note.code === "unplaced");
    if (unplaced.length > 0) {
      terminal.say("cli.fit.unplaced", { headlines: unplaced.map((note) => note.detail).join("、") });
    }
  }
}

/** Import: files are read, what was found is shown, and only then is anything made or added. */
import type { Change } from "../../../core/edition/change.ts";
import { applyChanges } from "../../../core/edition/change.ts";
import { addBlock, type Command, run } from "../../../core/edition/commands.ts";
import type { Edition } from "../../../core/edition/edition.ts";
import { editionFromJSON, pageNumbered } from "../../../core/edition/edition.ts";
import type { ImportSummary } from "../../../host/contract.ts";
import type { Workplace } from "../workplace.ts";
import type { ImportFiles } from "./import-files.ts";
import { planIfBare, show, waitingFor } from "./open.ts";

const ACCEPT = ".txt,.docx,.jpg,.jpeg,.png,.tif,.tiff,.webp";

export async function chooseAndImport(workplace: Workplace): Promise<void> {
  const files = await workplace.shell.chooseUploads(ACCEPT, true);
  if (files.length > 0) await importFiles(workplace, files);
}

/** Reads files and opens the preview. Rejects with a Problem where one cannot be read. */
export async function importFiles(workplace: Workplace, files: readonly File[]): Promise<void> {
  const read = async (file: File) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  const named = [...files].sort((a, b) => a.name.localeCompare(b.name, "zh", { numeric: true }));
  const texts = await Promise.all(named.filter(({ name }) => /\.(txt|docx)$/i.test(name)).map(read));
  const pictures = await Promise.all(named.filter(({ name }) => !/\.(txt|docx)$/i.test(name)).map(read));
  const facts = workplace.editions.snapshot()?.session.state.edition.facts;
  const summary = await preview(workplace, { texts, pictures }, facts?.paper ?? "", facts?.date ?? "");
  workplace.state.dispatch({
    type: "dialog",
    dialog: { kind: "import", summary, files: { texts, pictures } },
  });
}

export const preview = (
  workplace: Workplace,
  files: ImportFiles,
  paper: string,
  date: string,
): Promise<ImportSummary> =>
  waitingFor(workplace, "desk.reading", () =>
    workplace.client.call("import.preview", {
      texts: [...files.texts],
      pictures: [...files.pictures],
      paper,
      date,
    }),
  );

/** Makes an edition of its own of a preview, opens it and lays it out. */
export async function importAsNew(workplace: Workplace, summary: ImportSummary, path: string): Promise<void> {
  const opened = await waitingFor(workplace, "desk.opening", () =>
    workplace.client.call("import.commit", { preview: summary.preview, path, force: true }),
  );
  await show(workplace, opened);
  await planIfBare(workplace);
}

/** Adds what a preview found to the edition that is open: pages it lacks come whole, others get the articles. */
export async function importIntoOpen(
  workplace: Workplace,
  summary: ImportSummary,
  files: ImportFiles,
): Promise<void> {
  const open = workplace.editions.snapshot();
  if (!open) return;
  for (const file of files.pictures)
    await workplace.client.call("pictures.add", { edition: open.edition, file });
  open.session.dispatch(addPagesOf(editionFromJSON(summary.content)), { label: "desk.import" });
  const articles = summary.pages.reduce((sum, page) => sum + page.articles.length, 0);
  workplace.state.dispatch({ type: "dialog", dialog: null });
  workplace.state.dispatch({
    type: "notice",
    notice: { tone: "ok", key: "desk.import.added", values: { articles } },
  });
}

function addPagesOf(imported: Edition): Command {
  return (edition, newId) => {
    const changes: Change[] = [];
    let current = edition;
    const take = (more: readonly Change[]) => {
      changes.push(...more);
      current = applyChanges(current, more);
    };
    const homes = new Map<string, string>();
    for (const page of imported.pages) {
      const home = pageNumbered(current, page.attrs.number as string) ?? page;
      homes.set(page.attrs.id, home.attrs.id);
      if (!pageNumbered(current, page.attrs.number as string)) {
        take([{ kind: "page-added", page }]);
        continue;
      }
      page.forEach((block) => {
        if (block.type.name !== "masthead")
          take(run(addBlock(page.attrs.number as string, block), current, newId));
      });
    }
    const known = new Set(current.comments?.map(({ id }) => id));
    for (const thread of imported.comments ?? []) {
      const to = { ...thread, page: homes.get(thread.page) ?? thread.page };
      if (!known.has(thread.id)) take([{ kind: "comment", from: null, to }]);
    }
    return changes;
  };
}

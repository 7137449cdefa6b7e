/**
 * The export that is under way, or that has just been done: one at a time, apart from the dialog that shows it, so that
 * writing goes on while a PDF is made.
 */
import type { Output } from "../../../host/contract.ts";
import type { OpenEdition } from "../../session/open-edition.ts";
import { createStore } from "../store.ts";
import { baseName } from "../words.ts";
import type { Workplace } from "../workplace.ts";
import { type ExportChoice, exportFile } from "./export.ts";
import type { JobDone, Progress } from "./job.ts";
import { failed } from "./open.ts";

export type ExportStage =
  | { readonly name: "ask" }
  | { readonly name: "running"; readonly progress: Progress; readonly cancel: () => void }
  | {
      readonly name: "done";
      readonly path: string;
      readonly bytes: number;
      readonly choice: ExportChoice;
      readonly sealed?: JobDone["sealed"];
      /** Null until preflight has looked at the file. */
      readonly report: Output<"preflight.run"> | null;
    };

const ask: ExportStage = { name: "ask" };
export const exporting = createStore<ExportStage, ExportStage>((_, next) => next, ask);

/** The file has been looked at, or the export stopped: the next time, what to export is asked again. */
export const putAway = (): void => exporting.dispatch(ask);

/** Does nothing while another export is under way. A failure is told as a notice. */
export async function startExport(
  workplace: Workplace,
  open: OpenEdition,
  path: string,
  choice: ExportChoice,
): Promise<void> {
  if (exporting.snapshot().name === "running") return;
  try {
    const result = await exportFile(workplace, open, path, choice, (progress, cancel) =>
      exporting.dispatch({ name: "running", progress, cancel }),
    );
    if (!result) return putAway();
    exporting.dispatch({ name: "done", ...result, choice, report: null });
    const { state } = workplace;
    if (state.snapshot().dialog?.kind !== "export") {
      const values = { file: baseName(path) };
      state.dispatch({ type: "notice", notice: { tone: "ok", key: "desk.export.ready", values } });
    }
    const report = await workplace.client.call("preflight.run", { path });
    exporting.dispatch({ name: "done", ...result, choice, report });
  } catch (error) {
    putAway();
    failed(workplace, error);
  }
}

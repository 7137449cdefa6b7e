/** A PDF made by the host in a worker. */
import type { OpenEdition } from "../../session/open-edition.ts";
import type { Workplace } from "../workplace.ts";
import { followJob, type JobDone, type Progress } from "./job.ts";

export type { Progress } from "./job.ts";

export interface ExportChoice {
  readonly pages: readonly string[];
  readonly standard: "x4" | "x1a";
  readonly marks: boolean;
  readonly proof: boolean;
  /** What becomes of an advertisement's PDF that preflight finds errors in. */
  readonly adverts?: "refuse" | "accept";
  /** Paper of a proof: reduced to one sheet of it or tiled; its own size where empty. */
  readonly paper?: "" | "a4" | "a3";
  readonly tile?: boolean;
  /** Id of the version that is exported; 0, or left out, for the edition as it is. */
  readonly version?: number;
}

/** Resolves with the file, or null where it was stopped. Rejects with a Problem where it failed. */
export async function exportFile(
  workplace: Workplace,
  open: OpenEdition,
  path: string,
  choice: ExportChoice,
  tell: (progress: Progress, cancel: () => void) => void,
): Promise<JobDone | null> {
  return followJob(
    workplace,
    open,
    () =>
      workplace.client.call("export.start", {
        edition: open.edition,
        path,
        options: {
          ...choice,
          pages: [...choice.pages],
          force: true,
          locale: workplace.state.snapshot().locale,
        },
      }),
    tell,
  );
}

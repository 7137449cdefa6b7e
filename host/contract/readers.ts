/** What is made of an edition to be read: the digital edition (数字报), and the findings report. */
import { z } from "zod";
import { call, edition, path } from "./values.ts";

const choice = {
  edition,
  pages: z.array(z.string()).default([]),
  locale: z.enum(["zh", "en"]).default("zh"),
};

export const readerCalls = {
  /**
   * Starts the digital edition as a job: a folder that any web server serves, in place of an earlier one. It fails with
   * "digital.not-ours" where the folder holds something else.
   */
  "digital.start": call(z.object({ ...choice, folder: path }), z.object({ job: z.string() })),
  /**
   * Starts the findings report as a job, or with `red` the red check of two versions for paper: one HTML file. Problem
   * where it exists and is not to be replaced.
   */
  "report.start": call(
    z.object({
      ...choice,
      path,
      force: z.boolean().default(false),
      /** Ids of the versions: before 0 is the last proof, after 0 the edition as it is. */
      red: z
        .object({ before: z.number().int().min(0), after: z.number().int().min(0) })
        .nullable()
        .default(null),
    }),
    z.object({ job: z.string() }),
  ),
} as const;

/** The step log: appended to, read, and told as an audit trail. */
import { z } from "zod";
import { call, changeJSON, edition, editionJSON, path, text } from "./values.ts";

export const logCalls = {
  /**
   * Appends changes and answers once they are on the disk. `after` is the last row the caller has seen: the same
   * append sent twice (an answer was lost) is done once; another row in between is the Problem "log.behind".
   */
  "log.append": call(
    z.object({
      edition,
      after: z.number().int(),
      changes: z.array(changeJSON).min(1),
      author: text,
      label: text,
    }),
    z.object({ seq: z.number().int() }),
  ),
  "log.entries": call(
    z.object({ edition, from: z.number().int().min(1), to: z.number().int() }),
    z.array(
      z.object({
        seq: z.number().int(),
        time: z.string(),
        author: z.string(),
        label: z.string(),
        changes: z.array(changeJSON),
      }),
    ),
  ),
  /** The edition as it was after row `seq`. */
  "log.at": call(z.object({ edition, seq: z.number().int().min(0) }), z.object({ content: editionJSON })),
  /**
   * Writes the audit trail to a file: who did what, when, on which pages; of one page by its number, or of all. Problem
   * where the path exists.
   */
  "log.export": call(
    z.object({
      edition,
      path,
      format: z.enum(["csv", "json"]),
      page: z.string().max(100).default(""),
      locale: z.enum(["zh", "en"]).default("zh"),
      force: z.boolean().default(false),
    }),
    z.object({ rows: z.number().int() }),
  ),
} as const;

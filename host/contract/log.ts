/** The step log: appended to, read, and told as an audit trail. */
import { z } from "zod";
import { decision } from "./decisions.ts";
import { holder } from "./editions.ts";
import { call, changeJSON, edition, editionJSON, path, text } from "./values.ts";

/** Milliseconds since 1970; null where what a clock said is illegible. */
const time = z.number().nullable();
const moment = z.object({ seq: z.number().int(), at: time });
const stretch = z.object({
  from: z.number().int(),
  to: z.number().int(),
  author: z.string(),
  began: time,
  ended: time,
  rows: z.number().int(),
  labels: z.array(z.object({ label: z.string(), rows: z.number().int() })),
  moments: z.array(moment),
});

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
  /**
   * What was done on the page with this id (and to the whole edition), in stretches of one person's work, in the order
   * of the log. Times are milliseconds since 1970. `seq` is the last row the answer knows of.
   */
  "log.timeline": call(
    z.object({ edition, page: z.string().min(1).max(1000) }),
    z.object({ seq: z.number().int(), stretches: z.array(stretch) }),
  ),
  /** Runs of work that changed the textblock at `pos` (the position before it) of a page document, newest first. */
  "log.blame": call(
    z.object({
      edition,
      page: z.string().min(1).max(1000),
      pos: z.number().int().min(0),
      most: z.number().int().min(1).max(200).default(20),
    }),
    z.array(
      z.object({
        from: z.number().int(),
        to: z.number().int(),
        author: z.string(),
        began: z.string(),
        ended: z.string(),
        label: z.string(),
        before: z.string().nullable(),
        after: z.string(),
      }),
    ),
  ),
  /**
   * What others have written since row `after`, for a window that only reads: changes, decisions, and how many versions,
   * signatures and releases the file records. `holder` writes it now, `here` where that is this host itself; null once
   * nobody does. At most a few hundred rows at a time: ask again while `seq` grows.
   */
  "log.follow": call(
    z.object({ edition, after: z.number().int().min(0) }),
    z.object({
      seq: z.number().int(),
      changes: z.array(changeJSON),
      decisions: z.array(decision),
      records: z.number().int(),
      holder: holder.extend({ here: z.boolean() }).nullable(),
    }),
  ),
  /** The edition as it was after row `seq`. */
  "log.at": call(
    z.object({ edition, seq: z.number().int().min(0) }),
    z.object({
      content: editionJSON,
      /** What the row did; "" for row 0. */
      label: z.string(),
    }),
  ),
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

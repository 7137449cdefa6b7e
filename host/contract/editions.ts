/** Edition files: opened, made, closed, copied, compacted, recovered. */
import { z } from "zod";
import { decision } from "./decisions.ts";
import { call, date, edition, editionJSON, message, none, path, text } from "./values.ts";

export const holder = z.object({ user: z.string(), host: z.string(), pid: z.number(), since: z.string() });

export const opened = z.object({
  edition,
  path: z.string(),
  name: z.string(),
  content: editionJSON,
  /** Number of the last log row in `content`; `log.append` continues it. */
  seq: z.number().int(),
  /** Why it cannot be written, or null. */
  readOnly: z.enum(["asked", "held", "folder", "full"]).nullable(),
  /** Who is writing it, where somebody else is. */
  holder: holder.nullable(),
  decisions: z.array(decision),
});

export const recent = z.object({
  path: z.string(),
  paper: z.string(),
  date: z.string(),
  pages: z.array(z.string()),
  /** ISO instant of the last opening. */
  opened: z.string(),
  /** False where no file stands there any more. */
  exists: z.boolean(),
});

export const editionCalls = {
  /** Editions opened lately, newest first. */
  "editions.recent": call(none, z.array(recent)),
  /** Opens the sample edition, made anew where it is missing. */
  "editions.sample": call(none, opened),
  /**
   * Makes an edition file and opens it: a template's style and empty pages, or without one a single page numbered
   * `page`. Problem where the path exists.
   */
  "editions.create": call(
    z.object({
      path,
      paper: text,
      date,
      template: z.string().max(80).default(""),
      page: z.string().min(1).max(20).default("A1"),
      force: z.boolean().default(false),
    }),
    opened,
  ),
  /** Opens a file; a second opening in this host is the same edition. Problem where it is none, or damaged. */
  "editions.open": call(z.object({ path, readOnly: z.boolean().default(false) }), opened),
  /**
   * What stands underneath, without writing to it: why the next step would not be taken, as a message, or null; and the
   * instant of the last step where the clock is behind it.
   */
  "editions.look": call(
    z.object({ edition }),
    z.object({ trouble: message.nullable(), ahead: z.string().nullable() }),
  ),
  "editions.close": call(z.object({ edition }), none),
  /** What a new edition can start from. */
  "templates.list": call(
    none,
    z.array(
      z.object({
        id: z.string(),
        name: z.object({ zh: z.string(), en: z.string() }),
        about: z.object({ zh: z.string(), en: z.string() }),
        pages: z.array(z.object({ number: z.string(), title: z.string() })),
      }),
    ),
  ),
  /** Writes a sound, compact copy; problem where the path exists and is not to be replaced. */
  "editions.copy": call(z.object({ edition, path, force: z.boolean().default(false) }), none),
  /**
   * Writes a copy and goes on with it there, under the same name and with a number of its own for the last row. `whole`
   * is false where the file underneath was another's by now, so that only the edition as it is open came along.
   */
  "editions.move": call(
    z.object({ edition, path, force: z.boolean().default(false) }),
    z.object({ opened, whole: z.boolean() }),
  ),
  /** Gives back room that is no longer used; the audit trail stays whole. Sizes of the file in bytes. */
  "editions.compact": call(z.object({ edition }), z.object({ before: z.number(), after: z.number() })),
  /** Backups beside an edition file, newest first. Each opens like any edition. */
  "editions.backups": call(
    z.object({ path }),
    z.array(z.object({ path: z.string(), number: z.number().int(), size: z.number(), time: z.string() })),
  ),
  /** Saves what can be saved of a damaged file into a new one. */
  "editions.recover": call(
    z.object({ path, out: path, force: z.boolean().default(false) }),
    z.object({
      saved: z.number().int(),
      lost: z.array(z.tuple([z.number().int(), z.number().int()])),
      pages: z.array(z.string()),
      pictures: z.number().int(),
      lostPictures: z.array(z.object({ digest: z.string(), page: z.string() })),
      decisions: z.number().int(),
      /** Decisions, versions and signatures that were not found whole. */
      lostDecisions: z.number().int(),
      lostVersions: z.number().int(),
      lostSignatures: z.number().int(),
      /** Releases for press, and pages opened again. */
      lostReleases: z.number().int(),
    }),
  ),
} as const;

/** Pages handed over to the printer, and the servers that are trusted with them. */
import { z } from "zod";
import { call, edition, none, text } from "./values.ts";

const target = z.string().min(1).max(4096);

/** What a person proves who they are with: used for one delivery, never kept. */
const secrets = z.object({
  password: z.string().max(1000).optional(),
  /** File of a private key, and what unlocks it. */
  keyFile: z.string().max(4096).optional(),
  passphrase: z.string().max(1000).optional(),
});

export const handoverCalls = {
  /**
   * Makes a package of pages and delivers it to a folder or `sftp://user@host/path`, as a job; "job.done" has its place.
   * `resume` sends on the one that waits for this edition and target. A server nobody has trusted fails the job with
   * "handover.host-unknown" and its fingerprint.
   */
  "handover.start": call(
    z.object({
      edition,
      target,
      secrets: secrets.default({}),
      pages: z.array(z.string()).default([]),
      standard: z.enum(["x4", "x1a"]).default("x4"),
      profile: z.string().default(""),
      marks: z.boolean().default(false),
      contact: text.default(""),
      note: text.default(""),
      /** Sends pages although preflight fails. */
      despite: z.boolean().default(false),
      resume: z.boolean().default(false),
      locale: z.enum(["zh", "en"]).default("zh"),
    }),
    z.object({ job: z.string() }),
  ),
  /** Packages of an edition that wait to be sent on, newest first. */
  "handover.pending": call(
    z.object({ edition }),
    z.array(
      z.object({
        name: z.string(),
        target,
        created: z.string(),
        pages: z.array(z.string()),
        bytes: z.number(),
      }),
    ),
  ),
  /** Takes a package that waits out of the outbox: it will not be sent on. */
  "handover.discard": call(z.object({ edition, name: z.string().max(1000), target }), none),
  /** Trusts a server's key from now on, in place of any other: a person has compared it with the printer's. */
  "handover.trust": call(z.object({ server: z.string().max(300), fingerprint: z.string().max(100) }), none),
} as const;

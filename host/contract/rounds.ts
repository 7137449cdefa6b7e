/** From proof to press: where every page stands, releases for press, and pages opened again. */
import { z } from "zod";
import { aspects } from "../../core/edition/versions.ts";
import { call, digest, edition, message, path, text } from "./values.ts";
import { pageDigests, signature, version } from "./versions.ts";

const settings = z.object({
  standard: z.enum(["x4", "x1a"]),
  profile: z.string(),
  marks: z.boolean(),
  /** ISO instant in the PDF, and its size. */
  created: z.string(),
  bytes: z.number().int(),
});

const release = z.object({
  id: z.number().int(),
  version: z.number().int(),
  /** Id of the page. */
  page: z.string(),
  author: text,
  time: z.string(),
  /** SHA-256 (hex) of the page as it was released, and of its PDF. */
  digest: z.string(),
  file: z.string(),
  pdf: z.string(),
  settings,
  /** Errors, and queries to authors, that were left standing, and why. */
  reasons: z.array(z.object({ subject: z.string(), message: z.string(), reason: z.string() })),
  note: z.string(),
});

const reopening = z.object({
  id: z.number().int(),
  release: z.number().int(),
  page: z.string(),
  author: text,
  time: z.string(),
  reason: text,
});

const hindrance = z.object({
  kind: z.enum(["signature", "finding", "overset", "unplaced", "picture", "layout", "preflight", "query"]),
  message,
  /** Catalogue key of what to do. */
  todo: z.string(),
  block: z.string().nullable(),
  /** Of a finding: what a decision about it would name. */
  subject: z.string().nullable(),
});

const page = z.string().min(1).max(1000);

export const roundCalls = {
  /** All that the file records, and the digests of every page now: `pageState` in core/edition/rounds.ts reads it. */
  "rounds.list": call(
    z.object({ edition }),
    z.object({
      now: z.array(pageDigests),
      versions: z.array(version),
      signatures: z.array(signature.omit({ changed: true })),
      releases: z.array(release),
      reopenings: z.array(reopening),
      /** How many acts of signing off the file's chain holds, and the digest that seals them all ("" where there is none). */
      chain: z.object({ links: z.number().int(), digest: z.string() }),
      /** Records that are not as they were written, by place: somebody has been at the file. */
      faults: z.array(z.string()),
    }),
  ),
  /** What stands in the way of releasing a page; preflight looks only at the PDF that release makes. */
  "release.check": call(z.object({ edition, page }), z.array(hindrance)),
  /**
   * Starts the release of a page: its PDF is made in a worker and sealed into the file. The end comes as the event
   * "release.done" or "release.refused", or as of any job. Problem where it is released already.
   */
  "release.start": call(
    z.object({
      edition,
      page,
      path,
      author: text,
      note: text.default(""),
      /** Why queries to authors are left open, where the house lets a reason do (`signing.queries`). */
      leave: text.default(""),
      standard: z.enum(["x4", "x1a"]).default("x4"),
      /** A shipped profile by name; the house style's where empty. */
      profile: z
        .string()
        .max(100)
        .regex(/^[\w.-]*$/)
        .default(""),
      marks: z.boolean().default(false),
      force: z.boolean().default(false),
      locale: z.enum(["zh", "en"]).default("zh"),
    }),
    z.object({ job: z.string() }),
  ),
  /** Takes the release of a page back, so that it can be changed. Problem where nobody signs, or gives no reason. */
  "release.reopen": call(z.object({ edition, page, author: text, reason: text }), reopening),
  /** Whether a PDF is one that was released from this edition. */
  "release.verify": call(
    z.object({ edition, path }),
    z.object({
      /** SHA-256 (hex) of the file. */
      pdf: digest,
      matches: z.array(
        z.object({
          release,
          /** Printed number of the page as it was released. */
          number: z.string(),
          /** How the release was taken back, or null while it is in force. */
          reopened: reopening.nullable(),
          /** In what the page differs from it now. */
          changed: z.array(z.enum(aspects)),
        }),
      ),
    }),
  ),
} as const;

export const roundEvents = {
  /** A proof was taken, signed, released or reopened: in this window or another. */
  "rounds.changed": z.object({ edition: z.string() }),
  "release.done": z.object({ job: z.string(), path: z.string(), release }),
  "release.refused": z.object({ job: z.string(), page: z.string(), hindrances: z.array(hindrance) }),
} as const;

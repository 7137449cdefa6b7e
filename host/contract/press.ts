/** Sheets to PDF and PDF to preflight; jobs in workers and what they tell. */
import { z } from "zod";
import { call, edition, message, none, path } from "./values.ts";

const exportOptions = z.object({
  pages: z.array(z.string()).default([]),
  standard: z.enum(["x4", "x1a"]).default("x4"),
  /** A shipped profile by name, or a file; the house style's where empty. */
  profile: z.string().default(""),
  proof: z.boolean().default(false),
  /** Paper of a proof: reduced to one sheet of it, or tiled at full size; as large as it takes where empty. */
  paper: z.enum(["", "a4", "a3"]).default(""),
  tile: z.boolean().default(false),
  /** Id of the version that is exported; 0 for the edition as it is. */
  version: z.number().int().min(0).default(0),
  marks: z.boolean().default(false),
  /** What becomes of an advertisement's PDF that preflight finds errors in. */
  adverts: z.enum(["refuse", "accept"]).default("refuse"),
  /** Replaces a file that exists. */
  force: z.boolean().default(false),
  locale: z.enum(["zh", "en"]).default("zh"),
});

export const preflightProblem = z.object({
  check: z.string(),
  severity: z.enum(["error", "warning"]),
  page: z.number().int().nullable(),
  place: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).nullable(),
  /** All places, in pt from the trim's corner, some fifty at most. */
  places: z.array(z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })),
  message,
  /** Catalogue key of what to do. */
  advice: z.string(),
});

export const pressCalls = {
  /** Starts a PDF in a worker of its own; progress and end come as events. */
  "export.start": call(z.object({ edition, path, options: exportOptions }), z.object({ job: z.string() })),
  /** Stops a job; a file half made is taken away. */
  "jobs.cancel": call(z.object({ job: z.string() }), none),
  "preflight.run": call(
    z.object({ path }),
    z.object({
      standard: z.string().nullable(),
      pages: z.number().int(),
      problems: z.array(preflightProblem),
    }),
  ),
} as const;

export const jobEvents = {
  "job.progress": z.object({ job: z.string(), message, fraction: z.number().min(0).max(1) }),
  "job.done": z.object({
    job: z.string(),
    path: z.string(),
    bytes: z.number().int(),
    pages: z.array(z.string()),
    /** Whether a page that was released for press is what was sealed; left out where that says nothing. */
    sealed: z.enum(["same", "differs"]).nullable().optional(),
  }),
  /** A Problem, or the key "host.fault" where the program failed. */
  "job.failed": z.object({ job: z.string(), message }),
  "job.cancelled": z.object({ job: z.string() }),
} as const;

/** The plates of a page, worked out from its sheet: for the plates view. */
import { z } from "zod";
import { bytes, call, edition } from "./values.ts";

const area = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

export const plates = z.object({
  /** Number of the page. */
  page: z.string(),
  /** Size in pixels of the sheet with its bleed, pixels to the inch, and the bleed in pt. */
  width: z.number().int(),
  height: z.number().int(),
  resolution: z.number(),
  bleed: z.number(),
  plates: z.array(
    z.object({
      /** "c", "m", "y", "k", or the name of a spot colour. */
      name: z.string(),
      /** A byte to the pixel, 255 for full ink. */
      ink: bytes,
      /** Mean ink in percent of the sheet with its bleed. */
      mean: z.number(),
    }),
  ),
  /** Total ink in percent above which `over` tells areas, in pt on the sheet, the gravest first. */
  limit: z.number(),
  over: z.array(area.extend({ peak: z.number() })),
  /** Advertisements that came as PDF: their inks are not worked out, and their places empty on every plate. */
  unknown: z.array(area),
});

export const platesCalls = {
  /**
   * Works the plates of one page out in a worker. `job` is the caller's name for it: progress comes under that name,
   * and "jobs.cancel" stops it; the answer is then null. Problem as an export gives one.
   */
  "plates.make": call(
    z.object({
      edition,
      page: z.string().min(1).max(100),
      resolution: z.number().int().min(36).max(300).default(100),
      job: z.string().min(1).max(64),
    }),
    plates.nullable(),
  ),
} as const;

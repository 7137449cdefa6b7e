/** Pictures of an edition, for the file and for the screen. */
import { z } from "zod";
import { preflightProblem } from "./press.ts";
import { bytes, call, deskFile, digest, edition } from "./values.ts";

const pictureFacts = z.object({
  digest,
  media: z.string(),
  width: z.number().int(),
  height: z.number().int(),
});

export const pictureCalls = {
  /** Looks at a picture, keeps it in the edition, and tells its size. Problem where it is none. */
  "pictures.add": call(
    z.object({ edition, file: deskFile }),
    /** What preflight says of an advertisement's PDF, as PDF/X-4; none of a picture. */
    pictureFacts.extend({ problems: z.array(preflightProblem) }),
  ),
  /** What is kept of a picture, without its bytes. */
  "pictures.facts": call(z.object({ edition, digest }), pictureFacts.nullable()),
  "pictures.get": call(z.object({ edition, digest }), z.object({ facts: pictureFacts, bytes }).nullable()),
  /** For the screen: at most `maxPx` pixels on the longer side, as WebP. */
  "pictures.preview": call(
    z.object({ edition, digest, maxPx: z.number().int().min(16).max(8192) }),
    z.object({ width: z.number().int(), height: z.number().int(), media: z.string(), bytes }).nullable(),
  ),
} as const;

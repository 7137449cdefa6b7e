/** Pictures of an edition, for the file and for the screen. */
import { z } from "zod";
import { bytes, call, deskFile, digest, edition } from "./values.ts";

const pictureFacts = z.object({
  digest,
  media: z.string(),
  width: z.number().int(),
  height: z.number().int(),
});

export const pictureCalls = {
  /** Looks at a picture, keeps it in the edition, and tells its size. Problem where it is none. */
  "pictures.add": call(z.object({ edition, file: deskFile }), pictureFacts),
  "pictures.get": call(z.object({ edition, digest }), z.object({ facts: pictureFacts, bytes }).nullable()),
  /** For the screen: at most `maxPx` pixels on the longer side, as WebP. */
  "pictures.preview": call(
    z.object({ edition, digest, maxPx: z.number().int().min(16).max(8192) }),
    z.object({ width: z.number().int(), height: z.number().int(), media: z.string(), bytes }).nullable(),
  ),
} as const;

/** Files read into an edition: first looked at, then kept. */
import { z } from "zod";
import { opened } from "./editions.ts";
import { call, date, deskFile, editionJSON, path, text } from "./values.ts";

export const importSummary = z.object({
  /** Names this preview to `import.commit`. */
  preview: z.string(),
  paper: z.string(),
  date: z.string(),
  pages: z.array(
    z.object({
      number: z.string(),
      articles: z.array(
        z.object({
          kind: z.string(),
          kicker: z.string(),
          headline: z.string(),
          deck: z.array(z.string()),
          byline: z.array(z.string()),
          characters: z.number().int(),
          pictures: z.number().int(),
          /** Comments that came with its words. */
          comments: z.number().int(),
          jumps: z.array(z.string()),
        }),
      ),
    }),
  ),
  content: editionJSON,
});

export const importCalls = {
  /** Reads files without keeping them: what an import would make of them. */
  "import.preview": call(
    z.object({
      texts: z.array(deskFile).min(1).max(100),
      pictures: z.array(deskFile).max(200).default([]),
      paper: text.default(""),
      date: date.default(""),
    }),
    importSummary,
  ),
  /** Makes an edition file of a preview and opens it. */
  "import.commit": call(z.object({ preview: z.string(), path, force: z.boolean().default(false) }), opened),
} as const;

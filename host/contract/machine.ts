/** The machine the host runs on: fonts, settings, folders, facts. */
import { z } from "zod";
import { bytes, call, none } from "./values.ts";

export const settings = z.object({
  locale: z.enum(["zh", "en"]),
  theme: z.enum(["system", "light", "dark"]),
  /** Name that signs changes and decisions. */
  author: z.string().max(100),
  /** Folders with the house's own fonts, looked into first. */
  fontFolders: z.array(z.string().max(4096)).max(20),
  /** Backups kept beside each edition file; 0 for none. */
  backups: z.number().int().min(0).max(20),
  /** Changes kept to be undone in a window. */
  undoDepth: z.number().int().min(10).max(100_000),
  /** What the desk wants remembered: panel sizes, zoom. Not looked into. */
  desk: z.record(z.string(), z.unknown()),
});

export const machineCalls = {
  /** Which font answers for each face of the house style. */
  "fonts.list": call(
    none,
    z.array(z.object({ face: z.string(), file: z.string(), substitute: z.boolean() })),
  ),
  /** The font file of a face, for the canvas. */
  "fonts.get": call(z.object({ face: z.string().max(40) }), z.object({ bytes })),
  "settings.get": call(none, settings),
  /** Changes the settings given and answers all of them. */
  "settings.set": call(settings.partial(), settings),
  /** A folder's editions, texts, pictures and folders, for a window that has no file dialog. Home where none is given. */
  "files.list": call(
    z.object({ folder: z.string().max(4096).default("") }),
    z.object({
      folder: z.string(),
      parent: z.string().nullable(),
      entries: z.array(
        z.object({
          name: z.string(),
          path: z.string(),
          kind: z.enum(["folder", "edition", "text", "picture", "pdf"]),
          size: z.number(),
          modified: z.string(),
        }),
      ),
    }),
  ),
  "system.info": call(
    none,
    z.object({
      version: z.string(),
      platform: z.string(),
      node: z.string(),
      user: z.string(),
      home: z.string(),
      locale: z.enum(["zh", "en"]),
      /** ISO instant by the host's clock. */
      now: z.string(),
    }),
  ),
} as const;

/**
 * What the app asks of a machine: every call with its input and output, every event with what it carries.
 *
 * Handlers answer it once, in Node and off the main thread; transports carry it; a window sees this file and a
 * client, and nothing else of the host. Nothing here touches a machine, so that a browser can load it.
 */
import { z } from "zod";
import type { ChangeJSON } from "../core/edition/change.ts";
import type { EditionJSON } from "../core/edition/edition.ts";
import { roles, rounds } from "../core/edition/versions.ts";

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, "bytes");
const editionJSON = z.custom<EditionJSON>((value) => typeof value === "object" && value !== null);
const changeJSON = z.custom<ChangeJSON>(
  (value) => typeof (value as { kind?: unknown } | null)?.kind === "string",
  "a change",
);
const none = z.object({});
const path = z.string().min(1).max(4096);
const text = z.string().max(1000);
/** Names an open edition; given by open, create, sample and import. */
const edition = z.string().min(1).max(64);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const date = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/);
const values = z.record(z.string(), z.union([z.string(), z.number()]));
/** A message of the catalogue. */
const message = z.object({ key: z.string(), values });

const holder = z.object({ user: z.string(), host: z.string(), pid: z.number(), since: z.string() });

const decision = z.object({
  /** What the finding says (see `subjectOf` in core/proof/subject.ts); the same words have the same subject. */
  subject: z.string().min(1).max(200),
  verdict: z.enum(["accepted", "ignored", "open"]),
  reason: text,
  author: text,
  time: z.string(),
});

const opened = z.object({
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

const recent = z.object({
  path: z.string(),
  paper: z.string(),
  date: z.string(),
  pages: z.array(z.string()),
  /** ISO instant of the last opening. */
  opened: z.string(),
  /** False where no file stands there any more. */
  exists: z.boolean(),
});

const pictureFacts = z.object({
  digest,
  media: z.string(),
  width: z.number().int(),
  height: z.number().int(),
});

const version = z.object({
  /** From 1, in the order they were taken. */
  id: z.number().int(),
  /** The log row after which the edition was so; `log.at` gives it back. */
  seq: z.number().int(),
  round: z.enum(rounds),
  name: text,
  author: text,
  time: z.string(),
  /** SHA-256 (hex) of each page's text, layout and pictures. */
  pages: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      text: z.string(),
      layout: z.string(),
      pictures: z.string(),
    }),
  ),
});

/** A finding that was open when somebody signed. */
const openFinding = z.object({ subject: z.string().max(200), message: text });

const signature = z.object({
  id: z.number().int(),
  version: z.number().int(),
  /** Id of the page that was signed. */
  page: z.string(),
  role: z.enum(roles),
  author: text,
  time: z.string(),
  /** SHA-256 (hex) of the page as it was signed. */
  digest: z.string(),
  open: z.array(openFinding),
  note: text,
  /** In what the page differs now from what was signed; empty while the signature holds. */
  changed: z.array(z.enum(["text", "layout", "pictures"])),
});

const deskFile = z.object({ name: z.string().min(1).max(1000), bytes });

const importSummary = z.object({
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
          jumps: z.array(z.string()),
        }),
      ),
    }),
  ),
  content: editionJSON,
});

const settings = z.object({
  locale: z.enum(["zh", "en"]),
  theme: z.enum(["system", "light", "dark"]),
  /** Name that signs changes and decisions. */
  author: z.string().max(100),
  /** Folders with the house's own fonts, looked into first. */
  fontFolders: z.array(z.string().max(4096)).max(20),
  /** Backups kept beside each edition file; 0 for none. */
  backups: z.number().int().min(0).max(20),
  /** What the desk wants remembered: panel sizes, zoom. Not looked into. */
  desk: z.record(z.string(), z.unknown()),
});

const exportOptions = z.object({
  pages: z.array(z.string()).default([]),
  standard: z.enum(["x4", "x1a"]).default("x4"),
  /** A shipped profile by name, or a file; the house style's where empty. */
  profile: z.string().default(""),
  proof: z.boolean().default(false),
  marks: z.boolean().default(false),
  /** Replaces a file that exists. */
  force: z.boolean().default(false),
  locale: z.enum(["zh", "en"]).default("zh"),
});

const preflightProblem = z.object({
  check: z.string(),
  severity: z.enum(["error", "warning"]),
  page: z.number().int().nullable(),
  place: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).nullable(),
  message,
  /** Catalogue key of what to do. */
  advice: z.string(),
});

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

export const contract = {
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
  /** Writes a sound, compact copy; problem where the path exists. */
  "editions.copy": call(z.object({ edition, path }), none),
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
    }),
  ),

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
  /** The edition as it was after row `seq`. */
  "log.at": call(z.object({ edition, seq: z.number().int().min(0) }), z.object({ content: editionJSON })),

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

  /** Decisions in force, by what their findings say. */
  "decisions.list": call(z.object({ edition }), z.array(decision)),
  "decisions.set": call(
    z.object({
      edition,
      subject: decision.shape.subject,
      verdict: decision.shape.verdict,
      reason: text,
      author: text,
    }),
    z.array(decision),
  ),

  /** Fixes the edition as it is now, for a round of proofs or under a name. */
  "versions.take": call(z.object({ edition, round: z.enum(rounds), name: text, author: text }), version),
  "versions.list": call(z.object({ edition }), z.array(version)),
  /** Signs a page of a version. Problem where there is no such version, or no such page in it. */
  "signatures.add": call(
    z.object({
      edition,
      version: z.number().int(),
      page: z.string().max(1000),
      role: z.enum(roles),
      author: text,
      open: z.array(openFinding).max(10_000),
      note: text.default(""),
    }),
    signature,
  ),
  "signatures.list": call(z.object({ edition }), z.array(signature)),

  /** Looks at a picture, keeps it in the edition, and tells its size. Problem where it is none. */
  "pictures.add": call(z.object({ edition, file: deskFile }), pictureFacts),
  "pictures.get": call(z.object({ edition, digest }), z.object({ facts: pictureFacts, bytes }).nullable()),
  /** For the screen: at most `maxPx` pixels on the longer side, as WebP. */
  "pictures.preview": call(
    z.object({ edition, digest, maxPx: z.number().int().min(16).max(8192) }),
    z.object({ width: z.number().int(), height: z.number().int(), media: z.string(), bytes }).nullable(),
  ),

  /** Which font answers for each face of the house style. */
  "fonts.list": call(
    none,
    z.array(z.object({ face: z.string(), file: z.string(), substitute: z.boolean() })),
  ),
  /** The font file of a face, for the canvas. */
  "fonts.get": call(z.object({ face: z.string().max(40) }), z.object({ bytes })),

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

export const events = {
  "job.progress": z.object({ job: z.string(), message, fraction: z.number().min(0).max(1) }),
  "job.done": z.object({
    job: z.string(),
    path: z.string(),
    bytes: z.number().int(),
    pages: z.array(z.string()),
  }),
  /** A Problem, or the key "host.fault" where the program failed. */
  "job.failed": z.object({ job: z.string(), message }),
  "job.cancelled": z.object({ job: z.string() }),
} as const;

export type CallName = keyof typeof contract;
/** As the caller gives it (defaults may be left out), and as the handler gets it. */
export type Input<N extends CallName> = z.input<(typeof contract)[N]["input"]>;
export type Received<N extends CallName> = z.output<(typeof contract)[N]["input"]>;
export type Output<N extends CallName> = z.output<(typeof contract)[N]["output"]>;

export type EventName = keyof typeof events;
export type EventBody<E extends EventName> = z.output<(typeof events)[E]>;
export type HostEvent = { [E in EventName]: { readonly event: E; readonly body: EventBody<E> } }[EventName];

export type OpenedEdition = z.output<typeof opened>;
export type RecentEdition = z.output<typeof recent>;
export type ImportSummary = z.output<typeof importSummary>;
export type Settings = z.output<typeof settings>;
export const settingsSchema = settings;
export const recentSchema = recent;

/** Files of a desk to an edition: texts become pages in the order given, pictures go to captions that have none. */
import { basename } from "node:path";
import { Transform } from "prosemirror-transform";
import type { Edition } from "../../core/edition/edition.ts";
import { schema } from "../../core/edition/schema.ts";
import type { NewId } from "../../core/edition/settle.ts";
import type { HouseStyle } from "../../core/edition/style.ts";
import type { Draft } from "../../core/intake/draft.ts";
import { intakeBytes, toEdition } from "../../core/intake/intake.ts";
import { Problem } from "../../core/problem.ts";
import { pictureDigest } from "../store/pictures.ts";
import { newId } from "./ids.ts";
import { houseStyle } from "./style.ts";

/** A file and its bytes; `name` is what messages call it. */
export interface DeskFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An advertisement as PDF; it stands on the page that `text` of the texts end with, on the first where that is 0. */
export interface DeskAdvert extends DeskFile {
  readonly text: number;
}

export interface ImportRequest {
  readonly texts: readonly DeskFile[];
  readonly pictures?: readonly DeskFile[];
  readonly adverts?: readonly DeskAdvert[];
  /** ISO calendar date and name of the paper; where not given, what the texts say. */
  readonly date?: string | undefined;
  readonly paper?: string | undefined;
  /** Style of the edition; the app's where not given. */
  readonly style?: HouseStyle;
  /** Where ids come from; random where not given. */
  readonly newId?: NewId;
}

export interface Imported {
  readonly edition: Edition;
  readonly pictures: readonly {
    /** SHA-256 of the bytes, hex. */
    readonly digest: string;
    readonly bytes: Uint8Array;
    readonly facts: { readonly media: string; readonly width: number; readonly height: number };
  }[];
}

/** Throws a Problem as intake does, or where there are more pictures than captions to put them to. */
export async function importFiles(request: ImportRequest): Promise<Imported> {
  const drafts: Draft[] = [];
  let page = "A1";
  for (const { name, bytes } of request.texts) {
    const { draft } = await intakeBytes(basename(name), bytes, { page, digest: pictureDigest });
    drafts.push(draft);
    page = after(draft.pages.at(-1)?.number ?? page);
  }
  const { edition, pictures } = toEdition(drafts, {
    newId: request.newId ?? newId,
    style: request.style ?? houseStyle,
    facts: {
      ...(request.date ? { date: request.date } : {}),
      ...(request.paper ? { paper: request.paper } : {}),
    },
  });
  const all = [...[...pictures.values()].map((bytes) => ({ name: "", bytes })), ...(request.pictures ?? [])];
  const numbers = drafts.map((draft) => draft.pages.at(-1)?.number);
  const adverts = await Promise.all(
    (request.adverts ?? []).map(async (file) => ({
      ...(await keepPicture(file)),
      page: numbers[file.text - 1] ?? edition.pages[0]?.attrs.number,
    })),
  );
  if (all.length + adverts.length === 0) return { edition, pictures: [] };
  const kept = await Promise.all(all.map(keepPicture));
  const sizes = new Map(kept.map((picture) => [picture.digest, picture.facts]));
  const waiting = kept.slice(pictures.size).map(({ digest }) => digest);
  const pages = edition.pages.map((doc) => withPictures(doc, sizes, waiting));
  if (waiting.length > 0) {
    throw new Problem("import.picture-left", { file: request.pictures?.at(-waiting.length)?.name ?? "" });
  }
  const ids = request.newId ?? newId;
  const whole = pages.map((doc) => withAdverts(doc, adverts, ids));
  return {
    edition: { ...edition, pages: whole },
    pictures: [...kept, ...adverts.map(({ page, ...advert }) => advert)],
  };
}

/** The page with its advertisements behind its other blocks; their places are planned. */
function withAdverts(
  doc: Edition["pages"][number],
  adverts: readonly (Imported["pictures"][number] & { readonly page: unknown })[],
  ids: NewId,
) {
  const tr = new Transform(doc);
  for (const { page, digest, facts } of adverts) {
    if (page !== doc.attrs.number) continue;
    const { width, height } = facts;
    tr.insert(tr.doc.content.size, schema.node("advert", { id: ids(), source: digest, width, height }));
  }
  return tr.doc;
}

/** The number after `page`: "A1" → "A2". */
function after(page: string): string {
  const match = /^(\D*)(\d+)$/.exec(page);
  return match ? `${match[1]}${Number(match[2]) + 1}` : "A1";
}

/** A picture with what an edition keeps of it. Throws a Problem that names the file where it is none. */
export async function keepPicture({ name, bytes }: DeskFile) {
  // Loaded only where there are pictures: most texts come without.
  const { keptFacts } = await import("../pictures/facts.ts");
  try {
    return { bytes, digest: pictureDigest(bytes), facts: await keptFacts(bytes) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.key, { ...error.values, file: basename(name) }, error);
  }
}

/** The page with picture sizes filled in, and the next of `waiting` in every picture that has a caption and no source. */
function withPictures(
  doc: Edition["pages"][number],
  sizes: ReadonlyMap<string, { readonly width: number; readonly height: number }>,
  waiting: string[],
) {
  const tr = new Transform(doc);
  doc.descendants((node, pos) => {
    if (node.type.name !== "picture") return !node.isTextblock;
    const source = (node.attrs.source as string | null) ?? waiting.shift() ?? null;
    const size = source && sizes.get(source);
    if (source && size) {
      tr.setNodeAttribute(pos, "source", source);
      tr.setNodeAttribute(pos, "width", size.width);
      tr.setNodeAttribute(pos, "height", size.height);
    }
    return false;
  });
  return tr.doc;
}

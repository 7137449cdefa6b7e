/**
 * A .docx to plain text with what its styles say about the lines, and its pictures.
 *
 * The archive is unpacked within bounds first (zip.ts); mammoth reads the safe copy. Paragraphs become lines, table
 * rows become lines with tabs, notes stand at the end: no word of the document is dropped.
 */
import mammoth from "mammoth";
import { Problem } from "../problem.ts";
import { checkSize, type DecodeOptions } from "./decode.ts";
import { type CommentLimits, commentEnd, readComments, withCommentEnds } from "./docx-comments.ts";
import type { DraftComment } from "./draft.ts";
import type { LineHint } from "./lines.ts";
import { type ArchiveLimits, pack, unpack } from "./zip.ts";

export interface DocxText {
  readonly text: string;
  /** What a line is, by the offset at which its text starts. */
  readonly hints: ReadonlyMap<number, LineHint>;
  readonly images: readonly { readonly at: number; readonly source: string }[];
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Comments with the stretch of `text` they are about. */
  readonly comments: readonly DraftComment[];
}

export interface DocxOptions extends DecodeOptions, ArchiveLimits, CommentLimits {
  /** SHA-256 in hex. */
  readonly digest: (bytes: Uint8Array) => string | Promise<string>;
}

/** What mammoth's document tree holds, as far as intake looks at it. */
interface Element {
  readonly type: string;
  readonly children?: readonly Element[];
  readonly value?: string;
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly breakType?: string;
  readonly noteType?: string;
  readonly noteId?: string;
  readonly name?: string;
  readonly commentId?: string;
  readonly body?: readonly Element[];
  readonly notes?: { resolve(reference: Element): Element | undefined };
  readonly readAsArrayBuffer?: () => Promise<ArrayBuffer>;
}

/**
 * Throws a Problem: intake.tooLarge, intake.empty, intake.docxOld (.doc or password), intake.docxNotZip,
 * intake.docxNotWord, intake.docxBroken and those of zip.ts.
 */
export async function readDocx(file: string, bytes: Uint8Array, options: DocxOptions): Promise<DocxText> {
  checkSize(file, bytes, options.maxBytes);
  if ([0xd0, 0xcf, 0x11, 0xe0].every((b, i) => bytes[i] === b)) throw new Problem("intake.docxOld", { file });
  if (![0x50, 0x4b, 0x03, 0x04].every((b, i) => bytes[i] === b))
    throw new Problem("intake.docxNotZip", { file });
  const entries = unpack(file, bytes, options);
  if (
    !entries.has("[Content_Types].xml") ||
    ![...entries.keys()].some((name) => /^word\/.+\.xml$/i.test(name))
  )
    throw new Problem("intake.docxNotWord", { file });

  const document = await readTree(file, pack(withCommentEnds(entries)));
  const writer = new LineWriter();
  try {
    writer.write(document);
  } catch (cause) {
    throw new Problem("intake.docxBroken", { file, part: "word/document.xml" }, cause);
  }
  const text = writer.text();
  const pictures = new Map<string, Uint8Array>();
  const images: { at: number; source: string }[] = [];
  for (const { at, element } of writer.images) {
    const data = await readPicture(file, element);
    if (data.length === 0) continue;
    const source = await options.digest(data);
    pictures.set(source, data);
    images.push({ at, source });
  }
  if (text.trim() === "" && images.length === 0) throw new Problem("intake.empty", { file });
  const comments = readComments(entries, options).map(({ id, remarks, resolved }): DraftComment => {
    const [from, to] = writer.stretch(id, text);
    return { from, to, remarks, resolved };
  });
  return { text, hints: writer.hints(), images, pictures, comments };
}

/** A picture's bytes. Throws a Problem where the document names one that the archive does not hold. */
async function readPicture(file: string, element: Element): Promise<Uint8Array> {
  try {
    return new Uint8Array((await element.readAsArrayBuffer?.()) ?? new ArrayBuffer(0));
  } catch (cause) {
    throw new Problem("intake.docxBroken", { file, part: "word/media" }, cause);
  }
}

async function readTree(file: string, archive: Uint8Array): Promise<Element> {
  let document: Element | null = null;
  try {
    const input = { buffer: archive, arrayBuffer: archive } as unknown as Parameters<
      typeof mammoth.convertToHtml
    >[0];
    await mammoth.convertToHtml(input, {
      includeEmbeddedStyleMap: false,
      transformDocument: (tree: Element) => {
        document = tree;
        // The tree is all we want: spare mammoth the writing of HTML.
        return { ...tree, children: [] };
      },
    });
  } catch (cause) {
    throw new Problem("intake.docxBroken", { file, part: "word/document.xml" }, cause);
  }
  if (!document) throw new Problem("intake.docxBroken", { file, part: "word/document.xml" });
  return document;
}

type Rank = "title" | "subtitle" | 1 | 2 | 3 | "byline" | "caption" | "kicker" | null;

function rankOf(paragraph: Element): Rank {
  const name = (paragraph.styleName ?? paragraph.styleId ?? "").trim();
  if (/^(?:title|标题|主标题|主题|大标题)$/i.test(name)) return "title";
  if (/^(?:subtitle|副标题|副题)$/i.test(name)) return "subtitle";
  if (/^(?:kicker|引题|肩题|眉题)$/i.test(name)) return "kicker";
  if (/^(?:byline|author|作者|署名)$/i.test(name)) return "byline";
  if (/^(?:caption|题注|图说|图片说明)$/i.test(name)) return "caption";
  if (/^(?:小标题)$/.test(name)) return 2;
  const level = /^(?:heading|标题)\s*(\d)$/i.exec(name)?.[1];
  return level ? (Math.min(3, Number(level)) as 1 | 2 | 3) : null;
}

/** Writes the tree as lines and remembers where styled lines and pictures stand. */
class LineWriter {
  readonly images: { at: number; element: Element }[] = [];
  readonly #out: string[] = [];
  readonly #ranks: { at: number; rank: Rank }[] = [];
  readonly #notes: Element[] = [];
  /** Where the words of each comment begin and end, and where it is referred to. */
  readonly #comments = new Map<number, { start?: number; end?: number; reference?: number }>();
  #length = 0;

  write(document: Element): void {
    for (const child of document.children ?? []) this.#block(child);
    const resolve = document.notes;
    for (const reference of this.#notes)
      for (const child of resolve?.resolve(reference)?.body ?? []) this.#block(child);
  }

  /** Offsets of the words of a comment; of the line it stands in where it names none; of nothing where it stands nowhere. */
  stretch(id: number, text: string): readonly [from: number, to: number] {
    const { start, end, reference } = this.#comments.get(id) ?? {};
    if (start !== undefined && end !== undefined && text.slice(start, end).trim() !== "") return [start, end];
    const at = reference ?? end ?? start;
    if (at === undefined) return [0, 0];
    const from = text.lastIndexOf("\n", at - 1) + 1;
    const to = text.indexOf("\n", at);
    return [from, to < 0 ? text.length : to];
  }

  text(): string {
    return this.#out.join("");
  }

  /** The highest rank of heading in use is the headline; what stands below it is a crosshead. */
  hints(): Map<number, LineHint> {
    const used = this.#ranks.map(({ rank }) => rank);
    const top = (["title", 1, 2, 3] as const).find((rank) => used.includes(rank));
    const hints = new Map<number, LineHint>();
    for (const { at, rank } of this.#ranks) {
      const hint: LineHint | null =
        rank === null
          ? null
          : rank === "subtitle"
            ? "deck"
            : rank === "byline" || rank === "caption" || rank === "kicker"
              ? rank
              : rank === top
                ? "headline"
                : "crosshead";
      if (hint) hints.set(at, hint);
    }
    return hints;
  }

  #put(text: string): void {
    this.#out.push(text);
    this.#length += text.length;
  }

  #block(element: Element): void {
    if (element.type === "table") {
      for (const row of element.children ?? []) {
        (row.children ?? []).forEach((cell, i) => {
          if (i > 0) this.#put("\t");
          (cell.children ?? []).forEach((child, k) => {
            if (k > 0) this.#put(" ");
            this.#inline(child);
          });
        });
        this.#put("\n");
      }
      return;
    }
    if (element.type === "paragraph") {
      const rank = rankOf(element);
      const start = this.#length;
      const first = this.#out.length;
      for (const child of element.children ?? []) this.#inline(child);
      const written = this.#out.slice(first).join("");
      const lead = written.length - written.trimStart().length;
      if (rank !== null && written.trim() !== "") this.#ranks.push({ at: start + lead, rank });
      this.#put("\n");
      return;
    }
    if (element.type === "bookmarkStart") this.#end(element.name ?? "");
    for (const child of element.children ?? []) this.#block(child);
  }

  #inline(element: Element): void {
    if (element.type === "text") this.#put(element.value ?? "");
    else if (element.type === "tab") this.#put("\t");
    else if (element.type === "break") this.#put("\n");
    else if (element.type === "image") this.images.push({ at: this.#length, element });
    else if (element.type === "bookmarkStart") this.#end(element.name ?? "");
    else if (element.type === "commentReference") this.#noted(Number(element.commentId), "reference");
    else if (element.type === "noteReference") this.#notes.push(element);
    else for (const child of element.children ?? []) this.#inline(child);
  }

  #end(name: string): void {
    const found = commentEnd(name);
    if (found) this.#noted(found.id, found.end);
  }

  #noted(id: number, what: "start" | "end" | "reference"): void {
    const known = this.#comments.get(id);
    if (!known) this.#comments.set(id, { [what]: this.#length });
    else known[what] ??= this.#length;
  }
}

/**
 * Intake: a file's text, or its bytes, to a draft of pages and articles; drafts to an edition.
 *
 * Every character of the file stands in exactly one part, folio line or "# A2" line of the draft, white space and
 * line breaks apart, and every part knows where in the file it came from (UTF-16 offsets).
 */
import { threadLimits } from "../edition/thread.ts";
import { Problem } from "../problem.ts";
import { readArticles } from "./articles.ts";
import { type DecodeOptions, decode } from "./decode.ts";
import { readDocx } from "./docx.ts";
import type { CommentLimits } from "./docx-comments.ts";
import type { Draft, DraftComment, DraftPage } from "./draft.ts";
import { readItems } from "./items.ts";
import { type LineHint, readLines } from "./lines.ts";
import { folioFacts, paperOfDateline } from "./marks.ts";
import { canonicalPage, splitPages } from "./pages.ts";
import type { ArchiveLimits } from "./zip.ts";

export type { AssembleOptions, Intake, Source } from "./assemble.ts";
export { checkDate, fileSpan, toEdition } from "./assemble.ts";

export interface TextOptions {
  /** Name of the file, for messages. */
  readonly file?: string;
  /** Number of the page whose text comes before the first "# A2" line; "A1" where not given. */
  readonly page?: string;
  /** Most lines a file may have. Default 300,000. */
  readonly maxLines?: number;
}

const MAX_LINES = 300_000;

export interface BytesOptions extends Omit<TextOptions, "file">, DecodeOptions, ArchiveLimits, CommentLimits {
  /** SHA-256 in hex; asked for the pictures of a .docx. */
  readonly digest: (bytes: Uint8Array) => string | Promise<string>;
}

interface Extras {
  readonly hints?: ReadonlyMap<number, LineHint>;
  readonly images?: readonly { readonly at: number; readonly source: string }[];
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
  readonly comments?: readonly DraftComment[];
}

/**
 * The draft of a plain text. Throws a Problem: intake.empty, intake.tooManyLines, intake.pageNumber, intake.pageTwice (with the line).
 */
export function intakeText(text: string, options: TextOptions = {}): Draft {
  return draftOf(text, options, {});
}

/**
 * The draft of a .txt or .docx file, told by content where the name says neither, and the text it was read from:
 * the decoded file, or the plain text of the document. Throws a Problem where the file cannot be used.
 */
export async function intakeBytes(
  name: string,
  bytes: Uint8Array,
  options: BytesOptions,
): Promise<{ draft: Draft; text: string }> {
  if (isDocument(name, bytes)) {
    const { text, ...extras } = await readDocx(name, bytes, options);
    return { draft: draftOf(text, { ...options, file: name }, extras), text };
  }
  const text = decode(name, bytes, options);
  return { draft: draftOf(text, { ...options, file: name }, {}), text };
}

/** .docx by name, or a zip or OLE archive whatever its name. */
function isDocument(name: string, bytes: Uint8Array): boolean {
  if (/\.(?:docx?|docm|wps)$/i.test(name)) return true;
  return (
    [0x50, 0x4b, 0x03, 0x04].every((b, i) => bytes[i] === b) ||
    [0xd0, 0xcf, 0x11, 0xe0].every((b, i) => bytes[i] === b)
  );
}

function checkLines(file: string, text: string, limit: number): void {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    if (++lines > limit) throw new Problem("intake.tooManyLines", { file, limit });
  }
}

function draftOf(text: string, options: TextOptions, extras: Extras): Draft {
  const file = options.file ?? "";
  if (text.trim() === "" && !extras.images?.length) throw new Problem("intake.empty", { file });
  checkLines(file, text, options.maxLines ?? MAX_LINES);
  const first = canonicalPage(options.page ?? "A1");
  if (!first) throw new Problem("intake.pageNumber", { page: options.page ?? "" });
  const folios: string[] = [];
  const pages = splitPages(file, text, first).map(({ number, start, end }): DraftPage => {
    const images = extras.images?.filter((image) => image.at >= start && image.at <= end) ?? [];
    const items = readItems(readLines(text, start, end, extras.hints), number, images);
    const folio = items.filter((item) => item.kind === "folio").map((item) => item.passage);
    folios.push(...folio.map((line) => line.text));
    return { number, folio, articles: readArticles(items) };
  });
  if (pages.every((page) => page.articles.length === 0 && page.folio.length === 0))
    throw new Problem("intake.empty", { file });
  const facts = folioFacts(folios);
  return {
    pages,
    date: facts.date,
    paper: facts.paper ?? commonPaper(pages),
    pictures: extras.pictures ?? new Map(),
    comments: (extras.comments ?? []).map((comment) => ({
      ...comment,
      quote: text.slice(comment.from, comment.to).trim().slice(0, threadLimits.text),
    })),
  };
}

/** The paper most datelines of the file name as their own. */
function commonPaper(pages: readonly DraftPage[]): string | null {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const article of page.articles)
      for (const part of article.parts) {
        const paper = part.role === "dateline" ? paperOfDateline(part.text) : null;
        if (paper) counts.set(paper, (counts.get(paper) ?? 0) + 1);
      }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

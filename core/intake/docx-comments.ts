/**
 * Comments (批注) of a .docx: what was said, by whom and when, and where their words begin and end.
 *
 * mammoth reads neither dates nor the ends of a comment's words. So their ends are put into the document as bookmarks,
 * which it does read, and the comments' own parts (ISO/IEC 29500-1, 17.13.4; resolved and answered: [MS-DOCX] 2.5.19,
 * commentsEx) are read here by a scanner that expands no entity of the file's own and looks at nothing twice.
 */
import { threadLimits } from "../edition/thread.ts";

/** One thread: the comment and its answers, oldest first. */
export interface DocxThread {
  /** Number of the comment that opens it; its words are marked by it. */
  readonly id: number;
  readonly remarks: readonly [DocxRemark, ...DocxRemark[]];
  readonly resolved: boolean;
}

export interface DocxRemark {
  readonly author: string;
  /** ISO 8601 as the file says it; "" where it says nothing that is one. */
  readonly time: string;
  readonly text: string;
}

/** Most comments that are read. Default 2,000. */
export interface CommentLimits {
  readonly maxComments?: number;
}

const MOST = 2000;
const DOCUMENT = "word/document.xml";
const BOOKMARK = "dayang-comment";

type Entries = ReadonlyMap<string, Uint8Array>;

/** The archive with the ends of every comment's words as bookmarks; the same archive where it has no comments. */
export function withCommentEnds(entries: Entries): Entries {
  const document = entries.has("word/comments.xml") ? utf8(entries.get(DOCUMENT)) : null;
  if (document === null) return entries;
  let n = 0;
  const marked = document.replace(
    /<w:commentRange(Start|End)\s[^<>]{0,200}?\bw:id="(\d{1,9})"[^<>]{0,200}?(?:\/>|>\s*<\/w:commentRange\1>)/g,
    (_, end: string, id: string) =>
      `<w:bookmarkStart w:id="${900_000_000 + n++}" w:name="${BOOKMARK}-${end.toLowerCase()}-${id}"/>`,
  );
  return n === 0 ? entries : new Map([...entries, [DOCUMENT, new TextEncoder().encode(marked)]]);
}

/** Which end of which comment a bookmark of this name marks; null for a bookmark of the document's own. */
export function commentEnd(name: string): { readonly id: number; readonly end: "start" | "end" } | null {
  const match = /^dayang-comment-(start|end)-(\d{1,9})$/.exec(name);
  return match ? { id: Number(match[2]), end: match[1] as "start" | "end" } : null;
}

/** The document's comments as threads, in its order; none where the part cannot be read. */
export function readComments(entries: Entries, { maxComments = MOST }: CommentLimits = {}): DocxThread[] {
  const xml = utf8(entries.get("word/comments.xml"));
  if (xml === null) return [];
  const comments = commentsIn(xml, maxComments);
  const states = statesIn(utf8(entries.get("word/commentsExtended.xml")) ?? "", 2 * maxComments);
  const byParagraph = new Map(comments.map((comment) => [comment.paragraph, comment]));
  const threads = new Map<
    number,
    { id: number; remarks: [DocxRemark, ...DocxRemark[]]; resolved: boolean }
  >();
  for (const { id, paragraph, author, time, text } of comments) {
    const state = states.get(paragraph);
    const parent = state?.parent ? byParagraph.get(state.parent) : undefined;
    const remark = { author, time, text };
    const thread = parent && parent.id !== id ? threads.get(parent.id) : undefined;
    if (thread) {
      if (thread.remarks.length < threadLimits.remarks) thread.remarks.push(remark);
    } else threads.set(id, { id, remarks: [remark], resolved: state?.done ?? false });
  }
  return [...threads.values()];
}

interface Comment extends DocxRemark {
  readonly id: number;
  /** w14:paraId of its last paragraph, by which its state is told. */
  readonly paragraph: string;
}

function commentsIn(xml: string, most: number): Comment[] {
  const found: Comment[] = [];
  let open: { attributes: string; text: string; paragraph: string } | null = null;
  let inText = false;
  for (const { name, closing, empty, attributes, text } of tagsOf(xml)) {
    if (name === "w:comment" && !closing && !empty) open = { attributes, text: "", paragraph: "" };
    else if (!open) continue;
    else if (name === "w:comment" && closing) {
      const id = Number(attribute(open.attributes, "w:id") || Number.NaN);
      const said = open.text.trim().slice(0, threadLimits.text);
      if (Number.isSafeInteger(id) && said !== "" && !found.some((one) => one.id === id))
        found.push({
          id,
          paragraph: open.paragraph,
          author: attribute(open.attributes, "w:author").slice(0, threadLimits.name),
          time: instant(attribute(open.attributes, "w:date")),
          text: said,
        });
      open = null;
      if (found.length >= most) break;
    } else if (name === "w:p" && !closing) {
      open.paragraph = attribute(attributes, "w14:paraId") || open.paragraph;
      if (open.text !== "") open.text += "\n";
    } else if (name === "w:t") inText = !closing && !empty;
    else if (name === "w:br" || name === "w:tab") open.text += name === "w:br" ? "\n" : "\t";
    if (inText && open && open.text.length <= threadLimits.text) open.text += unescaped(text);
  }
  return found;
}

function statesIn(
  xml: string,
  most: number,
): Map<string, { readonly parent: string; readonly done: boolean }> {
  const states = new Map<string, { parent: string; done: boolean }>();
  for (const { name, closing, attributes } of tagsOf(xml)) {
    if (name !== "w15:commentEx" || closing) continue;
    const done = ["1", "true", "on"].includes(attribute(attributes, "w15:done"));
    states.set(attribute(attributes, "w15:paraId"), {
      parent: attribute(attributes, "w15:paraIdParent"),
      done,
    });
    if (states.size >= most) break;
  }
  return states;
}

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly empty: boolean;
  readonly attributes: string;
  /** Text up to the next tag. */
  readonly text: string;
}

/** Tags with the text behind each; comments, declarations and instructions are passed over. */
function* tagsOf(xml: string): Generator<Tag> {
  for (let at = xml.indexOf("<"); at >= 0; ) {
    if (xml.startsWith("<!--", at)) {
      const end = xml.indexOf("-->", at + 4);
      at = end < 0 ? -1 : xml.indexOf("<", end + 3);
      continue;
    }
    const end = xml.indexOf(">", at);
    if (end < 0) return;
    const next = xml.indexOf("<", end);
    const inside = xml.slice(at + 1, end);
    const closing = inside.startsWith("/");
    const name = /^\/?([\w:.-]{1,80})/.exec(inside)?.[1];
    if (name)
      yield {
        ...{ name, closing, empty: inside.endsWith("/") },
        attributes: inside.slice(name.length + (closing ? 1 : 0)),
        text: xml.slice(end + 1, next < 0 ? undefined : next),
      };
    at = next;
  }
}

/** The value of an attribute; "" where it is not there. */
function attribute(attributes: string, name: string): string {
  for (const [, found, , double, single] of attributes.matchAll(/([\w:.-]+)\s*=\s*("([^"]*)"|'([^']*)')/g))
    if (found === name) return unescaped(double ?? single ?? "");
  return "";
}

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** The five entities of XML and characters by number; an entity of the file's own stays as it is written. */
const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name) return named[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : "\ufffd";
  });

/** A date as Word writes it (often local time with a Z) as an ISO instant; "" where it is none. */
function instant(text: string): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?$/.test(text)) return "";
  const date = new Date(/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}

/** Null for a part that is not there or is not in UTF-8. */
function utf8(bytes: Uint8Array | undefined): string | null {
  if (!bytes) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

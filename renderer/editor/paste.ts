/**
 * What is pasted or dropped, as lines of plain text.
 *
 * Markup is read in an inert document: nothing in it runs or loads, and of it only the words and the paragraphs are
 * kept. Whether a line is a crosshead is judged by the marks an import goes by.
 */
import { Fragment, Slice } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { withoutAnchors } from "../../core/edition/anchors.ts";
import { schema } from "../../core/edition/schema.ts";
import { houseWidth } from "../../core/edition/width.ts";
import { endsSentence } from "../../core/intake/items.ts";
import { readLines, widthOf } from "../../core/intake/lines.ts";
import { isBracketed, isEnumerated } from "../../core/intake/marks.ts";
import { isBody, isField } from "./parts.ts";

export interface PastedLine {
  readonly kind: "paragraph" | "crosshead";
  readonly text: string;
}

export interface Pasted {
  readonly lines: readonly PastedLine[];
  /** Pictures in the markup; they are left out. */
  readonly pictures: number;
}

/** A crosshead is at most this wide, in em. */
const CROSSHEAD_WIDTH = 20;

const isShort = (text: string) => widthOf(text) <= CROSSHEAD_WIDTH && !endsSentence(text);
const looksLikeCrosshead = (text: string) => isBracketed(text) || (isEnumerated(text) && isShort(text));

export function pastedText(text: string): Pasted {
  const lines = readLines(text, 0, text.length).map((line) => lineOf(clean(line.text), false));
  return { lines: lines.filter((line) => line.text !== ""), pictures: 0 };
}

const lineOf = (text: string, said: boolean): PastedLine => ({
  kind: (said && isShort(text)) || looksLikeCrosshead(text) ? "crosshead" : "paragraph",
  text,
});

export function pastedHtml(html: string): Pasted {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const reader = new MarkupReader();
  reader.read(body);
  reader.flush();
  return { lines: reader.lines, pictures: reader.pictures };
}

const SKIPPED = new Set([
  ..."SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG MATH HEAD TITLE META LINK XML".split(" "),
  ..."INPUT TEXTAREA SELECT BUTTON AUDIO VIDEO CANVAS MP-COMMON-PROFILE MP-STYLE-TYPE".split(" "),
]);
const BLOCKS = new Set([
  ..."P DIV SECTION ARTICLE HEADER FOOTER MAIN ASIDE NAV H1 H2 H3 H4 H5 H6 UL OL LI DL DT DD".split(" "),
  ..."BLOCKQUOTE PRE TABLE THEAD TBODY TFOOT TR CAPTION FIGURE FIGCAPTION ADDRESS HR FORM FIELDSET BODY".split(
    " ",
  ),
]);

class MarkupReader {
  readonly lines: PastedLine[] = [];
  pictures = 0;
  #text = "";
  /** Characters that are not bold: none of them makes the line a heading. */
  #plain = 0;

  read(element: Element, bold = false, heading = false): void {
    for (const node of element.childNodes) {
      if (node.nodeType === 3) {
        const text = node.nodeValue ?? "";
        this.#text += element.closest("pre") ? text : text.replace(/[ \t]*[\r\n]+[ \t]*/g, "\n");
        if (!bold && !heading) this.#plain += text.trim().length;
      } else if (node.nodeType === 1) this.#element(node as HTMLElement, bold, heading);
    }
    if (heading) this.#plain = 0;
  }

  #element(element: HTMLElement, bold: boolean, heading: boolean): void {
    const name = element.nodeName.toUpperCase();
    if (name === "IMG" || name === "V:IMAGEDATA") this.pictures++;
    if (SKIPPED.has(name) || isHidden(element)) return;
    if (name === "BR") {
      this.flush();
      return;
    }
    const strong = bold || isBold(element);
    const head = heading || isHeading(element);
    const block = BLOCKS.has(name);
    if (block) this.flush();
    this.read(element, strong, head);
    if (block) this.flush();
    else if (name === "TD" || name === "TH") this.#text += "　";
  }

  /** Ends the line. */
  flush(): void {
    const text = clean(joined(this.#text));
    if (text !== "") this.lines.push(lineOf(text, this.#plain === 0));
    this.#text = "";
    this.#plain = 0;
  }
}

const styleOf = (element: Element) => element.getAttribute("style")?.toLowerCase() ?? "";

/** Hidden text, and the numbers Word draws before list items (they come again as text where they matter). */
const isHidden = (element: HTMLElement) =>
  /display\s*:\s*none|mso-hide\s*:\s*all|mso-list\s*:\s*ignore/.test(styleOf(element)) || element.hidden;

const isBold = (element: Element) =>
  /^(B|STRONG)$/.test(element.nodeName) || /font-weight\s*:\s*(bold|[6-9]00)/.test(styleOf(element));

const isHeading = (element: Element) =>
  /^H[1-6]$/.test(element.nodeName) || /^MsoHeading|^MsoTitle/.test(element.className);

/** Line ends of the markup's source: nothing between Han, a space between Latin words. */
const joined = (text: string) =>
  text
    .replace(/\n+/g, "\n")
    .replace(
      /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])\n|\n(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])/gu,
      "",
    )
    .replace(/\n/g, " ");

/** Without what is not seen: zero-width signs, control characters, spaces at the ends and in rows. */
const clean = (text: string) =>
  text
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cf}\ufffc]/gu, "")
    .replace(/[\t\u00a0 ]+/g, " ")
    .replace(/^[\s\u3000]+|[\s\u3000]+$/g, "");

/** Puts the lines at the selection: in a field as one line, in the body as paragraphs. Null where there are none. */
export function insertPasted(
  state: EditorState,
  pasted: Pasted,
  options: { readonly houseWidth: boolean },
): Transaction | null {
  const lines = pasted.lines.map(({ kind, text }) => ({
    kind,
    text: options.houseWidth ? houseWidth(text) : text,
  }));
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return null;
  const { $from, $to } = state.selection;
  if (isField($from.parent) || ($from.parent.isTextblock && lines.length === 1))
    return state.tr.insertText(
      lines.map(({ text }) => text).join(" "),
      $from.pos,
      Math.min($to.pos, $from.end()),
    );
  const nodes = lines.map(({ kind, text }) => schema.node(kind, null, [schema.text(text)]));
  const inText = isBody($from.parent) && isBody($to.parent);
  const slice = new Slice(
    Fragment.from(nodes),
    inText && first.kind === "paragraph" ? 1 : 0,
    inText && last.kind === "paragraph" ? 1 : 0,
  );
  return state.tr.replaceSelection(slice);
}

/**
 * A slice of a galley, without what must not be there twice: jumps and pictures that `stands` says are there, and
 * anchors of comments but those that `mayAnchor` lets in.
 */
export function withoutObjects(
  slice: Slice,
  stands: (id: string) => boolean,
  mayAnchor: (id: string) => boolean,
): Slice {
  const keep = (fragment: Fragment): Fragment => {
    const nodes = fragment.content.flatMap((whole) => {
      const node = withoutAnchors(whole, (id) => !mayAnchor(id));
      const isObject = node.type.name === "jump" || node.type.name === "picture";
      if (isObject) return stands(node.attrs.id as string) ? [] : [node];
      return node.isText || node.content.size === 0 ? [node] : [node.copy(keep(node.content))];
    });
    return Fragment.fromArray(nodes);
  };
  const content = keep(slice.content);
  return content.eq(slice.content)
    ? slice
    : new Slice(content, Math.min(slice.openStart, 1), Math.min(slice.openEnd, 1));
}

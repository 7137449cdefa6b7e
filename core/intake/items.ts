/**
 * Lines to items: what each line is by its own marks and its nearest neighbours.
 *
 * Jump lines at a line's end become items of their own, so that the line before them is judged without them.
 * "title" means no more than that a line could be one; groups.ts decides whether it is.
 */
import { type Line, type LineHint, widthOf } from "./lines.ts";
import {
  creditOf,
  datelineOf,
  isAuthor,
  isBracketed,
  isByline,
  isCredits,
  isEnumerated,
  isFolio,
  isSeries,
  type JumpMark,
  jumpAtEnd,
  jumpAtStart,
} from "./marks.ts";
import { cut, join, type Passage } from "./passage.ts";
import { breaksWord } from "./words.ts";

interface Common {
  readonly passage: Passage;
  readonly text: string;
  /** Blank lines before it. */
  readonly gap: number;
  readonly indent: boolean;
  readonly hint: LineHint | null;
}

export type Item = Common &
  (
    | { readonly kind: "title"; readonly width: number; readonly kicker: boolean; readonly series: boolean }
    | {
        readonly kind: "body";
        readonly dateline: number;
        readonly strong: boolean;
      }
    | { readonly kind: "byline" | "crosshead" | "folio" }
    | { readonly kind: "caption"; readonly credit: number }
    | { readonly kind: "jump"; readonly mark: JumpMark }
    | { readonly kind: "picture"; readonly source: string }
  );

export type TitleItem = Extract<Item, { kind: "title" }>;
export type BodyItem = Extract<Item, { kind: "body" }>;

/** Widest line that can be a headline, kicker or deck, in em. */
const TITLE_WIDTH = 42;

/** The sentence is over: a stop, and the quotes and brackets that close after it. */
export const endsSentence = (text: string) =>
  /(?:[。！？!?]|…{1,2})[”’」』）)〕】》"']*$/.test(text.slice(-12));

/** A line that starts like this goes on with the one before. */
export const startsInside = (text: string) => /^[，。、；：！？”’）》」』】〕…％%,.;:!?)\]]/.test(text);

/** Opening and closing marks do not pair off within the text: it is part of a longer one. */
export function isUnbalanced(text: string): boolean {
  const pairs: Record<string, string> = {
    "”": "“",
    "’": "‘",
    "）": "（",
    "》": "《",
    "」": "「",
    "』": "『",
    "】": "【",
  };
  const open: string[] = [];
  for (const char of text) {
    if ("“‘（《「『【".includes(char)) open.push(char);
    else if (pairs[char] && open.pop() !== pairs[char]) return true;
  }
  return open.length > 0;
}

/** `pictures` are digests by the file offset at which the picture stood. */
export function readItems(
  lines: readonly Line[],
  page: string,
  pictures: readonly { readonly at: number; readonly source: string }[] = [],
): Item[] {
  const items: Item[] = [];
  let folio = true;
  let picture = 0;
  const placePictures = (before: number) => {
    for (; picture < pictures.length && (pictures[picture]?.at ?? 0) <= before; picture++) {
      const source = pictures[picture]?.source ?? "";
      items.push({
        kind: "picture",
        source,
        passage: { text: "", map: [] },
        text: "",
        gap: 0,
        indent: false,
        hint: null,
      });
    }
  };
  for (const [i, line] of lines.entries()) {
    placePictures(line.passage.map[0]?.file ?? 0);
    folio = folio && i < 8 && isFolio(line.text);
    const common = {
      passage: line.passage,
      text: line.text,
      gap: line.gap,
      indent: line.indent,
      hint: line.hint,
    };
    if (folio || isCredits(line.text)) items.push({ ...common, kind: "folio" });
    else readLine(items, common, lines[i + 1], page);
  }
  placePictures(Number.POSITIVE_INFINITY);
  return reconsider(items);
}

/** What the item below says about a line: a credit under it makes it a caption, a byline makes it a headline. */
function reconsider(items: readonly Item[]): Item[] {
  const result: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item;
    const next = items[i + 1];
    const plain = item.kind === "title" || (item.kind === "body" && item.dateline === 0);
    if (plain && item.hint === null && next?.kind === "caption" && next.credit === 0 && next.gap === 0) {
      if ((item.gap > 0 || items[i - 1]?.kind !== "body") && item.text.length <= 80) {
        const passage = join([item.passage, next.passage], " ");
        result.push({ ...item, passage, text: passage.text, kind: "caption", credit: item.text.length + 1 });
        i++;
        continue;
      }
    }
    if (item.kind === "body" && item.hint === null && couldHead(item) && isWhole(result.at(-1))) {
      if (next?.kind === "byline" && !isUnbalanced(item.text)) {
        result.push(titleItem(item));
        continue;
      }
      // Quotes that open on a headline's first line and close on its second.
      const third = items[i + 2];
      const signed = third?.kind === "byline" || (third?.kind === "body" && third.strong);
      if (signed && next?.kind === "body" && couldHead(next) && !isUnbalanced(item.text + next.text)) {
        result.push(titleItem(item), titleItem(next));
        i++;
        continue;
      }
    }
    result.push(item);
  }
  return result;
}

/** Nothing before, or nothing that could go on. */
const isWhole = (item: Item | undefined) =>
  item === undefined || item.kind !== "body" || endsSentence(item.text);

/** A line long or odd for a headline, but not a sentence. */
const couldHead = (item: BodyItem) =>
  item.dateline === 0 &&
  item.text.length <= 80 &&
  widthOf(item.text) <= 60 &&
  !/[。；，,、：:]$|。/.test(item.text) &&
  !endsSentence(item.text);

function readLine(items: Item[], common: Common, next: Line | undefined, page: string): void {
  const tail = jumpAtEnd(common.text, page);
  const head = tail?.start === 0 ? null : jumpAtStart(common.text, page);
  const at = (start: number, end?: number): Common => {
    const passage = cut(common.passage, start, end);
    return { ...common, passage, text: passage.text };
  };
  if (head) items.push({ ...at(head.start, head.end), kind: "jump", mark: head });
  const from = head?.end ?? 0;
  const to = tail && tail.start >= from ? tail.start : common.text.length;
  const rest = head || tail ? at(from, to) : common;
  if (rest.text !== "") items.push(judge(rest, tail ? undefined : next));
  if (tail && tail.start >= from)
    items.push({ ...at(tail.start, tail.end), gap: 0, kind: "jump", mark: tail });
}

function judge(common: Common, next: Line | undefined): Item {
  const { text, hint } = common;
  if (hint) return byHint(common, hint);
  if (isBracketed(text)) return { ...common, kind: "crosshead" };
  if (isByline(text)) return { ...common, kind: "byline" };
  const credit = creditOf(text);
  if (credit !== null) return { ...common, kind: "caption", credit };
  const { length: dateline, strong } = datelineOf(text);
  if (dateline === 0 && couldBeTitle(text, next)) return titleItem(common);
  return { ...common, kind: "body", dateline, strong };
}

function titleItem({ passage, text, gap, indent, hint }: Common): TitleItem {
  const kicker = /(?:强调|指出|要求|寄语|勉励|批示|指示|提出|时说|表示|[：:])$/.test(text);
  return {
    passage,
    text,
    gap,
    indent,
    hint,
    kind: "title",
    width: widthOf(text),
    kicker,
    series: isSeries(text),
  };
}

function byHint(common: Common, hint: LineHint): Item {
  if (hint === "byline" || hint === "crosshead") return { ...common, kind: hint };
  if (hint === "caption")
    return { ...common, kind: "caption", credit: creditOf(common.text) ?? common.text.length };
  if (hint !== "body") return titleItem(common);
  const { length: dateline, strong } = datelineOf(common.text);
  return { ...common, kind: "body", dateline, strong };
}

function couldBeTitle(text: string, next: Line | undefined): boolean {
  if (text.length > TITLE_WIDTH * 2 || widthOf(text) > TITLE_WIDTH) return false;
  if (/[。；;，,、]$/.test(text) || /[。；]/.test(text) || startsInside(text)) return false;
  if (/[！？!?…][”’」』）)]+$/.test(text) || /^[（(].*[）)]$/.test(text)) return false;
  // A line that ends in a colon is a kicker over a headline, or it introduces what follows.
  if (/[：:]$/.test(text) && !(next && !/[。；，]/.test(next.text) && next.width <= TITLE_WIDTH / 2))
    return false;
  // "截至…，", "据…，", "2月17日，": how sentences start, not headlines.
  if (/^(?:截至|据|近日|日前|(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)[^，]{0,20}，/.test(text)) return false;
  // "甲市3例、乙市2例", "…，其中": what a bulletin counts out.
  if (/\d+(?:\.\d+)?\p{Script=Han}{1,2}、|，其中/u.test(text)) return false;
  const commas = text.match(/[，,]/g)?.length ?? 0;
  if (commas > 2 || (commas === 2 && widthOf(text) > 24)) return false;
  return !isFragment(text, next);
}

/** A short line without a stop that is a piece of a sentence, as columns leave them. */
function isFragment(text: string, next: Line | undefined): boolean {
  if (isUnbalanced(text)) return true;
  if (/(?:说|道|强调|指出|表示|认为|介绍|透露|要求|提出|坦言|告诉记者)，/.test(text)) return true;
  if (/(?:[的和与及把被而或]|以及)$/.test(text)) return true;
  if (next === undefined || next.indent || !startsInside(next.text)) return false;
  // A column's lines are of one width; a comma at the head of a line far longer is a paragraph that lost its head.
  return !(/^[，、；：]/.test(next.text) && next.width > 1.5 * widthOf(text) && /[。！？]/.test(next.text));
}

/**
 * A short line between paragraphs that is the first piece of the one below it: it breaks off in a word, leaves the
 * other a single character, or runs over a comma (a crosshead with a comma is a couplet of short halves).
 */
export function isCutFrom(text: string, below: string): boolean {
  if (breaksWord(text, below) || /^\p{Script=Han}[，、。]/u.test(below)) return true;
  if (/^(?:截至|记者从|据|随后|目前|会上)/.test(text)) return true;
  const halves = text.split(/[，,]/);
  return (
    halves.length > 1 &&
    !(halves.every((half) => half.length <= 8) && new Set(halves.map((h) => h.length)).size === 1)
  );
}

/** A line that is the author's name and nothing else. */
export const isAuthorLine = (item: Item) => item.kind === "title" && isAuthor(item.text);
export const isNumbered = (item: Item) => item.kind === "title" && isEnumerated(item.text);

/**
 * The ProseMirror schema of one newspaper page.
 *
 * A page holds blocks; a block's rectangle on the page grid is its `place` attribute, so text and layout change
 * by the same steps. An article stands whole on the page it starts on; a `jump` in it says that the text after
 * that point (and whatever does not fit before it) goes on in a `continuation` block of another page.
 * Printed jump lines are never stored: see jumps.ts.
 */
import { type Mark, type Node, type NodeSpec, Schema } from "prosemirror-model";
import type { Place } from "./place.ts";
import { checkPlace, checkRectangle } from "./place-check.ts";

/** What an imported jump line said, kept so that proofing can compare it with what it should say. */
export interface JumpLiteral {
  /** The line as it stood in the source, e.g. ">>> 下转 A2 版①". */
  readonly text: string;
  /** Page named in the line ("A2"), or null where none was legible. */
  readonly page: string | null;
  /** Number in the line (① is 1), or null. */
  readonly number: number | null;
}

/** A crop in fractions of the whole picture, each 0–1. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The point of a picture that cropping keeps in sight, in fractions of the whole picture, each 0–1. */
export interface Focus {
  readonly x: number;
  readonly y: number;
}

export type HeadlineDirection = "horizontal" | "vertical";
export type HeadlineSide = "auto" | "left" | "right";
export type BoxStyle = "none" | "rule" | "tint" | "ornament";
type ArticleKind = "news" | "commentary" | "brief";

const isString = (value: unknown) => {
  if (typeof value !== "string" || value === "")
    throw new RangeError("an id must be a string that is not empty");
};
const oneOf =
  (...values: string[]) =>
  (value: unknown) => {
    if (!values.includes(value as string))
      throw new RangeError(`${JSON.stringify(value)} is none of ${values.join(", ")}`);
  };
const isBox = oneOf("none", "rule", "tint", "ornament");
const isSqueeze = (value: unknown) => {
  if (!Number.isInteger(value) || Math.abs(value as number) > MOST_SQUEEZED)
    throw new RangeError(`${JSON.stringify(value)} is no number of lines to save`);
};
/** Most lines that tighter setting is asked to save in a block. */
const MOST_SQUEEZED = 200;
const isCrop = (value: unknown) => {
  const { x, y, width, height } = (value ?? {}) as Crop;
  const inside =
    [x, y, width, height].every((n) => n >= 0 && n <= 1) && x + width <= 1.000001 && y + height <= 1.000001;
  if (!inside || width === 0 || height === 0)
    throw new RangeError("a crop is a part of the whole picture, in fractions");
};
const isFocus = (value: unknown) => {
  const { x, y } = (value ?? {}) as Focus;
  if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1))
    throw new RangeError("a focal point is a point of the picture, in fractions");
};
const isLiteral = (value: unknown) => {
  const literal = value as JumpLiteral | null;
  if (literal !== null && typeof literal?.text !== "string")
    throw new RangeError("an imported line has a text");
};
const place = { default: null as Place | null, validate: (value: unknown) => void checkPlace(value) };
/** Blocks that text flows in may have corners taken out; the others are rectangles. */
const rectangle = {
  default: null as Place | null,
  validate: (value: unknown) => void checkRectangle(value),
};
/** Lines that tighter setting saves in a block (挤行); negative: lines that looser setting adds (抻行). */
const squeeze = { default: 0, validate: isSqueeze };
const id = { validate: isString };
/** Pinned blocks stay where they are when a page is planned. */
const pinned = { default: false, validate: "boolean" };

function field(name: string, extra: NodeSpec = {}): NodeSpec {
  return {
    content: "text*",
    marks: "comment",
    defining: true,
    parseDOM: [{ tag: `div[data-part=${name}]` }],
    toDOM: () => ["div", { "data-part": name, class: `part-${name}` }, 0],
    ...extra,
  };
}

function block(name: string, spec: NodeSpec): NodeSpec {
  return {
    isolating: true,
    selectable: true,
    parseDOM: [],
    toDOM: (node: Node) => [
      spec.content === "" || spec.content === undefined ? "hr" : "section",
      { "data-block": name, "data-id": node.attrs.id, class: `block-${name}` },
      ...(spec.content ? [0 as const] : []),
    ],
    ...spec,
  };
}

const nodes = {
  page: {
    content: "(masthead | article | continuation | picture | advert)*",
    attrs: {
      id,
      /** Page number as printed: "A1". */
      number: { validate: isString },
      /** Name of the page (版名): "要闻". Empty where it has none. */
      title: { default: "", validate: "string" },
    },
    toDOM: () => ["div", { class: "page" }, 0],
  },
  masthead: block("masthead", { atom: true, attrs: { id, place: rectangle, pinned } }),
  article: block("article", {
    content: "kicker? headline deck* series? byline* dateline? (paragraph | crosshead | jump | picture)*",
    attrs: {
      id,
      place,
      pinned,
      kind: { default: "news" as ArticleKind, validate: oneOf("news", "commentary", "brief") },
      /** 1 is the lead (头条); larger is less important. 0 where nobody has said. */
      rank: { default: 0, validate: "number" },
      /** Text columns inside the block; 0 follows the block's width in basic columns, another number is a broken measure (破栏). */
      textColumns: { default: 0, validate: "number" },
      headlineDirection: {
        default: "horizontal" as HeadlineDirection,
        validate: oneOf("horizontal", "vertical"),
      },
      /** Side of the block that a vertical headline stands at; "auto" is the page's outer edge at the right, else the left. */
      headlineSide: { default: "auto" as HeadlineSide, validate: oneOf("auto", "left", "right") },
      /** Headline type size in pt; 0 lets composition choose from the house scale. */
      headlineSize: { default: 0, validate: "number" },
      box: { default: "none" as BoxStyle, validate: isBox },
      squeeze,
    },
  }),
  continuation: block("continuation", {
    content: "headline",
    attrs: {
      id,
      place,
      pinned,
      /**
       * Id of the article that goes on here, and of the jump that leads here. An imported 上接 whose 下转 has not been
       * found has no jump; `article` then names the block beside it that holds its text, if there was any. See settle.ts.
       */
      article: { default: null as string | null, validate: "string|null" },
      jump: { default: null as string | null, validate: "string|null" },
      literal: { default: null as JumpLiteral | null, validate: isLiteral },
      textColumns: { default: 0, validate: "number" },
      box: { default: "none" as BoxStyle, validate: isBox },
      squeeze,
    },
  }),
  picture: block("picture", {
    content: "caption? credit?",
    attrs: {
      id,
      /** On a page: cells of the page. Inside an article: cells relative to the article's block. */
      place: rectangle,
      pinned,
      /** SHA-256 digest (hex) of the picture in the edition file; null while there is only a caption. */
      source: { default: null as string | null, validate: "string|null" },
      /** Pixels of the original; 0 while unknown. */
      width: { default: 0, validate: "number" },
      height: { default: 0, validate: "number" },
      crop: { default: { x: 0, y: 0, width: 1, height: 1 } as Crop, validate: isCrop },
      focus: { default: { x: 0.5, y: 0.5 } as Focus, validate: isFocus },
    },
  }),
  advert: block("advert", {
    content: "caption?",
    attrs: {
      id,
      place: rectangle,
      pinned,
      source: { default: null as string | null, validate: "string|null" },
      /** Pixels of the original; 0 while unknown. An advert is planned in its picture's proportion. */
      width: { default: 0, validate: "number" },
      height: { default: 0, validate: "number" },
    },
  }),
  kicker: field("kicker"),
  headline: field("headline"),
  deck: field("deck"),
  series: field("series"),
  byline: field("byline"),
  /** 电头, with the date that belongs to it: "株洲日报讯 2月17日，". Set run-in at the head of the first paragraph. */
  dateline: field("dateline"),
  paragraph: field("paragraph", {
    marks: "emphasis comment",
    parseDOM: [{ tag: "p" }],
    toDOM: () => ["p", 0],
  }),
  crosshead: field("crosshead"),
  caption: field("caption"),
  credit: field("credit"),
  jump: {
    atom: true,
    selectable: true,
    attrs: {
      id,
      /** Number of the page the text goes on on: "A2". */
      target: { validate: isString },
      /** What an imported line said; null for a jump made in the app. */
      literal: { default: null as JumpLiteral | null, validate: isLiteral },
    },
    toDOM: (node: Node) => ["div", { "data-part": "jump", "data-id": node.attrs.id, class: "part-jump" }],
  },
  text: {},
} satisfies Record<string, NodeSpec>;

export const schema = new Schema({
  topNode: "page",
  nodes,
  marks: {
    emphasis: { parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
    /**
     * Where a thread of comments.ts is anchored. It prints nothing and changes no digest; several may overlap. What is
     * typed at its end is outside it.
     */
    comment: {
      attrs: { id },
      inclusive: false,
      excludes: "",
      parseDOM: [
        { tag: "span[data-comment]", getAttrs: (dom) => ({ id: dom.getAttribute("data-comment") }) },
      ],
      toDOM: (mark: Mark) => ["span", { "data-comment": mark.attrs.id }, 0],
    },
  },
});

export type PartName =
  | "kicker"
  | "headline"
  | "deck"
  | "series"
  | "byline"
  | "dateline"
  | "paragraph"
  | "crosshead"
  | "caption"
  | "credit";

/**
 * One issue of the paper: what is true of the whole edition, and its pages in printed order.
 *
 * Values here are immutable. Everything that changes them is a `Change` (see change.ts), so that one log, one
 * undo and one diff cover words, layout, pages and edition facts alike.
 */
import { Node } from "prosemirror-model";
import { schema } from "./schema.ts";
import { broadsheet, type HouseStyle } from "./style.ts";

/** What the masthead and the folios print. Strings that are empty are not printed. */
export interface EditionFacts {
  readonly id: string;
  /** Name of the paper: "株洲日报". */
  readonly paper: string;
  /** Date of issue, ISO 8601 calendar date: "2020-02-18". */
  readonly date: string;
  /** Total issue number (总第…期), serial number (国内统一连续出版物号 CN …), publisher, price as printed. */
  readonly issue: string;
  readonly serial: string;
  readonly publisher: string;
  readonly price: string;
  /** Credits line (责编 … 版式 … 校对 …), printed in the folio. */
  readonly credits: string;
}

export interface Edition {
  readonly facts: EditionFacts;
  readonly style: HouseStyle;
  /** Page documents (`page` nodes) in printed order; ids and numbers are each unique. */
  readonly pages: readonly Node[];
}

export type EditionJSON = { facts: EditionFacts; style: HouseStyle; pages: unknown[] };

export const noFacts: EditionFacts = {
  id: "",
  paper: "",
  date: "",
  issue: "",
  serial: "",
  publisher: "",
  price: "",
  credits: "",
};

/** The page numbered `number` ("A2"), or null. */
export function pageNumbered(edition: Edition, number: string): Node | null {
  return edition.pages.find((page) => page.attrs.number === number) ?? null;
}

export function editionToJSON(edition: Edition): EditionJSON {
  return { facts: edition.facts, style: edition.style, pages: edition.pages.map((page) => page.toJSON()) };
}

/** Throws a RangeError (ProseMirror's, naming the node) where a page does not obey the schema. */
export function editionFromJSON(json: EditionJSON): Edition {
  const pages = json.pages.map((page) => {
    const node = Node.fromJSON(schema, page);
    node.check();
    return node;
  });
  return { facts: { ...noFacts, ...json.facts }, style: json.style ?? broadsheet, pages };
}

/** Page numbers in printed order: section letter, then number: A1, A2, A10, B1. */
export function comparePageNumbers(a: string, b: string): number {
  const parse = (text: string) => /^([A-Z]*)(\d+)$/.exec(text);
  const [x, y] = [parse(a), parse(b)];
  if (!x || !y) return a < b ? -1 : a > b ? 1 : 0;
  const [xs = "", xn = ""] = x.slice(1);
  const [ys = "", yn = ""] = y.slice(1);
  return xs < ys ? -1 : xs > ys ? 1 : Number(xn) - Number(yn);
}

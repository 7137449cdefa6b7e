/**
 * One issue of the paper: what is true of the whole edition, and its pages in printed order.
 *
 * Values here are immutable. Everything that changes them is a `Change` (see change.ts), so that one log, one
 * undo and one diff cover words, layout, pages and edition facts alike.
 */
import { Node } from "prosemirror-model";
import { admitFacts, admitStyle } from "./admit.ts";
import type { EditionFacts } from "./facts.ts";
import { schema } from "./schema.ts";
import type { HouseStyle } from "./style.ts";
import { admitThreads, type Thread } from "./thread.ts";

export { type EditionFacts, noFacts } from "./facts.ts";

export interface Edition {
  readonly facts: EditionFacts;
  readonly style: HouseStyle;
  /** Page documents (`page` nodes) in printed order; ids and numbers are each unique. */
  readonly pages: readonly Node[];
  /** Comments and queries in the order they were begun; left out where there are none. */
  readonly comments?: readonly Thread[];
}

export type EditionJSON = {
  facts: EditionFacts;
  style: HouseStyle;
  pages: unknown[];
  comments?: readonly Thread[];
};

/** The page numbered `number` ("A2"), or null. */
export function pageNumbered(edition: Edition, number: string): Node | null {
  return edition.pages.find((page) => page.attrs.number === number) ?? null;
}

export function editionToJSON(edition: Edition): EditionJSON {
  const { facts, style, pages, comments } = edition;
  return { facts, style, pages: pages.map((page) => page.toJSON()), ...(comments ? { comments } : {}) };
}

/** Throws a RangeError that names what is wrong where the JSON is no edition, or a page does not obey the schema. */
export function editionFromJSON(json: EditionJSON): Edition {
  if (!Array.isArray(json?.pages)) throw new RangeError("an edition has a list of pages");
  return {
    facts: admitFacts(json.facts),
    style: admitStyle(json.style),
    pages: json.pages.map(pageFromJSON),
    ...(json.comments === undefined ? {} : withComments(admitThreads(json.comments))),
  };
}

/** The part of an edition that holds `comments`: an edition without any has no such part. */
export const withComments = (comments: readonly Thread[]): Pick<Edition, "comments"> =>
  comments.length > 0 ? { comments } : {};

/** Throws a RangeError where the JSON is no page of this schema. */
export function pageFromJSON(json: unknown): Node {
  const page = reading("a page", () => {
    const node = Node.fromJSON(schema, json);
    node.check();
    return node;
  });
  if (page.type !== schema.topNodeType) throw new RangeError(`a ${page.type.name} is no page`);
  return page;
}

/** What `read` returns; whatever it throws over a value of a strange shape is a RangeError that says of what. */
export function reading<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new RangeError(`no ${what}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
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

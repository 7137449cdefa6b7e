/** A reading of one article made from lines of text, for tests of figures and relations: all lines are body text. */
import type { Node } from "prosemirror-model";
import { noFacts } from "../../../core/edition/edition.ts";
import { type Reading, readEdition } from "../../../core/edition/reading.ts";
import { schema } from "../../../core/edition/schema.ts";
import { broadsheet } from "../../../core/edition/style.ts";

const line = (kind: string, words: string): Node =>
  schema.node(kind, null, words === "" ? [] : [schema.text(words)]);

export interface BulletinOptions {
  readonly headline?: string;
  readonly deck?: string;
  readonly date?: string;
}

/** One page with one article: `text` gives a body paragraph a line. */
export function readingOf(text: string, options: BulletinOptions = {}): Reading {
  const { headline = "", deck, date = "2024-05-20" } = options;
  const content = [
    line("headline", headline),
    ...(deck === undefined ? [] : [line("deck", deck)]),
    ...text
      .split("\n")
      .filter((paragraph) => paragraph.trim() !== "")
      .map((paragraph) => line("paragraph", paragraph)),
  ];
  const article = schema.node("article", { id: "a1" }, content);
  const page = schema.node("page", { id: "p1", number: "A1" }, [article]);
  return readEdition({ facts: { ...noFacts, date }, style: broadsheet, pages: [page] });
}

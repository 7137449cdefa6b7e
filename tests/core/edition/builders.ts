/**
 * Tiny builders, so that a test reads like the page it is about: `page("A1", article("标题", p("正文。"), jump("A2")))`.
 *
 * Ids count up from 1 within a test file unless given; `edition(...)` fills in the facts.
 */
import type { Node } from "prosemirror-model";
import { type Edition, type EditionFacts, noFacts } from "../../../core/edition/edition.ts";
import type { Place } from "../../../core/edition/place.ts";
import { schema } from "../../../core/edition/schema.ts";
import { broadsheet } from "../../../core/edition/style.ts";

let count = 0;
export const newId = () => `n${++count}`;

const field = (name: string) => (text: string) =>
  schema.node(name, null, text === "" ? [] : [schema.text(text)]);

export const kicker = field("kicker");
export const headline = field("headline");
export const deck = field("deck");
export const series = field("series");
export const byline = field("byline");
export const dateline = field("dateline");
export const p = field("paragraph");
export const crosshead = field("crosshead");
export const caption = field("caption");
export const credit = field("credit");

export const jump = (target: string, attrs: Record<string, unknown> = {}) =>
  schema.node("jump", { id: newId(), target, ...attrs });

/** An imported jump: what its line said, word for word. */
export const importedJump = (text: string, page: string, number: number | null, id = newId()) =>
  schema.node("jump", { id, target: page, literal: { text, page, number } });

export const at = (column: number, line: number, columns: number, lines: number): Place => ({
  column,
  line,
  columns,
  lines,
});

/** An article; a string is its headline, nodes follow in the schema's order. */
export function article(first: string | Record<string, unknown>, ...parts: (Node | string)[]): Node {
  const attrs = typeof first === "string" ? {} : first;
  const rest = typeof first === "string" ? [first, ...parts] : parts;
  const nodes = rest.map((part) => (typeof part === "string" ? headline(part) : part));
  const at = nodes.findIndex((node) => node.type.name === "headline");
  // A kicker given after the headline string still stands before it.
  const before = nodes.filter((node) => node.type.name === "kicker");
  const others = nodes.filter((node, i) => i !== at && node.type.name !== "kicker");
  return schema.node("article", { id: newId(), ...attrs }, [
    ...before,
    at < 0 ? headline("") : (nodes[at] as Node),
    ...others,
  ]);
}

export const picture = (attrs: Record<string, unknown>, ...parts: Node[]) =>
  schema.node("picture", { id: newId(), ...attrs }, parts);

export const masthead = (attrs: Record<string, unknown> = {}) =>
  schema.node("masthead", { id: newId(), ...attrs });

export const continuation = (attrs: Record<string, unknown>, text = "") =>
  schema.node("continuation", { id: newId(), ...attrs }, [headline(text)]);

export const advert = (attrs: Record<string, unknown> = {}, ...parts: Node[]) =>
  schema.node("advert", { id: newId(), ...attrs }, parts);

export const page = (number: string, ...blocks: Node[]) =>
  schema.node("page", { id: `page-${number}`, number, title: "" }, blocks);

export function edition(...pages: Node[]): Edition;
export function edition(facts: Partial<EditionFacts>, ...pages: Node[]): Edition;
export function edition(first: Partial<EditionFacts> | Node, ...rest: Node[]): Edition {
  const isPage = "type" in first;
  const facts = isPage ? {} : (first as Partial<EditionFacts>);
  const pages = isPage ? [first as Node, ...rest] : rest;
  return {
    facts: { ...noFacts, id: "test", paper: "湘江晨报", date: "2020-02-18", ...facts },
    style: broadsheet,
    pages,
  };
}

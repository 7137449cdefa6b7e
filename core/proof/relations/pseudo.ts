/**
 * Entries for what is said without being a figure of the stream: 四个一, 翻两番, an item of a list, a span of days.
 *
 * They have no place among the article's figures (index −1) and take part in relations as figures do.
 */
import type { Mention } from "../figures/scan.ts";
import type { Entry, Stream, StreamClause } from "./stream.ts";

/** Where it stands in its part's text (UTF-16 offsets), and what it says. */
export interface Said {
  readonly part: number;
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit?: string;
}

export function pseudoEntry(stream: Stream, { part, start, end, value, unit = "" }: Said): Entry {
  const mention: Mention = {
    start,
    end,
    kind: "name",
    value,
    scale: 1,
    ulp: 1,
    unit,
    class: unit,
    approximation: null,
    upper: null,
  };
  return {
    index: -1,
    part,
    mention,
    clause: stream.groups[0]?.clauses[0] as StreamClause,
    lead: "",
    tail: "",
    name: "",
    times: 1,
  };
}

/** The quantity of the stream that starts there, else one for what is said. */
export function entryFor(stream: Stream, said: Said): Entry {
  const known = stream.at(said.part, said.start);
  return known?.mention.kind === "quantity" ? known : pseudoEntry(stream, said);
}

const texts = new WeakMap<Stream, (readonly [index: number, text: string])[]>();

/** Text parts in which relations are read, with their index; gathered once, for every kind of relation asks. */
export function textsOf(stream: Stream): readonly (readonly [index: number, text: string])[] {
  let known = texts.get(stream);
  if (!known) {
    known = [];
    for (const [index, { role, text }] of stream.article.parts.entries())
      if (role !== "jump" && role !== "byline" && role !== "credit") known.push([index, text]);
    texts.set(stream, known);
  }
  return known;
}

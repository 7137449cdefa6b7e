/**
 * A text part cut into clauses (分句), each with its figures.
 *
 * Clauses are what relations are read from: a list is clauses side by side, a total is the figure before 其中. What
 * stands in brackets forms its own group, so that 衢州市14例（核减7例） is one clause holding another.
 */
import { table } from "./around.ts";
import { type Mention, scan } from "./scan.ts";

/** How strongly a mark parts what it stands between. */
export const LEVEL = { none: 0, item: 1, clause: 2, part: 3, sentence: 4, paragraph: 5 } as const;

export interface Clause {
  readonly start: number;
  end: number;
  /** Level of the mark that ends it, and the mark. */
  close: number;
  mark: string;
  /** 0 outside brackets; each pair of brackets of the part has its own number. */
  readonly group: number;
  /** Indices into the part's mentions, ascending. */
  mentions: number[];
}

export interface Clauses {
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** By start offset. */
  readonly clauses: readonly Clause[];
  /** Clause index of each mention. */
  readonly home: readonly number[];
}

/** Marks by code: the level at which they part, or a bracket. */
const OPEN = 6;
const CLOSE = 7;
const marks = table({
  [LEVEL.item]: "、",
  [LEVEL.clause]: "，,：:",
  [LEVEL.part]: "；;",
  [LEVEL.sentence]: "。！？!?\n",
  [OPEN]: "（(",
  [CLOSE]: "）)",
});

/** Brackets nested deeper than this are read as text. */
const MAX_DEPTH = 4;

export function clausesOf(text: string): Clauses {
  const mentions = scan(text);
  const closed = bracketsClosed(text);
  const clauses: Clause[] = [];
  const home: number[] = [];
  const stack: number[] = [];
  let groups = 0;
  let next = 0;

  const open = (start: number, group: number) => {
    clauses.push({ start, end: text.length, close: LEVEL.paragraph, mark: "", group, mentions: NONE });
    return clauses.length - 1;
  };
  let current = open(0, 0);

  for (let at = 0; at < text.length; at++) {
    const mark = marks[text.charCodeAt(at)] as number;
    if (mark === 0) continue;
    // Marks inside a figure (1,000; 8:30) part nothing.
    while (next < mentions.length && (mentions[next] as Mention).end <= at) take(next++);
    const inside = mentions[next];
    if (inside && inside.start < at && at < inside.end) continue;
    const clause = clauses[current] as Clause;
    if (mark === OPEN) {
      if (stack.length >= MAX_DEPTH || !closed.has(at)) continue;
      stack.push(current);
      current = open(at + 1, ++groups);
    } else if (mark === CLOSE) {
      const outer = stack.pop();
      if (outer === undefined) continue;
      clause.end = at;
      clause.mark = text[at] as string;
      current = outer;
    } else {
      clause.end = at;
      clause.mark = text[at] as string;
      clause.close = mark;
      current = open(at + 1, clause.group);
    }
  }
  while (next < mentions.length) take(next++);
  return { text, mentions, clauses, home };

  function take(index: number) {
    const clause = clauses[current] as Clause;
    if (clause.mentions === NONE) clause.mentions = [index];
    else clause.mentions.push(index);
    home[index] = current;
  }
}

/** Of most clauses, which have no figure. */
const NONE: number[] = [];
const NOWHERE: ReadonlySet<number> = new Set();

/** Offsets of the opening brackets that are closed in their paragraph: one that is not must not swallow the rest. */
function bracketsClosed(text: string): ReadonlySet<number> {
  if (!text.includes("（") && !text.includes("(")) return NOWHERE;
  const closed = new Set<number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = marks[text.charCodeAt(at)] as number;
    if (mark === OPEN) open.push(at);
    else if (mark === CLOSE) {
      const opener = open.pop();
      if (opener !== undefined) closed.add(opener);
    } else if (mark === LEVEL.sentence && text[at] === "\n") open.length = 0;
  }
  return closed;
}

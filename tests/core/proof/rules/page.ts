/**
 * Editions made from a few lines of text, for rules' examples.
 *
 * "# A2" begins a page, an empty line an article; an article's first line is its headline, "下转 A2 版①" a jump, and
 * "上接 A1 版①" before the headline makes it the continuation of the jump with that number.
 */
import type { Node } from "prosemirror-model";
import { type Edition, noFacts } from "../../../../core/edition/edition.ts";
import { type Reading, readEdition } from "../../../../core/edition/reading.ts";
import { type JumpLiteral, schema } from "../../../../core/edition/schema.ts";
import { broadsheet, type HouseStyle } from "../../../../core/edition/style.ts";

export interface PageOptions {
  readonly date?: string;
  readonly paper?: string;
  readonly style?: HouseStyle;
}

const JUMP = /^(?:>>> *)?下转 ?([A-Z]\d+)? ?版([①-⑳])?$/u;
const BACK = /^上接 ?([A-Z]\d+)? ?版([①-⑳])?$/u;
const BYLINE = /^\S{2,6}(?:日报|晚报|本报)?记者 \S{2,4}$/u;
const DATELINE = /^(?:\S{2,4}(?:日报|晚报)讯|新华社\S{2,4}) ?(?:\d+月\d+日)[，电]?/u;

function literal(match: RegExpExecArray): JumpLiteral {
  const circle = match[2];
  return {
    text: match[0],
    page: match[1] ?? null,
    number: circle ? (circle.codePointAt(0) as number) - 0x245f : null,
  };
}

function text(kind: string, words: string): Node {
  return schema.node(kind, null, words ? [schema.text(words)] : []);
}

/** One article whose paragraphs are the lines of `body`. */
export function editionOf(body: string, options: PageOptions = {}): Edition {
  return editionOfPages(`测试稿件\n${body}`, options);
}

export function editionOfPages(
  source: string,
  { date = "2020-02-18", paper = "", style = broadsheet }: PageOptions = {},
): Edition {
  let ids = 0;
  const next = () => `n${++ids}`;
  const open: { jump: string; article: string; target: string; number: number | null; from: string }[] = [];
  const pages: { number: string; blocks: Node[] }[] = [];
  for (const chunk of source.split(/\n\s*\n/)) {
    const lines = chunk.split("\n");
    const mark = /^# ?([A-Z]\d+)$/.exec(lines[0] ?? "");
    if (mark) pages.push({ number: mark[1] as string, blocks: [] });
    if (mark) lines.shift();
    if (pages.length === 0) pages.push({ number: "A1", blocks: [] });
    if (lines.length === 0) continue;
    const page = pages.at(-1) as { number: string; blocks: Node[] };
    const back = BACK.exec(lines[0] ?? "");
    if (back) {
      const said = literal(back);
      const headline = text("headline", lines[1] ?? "");
      const at = open.findIndex(
        (j) =>
          j.target === page.number &&
          j.from === said.page &&
          (j.number === said.number || said.number === null),
      );
      const from = at < 0 ? null : (open.splice(at, 1)[0] ?? null);
      page.blocks.push(
        schema.node(
          "continuation",
          { id: next(), article: from?.article ?? null, jump: from?.jump ?? null, literal: said },
          headline,
        ),
      );
      continue;
    }
    const id = next();
    const content: Node[] = [text("headline", lines[0] ?? "")];
    for (const line of lines.slice(1)) {
      const match = JUMP.exec(line);
      const dateline = content.length === 1 ? DATELINE.exec(line)?.[0] : undefined;
      if (match) {
        const said = literal(match);
        const jump = next();
        const target = said.page ?? "A2";
        open.push({ jump, article: id, target, number: said.number, from: page.number });
        content.push(schema.node("jump", { id: jump, target, literal: said }));
      } else if (content.length === 1 && BYLINE.test(line)) content.push(text("byline", line));
      else if (dateline)
        content.push(text("dateline", dateline), text("paragraph", line.slice(dateline.length)));
      else content.push(text("paragraph", line));
    }
    page.blocks.push(schema.node("article", { id }, content));
  }
  return {
    facts: { ...noFacts, date, paper },
    style,
    pages: pages.map(({ number, blocks }) => schema.node("page", { id: next(), number }, blocks)),
  };
}

export function readingOf(body: string, options?: PageOptions): Reading {
  return readEdition(editionOf(body, options));
}

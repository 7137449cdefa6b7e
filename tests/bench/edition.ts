/**
 * A whole evening's edition for benches, out of the bench's own text: 16 pages of articles of all lengths, 100,000
 * characters, without pictures. Pages have no layout yet.
 */
import type { Edition } from "../../core/edition/edition.ts";
import { noFacts } from "../../core/edition/edition.ts";
import { schema } from "../../core/edition/schema.ts";
import { broadsheet } from "../../core/edition/style.ts";
import { benchText } from "./text.ts";

/** Characters of an article, over and over: a lead, two of middle length, shorts. */
const LENGTHS = [1700, 1100, 900, 700, 600, 500, 400, 350] as const;
const HEADLINE = 16;

export function benchEdition(pages = 16, characters = 100_000): Edition {
  const paragraphs = benchText(1500).split("\n").filter(Boolean).values();
  const next = () => {
    const { value, done } = paragraphs.next();
    if (done) throw new RangeError("the bench's text is too short for this edition");
    return value;
  };
  const perPage = characters / pages;
  return {
    facts: { ...noFacts, id: "bench", paper: "江州晚报", date: "2020-02-18" },
    style: broadsheet,
    pages: Array.from({ length: pages }, (_, p) => {
      const articles = [];
      let left = perPage;
      for (let a = 0; left > 0; a++) {
        const length = Math.min(left, LENGTHS[a % LENGTHS.length] as number);
        articles.push(article(`p${p}a${a}`, length, next));
        left -= length;
      }
      return schema.node("page", { id: `p${p}`, number: `A${p + 1}` }, articles);
    }),
  };
}

function article(id: string, characters: number, next: () => string) {
  const headline = (/[\p{Script=Han}]{6,16}/u.exec(next())?.[0] ?? "今日要闻").slice(0, HEADLINE);
  const nodes = [schema.node("headline", null, schema.text(headline))];
  for (let left = characters - headline.length; left > 0; ) {
    const text = next().slice(0, Math.max(40, left));
    nodes.push(schema.node("paragraph", null, schema.text(text)));
    left -= text.length;
  }
  return schema.node("article", { id }, nodes);
}

/** Two editions of a small page, and what red check tells of them in a few words. */
import type { Node } from "prosemirror-model";
import type { Correction, TextPlace } from "../../../core/edition/correction.ts";
import { type Edition, noFacts } from "../../../core/edition/edition.ts";
import { redCheck } from "../../../core/edition/red-check.ts";
import { schema } from "../../../core/edition/schema.ts";
import { broadsheet } from "../../../core/edition/style.ts";

export const text = (role: string, words: string) => schema.node(role, null, words ? schema.text(words) : []);
export const place = (column: number, line = 0) => ({ column, line, columns: 2, lines: 30 });

export function article(
  id: string,
  headline: string,
  paragraphs: readonly string[],
  attrs: object = {},
): Node {
  return schema.node("article", { id, place: place(0), ...attrs }, [
    text("headline", headline),
    ...paragraphs.map((words) => text("paragraph", words)),
  ]);
}

export const picture = (source: string, attrs: object = {}) =>
  schema.node("picture", { id: "pic", source, place: place(4), ...attrs }, [text("caption", "大桥。")]);

export function edition(...pages: Node[][]): Edition {
  return {
    facts: { ...noFacts, paper: "江州晚报" },
    style: broadsheet,
    pages: pages.map((blocks, i) => schema.node("page", { id: `p${i + 1}`, number: `A${i + 1}` }, blocks)),
  };
}

/** The place of `words` on an edition; of an insertion with `at`, of where it goes. */
export function where(edition: Edition, words: string): TextPlace {
  let found: TextPlace | null = null;
  for (const page of edition.pages) {
    page.forEach((block, offset) => {
      block.descendants((part, pos) => {
        const from = part.isTextblock ? part.textContent.indexOf(words) : -1;
        if (from >= 0 && !found) {
          const at = { page: page.attrs.id, block: block.attrs.id, pos: offset + 1 + pos };
          found = { ...at, from, to: from + words.length };
        }
        return !part.isTextblock;
      });
    });
  }
  if (!found) throw new Error(`${words} is nowhere`);
  return found;
}

export const asks = (
  edition: Edition,
  quote: string,
  fix: string | null,
  rest: Partial<Correction> = {},
): Correction => ({
  id: quote,
  place: where(edition, quote),
  text: fix,
  ...rest,
});

/** Outcomes with what stands there now, and unasked changes, in a few words each. */
export function told(before: Edition, after: Edition, corrections: readonly Correction[]) {
  const { corrections: checked, unasked } = redCheck(before, after, corrections);
  return {
    asked: checked.map(({ outcome, after: words, moved }) =>
      `${outcome}${moved ? "+moved" : ""} ${words}`.trim(),
    ),
    unasked: unasked.map(({ kind, before: a, after: b, detail }) =>
      kind === "words" ? `${a?.words}→${b?.words}` : detail ? `${kind} ${detail.name}` : kind,
    ),
  };
}

export const bridge = [
  "大桥全长3公里，录入区一侧已合龙。",
  "总投资12亿元，其中东区出资7亿元、西区出资4亿元。",
  "通车典礼定于明天上午举行。",
];
export const one = (paragraphs: readonly string[], headline = "新桥明日通车") =>
  edition([article("a", headline, paragraphs)]);
export const with1 = (words: string, ...rest: string[]) =>
  one([words, ...(rest.length ? rest : bridge.slice(1))]);

/** Drafts as short lines a test can state: "headline 新桥通车", "picture 新桥 | 某某 摄". */

import type { Draft, DraftArticle, Segment } from "../../../core/intake/draft.ts";
import { intakeText } from "../../../core/intake/intake.ts";

export function showArticle(article: DraftArticle): string[] {
  const lines = article.parts.map((part) =>
    part.role === "picture"
      ? `picture ${part.caption?.text ?? "–"} | ${part.credit?.text ?? "–"}`
      : `${part.role} ${part.text}`,
  );
  return article.continues ? [`continues ${article.continues.text}`, ...lines] : lines;
}

/** One list of lines per article of the first page. */
export const show = (text: string): string[][] =>
  (intakeText(text).pages[0]?.articles ?? []).map(showArticle);

/** The lines of a text that is one article. */
export function showOne(text: string): string[] {
  const articles = show(text);
  if (articles.length !== 1) throw new Error(`${articles.length} articles: ${JSON.stringify(articles)}`);
  return articles[0] as string[];
}

/** Every mapped text of a draft. */
export function mappedTexts(draft: Draft): { text: string; map: readonly Segment[] }[] {
  return draft.pages.flatMap((page) => [
    ...page.folio,
    ...page.articles.flatMap((article) => [
      ...(article.continues ? [article.continues] : []),
      ...article.parts.flatMap((part) =>
        part.role === "picture" ? [part.caption, part.credit].filter((text) => text !== null) : [part],
      ),
    ]),
  ]);
}

/**
 * What is wrong with the claim that every character of `file` stands in exactly one text of the draft; "" if it
 * holds. White space may be dropped, and so may lines that only number a page.
 */
export function coverageFault(file: string, draft: Draft): string {
  const seen = new Uint8Array(file.length);
  for (const { text, map } of mappedTexts(draft)) {
    let mapped = 0;
    for (const s of map) {
      const there = file.slice(s.file, s.file + s.length);
      if (text.slice(s.text, s.text + s.length) !== there)
        return `"${there}" is not in "${text}" at ${s.text}`;
      if (text.slice(mapped, s.text).trim() !== "")
        return `"${text.slice(mapped, s.text)}" stands in no file`;
      for (let i = s.file; i < s.file + s.length; i++) {
        if (seen[i]) return `offset ${i} ("${file[i]}") is in two parts`;
        seen[i] = 1;
      }
      mapped = s.text + s.length;
    }
    if (mapped !== text.length) return `the end of "${text}" is not mapped`;
  }
  for (const line of file.matchAll(/^#\s?[A-Z]\d+$/gm)) seen.fill(1, line.index, line.index + line[0].length);
  for (let i = 0; i < file.length; i++)
    if (!seen[i] && (file[i] as string).trim() !== "") return `offset ${i} ("${file[i]}") is in no part`;
  return "";
}

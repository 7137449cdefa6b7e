/** Relations in a line each, as examples compare them: "sum 36=20+10+6", with ≠ where they fail. */
import { relationsOf } from "../../../../core/proof/relations/relate.ts";
import { type BulletinOptions, readingOf } from "../bulletin.ts";

export function told(text: string, options: BulletinOptions = {}): string[] {
  const article = readingOf(text, options).pages[0]?.articles[0];
  if (!article) throw new RangeError("no article was made");
  return relationsOf(article).relations.map(
    ({ kind, total, parts, holds }) =>
      `${kind} ${total.value}${holds ? "=" : "≠"}${parts.map((part) => part.value).join("+")}`,
  );
}

/** Only the sums and balances. */
export const sumsTold = (text: string, options?: BulletinOptions) =>
  told(text, options).filter((line) => /^(?:sum|balance)/.test(line));

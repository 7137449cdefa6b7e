/** Items of a list in running text: what stands between 、 marks outside brackets, and what 和 may join in one of them. */
import { pseudoEntry } from "./pseudo.ts";
import type { Entry, Stream } from "./stream.ts";

/** UTF-16 offsets in a part's text. */
export interface Item {
  readonly start: number;
  readonly end: number;
}

/** What a list says of the number told of it. */
export interface Reading {
  readonly items: readonly (Item & { readonly part?: number })[];
  readonly holds: boolean;
}

export const itemEntry = (stream: Stream, part: number, { start, end }: Item): Entry =>
  pseudoEntry(stream, { part, start, end, value: 1 });

/** A reading of the list: it holds where there are `value` items, fails where the words claim that there are, else says nothing. */
export function judged(
  items: Reading["items"],
  value: number,
  claims: (n: number) => boolean,
): Reading | null {
  if (items.length === value) return { items, holds: true };
  return claims(items.length) ? { items, holds: false } : null;
}

/** Items between marks outside brackets (also 《甲》《乙》, “甲”“乙” without any); null where there is but one. */
export function split(text: string, start: number, end: number, mark: string): Item[] | null {
  const items: Item[] = [];
  let depth = 0;
  let from = start;
  for (let k = start; k < end; k++) {
    const char = text[k] as string;
    if (char === "（" || char === "(") depth++;
    else if (char === "）" || char === ")") depth--;
    else if (depth !== 0) continue;
    else if (char === mark) {
      items.push({ start: from, end: k });
      from = k + 1;
    } else if (mark === "、" && beginsQuote(char) && k > from && endsQuote(text[k - 1] as string)) {
      items.push({ start: from, end: k });
      from = k;
    }
  }
  if (items.length === 0) return null;
  items.push({ start: from, end });
  return items.every((item) => item.end > item.start) ? items : null;
}

const beginsQuote = (char: string) => char === "《" || char === "“";
const endsQuote = (char: string) => char === "》" || char === "”";

/** Items that 和, 及 or 与 may join, split: the last, the first, both. */
export function withJoined(text: string, items: readonly Item[]): Item[][] {
  const last = parted(text, items.at(-1) as Item);
  const first = parted(text, items[0] as Item);
  const lists: Item[][] = [];
  if (last) lists.push([...items.slice(0, -1), ...last]);
  if (first) lists.push([...first, ...items.slice(1)]);
  if (first && last) lists.push([...first, ...items.slice(1, -1), ...last]);
  return lists;
}

/** The two that 和 joins in one item; null where it joins none (参与广 is no list). */
export function parted(text: string, item: Item): Item[] | null {
  const words = text.slice(item.start, item.end);
  const joint = /(?:以及|[和及]|(?<![参给赋付予])与)/.exec(words);
  if (!joint || joint.index === 0 || joint.index + joint[0].length === words.length) return null;
  const middle = item.start + joint.index;
  return [
    { start: item.start, end: middle },
    { start: middle + joint[0].length, end: item.end },
  ];
}

/** Offset of the bracket that closes the one before `start`, at most `reach` on; −1 where none does. */
export function closing(text: string, start: number, reach: number): number {
  let depth = 1;
  for (let k = start; k < text.length && k < start + reach; k++) {
    const char = text[k];
    if (char === "（" || char === "(") depth++;
    else if ((char === "）" || char === ")") && --depth === 0) return k;
    else if (char === "\n") return -1;
  }
  return -1;
}

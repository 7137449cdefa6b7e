/**
 * Which of a paragraph's “ ” ‘ ’ are Latin. All others are Chinese marks, a cell wide.
 *
 * Unicode has one pair of code points for both; only the company a pair keeps tells. A pair is Latin where what it
 * encloses has no Chinese in it and what stands outside it is Latin too; ’ between letters is an apostrophe.
 */
import { CLASS, classOf, isQuote } from "./classes.ts";

/** UTF-16 offsets of the quotation marks to be set as Latin. */
export function latinQuotes(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  if (!/[“”‘’]/.test(text)) return found;
  const open: { at: number; code: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isQuote(code)) continue;
    if (code === 0x2019 && isWord(text[at - 1]) && (isWord(text[at + 1]) || open.at(-1)?.code !== 0x2018)) {
      found.add(at);
    } else if (code === 0x201c || code === 0x2018) {
      open.push({ at, code });
    } else {
      const opened = open.at(-1)?.code === code - 1 ? open.pop() : undefined;
      if (!opened) {
        if (isWord(text[at - 1]) && isLatinBeside(text, at, 1)) found.add(at);
      } else if (isLatinPair(text, opened.at, at)) {
        found.add(opened.at);
        found.add(at);
      }
    }
  }
  return found;
}

const isWord = (char: string | undefined) => char !== undefined && /[\p{Script=Latin}\d]/u.test(char);

function isLatinPair(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isQuote(code) && classOf(code) !== CLASS.latin && code !== 0x2d && code !== 0x2f) return false;
  }
  return isLatinBeside(text, start, -1) && isLatinBeside(text, end, 1);
}

/** True where the nearest character that is no space, going `step` from `at`, is Latin. */
function isLatinBeside(text: string, at: number, step: 1 | -1): boolean {
  let next = at + step;
  while (text[next] === " ") next += step;
  const char = text[next];
  return char !== undefined && /[\p{Script=Latin}\d,.;:!?()]/u.test(char);
}

/**
 * Shares told as fractions: 全校教师90人，其中党员30人，占三分之一.
 *
 * A fraction is a round word: what comes within a twelfth of it holds. What is no figure of the stream (the fraction) is
 * shown by its words.
 */
import { type Claim, claimOf } from "./claim.ts";
import { pseudoEntry, textsOf } from "./pseudo.ts";
import { amount, countable, type Entry, indexFrom, type Stream } from "./stream.ts";

const fraction =
  /占(?:了|到|总数|总人数|总量|总额|全部|其中)?的?([近约超])?([二三四五六七八九十]分之[一二三四五六七八九])(?!的?(?:多|以上|强|弱))/g;
const DIGITS = "零一二三四五六七八九十";
/** UTF-16 units between the part and its fraction. */
const REACH = 24;
const SLACK = 0.08;
/** So far off that no way of rounding is meant. */
const OFF = 0.12;

export function fractions(stream: Stream, wholeOf: ReadonlyMap<Entry, Entry>): Claim[] {
  const claims: Claim[] = [];
  for (const [part, text] of textsOf(stream)) {
    if (!text.includes("分之")) continue;
    for (const match of text.matchAll(fraction)) {
      const [whole = "", hedge, said = ""] = match;
      const of = stream.entries[indexFrom(stream, part, match.index) - 1];
      const total = of && wholeOf.get(of);
      if (!of || !total || of.part !== part || match.index - of.mention.end > REACH || !countable(of))
        continue;
      if (/[。；]/.test(text.slice(of.mention.end, match.index)) || amount(total) === 0) continue;
      const value = DIGITS.indexOf(said.at(-1) as string) / DIGITS.indexOf(said[0] as string);
      const quotient = amount(of) / amount(total);
      const off = Math.abs(quotient / value - 1);
      if (off > SLACK && off <= OFF) continue;
      if (off > OFF && (hedge || of.mention.approximation || total.mention.approximation)) continue;
      const end = match.index + whole.length;
      const start = end - said.length;
      const told = pseudoEntry(stream, { part, start, end, value: value * 100, unit: "%" });
      const holds = off <= SLACK;
      const computed = holds ? quotient * 100 : Math.round(quotient * 1000) / 10;
      claims.push(claimOf("ratio", told, [of, total], computed, holds, "likely"));
    }
  }
  return claims;
}

/**
 * Changes said in words: 由50亿元增至100亿元，翻了一番; 由80家增至120家，增加一半; 原价200元，打八折后160元.
 *
 * 番 is a doubling: 翻两番 is four times. A round word fits figures that come within a tenth of it.
 */
import { type Claim, claimOf } from "./claim.ts";
import { compatible, endsInTime, fullLead, isFromTo, together } from "./ends.ts";
import { oldAmount } from "./growth.ts";
import { entryFor, pseudoEntry, textsOf } from "./pseudo.ts";
import { amount, type Entry, grain, indexFrom, type Stream } from "./stream.ts";

const doubling =
  /翻(?:了)?(?:([一两二三四])?(?:了)?番|(一)?倍)|(?:(增加|增长|上升|提高|扩大|多)|(?:减少|下降|降低|缩短|压缩|少))了?(?:(?:近|约|将近|差不多)?一半|一(倍))/g;
const halving = /减(?:少)?了?(?:近|约|将近)?半(?!年|天|月|数)/g;
const DIGITS = "零一二三四";
const discount =
  /(?:打|按|享受?|可享|给予)(?:了)?(?:([一二三四五六七八九])([一二三四五六七八九])?|(\d(?:\.\d)?))折/g;
const full = /(?:原价|定价|标价|售价|市场价|门市价)(?:为|是)?$/;
const reduced =
  /(?:现价|折后|优惠价|实付|只需|仅需|只要|只付|现售|售价|支付|后)(?:价|仅|只|为|是|需|支付|售价|价格)*$/;
/** 比…翻一番 has a base of its own; 人口增至42万，财政收入翻了一番 another subject. */
const sameSubject =
  /^[，,]?(?:实现|也|就|已|足足|整整|差不多|几乎|近|约|将近|正好|刚好|相当于|数量|总量|规模|总数|[一二两三四五六七八九十\d]+年(?:间|来|内|时间)?|[，,])*了?$/;

export function multiples(stream: Stream): Claim[] {
  const claims: Claim[] = [];
  for (const [part, text] of textsOf(stream)) {
    if (/[翻半倍]/.test(text))
      for (const match of [...text.matchAll(doubling), ...text.matchAll(halving)])
        claims.push(...worded(stream, part, text, match));
    if (text.includes("折"))
      for (const match of text.matchAll(discount)) claims.push(...reducedBy(stream, part, match));
  }
  return claims;
}

/** The quantities at most `reach` characters away, nearest first. */
function near(stream: Stream, part: number, at: number, reach: number): Entry[] {
  const found: Entry[] = [];
  for (let k = indexFrom(stream, part, at - reach); k < stream.entries.length; k++) {
    const entry = stream.entries[k] as Entry;
    if (entry.part !== part || entry.mention.start > at + reach) break;
    if (entry.mention.kind === "quantity") found.push(entry);
  }
  return found.sort((a, b) => Math.abs(a.mention.start - at) - Math.abs(b.mention.start - at));
}

interface Worded {
  /** How many times what it was. */
  readonly times: number;
  /** In the word's own measure, of a quotient of the ends. */
  readonly said: (quotient: number) => number;
  readonly unit: string;
}

function meaningOf([whole, fan, , up, one]: RegExpExecArray): Worded {
  if (whole.includes("番")) {
    const n = fan === undefined ? 1 : fan === "两" ? 2 : DIGITS.indexOf(fan);
    return { times: 2 ** n, said: Math.log2, unit: "番" };
  }
  if (whole.includes("半")) {
    const grown = up !== undefined;
    return { times: grown ? 1.5 : 0.5, said: (q) => Math.abs(q - 1) * 100, unit: "%" };
  }
  return { times: one !== undefined && up === undefined ? 0 : 2, said: (q) => q - 1, unit: "倍" };
}

/** 由50亿元增至100亿元，翻了一番: the two ends before the words. */
function worded(stream: Stream, part: number, text: string, match: RegExpExecArray): Claim[] {
  const { times, said, unit } = meaningOf(match);
  const before = near(stream, part, match.index, 60)
    .filter(({ mention }) => mention.end <= match.index && mention.upper === null)
    .filter(({ mention }) => !/[。；]/.test(text.slice(mention.end, match.index)));
  const [b, a] = before;
  if (!a || !b || times === 0 || !together(a, b, 2)) return [];
  if (!sameSubject.test(text.slice(b.mention.end, match.index))) return [];
  // 28.6万人次，比开通初期的14.3万人次翻了一番
  const than = /(?:比|较)[^，。；]*$/.test(fullLead(b)) && compatible(b, a) ? { old: b, now: a } : null;
  const ends = isFromTo(a, b) ? { old: a, now: b } : (than ?? endsInTime(a, b));
  if (!ends) return [];
  const start = oldAmount(ends.old, ends.now);
  if (start <= 0) return [];
  const quotient = amount(ends.now) / start;
  const off = Math.abs(Math.log2(quotient / times));
  const loose = /[近约多超]/.test(text.slice(match.index - 2, match.index + match[0].length + 1));
  const holds = off < 0.2 || (loose && off < 0.5);
  const value = Math.round(said(times));
  const total = pseudoEntry(stream, {
    part,
    start: match.index,
    end: match.index + match[0].length,
    value,
    unit,
  });
  const computed = holds ? value : Math.round(said(quotient) * 10) / 10;
  const note = holds ? undefined : unit === "番" ? "times" : "worded";
  return [claimOf("change", total, [ends.old, ends.now], computed, holds, "likely", note)];
}

/** 原价200元，打八折，现价160元. */
function reducedBy(stream: Stream, part: number, match: RegExpExecArray): Claim[] {
  const NUMERALS = "零一二三四五六七八九";
  const [whole, first, second, digits] = match;
  const tenths =
    digits !== undefined
      ? Number(digits)
      : NUMERALS.indexOf(first ?? "零") + (second ? NUMERALS.indexOf(second) / 10 : 0);
  const around = near(stream, part, match.index, 40).filter(({ mention }) => mention.class === "元");
  const price = around.find((entry) => full.test(entry.lead) && entry.mention.start < match.index);
  const paid = around.find((entry) => entry !== price && reduced.test(entry.lead));
  if (!price || !paid || price.clause.sentence !== paid.clause.sentence) return [];
  if (price.mention.approximation || paid.mention.approximation || tenths <= 0 || tenths >= 10) return [];
  const exact = (amount(paid) / amount(price)) * 10;
  const should = (amount(price) * tenths) / 10;
  // A price is rounded to the unit or the tenth it is told in.
  const holds = Math.abs(amount(paid) - should) <= Math.max(1, grain(paid));
  const at = match.index + whole.length - 1 - (digits ?? `${first}${second ?? ""}`).length;
  const total = entryFor(stream, {
    part,
    start: at,
    end: match.index + whole.length,
    value: tenths,
    unit: "折",
  });
  const computed = holds ? tenths : Math.round(exact * 10) / 10;
  return [claimOf("change", total, [price, paid], computed, holds, "likely")];
}

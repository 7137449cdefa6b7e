/**
 * Multiples said in words: 由50亿元增至100亿元，翻了一番; 原价200元，打八折后160元; 增至原来的2倍.
 *
 * 番 is a doubling: 翻两番 is four times. A round word fits figures that come within a tenth of it.
 */
import { type Claim, claimOf } from "./claim.ts";
import { entryFor, pseudoEntry, textsOf } from "./pseudo.ts";
import { amount, type Entry, grain, indexFrom, type Stream } from "./stream.ts";

const doubling = /翻(?:了)?([一两二三四])?(?:了)?番/g;
const DIGITS = "零一二三四";
const discount =
  /(?:打|按|享受?|可享|给予)(?:了)?(?:([一二三四五六七八九])([一二三四五六七八九])?|(\d(?:\.\d)?))折/g;
const full = /(?:原价|定价|标价|售价|市场价|门市价)(?:为|是)?$/;
const reduced =
  /(?:现价|折后|优惠价|实付|只需|仅需|只要|只付|现售|售价|支付|后)(?:价|仅|只|为|是|需|支付|售价|价格)*$/;
const sameSubject =
  /^[，,]?(?:实现|也|就|已|足足|整整|差不多|几乎|近|约|正好|刚好|相当于|[一二两三四五六七八九十\d]+年(?:间|来|内|时间)?|[，,])*了?$/;
const starts = /(?:由|从)[^，。；]{0,16}$/;
const ends = /(?:增加|增长|增|上升|升|提高|扩大|发展|攀升|上涨|涨)(?:到了?|至|为|成)$/;

export function multiples(stream: Stream): Claim[] {
  const claims: Claim[] = [];
  for (const [part, text] of textsOf(stream)) {
    for (const match of text.matchAll(doubling)) claims.push(...doubled(stream, part, text, match));
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

function doubled(stream: Stream, part: number, text: string, match: RegExpExecArray): Claim[] {
  const times = match[1] === undefined ? 1 : match[1] === "两" ? 2 : DIGITS.indexOf(match[1]);
  const before = near(stream, part, match.index, 60)
    .filter(({ mention }) => mention.end <= match.index)
    .filter(({ mention }) => !/[。；]/.test(text.slice(mention.end, match.index)));
  const [now, old] = before;
  if (!now || !old || (now.mention.class !== old.mention.class && old.mention.class !== "")) return [];
  if (!starts.test(old.lead) || !ends.test(now.lead) || old.clause.sentence !== now.clause.sentence)
    return [];
  // 比…翻一番 has a base of its own; 人口增至42万，财政收入翻了一番 another subject.
  if (!sameSubject.test(text.slice(now.mention.end, match.index))) return [];
  const start =
    old.mention.scale === 1 && old.mention.class === "" ? old.mention.value * now.mention.scale : amount(old);
  if (start <= 0) return [];
  const exact = Math.log2(amount(now) / start);
  const holds =
    Math.abs(exact - times) < 0.2 ||
    (/近|约|多|超/.test(text.slice(match.index - 2, match.index)) && Math.abs(exact - times) < 0.5);
  const total = pseudoEntry(stream, {
    part,
    start: match.index,
    end: match.index + match[0].length,
    value: times,
    unit: "番",
  });
  const computed = holds ? times : Math.round(exact * 10) / 10;
  return [claimOf("change", total, [old, now], computed, holds, "likely", holds ? undefined : "times")];
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

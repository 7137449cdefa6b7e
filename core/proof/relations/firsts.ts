/**
 * First, and so many-th: 第121例 cannot come after 累计120例, and what a place has seen first on one day it cannot see
 * first on another.
 */
import { type Claim, claimOf } from "./claim.ts";
import { pseudoEntry, textsOf } from "./pseudo.ts";
import { amount, type Entry, type Stream } from "./stream.ts";

const numbered = /第(\d{1,7})例/g;
const cumulative = /累计[^，。；]{0,16}$/;
const first =
  /(\d{1,2})月(\d{1,2})日[^。；！？\n\d]{0,40}?(\p{Script=Han}{2,6}?[省市区县州镇乡村])(?:[^。；，！？\n\d]{0,6})(?:首例|首个|第一例|第一个)(\p{Script=Han}{2,8})/gu;
/** 3月2日，全市首个零碳园区在东江县开园 … 5月6日，全市首个零碳园区在西江县开园: whose first, of what, and what it did. */
const whose =
  /(\d{1,2})月(\d{1,2})日[^。；！？\n\d]{0,30}?(全[省市县区国球]|我[省市县区国]|国内|世界)(?:首|第一)([个家座条所届艘台只例列项])(\p{Script=Han}{2,10}?)[”》]?(?:正式|将)?(?:[于在](\p{Script=Han}{2,12}?))?(?:正式|顺利|成功|建成)?(开园|开馆|开业|开工|开通|开建|落地|投用|投产|揭牌|挂牌|运营|启用|诞生|成立|上线|下线|开放|通车|开班|开庭|获批|出生)/gu;
/** Most such words of one article that are read. */
const MOST = 40;

export function firsts(stream: Stream): Claim[] {
  return [...ordinals(stream), ...twiceFirst(stream), ...firstOfAll(stream)];
}

/** The highest 第N例 against the cases there are in all; with several totals it must be over every one to be wrong. */
function ordinals(stream: Stream): Claim[] {
  let highest: Entry | null = null;
  for (const [part, text] of textsOf(stream)) {
    if (!text.includes("例")) continue;
    for (const match of [...text.matchAll(numbered)].slice(0, MOST)) {
      const value = Number(match[1]);
      if (highest && value <= amount(highest)) continue;
      const end = match.index + match[0].length;
      highest = pseudoEntry(stream, { part, start: match.index, end, value, unit: "例" });
    }
  }
  if (!highest || amount(highest) < 2) return [];
  const said = highest;
  const totals = stream.entries.filter(
    ({ mention, lead }) => mention.unit === "例" && mention.kind === "quantity" && cumulative.test(lead),
  );
  const most = totals.toSorted((a, b) => amount(b) - amount(a))[0];
  if (!most) return [];
  const equal = totals.find((entry) => amount(entry) === amount(said));
  if (equal) return [claimOf("order", said, [equal], amount(equal), true, "likely", "ordinal")];
  if (amount(said) <= amount(most) || amount(said) > amount(most) * 10) return [];
  return [claimOf("order", said, [most], amount(most), false, "likely", "ordinal")];
}

/** 2月3日东江县报告首例确诊病例 … 2月6日东江县出现首例确诊病例. */
function twiceFirst(stream: Stream): Claim[] {
  const claims: Claim[] = [];
  const known = new Map<string, { entry: Entry; day: string }>();
  let read = 0;
  for (const [part, text] of textsOf(stream)) {
    if (!text.includes("首") && !text.includes("第一")) continue;
    for (const match of text.matchAll(first)) {
      if (++read > MOST) return claims;
      const [whole, month = "", day = "", place = "", what = ""] = match;
      const length = month.length + day.length + 2;
      const entry = pseudoEntry(stream, {
        part,
        start: match.index,
        end: match.index + length,
        value: Number(month) * 100 + Number(day),
        unit: "日",
      });
      const key = `${place} ${/首个|第一个/.test(whole) ? "个" : "例"} ${what.slice(0, 4)}`;
      const before = known.get(key);
      const at = `${month}-${day}`;
      if (!before) known.set(key, { entry, day: at });
      else if (before.day !== at)
        claims.push(claimOf("order", entry, [before.entry], amount(before.entry), false, "likely", "first"));
    }
  }
  return claims;
}

/** Two firsts of one kind on two days at two places. */
function firstOfAll(stream: Stream): Claim[] {
  const claims: Claim[] = [];
  const known = new Map<string, { entry: Entry; day: string; place: string }>();
  let read = 0;
  for (const [part, text] of textsOf(stream)) {
    if (!text.includes("首") && !text.includes("第一")) continue;
    for (const match of text.matchAll(whose)) {
      if (++read > MOST) return claims;
      const [, month = "", date = "", owner = "", word = "", what = "", place = "", verb = ""] = match;
      const entry = pseudoEntry(stream, {
        part,
        start: match.index,
        end: match.index + month.length + date.length + 2,
        value: Number(month) * 100 + Number(date),
        unit: "日",
      });
      const key = `${owner} ${word} ${what} ${verb}`;
      const day = `${month}-${date}`;
      const before = known.get(key);
      if (!before) known.set(key, { entry, day, place });
      else if (before.day !== day && before.place !== place)
        claims.push(claimOf("order", entry, [before.entry], amount(before.entry), false, "likely", "first"));
    }
  }
  return claims;
}

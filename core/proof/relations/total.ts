/**
 * What a list may be the parts of: the figures its opener can mean, likeliest first.
 */
import { hostsOf, runFrom, type Sequence } from "./list.ts";
import type { Opener } from "./opener.ts";
import type { Entry } from "./stream.ts";
import { isCurrent, isNew, isPlace, status } from "./words.ts";

const LOOK_BACK = 40;

/** The figures the opener's parts may be parts of, likeliest first. */
export function totalsFor(sequence: Sequence, i: number, given: Opener, depth = 0): Entry[] {
  const { entries, openers } = sequence;
  const part = entries[i] as Entry;
  if (given.total) return [given.total];
  if (given.kind === "header") return matching(sequence, i, given.words);
  // No figure of the kind stands before it in its sentence: what it splits is in an earlier one.
  const alone = entries[i - 1]?.clause.sentence !== part.clause.sentence;
  const opener = alone ? { ...given, detached: true } : given;
  const found: Entry[] = [];
  let sentence = opener.detached ? -1 : part.clause.sentence;
  for (let k = i - 1; k >= 0 && k >= i - LOOK_BACK && found.length < 12; k--) {
    const entry = entries[k] as Entry;
    if (entry.mention.kind === "implicit" || entry.times > 1 || !areOfMetal(entry, [part])) continue;
    if (sentence < 0) sentence = entry.clause.sentence;
    // A total some sentences back is too far; the nearest sentence that has figures is the one spoken of.
    if (entry.clause.sentence !== sentence || part.clause.sentence - sentence > 3) break;
    found.push(entry);
    if (openers[k]?.kind === "header") break;
  }
  // A part inside another list is split by what follows it, not by what follows that list.
  const inside = new Set<Entry>();
  for (let k = i - 1; k >= 0 && k >= i - LOOK_BACK; k--) {
    if (!openers[k] || entries[k]?.clause.sentence !== sentence) continue;
    for (const step of runFrom(sequence, k, "list")) inside.add(entries[step.k] as Entry);
  }
  if (!opener.detached) for (const k of hostsOf(sequence, i).hosts) inside.delete(entries[k] as Entry);
  const outside = found.filter((entry) => !inside.has(entry));
  if (outside.length > 0 || !opener.detached || depth > 2) return outside.length > 0 ? outside : found;
  // 按经营地统计，…。按消费类型统计，…: what one sentence split, the next splits again.
  for (let k = i - 1; k >= 0 && k >= i - LOOK_BACK; k--) {
    const other = openers[k];
    if (!other || entries[k]?.clause.sentence !== sentence) continue;
    const again = totalsFor(sequence, k, other, depth + 1);
    return again.length > 0 ? again : found;
  }
  return found;
}

const generic =
  /病例|患者|人员|报告|累计|新增|现有|当日|[的名例人个者]|其他|其余|其它|上述|这些|以上|全[省市县国区]/g;

/** 其他7个设区市新增病例: how many places there are says nothing of what is counted. */
const counted = /^(其他|其余|其它)?\d+个?(?:设区市|[市县区州旗镇乡街道地]+)/;

const runs = /^(?:累计|总数)(?:达到?|为|至)?$/;

/** Earlier figures whose words name what stands before 中, best first. */
function matching(sequence: Sequence, i: number, words: string): Entry[] {
  const core = words.replace(counted, "$1").replace(generic, "").replace(/^在/, "");
  const grams = pairs(core);
  const scored: { entry: Entry; score: number }[] = [];
  for (let k = i - 1; k >= 0 && k >= i - LOOK_BACK * 2; k--) {
    const entry = sequence.entries[k] as Entry;
    if (entry.mention.kind === "implicit") continue;
    // 新增确诊病例8例，累计达485例: of what the figure before is.
    const before = sequence.entries[k - 1];
    const of =
      before && runs.test(entry.lead) && before.clause.sentence === entry.clause.sentence
        ? (before.lead + before.tail).replace(/新增|当日/g, "")
        : "";
    const around = of + entry.lead + entry.tail;
    let score = 0;
    if (core.length === 1) {
      if (!around.includes(core)) continue;
      score = 1;
    } else if (grams.length > 0) {
      for (const gram of grams) if (around.includes(gram)) score += 1;
      score /= grams.length;
      if (score < 0.3) continue;
    } else if (!/病例|人|者/.test(words)) continue;
    // 新增病例中: nothing names them but that they are new.
    else if (isNew(words) && isNew(around) && !status.test(around.replace(/确诊/g, ""))) score = 0.1;
    // 攸县7例 is a part; 陕西新增23例确诊病例 may be the whole.
    if (isPlace(entry.name) && !(grams.length > 0 && grams.every((gram) => entry.tail.includes(gram))))
      continue;
    if (isNew(words) !== isNew(around)) score -= 0.6;
    if (isCurrent(words) && !isCurrent(around)) score -= 0.3;
    if (/累计/.test(words) && !/累计/.test(around)) score -= 0.2;
    // 立案提案 are not those 不予立案.
    if (denial.test(around) !== denial.test(words)) score -= 0.5;
    // 危重病例 contains 重病例, but they are not the same patients.
    if (/危重/.test(around) !== /危重/.test(words)) score -= 0.5;
    if (/疑似/.test(around) !== /疑似/.test(words)) score -= 0.5;
    if (score > 0.05) scored.push({ entry, score: score - (i - k) * 0.0005 });
  }
  scored.sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return scored
    .filter(({ score }) => score > best - 0.45)
    .map(({ entry }) => entry)
    .slice(0, 4);
}

const denial = /不予?|未|非(?!典)/;

function pairs(text: string): string[] {
  const found: string[] = [];
  for (let k = 0; k + 2 <= text.length && k < 30; k++) found.push(text.slice(k, k + 2));
  return found;
}

const metals: ReadonlySet<string> = new Set("金银铜");

/** Golds are made of golds; 奖牌44枚 of all. */
export const areOfMetal = ({ mention: { unit } }: Entry, parts: readonly Entry[]) =>
  !metals.has(unit) || parts.every((part) => part.mention.unit === unit);

/** Averages, prices, ages and growth are made of nothing: 人均消费24100元，其中城镇30307元. */
export const isWhole = ({ lead, mention }: Entry) =>
  !/^周?岁$/.test(mention.class) &&
  !/[人户亩年日月每][均]|平均|均价|单价|价格|每[人户亩]/.test(lead) &&
  !(mention.class === "%" && /[增涨升降跌减]|[率价]$/.test(lead));

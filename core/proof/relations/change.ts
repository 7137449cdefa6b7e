/**
 * Changes: from and to against the growth that is told (由50家增至60家，增长20%; 比上年的50家增加10家，达到60家).
 *
 * Ends are as printed, so a growth is wrong only where no unrounded ends could give it.
 */

import { LEVEL } from "../figures/clauses.ts";
import { type Claim, claimOf } from "./claim.ts";
import { amount, type Entry, firstQuantity, grain, type Stream, type StreamClause } from "./stream.ts";

const from = /(?:由|从)[^，。；]{0,16}$/;
const to =
  /(?:增加|增长|增|上升|升|提高|提升|扩大|扩展|发展|攀升|上涨|涨|减少|减|下降|降低|降|缩小|缩短|跌|回落|调整|变|达)(?:到了?|至|为|成)?(?:了)?(?:目前的|现在的|今年的|如今的)?$/;
const reach = /(?:达到?|为|至|到)(?:了)?$/;
const recent = "上年|去年|上月|上周|前一[日天]|昨[日天]|同期|上届|年初";
const past = `${recent}|(?:19|20)[0-9]{2}年`;
const lately = new RegExp(recent);
/** 比上年的 */
const earlier = new RegExp(`(?:比|较)[^，。；]{0,8}(?:${past})[^，。；增减少多降升涨跌]{0,8}$`);
/** 上年同期为 */
const was = new RegExp(`(?:${past})[^，。；增减少多降升涨跌]{0,10}(?:为|是|仅)$`);
/** 比上年增加, 同比减少 */
const against = new RegExp(`(?:(?:比|较)[^，。；]{0,8}(?:${past})|同比|环比)[^，。；]{0,6}$`);
const growth =
  /(?:增长|增加|增产|增收|净增|增幅|上升|提高|提升|上涨|增|涨|升|增速|涨幅|多)(?:率|幅)?(?:为|达|了)*$/;
const fall = /(?:减少|减产|减收|下降|降低|降幅|缩小|缩短|减|降|跌|回落|少)(?:率|幅)?(?:为|达|了)*$/;

/** 年均增长, 扣除价格因素实际增长: not what the two ends give. */
const otherMeasure = /均|可比|不变价|实际|名义|口径|扣除|复合|累计/;

export function changes(stream: Stream): Claim[] {
  const claims: Claim[] = [];
  const entries = stream.entries.filter(usable);
  const add = (claim: Claim | null) => {
    if (claim) claims.push(claim);
    return claim !== null;
  };
  for (let i = 0; i + 1 < entries.length; i++) {
    const [a, b] = [entries[i] as Entry, entries[i + 1] as Entry];
    if (!together(a, b, 1)) continue;
    const [before, after] = [entries[i - 1], entries[i + 2]];
    const lead = fullLead(a);
    if (from.test(lead) && to.test(between(a, b)) && compatible(a, b)) {
      // 由50家增至60家，净增10家，增长20%
      for (let k = i + 2; k < entries.length && k <= i + 4; k++) {
        const told = entries[k] as Entry;
        if (!together(b, told, 2) || !goesOn(b, told) || !add(changeOf(a, b, told))) break;
      }
    } else if (againstBase(a) && directionOf(b) !== 0 && after && together(b, after, 1)) {
      // 与十年前的725482人相比，增加25907人，增长3.57%
      add(shareOf(a, b, after));
    } else if (earlier.test(lead) && directionOf(b) !== 0) {
      // 比上年的50家增加10家，达到60家; 现有60家，比上年的50家增加10家
      const reached =
        after && together(b, after, 1) && reach.test(after.lead) && compatible(a, after) ? after : null;
      const stood = before && together(before, a, 2) && compatible(a, before) ? before : null;
      const now = reached ?? stood;
      if (now && add(changeOf(a, now, b)) && !reached && after && together(b, after, 1))
        add(changeOf(a, now, after));
    } else if (against.test(fullLead(b)) && directionOf(b) !== 0 && after && together(b, after, 1)) {
      // 今年19例，比昨日减少5例，昨日为24例; 全年120亿元，比上年增加20亿元，增长20%
      if (was.test(fullLead(after)) && compatible(after, a)) add(changeOf(after, a, b));
      else add(rateOf(a, b, after));
    }
    if (after && directionOf(after) !== 0 && together(b, after, 1) && compatible(a, b)) {
      const [x, y] = [yearOf(stream, a), yearOf(stream, b)];
      if (x !== null && x - 1 === y) add(changeOf(b, a, after));
      else if (y !== null && y - 1 === x) add(changeOf(a, b, after));
    }
    add(timesOf(before, a, b));
  }
  return claims;
}

/** The words from one figure to the next, without the year told between them: 增加到2023年的 is 增加到. */
function between(a: Entry, b: Entry): string {
  if (a.clause !== b.clause) return b.lead;
  const { text, start } = b.clause;
  const words = text.slice(a.mention.end - start, Math.max(0, b.mention.start - start));
  return words.includes("年")
    ? words.replace(/(?:(?:19|20)?\d{2}年|今年|去年|目前|现在)(?:年?[末底])?的?$/, "")
    : b.lead;
}

/** Words of the clause before its first figure; of a later one only those since the figure before. */
function fullLead(entry: Entry): string {
  const { clause } = entry;
  return firstQuantity(clause) === entry
    ? clause.text.slice(0, Math.max(0, entry.mention.start - clause.start))
    : entry.lead;
}

/** 120亿元，比上年增加20亿元，增长20%: the start is the difference of the two. */
function rateOf(now: Entry, more: Entry, told: Entry): Claim | null {
  if (otherMeasure.test(told.lead) || otherMeasure.test(more.lead)) return null;
  const direction = directionOf(more);
  if (
    told.mention.class !== "%" ||
    directionOf(told) !== direction ||
    now.mention.class !== more.mention.class
  )
    return null;
  if (told.mention.approximation || now.mention.approximation || more.mention.approximation) return null;
  const rate = (b: number, c: number) => (c * 100) / (b - direction * c);
  const [b, c] = [amount(now), amount(more)];
  const [db, dc] = [grain(now) / 2, grain(more) / 2];
  const corners = [-1, 1].flatMap((s) => [-1, 1].map((t) => rate(b + s * db, c + t * dc)));
  if (b - direction * c <= 0 || !corners.every(Number.isFinite)) return null;
  const { value, ulp } = told.mention;
  const holds = value >= Math.min(...corners) - ulp * 0.999 && value <= Math.max(...corners) + ulp * 0.501;
  // Growth of what is produced is told in constant prices.
  if (!holds && /生产总值|增加值|总产值|GDP/.test(now.lead + more.lead)) return null;
  // 比上年增加 may speak of another figure than the one before; so far off it surely does.
  if (!holds && Math.abs(rate(b, c) - value) > value * 0.2) return null;
  const computed = holds ? value : Math.round(rate(b, c) / ulp) * ulp;
  return claimOf("change", told, [now, more], computed, holds, "likely", "rate");
}

const againstBase = (entry: Entry) => entry.tail.startsWith("相比") && /与[^，。；]*$/.test(fullLead(entry));

/** The change as a share of the base it is told against. */
function shareOf(base: Entry, more: Entry, told: Entry): Claim | null {
  const direction = directionOf(more);
  if (
    told.mention.class !== "%" ||
    directionOf(told) !== direction ||
    base.mention.class !== more.mention.class
  )
    return null;
  if ([base, more, told].some(({ mention }) => mention.approximation) || otherMeasure.test(told.lead))
    return null;
  const exact = (amount(more) * 100) / amount(base);
  const { value, ulp } = told.mention;
  const slack = ((grain(more) / amount(more) + grain(base) / amount(base)) / 2) * exact;
  const holds = exact - value >= -ulp * 0.501 - slack && exact - value < ulp * 0.999 + slack;
  const computed = holds ? value : Math.round(exact / ulp) * ulp;
  return claimOf("change", told, [base, more], computed, holds, "likely", "rate");
}

/** 300吨，是乙产品100吨的3倍 */
function timesOf(now: Entry | undefined, base: Entry, told: Entry): Claim | null {
  if (told.mention.class !== "倍" || told.lead !== "的" || told.clause !== base.clause || !now) return null;
  if (!/^[^，]{0,4}(?:是|为|相当于)/.test(fullLead(base)) || now.mention.class !== base.mention.class)
    return null;
  if (!together(now, base, 1) || amount(base) === 0 || told.mention.approximation) return null;
  const computed = amount(now) / amount(base);
  const holds = Math.abs(computed - told.mention.value) <= told.mention.ulp;
  const printed = holds ? told.mention.value : Math.round(computed / told.mention.ulp) * told.mention.ulp;
  return claimOf("change", told, [now, base], printed, holds, "likely");
}

/** The year told in the clause before the figure, 今年 as 0; null where none is. */
function yearOf(stream: Stream, entry: Entry): number | null {
  const relative = /(?<![比较])(去年|上年)|今年|本年/.exec(entry.lead);
  if (relative) return relative[1] ? -1 : 0;
  for (let k = entry.index - 1; k >= 0 && k > entry.index - 4; k--) {
    const { clause, mention } = stream.entries[k] as Entry;
    if (entry.clause.order - clause.order > 1 || clause.sentence !== entry.clause.sentence) return null;
    if (mention.kind === "date" && mention.value > 1900) return mention.value;
    if (mention.kind === "quantity") return null;
  }
  return null;
}

/** 由50家增至60家，增长20%: said of the same thing, not 由0.8万公里增至1.15万公里；货物吞吐量增长71%. */
function goesOn(now: Entry, told: Entry): boolean {
  const { clauses } = told.clause.group;
  for (let k = now.clause.order; k < told.clause.order; k++)
    if ((clauses[k] as StreamClause).close >= LEVEL.part) return false;
  if (told.clause === now.clause) return true;
  const subject = fullLead(told).replace(growth, "").replace(fall, "").replace(sameSubject, "");
  return subject.length <= 1;
}

/** Adverbs, spans of time and names of the change itself before a change. */
const sameSubject =
  /(?:也|又|共|累计|足足|整整|同比|环比|比上年|比去年|较上年|较去年|实际|一年|[一二两三四五六七八九十\d]+年(?:间|来|内)?|总共|合计|平均|相当于|增幅|降幅|涨幅|增长率|升幅|跌幅|净|分别|大幅|直接|其中|即|，)/g;

const usable = ({ mention }: Entry) =>
  (mention.kind === "quantity" || mention.kind === "bare") && mention.upper === null;

const together = (a: Entry, b: Entry, clauses: number) =>
  a.clause.sentence === b.clause.sentence &&
  a.clause.group === b.clause.group &&
  b.clause.order - a.clause.order <= clauses;

/** 由50增至60家: the first may leave its unit to the second. */
const compatible = (a: Entry, b: Entry) => a.mention.class === b.mention.class || a.mention.class === "";

const directionOf = ({ lead }: Entry) => (growth.test(lead) ? 1 : fall.test(lead) ? -1 : 0);

function changeOf(old: Entry, now: Entry, told: Entry): Claim | null {
  const direction = directionOf(told);
  if (direction === 0 || told.mention.approximation || otherMeasure.test(told.lead)) return null;
  if (/^(?:以上|以下|左右)/.test(told.tail)) return null;
  const a = oldAmount(old, now);
  const b = amount(now);
  if (a === 0 || b === 0) return null;
  const measure = measureOf(now, told, direction);
  if (!measure) return pointsOf(old, now, told, direction);
  const exact = measure(a, b);
  const [da, db] = [grain(old) / 2, grain(now) / 2];
  const corners = [-1, 1].flatMap((s) => [-1, 1].map((t) => measure(a + s * da, b + t * db)));
  const value = amount(told);
  const ulp = told.mention.ulp * told.mention.scale;
  // Rates are rounded or cut off; a whole count is told as it is.
  const rate = told.mention.class === "%" || told.mention.class === "成";
  const slack = rate ? ulp / 2 : grain(told) / 2;
  const cut = rate ? ulp * 0.999 : slack;
  const holds =
    value >= Math.min(...corners) - cut - 1e-9 * Math.abs(value) &&
    value <= Math.max(...corners) + slack + 1e-9 * Math.abs(value);
  if (!holds && (old.mention.approximation || now.mention.approximation)) return null;
  // 由2015年的100吨增至150吨，同比增长5%: the growth has a base of its own.
  if (!holds && /同比|环比|比|较/.test(told.lead) && !lately.test(fullLead(old))) return null;
  const computed = holds ? value : Math.round(exact / ulp) * ulp;
  // 由1家增至3家，增长3倍: it is three times what it was, and two times more.
  const fold = !holds && told.mention.class === "倍" && Math.abs(b / a - value) <= ulp * 0.999;
  return claimOf(
    "change",
    told,
    [old, now],
    computed,
    holds,
    fold ? "likely" : "stated",
    fold ? "fold" : undefined,
  );
}

/** How the growth is told: as a rate, as so many times more, in points of a percentage, or in the unit itself. */
function measureOf(now: Entry, told: Entry, direction: number): ((a: number, b: number) => number) | null {
  const unit = told.mention.class;
  if (now.mention.class === "个百分点") return null;
  if (unit === "%" && now.mention.class !== "%") return (a, b) => (direction * (b - a) * 100) / a;
  if (unit === "成" && !/^[%成]$/.test(now.mention.class)) return (a, b) => (direction * (b - a) * 10) / a;
  if (unit === "倍" && direction > 0) return (a, b) => (b - a) / a;
  if (unit === "个百分点" && now.mention.class === "%") return (a, b) => direction * (b - a);
  if (unit === now.mention.class && unit !== "%") return (a, b) => direction * (b - a);
  return null;
}

/** 从92.1%提高到94.5%，提高2.4%: what lies between two percentages are points. */
function pointsOf(old: Entry, now: Entry, told: Entry, direction: number): Claim | null {
  if ([old, now, told].some(({ mention }) => mention.class !== "%")) return null;
  const [a, b] = [amount(old), amount(now)];
  const points = direction * (b - a);
  const value = amount(told);
  const slack = told.mention.ulp * 0.51;
  if (Math.abs(points - value) > slack || Math.abs((points * 100) / a - value) <= told.mention.ulp)
    return null;
  return claimOf("change", told, [old, now], value, false, "likely", "points");
}

/** 由1.2增至1.5亿元: a start without a scale takes that of its end. */
const oldAmount = (old: Entry, now: Entry) =>
  old.mention.class === "" && old.mention.scale === 1 ? old.mention.value * now.mention.scale : amount(old);

/**
 * Changes: from and to against the growth that is told (由50家增至60家，增长20%; 比上年的50家增加10家，达到60家).
 *
 * Ends are as printed, so a growth is wrong only where no unrounded ends could give it.
 */
import { type Claim, claimOf } from "./claim.ts";
import { amount, type Entry, grain, type Stream } from "./stream.ts";

const from = /(?:由|从)[^，。；]{0,16}$/;
const to =
  /(?:增加|增长|增|上升|升|提高|提升|扩大|扩展|发展|攀升|上涨|涨|减少|减|下降|降低|降|缩小|缩短|跌|回落|调整|变|达)(?:到了?|至|为|成)(?:了)?(?:目前的|现在的|今年的|如今的)?$/;
const reach = /(?:达到?|为|至|到)(?:了)?$/;
const earlier =
  /(?:比|较)[^，。；]{0,12}(?:上年|去年|上月|上周|前一[日天]|昨[日天]|同期|上届|年初)[^，。；增减少多降升涨跌]{0,8}$/;
const growth = /(?:增长|增加|增幅|上升|提高|提升|上涨|增|涨|升|增速|涨幅|多)(?:率|幅)?(?:为|达|了|至)*$/;
const fall = /(?:减少|下降|降低|降幅|缩小|缩短|减|降|跌|回落|少)(?:率|幅)?(?:为|达|了)*$/;

export function changes(stream: Stream): Claim[] {
  const claims: Claim[] = [];
  const entries = stream.entries.filter(usable);
  for (let i = 0; i + 1 < entries.length; i++) {
    const [a, b] = [entries[i] as Entry, entries[i + 1] as Entry];
    if (!together(a, b, 1)) continue;
    if (from.test(a.lead) && to.test(b.lead) && compatible(a, b)) {
      for (let k = i + 2; k < entries.length && k <= i + 4; k++) {
        const told = entries[k] as Entry;
        if (!together(b, told, 2)) break;
        const claim = changeOf(a, b, told);
        if (claim) {
          claims.push(claim);
          break;
        }
      }
    } else if (earlier.test(a.lead) && directionOf(b) !== 0) {
      // 比上年的50家增加10家，达到60家; 现有60家，比上年的50家增加10家.
      const after = entries[i + 2];
      const before = entries[i - 1];
      const now =
        after && together(b, after, 1) && reach.test(after.lead) && compatible(a, after)
          ? after
          : before && together(before, a, 2) && compatible(a, before)
            ? before
            : null;
      const claim = now && changeOf(a, now, b);
      if (claim) claims.push(claim);
    }
    const told = entries[i + 2];
    if (told && /同比|比上年|比去年|增长|下降/.test(told.lead) && together(b, told, 1) && compatible(a, b)) {
      const [x, y] = [yearOf(stream, a), yearOf(stream, b)];
      const claim =
        x === null || y === null
          ? null
          : x === y + 1
            ? changeOf(b, a, told)
            : y === x + 1
              ? changeOf(a, b, told)
              : null;
      if (claim) claims.push(claim);
    }
  }
  return claims;
}

/** The year told in the clause before the figure, or null. */
function yearOf(stream: Stream, entry: Entry): number | null {
  for (let k = entry.index - 1; k >= 0 && k > entry.index - 4; k--) {
    const { clause, mention } = stream.entries[k] as Entry;
    if (entry.clause.order - clause.order > 1 || clause.sentence !== entry.clause.sentence) return null;
    if (mention.kind === "date" && mention.value > 1900) return mention.value;
    if (mention.kind === "quantity") return null;
  }
  return null;
}

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
  if (direction === 0 || told.mention.approximation) return null;
  const a = oldAmount(old, now);
  const b = amount(now);
  if (a === 0 || b === 0) return null;
  const measure = measureOf(now, told, direction);
  if (!measure) return null;
  const exact = measure(a, b);
  const [da, db] = [grain(old) / 2, grain(now) / 2];
  const corners = [-1, 1].flatMap((s) => [-1, 1].map((t) => measure(a + s * da, b + t * db)));
  const value = amount(told);
  const ulp = told.mention.ulp * told.mention.scale;
  // A whole count is told as it is; a rate may be rounded or cut off.
  const slack = told.mention.class === "%" ? ulp : grain(told) / 2;
  const holds =
    value >= Math.min(...corners) - slack - 1e-9 * Math.abs(value) &&
    value <= Math.max(...corners) + slack + 1e-9 * Math.abs(value);
  if (!holds && (old.mention.approximation || now.mention.approximation)) return null;
  const computed = holds ? value : Math.round(exact / ulp) * ulp;
  return claimOf("change", told, [old, now], computed, holds, "stated");
}

/** How the growth is told: as a rate, as so many times more, in points of a percentage, or in the unit itself. */
function measureOf(now: Entry, told: Entry, direction: number): ((a: number, b: number) => number) | null {
  const unit = told.mention.class;
  if (unit === "%" && now.mention.class !== "%") return (a, b) => (direction * (b - a) * 100) / a;
  if (unit === "倍" && direction > 0) return (a, b) => (b - a) / a;
  if (unit === "个百分点" && now.mention.class === "%") return (a, b) => direction * (b - a);
  if (unit === now.mention.class && unit !== "%") return (a, b) => direction * (b - a);
  return null;
}

/** 由1.2增至1.5亿元: a start without a scale takes that of its end. */
const oldAmount = (old: Entry, now: Entry) =>
  old.mention.class === "" && old.mention.scale === 1 ? old.mention.value * now.mention.scale : amount(old);

/**
 * What a growth that is told says of the two ends it lies between: the arithmetic of changes.
 *
 * Ends are as printed, so a growth is wrong only where no unrounded ends could give it; but one that is exactly what
 * a known mistake gives (times for times more, the later end as the base) is a question even so.
 */
import { type Claim, claimOf } from "./claim.ts";
import { amount, type Entry, grain } from "./stream.ts";

const rise =
  /(?:增长|增加|上调|增产|增收|净增|新增|增幅|上升|提高|提升|上涨|攀升|扩大|延长|增|涨|升|增速|涨幅|升幅|多|高)(?:率|幅)?(?:为|达|到|了)*$/;
const fall =
  /(?:减少|下调|降价|减产|减收|下降|降低|降幅|跌幅|缩小|缩短|压缩|压减|缩减|减|降|跌|回落|少|低)(?:率|幅)?(?:为|达|了)*$/;

/** 1 where the words before a figure tell a rise, −1 a fall, 0 neither. */
export const directionOf = ({ lead }: Entry) => (rise.test(lead) ? 1 : fall.test(lead) ? -1 : 0);
/** The words without the change they end in. */
export const withoutChange = (words: string) => words.replace(rise, "").replace(fall, "");

/** 年均增长, 扣除价格因素实际增长: not what the two ends give. */
export const otherMeasure = /均(?!价)|可比|不变价|实际|名义|口径|扣除|复合|累计/;

/** By how much a rate may miss what the ends give: rates are rounded or cut off. */
const CUT = 0.999;
const ROUND = 0.501;

interface Growth {
  /** The growth told: a rate, so many times more, points, or a number of the ends' own unit. */
  readonly told: Entry;
  /** It is said to be of these very ends: 同比 where both years are told. */
  readonly own: boolean;
}

/** The growth told against the ends it lies between; null where it is of something else. */
export function growthOf(old: Entry, now: Entry, { told, own }: Growth): Claim | null {
  const direction = directionOf(told);
  if (direction === 0 || told.mention.approximation || otherMeasure.test(told.lead)) return null;
  if (/^(?:以上|以下|左右)/.test(told.tail)) return null;
  const [a, b] = [oldAmount(old, now), amount(now)];
  if (a === 0 || b === 0) return null;
  const measure = measureOf(now, told, direction);
  if (!measure) return pointsOf(old, now, told, direction);
  const exact = measure(a, b);
  const value = amount(told);
  const ulp = told.mention.ulp * told.mention.scale;
  const { least, most } = spreadOf(measure, old, now, a);
  // Rates are rounded or cut off; a whole count is told as it is.
  const rate = told.mention.class === "%" || told.mention.class === "成";
  const slack = rate ? ulp / 2 : grain(told) / 2;
  const cut = rate ? ulp * CUT : slack;
  const noise = 1e-9 * Math.abs(value);
  const fits = value >= least - cut - noise && value <= most + slack + noise;
  const exactly = value >= exact - cut - noise && value <= exact + slack + noise;
  const printed = Math.round(exact / ulp) * ulp;
  // 由1家增至3家，增长3倍: it is three times what it was, and two times more.
  const fold = !exactly && told.mention.class === "倍" && Math.abs(b / a - value) <= ulp * ROUND;
  if (fold) return claimOf("change", told, [old, now], printed, false, "likely", "fold");
  // 由12亿元增至15亿元，增长20%: 3 is a fifth of 15, not of 12.
  const reversed = Math.abs((direction * (b - a) * 100) / b - value) <= 1e-9 * value;
  if (!exactly && fits && rate && reversed)
    return claimOf("change", told, [old, now], printed, false, "likely");
  if (!fits && (old.mention.approximation || now.mention.approximation)) return null;
  // 由2015年的100吨增至150吨，同比增长5%: the growth has a base of its own.
  if (!fits && !own && /同比|环比|比|较/.test(told.lead)) return null;
  return claimOf("change", told, [old, now], fits ? exact : printed, fits, "stated");
}

/** What rounding of the ends leaves open. */
function spreadOf(measure: Measure, old: Entry, now: Entry, a: number) {
  const b = amount(now);
  const [da, db] = [grain(old) / 2, grain(now) / 2];
  const corners = [-1, 1].flatMap((s) => [-1, 1].map((t) => measure(a + s * da, b + t * db)));
  return { least: Math.min(...corners), most: Math.max(...corners) };
}

type Measure = (a: number, b: number) => number;

/** How the growth is told: as a rate, as so many times more, in points of a percentage, or in the unit itself. */
function measureOf(now: Entry, told: Entry, direction: number): Measure | null {
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
export const oldAmount = (old: Entry, now: Entry) =>
  old.mention.class === "" && old.mention.scale === 1 ? old.mention.value * now.mention.scale : amount(old);

/** 120亿元，比上年增加20亿元，增长20%: the start is the difference of the two. */
export function rateOf(now: Entry, more: Entry, told: Entry): Claim | null {
  const direction = directionOf(more);
  if (!isRateOf(now, more, told)) return null;
  const rate = (b: number, c: number) => (c * 100) / (b - direction * c);
  const [b, c] = [amount(now), amount(more)];
  const [db, dc] = [grain(now) / 2, grain(more) / 2];
  const corners = [-1, 1].flatMap((s) => [-1, 1].map((t) => rate(b + s * db, c + t * dc)));
  if (b - direction * c <= 0 || !corners.every(Number.isFinite)) return null;
  const { value, ulp } = told.mention;
  const holds = value >= Math.min(...corners) - ulp * CUT && value <= Math.max(...corners) + ulp * ROUND;
  // Growth of what is produced is told in constant prices.
  if (!holds && /生产总值|增加值|总产值|GDP/.test(now.lead + more.lead)) return null;
  // 比上年增加 may speak of another figure than the one before; so far off it surely does.
  if (!holds && Math.abs(rate(b, c) - value) > value * 0.25) return null;
  const computed = holds ? rate(b, c) : Math.round(rate(b, c) / ulp) * ulp;
  return claimOf("change", told, [now, more], computed, holds, "likely", "rate");
}

/** The change as a share of the base it is told against. */
export function shareOf(base: Entry, more: Entry, told: Entry): Claim | null {
  if (!isRateOf(base, more, told)) return null;
  const exact = (amount(more) * 100) / amount(base);
  const { value, ulp } = told.mention;
  const slack = ((grain(more) / amount(more) + grain(base) / amount(base)) / 2) * exact;
  const holds = exact - value >= -ulp * ROUND - slack && exact - value < ulp * CUT + slack;
  const computed = holds ? exact : Math.round(exact / ulp) * ulp;
  return claimOf("change", told, [base, more], computed, holds, "likely", "rate");
}

const isRateOf = (end: Entry, more: Entry, told: Entry) =>
  told.mention.class === "%" &&
  end.mention.class !== "%" &&
  directionOf(told) === directionOf(more) &&
  end.mention.class === more.mention.class &&
  ![end, more, told].some(
    ({ mention, lead }) => mention.approximation || (lead !== end.lead && otherMeasure.test(lead)),
  );

/** 900吨，是去年300吨的3倍; 由300吨增至900吨，是原来的3倍. */
export function timesOf(now: Entry, base: Entry, told: Entry): Claim | null {
  if (amount(base) === 0 || told.mention.approximation) return null;
  const exact = amount(now) / oldAmount(base, now);
  const { value, ulp } = told.mention;
  const slack = ((grain(now) / amount(now) + grain(base) / amount(base)) / 2) * exact;
  const whole = ulp === 1 && Math.abs(exact - Math.round(exact)) < 1e-9;
  const open = whole ? 0 : slack;
  const holds =
    exact - value >= -ulp * ROUND - open && exact - value < ulp * CUT + open && !(whole && exact !== value);
  if (!holds && (now.mention.approximation || base.mention.approximation)) return null;
  const computed = holds ? value : Number((Math.round(exact / ulp) * ulp).toPrecision(6));
  return claimOf("change", told, [now, base], holds ? exact : computed, holds, "likely", "quotient");
}

/**
 * Ratios: a share or rate against the figures it is made from (54人，占45%; 出勤率95%; 7例全部治愈，治愈率100%).
 *
 * A share names its part but seldom its whole; only the figures of its own sentence and the one before are tried.
 * A share that fails is reported only where it says 占总数 and its part has a total to be a share of.
 */
import { type Claim, claimOf } from "./claim.ts";
import { isShareSlip } from "./slip.ts";
import { amount, type Entry, grain, type Stream } from "./stream.ts";
import { isCalled, wholeBefore, wholesAbove } from "./whole.ts";

const share = /(?:占(?:比|到|总数|总量|总额|总人数|全部|其中)?(?:的)?(?:比例|比重)?(?:为|达|约|近)?)$/;
const firmShare =
  /^(?:占|占比)(?:为|达)?$|占(?:总[\p{Script=Han}]{1,4}|全部|全体[\p{Script=Han}]{0,4})的?(?:比例|比重)?(?:为|达|约)?$/u;
const rate = /(?:率|进度|满意度)(?:为|达到?|是|约|近|超过?|仅|高达|均为)*$/;
/** 完成任务的88% */
const ofTask = /(?:完成|占)(?:年度|全年|总)?(?:任务|计划|目标)(?:数|量)?的$/;
const CANDIDATES = 6;
/** Figures back among which they are looked for. */
const LOOK_BACK = 40;
/** Percentage points that rounding of part and whole may open. */
const COARSE = 6;

export function ratios(stream: Stream, wholeOf: ReadonlyMap<Entry, Entry>): Claim[] {
  const claims: Claim[] = [];
  stream.entries.forEach((told, i) => {
    if (!/^[%成]$/.test(told.mention.class) || told.mention.kind !== "quantity" || told.mention.approximation)
      return;
    const spelt = ofSpeltWhole(stream, told);
    if (spelt) {
      claims.push(spelt);
      return;
    }
    const named = /占(?!全[省市县区国球])([^，。；0-9]{2,8}?)的(?:比例|比重)?(?:为|达)?$/.exec(
      told.lead,
    )?.[1];
    const isShare = share.test(told.lead) || named !== undefined || ofTask.test(told.lead);
    const isRate = rate.test(told.lead);
    if (!isShare && !isRate) return;
    // 甲得846票，乙得414票。甲得票率67.1%: the name says whose votes.
    const isTally = /得票率/.test(told.lead);
    const near: Entry[] = [];
    for (let k = i - 1; k >= 0 && k >= i - LOOK_BACK && near.length < CANDIDATES; k--) {
      const other = stream.entries[k] as Entry;
      if (told.clause.sentence - other.clause.sentence > (isShare || isTally ? 1 : 0)) break;
      if (
        other.mention.kind === "quantity" &&
        other.mention.class !== "%" &&
        other.clause.group === told.clause.group
      )
        near.push(other);
    }
    const own = isTally
      ? near.find((entry) => entry.name.length > 1 && told.lead.startsWith(whoGot(entry)))
      : undefined;
    const part = own ?? near[0];
    if (!part) return;
    const stem = /([\p{Script=Han}]{2})[率度][\p{Script=Han}]*$/u.exec(told.lead)?.[1];
    if (isRate && /全部|均已|都已/.test(part.tail) && stem && part.tail.includes(stem)) {
      claims.push(ratio(told, part, part, amount(told) === 100));
      return;
    }
    const wholes = [...wholesAbove(part, wholeOf), ...near.slice(1)];
    const fits = (whole: Entry, of: Entry) =>
      whole !== of &&
      (whole.mention.class === of.mention.class || isVote(whole, of)) &&
      amount(whole) >= amount(of) &&
      amount(of) > 0;
    // As printed; else as what was rounded to be printed could have been.
    for (const coarse of [false, true]) {
      for (const whole of wholes) {
        if (named !== undefined && !share.test(told.lead) && !isCalled(whole, named)) continue;
        if (fits(whole, part) && gives(told, part, whole, coarse)) {
          claims.push(ratio(told, part, whole, true));
          return;
        }
      }
    }
    const cast = own && wholeOf.get(own);
    if (own && cast) {
      claims.push(ratio(told, own, cast, gives(told, own, cast)));
      return;
    }
    if (isRate) {
      // 应到120人，实到114人，出勤率95%: whole and part in either order.
      const largest = near.reduce((a, b) => (amount(b) > amount(a) ? b : a));
      for (const of of near) {
        for (const whole of [wholeOf.get(of), largest]) {
          if (!whole || !fits(whole, of) || !gives(told, of, whole)) continue;
          claims.push(ratio(told, of, whole, true));
          return;
        }
      }
      // 开工938个，开工率; 审结1287件，结案率: the part is what the rate is called by.
      const called = ({ lead, tail, name }: Entry) =>
        stem !== undefined &&
        ([...stem].every((char) => (lead + tail).includes(char)) || stem.includes(name.slice(-1) || "\0"));
      const named = near.find(called);
      const of =
        named &&
        (wholeOf.get(named) ?? near.find((entry) => entry.index < named.index && fits(entry, named)));
      if (named && of && amount(named) !== amount(of) && isShareSlip(told, named, of))
        claims.push(ratio(told, named, of, false));
      // 划定4.2万个，实地核查3.36万个，核查进度达到80%
      const before = stem === undefined ? wholeBefore(part, near[1]) : null;
      if (before && isShareSlip(told, part, before)) claims.push(ratio(told, part, before, false));
      return;
    }
    // 计划投资2680亿元，已完成1474亿元，占年度计划的58%: the words say of what it is a share.
    const of = named && wholes.find((entry) => isCalled(entry, named) && fits(entry, part));
    if (of && !part.mention.approximation && !of.mention.approximation && isShareSlip(told, part, of)) {
      claims.push(ratio(told, part, of, false));
      return;
    }
    const before = wholeOf.has(part) ? null : wholeBefore(part, near[1]);
    if (
      before &&
      (firmShare.test(told.lead) || ofTask.test(told.lead)) &&
      told.clause.sentence === part.clause.sentence
    ) {
      if (isShareSlip(told, part, before)) claims.push(ratio(told, part, before, false));
      return;
    }
    const whole = wholeOf.get(part);
    if (
      whole &&
      fits(whole, part) &&
      (firmShare.test(told.lead) || (named !== undefined && isCalled(whole, named))) &&
      !part.mention.approximation &&
      !whole.mention.approximation
    )
      claims.push(ratio(told, part, whole, false));
  });
  return claims;
}

/** 424亿元，占全市进出口总值530亿元的80%: part, whole and share in one breath. */
function ofSpeltWhole(stream: Stream, told: Entry): Claim | null {
  // 占全部122个县（市、区）的70.5%
  if (!/^[\p{Script=Han}（）、]{0,10}的(?:比例|比重)?(?:为|达)?$/u.test(told.lead)) return null;
  const [whole, part] = [stream.entries[told.index - 1], stream.entries[told.index - 2]];
  if (!whole || !part || whole.clause !== told.clause || !/占[^，。]{0,16}$/.test(whole.lead)) return null;
  if (part.clause.sentence !== told.clause.sentence || part.mention.class !== whole.mention.class)
    return null;
  if (part.mention.kind !== "quantity" || whole.clause.order - part.clause.order > 1) return null;
  if (amount(whole) === 0 || amount(part) > amount(whole)) return null;
  const holds = gives(told, part, whole) || gives(told, part, whole, true);
  if (!holds && (part.mention.approximation || whole.mention.approximation)) return null;
  return ratio(told, part, whole, holds);
}

const whoGot = ({ name }: Entry) => name.replace(/(?:共?获得|得到|得|获)$/, "");

/** 得票: votes are cast by people. */
const isVote = (whole: Entry, of: Entry) => of.mention.class === "票" && /^[人张]$/.test(whole.mention.class);

/** Rounded, or cut off. */
function gives(told: Entry, part: Entry, whole: Entry, coarse = false): boolean {
  const [a, b] = [amount(part), amount(whole)];
  const [da, db] = coarse ? [grain(part) / 2, grain(whole) / 2] : [0, 0];
  const { value, ulp, cut } = inPercent(told);
  const least = ((a - da) / (b + db)) * 100;
  const most = ((a + da) / Math.max(b - db, 1e-9)) * 100;
  // So coarse that almost any share would do says nothing.
  if (most - least > COARSE) return false;
  return most - value >= -ulp * 0.501 && least - value < ulp * cut;
}

/** 六成 is 60%, give or take as much as a round word hides; nobody cuts 59% off to 五成. */
function inPercent({ mention: { class: unit, value, ulp } }: Entry) {
  return unit === "成" ? { value: value * 10, ulp: ulp * 10, cut: 0.75 } : { value, ulp, cut: 0.999 };
}

function ratio(told: Entry, part: Entry, whole: Entry, holds: boolean): Claim {
  const exact = (amount(part) / amount(whole)) * (told.mention.class === "成" ? 10 : 100);
  const digits = 1 / told.mention.ulp;
  const computed = holds ? exact : Math.round(exact * digits) / digits;
  return claimOf("ratio", told, [part, whole], computed, holds, "likely");
}

/**
 * Changes: from and to against the growth that is told (由50家增至60家，增长20%; 比上年的50家增加10家，达到60家), and
 * against the verb between them (由60家增至50家).
 */
import { type Claim, claimOf } from "./claim.ts";
import { compatible, endsInTime, fullLead, goesOn, isFromTo, together, wayBetween } from "./ends.ts";
import { directionOf, growthOf, oldAmount, rateOf, shareOf, timesOf } from "./growth.ts";
import { amount, type Entry, type Stream } from "./stream.ts";

const reach = /(?:达到?|为|至|到)(?:了)?$/;
const recent = "上年|去年|上月|上周|前一[日天]|昨[日天]|同期|上届|上次|年初";
const past = `${recent}|(?:19|20)[0-9]{2}年|[一二两三四五六七八九十0-9]{1,2}年前|[0-9]{1,2}月份?|[0-9]{1,2}日(?:[0-9]{1,2}时)?|疫情前|改造前|原来|此前|以前|往年|规定|原计划`;
const lately = new RegExp(recent);
/** 比上年的 */
const earlier = new RegExp(`(?:比|较)[^，。；]{0,8}(?:${past})[^，。；增减少多降升涨跌]{0,8}$`);
/** 上年同期为 */
const was = new RegExp(`(?:${past})[^，。；增减少多降升涨跌]{0,10}(?:为|是|仅)$`);
/** 比上年增加, 同比减少 */
const against = new RegExp(`(?:(?:比|较)[^，。；]{0,8}(?:${past})|同比|环比)[^，。；]{0,6}$`);
/** 是原来的3倍 */
const fold =
  /(?:是|为|相当于|达到?|到|成)?(?:原来|原先|过去|以前|当初|当时|此前|之前|当年|往年|上年|去年|同期|前者|(?:19|20)\d{2}年|[一二两三四五六七八九十\d]{1,2}年前)时?的$/;
const MOST_TOLD = 4;

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
    if (isFromTo(a, b)) {
      // 由50家增至60家，净增10家，增长20%
      const own = lately.test(lead);
      let said = false;
      for (let k = i + 2; k < entries.length && k < i + 2 + MOST_TOLD; k++) {
        const told = entries[k] as Entry;
        if (!together(b, told, 2)) break;
        if (told.mention.class === "倍" && isFold(b, told)) said = add(timesOf(b, a, told)) || said;
        else if (goesOn(b, told) && add(growthOf(a, b, { told, own }))) said = true;
        else break;
      }
      if (!said) add(turned(a, b));
    } else if (againstBase(a) && directionOf(b) !== 0 && after && together(b, after, 1)) {
      // 与十年前的725482人相比，增加25907人，增长3.57%
      add(shareOf(a, b, after));
    } else if (/[比较]/.test(lead) && earlier.test(lead) && directionOf(b) !== 0) {
      // 比上年的50家增加10家，达到60家; 现有60家，比上年的50家增加10家
      const reached =
        after && together(b, after, 1) && reach.test(after.lead) && compatible(a, after) ? after : null;
      const stood = before && together(before, a, 2) && compatible(a, before) ? before : null;
      const now = reached ?? stood;
      if (now && add(growthOf(a, now, { told: b, own: true })) && !reached && after && together(b, after, 1))
        add(growthOf(a, now, { told: after, own: true }));
    } else if (
      /比|较/.test(fullLead(b)) &&
      against.test(fullLead(b)) &&
      directionOf(b) !== 0 &&
      after &&
      together(b, after, 1)
    ) {
      // 今年19例，比昨日减少5例，昨日为24例; 全年120亿元，比上年增加20亿元，增长20%
      if (was.test(fullLead(after)) && compatible(after, a)) add(growthOf(after, a, { told: b, own: true }));
      else add(rateOf(a, b, after));
    }
    if (after && directionOf(after) !== 0 && together(b, after, 1) && goesOn(b, after)) {
      const ends = endsInTime(a, b);
      if (ends) add(growthOf(ends.old, ends.now, { told: after, own: isOwn(after, ends.called) }));
    }
    // 900吨，是去年300吨的3倍
    if (before && b.mention.class === "倍" && b.lead === "的" && b.clause === a.clause && isBase(before, a))
      add(timesOf(before, a, b));
  }
  return claims;
}

/** 由3人增至15人，是原来的5倍: said of the ends themselves, not 订单量是去年的2倍. */
const isFold = (now: Entry, told: Entry) =>
  fold.test(fullLead(told)) &&
  (told.clause === now.clause || /^(?:整整|足足|已|，)*(?:正好)?$/.test(fullLead(told).replace(fold, "")));

/** 环比 is no growth of two years, 同比 none of two months. */
const isOwn = ({ lead }: Entry, called: string) => !/[同环]比/.test(lead) || lead.includes(called);

const againstBase = (entry: Entry) => entry.tail.startsWith("相比") && /与[^，。；]*$/.test(fullLead(entry));

/** 300吨，是乙产品100吨的3倍 */
const isBase = (now: Entry, base: Entry) =>
  /^[^，]{0,4}(?:是|为|相当于)/.test(fullLead(base)) &&
  now.mention.class === base.mention.class &&
  together(now, base, 1);

const usable = ({ mention }: Entry) =>
  (mention.kind === "quantity" || mention.kind === "bare") && mention.upper === null;

/** Ranks fall by rising, what is quicker or finer is 提升 to less, and below zero all turns round. */
const otherWay = /位|名|级|类|等|届|天|小时|分钟|秒|毫米|微米|纳米|厘米/;
const belowZero =
  /[-－—−负]$|零下$|亏损|逆差|[降跌减]幅[^，]{0,3}[由从][^，]*$|负增长|精度|误差|分辨率|灵敏度|排名|名次|位次/;

/** 由60家增至50家: the verb says more, the figures less. Null where they agree. */
function turned(a: Entry, b: Entry): Claim | null {
  const way = wayBetween(a, b);
  const [x, y] = [oldAmount(a, b), amount(b)];
  if (way === 0 || x === y || Math.sign(y - x) === way) return null;
  if (a.mention.kind !== "quantity" || b.mention.kind !== "quantity") return null;
  const { unit, approximation } = b.mention;
  if (approximation || a.mention.approximation || otherWay.test(unit) || belowZero.test(fullLead(a) + b.lead))
    return null;
  // 从3天一班增加到1天3班: rates of two figures.
  if (/^[一每/]|^\d/.test(b.tail) || /每$/.test(b.lead) || nextTo(a, b) || paired(b)) return null;
  return claimOf("change", b, [a], x, false, "likely", way > 0 ? "risen" : "fallen");
}

const nextTo = (a: Entry, b: Entry) => a.mention.end === b.mention.start;
/** Another figure stands right behind it. */
const paired = ({ clause, mention }: Entry) =>
  clause.entries.some((entry) => entry.mention.start === mention.end);

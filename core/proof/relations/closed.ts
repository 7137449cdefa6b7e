/** Rows of figures whose total comes behind them: 共计, 合计, 上述46人. */
import { LEVEL } from "../figures/clauses.ts";
import { chinese } from "../figures/numeral.ts";
import { agrees, type Claim, isApproximate, isVague, sumClaim, sumOf } from "./claim.ts";
import { gapOf, type Sequence, withoutNested } from "./list.ts";
import { netOf } from "./net.ts";
import { namesOf, tailsOf } from "./parts.ts";
import { isSlip } from "./slip.ts";
import { amount, type Entry } from "./stream.ts";
import { breaksList, closingTotal, likeness } from "./words.ts";

/** What is left is one of the parts. */
const left = /^(?:尚有|仍有|还有|另有)/;

/** 两项合计: how many were added. */
const numbered = /([两二三四五六七八九])[项者地队校村类县区市批期处]?(?:共计|合计|总计|总共|共)[有为达]?$/;

/** The figures of the sentence before the total that are no parts of one another, where some have parts. */
function headsBefore(sequence: Sequence, i: number): readonly Entry[] {
  const total = sequence.entries[i] as Entry;
  const before = withoutNested(sequence, i).filter(({ clause }) => clause.sentence === total.clause.sentence);
  const first = before[0];
  const told = first && total.index - first.index > before.length && ![total, ...before].some(isApproximate);
  return told && before.every((part) => amount(part) < amount(total)) ? before : [];
}

/** Parts first, then 共计, 合计 …: the stretch before that adds up, or the whole row of like parts. */
export function closedSum(sequence: Sequence, i: number, opened: ReadonlySet<number>): Claim | null {
  const total = sequence.entries[i] as Entry;
  const lead =
    total.clause.entries[0] === total
      ? total.clause.text.slice(0, total.mention.start - total.clause.start)
      : total.lead;
  // 45人阳性，另在…发现1例。上述46人…: what is taken up together is listed where it adds up.
  const takenUp = /(?:上述|以上|这)$/.test(total.lead) && total.mention.kind === "quantity";
  // 15枚金牌、13枚银牌、16枚铜牌共44枚
  // 已恢复41条；尚有3条未恢复，线路共44条; 19例、无症状33例，52名感染者均在医院
  const all = lead === "" && /^[^，。；]{0,8}(?:均|都|全部)/.test(total.tail);
  // 第一批200顶，第二批150顶，累计350顶
  const run = /^累计(?:达|为)?$/.test(lead.trim());
  const medals = /^[金银铜]牌(?:总共|共计?|合计)$/.test(total.lead);
  if ((!closingTotal.test(lead) && !takenUp && !medals && !all && !run) || opened.has(total.index))
    return null;
  // 导洪堤86处共133公里: said of the 86, not of what stood before.
  const own = total.clause.entries[total.clause.entries.indexOf(total) - 1];
  if (
    /^共$/.test(total.lead) &&
    own &&
    own.mention.kind === "quantity" &&
    own.mention.class !== total.mention.class
  )
    return null;
  const counted = numbered.exec(lead)?.[1];
  const count = counted === undefined ? null : (chinese(counted)?.value ?? null);
  const heads = sequence.entries[i - 1] ? headsBefore(sequence, i) : [];
  if (heads.length > 1 && (count ?? heads.length) === heads.length && agrees(total, sumOf(heads), heads))
    return sumClaim(total, heads, true, "stated");
  const list: Entry[] = [];
  let strongest = 0;
  let inOrder = false;
  let holding: Entry[] | null = null;
  let offset: Claim | null = null;
  for (let k = i - 1; k >= 0 && i - k <= 60; k--) {
    const part = sequence.entries[k] as Entry;
    const gap = gapOf(part, sequence.entries[k + 1] as Entry);
    const apart = takenUp && k === i - 1 ? LEVEL.sentence : LEVEL.part;
    if (gap.level > apart || (gap.broken && k < i - 1)) break;
    if (k < i - 1) strongest = Math.max(strongest, gap.level);
    list.unshift(part);
    if (list.length > 1 && !netOf(total, list) && agrees(total, sumOf(list), list)) holding = [...list];
    if (list.length === count) break;
    // 货物顺差684亿元，服务逆差80亿元，合计顺差604亿元
    const net = list.length > 1 ? netOf(total, list) : null;
    if (net?.holds) return net;
    if (net) offset = net;
    // 分别为1.2万、1.8万和2.1万，累计5.1万
    if (sequence.openers[k]?.kind === "spread" && /分别/.test(part.lead)) inOrder = true;
    if (sequence.openers[k] || (breaksList.test(part.clause.text) && !left.test(part.clause.text))) break;
  }
  // 总装机突破8亿千瓦，达到8.2亿千瓦: the figure, not the bound.
  const reached = isVague(total) ? sequence.entries[i + 1] : undefined;
  if (reached && /^(?:达到?|为)$/.test(reached.lead) && list.length > 1 && agrees(reached, sumOf(list), list))
    return sumClaim(reached, list, true, "stated");
  if (holding) return sumClaim(total, holding, true, "stated");
  if (takenUp || (count !== null && list.length < count)) return null;
  if (offset) return isVague(total) || offset.parts.some(isVague) ? null : offset;
  if (list.length < 2 || list.some(isVague) || isVague(total)) return null;
  // 发行50亿元，…成功发行50亿元，认购总额101.5亿元: one figure told twice is no list.
  const once = list.every((part) => amount(part) === amount(list[0] as Entry) && part.times === 1);
  if (once && list.length === 2) return null;
  const kind = likeness(namesOf(list), tailsOf(list));
  // 共9首，其中…: what it is made of may come behind it.
  if (sequence.openers[i + 1] && kind === "none") return null;
  // A part is never more than its whole, but for a slip.
  if (list.some((part) => amount(part) > amount(total)) && !isSlip(total, list, sumOf(list))) return null;
  const ratio = sumOf(list) / amount(total);
  // 甲、乙、丙三村分别修路3公里、4公里、5公里，合计12公里: the word itself says that all was added.
  const said = /^(?:两|[三四五]|以上|几)?项?(?:共计|合计|总计|总共|一共|累计共|共)/.test(lead.trim());
  const slip = isSlip(total, list, sumOf(list));
  if (all && (!slip || kind !== "complement")) return null;
  if (run && (!slip || (kind !== "counterparts" && kind !== "alike" && !inOrder))) return null;
  const names = kind !== "none" && (slip ? /总|共|合计/ : /共计|合计|总计|总共|一共|总[数额量]/).test(lead);
  if (!((ratio > 0.5 && ratio < 2) || slip) || !(said || names || all || run)) return null;
  return sumClaim(total, list, false, kind === "alike" || kind === "none" ? "likely" : "stated");
}

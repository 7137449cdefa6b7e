/**
 * Order: a bound against the figure it is said of (51.2亿元，首次突破50亿元).
 */
import { type Claim, claimOf } from "./claim.ts";
import { amount, type Entry, type Stream } from "./stream.ts";

const above =
  /^(?:[也已更还均就仍]|首次|一举|成功|历史性|率先|大幅|远远?)*(?:突破|超过|超出|高于|多于|超|逾|跨过|迈上|站上)(?:了)?$/;
const below = /^(?:[也已还均就仍]|远远?)*(?:不足|不到|未满|不满|低于|少于|尚未达到)(?:了)?$/;
const reached = /^(?:[也已]|实际|总共|最终|一共)*(?:达到?|达|为|共有?|共计)(?:了)?$/;
/** A change, a part or a standard is no figure that the bound is said of. */
const another =
  /增|减|比|较|少|多|降|升|涨|跌|净|其中|每|单|最|差|距|目标|计划|要求|标准|规定|应|须|不得|如|若|凡|时$/;

export function bounds(stream: Stream): Claim[] {
  const claims: Claim[] = [];
  const entries = stream.entries.filter(
    ({ mention }) => mention.kind === "quantity" && mention.upper === null,
  );
  for (let i = 1; i < entries.length; i++) {
    const [a, b] = [entries[i - 1] as Entry, entries[i] as Entry];
    if (a.mention.class !== b.mention.class || a.part !== b.part) continue;
    // 突破50万，达到52.6万: without a unit only of one scale.
    if (a.mention.class === "" && a.mention.scale !== b.mention.scale) continue;
    if (b.clause.group !== a.clause.group || b.clause.order - a.clause.order !== 1) continue;
    if (b.clause.sentence !== a.clause.sentence || a.clause.entries.at(-1) !== a) continue;
    // 达51.2亿元，首次突破50亿元; 突破50亿元，达到51.2亿元
    const first = above.test(b.lead) ? 1 : below.test(b.lead) ? -1 : 0;
    const second = !reached.test(b.lead) ? 0 : endsIn(above, a.lead) ? 1 : endsIn(below, a.lead) ? -1 : 0;
    const [bound, figure, side] = first !== 0 ? [b, a, first] : [a, b, second];
    // 相比2024年的99款，首次突破百款: a figure of before.
    if (first !== 0 && /(?:相?比|较)[^，。；]*$/.test(wholeLead(a))) continue;
    // 3432人遇难，超过2万人受伤: the bound is said of something else.
    if (
      first !== 0 &&
      (a.tail !== "" || !round.test(b.tail) || (!above.test(wholeLead(b)) && !below.test(wholeLead(b))))
    )
      continue;
    if (side === 0 || another.test(first !== 0 ? a.lead : a.lead.replace(boundWords, ""))) continue;
    if (figure.mention.approximation !== null || /^(?:的|以上|以下|左右)/.test(bound.tail)) continue;
    if (/^(?:的)/.test(figure.tail) && figure === a) continue;
    const ratio = amount(figure) / amount(bound);
    // Ten times off speaks of something else.
    if (!(ratio > 0.1 && ratio < 10)) continue;
    const holds = side > 0 ? ratio >= 1 : ratio < 1;
    claims.push(
      claimOf("order", bound, [figure], amount(figure), holds, "likely", side > 0 ? "above" : "below"),
    );
  }
  return claims;
}

/** 突破50亿元大关 */
const round = /^(?:$|大关|关口|整数|的?(?:大关|关口|目标)|新?台阶)/;
/** All words of the clause before the figure. */
const wholeLead = ({ clause, mention }: Entry) =>
  clause.text.slice(0, Math.max(0, mention.start - clause.start));

const boundWords = /(?:突破|超过|超出|高于|多于|超|逾|跨过|不足|不到|未满|不满|低于|少于|尚未达到)(?:了)?$/;
const endsIn = (pattern: RegExp, lead: string) => {
  const word = boundWords.exec(lead)?.[0];
  return word !== undefined && pattern.test(word);
};

/**
 * Rows of figures that no word opens: right after a total that says 共; under the header of the row before; named by
 * what they split (运动员886人，女运动员437人，男运动员449人); or adding up too well for chance.
 */
import { LEVEL } from "../figures/clauses.ts";
import { agrees, type Claim, isApproximate, isVague, sumClaim, sumOf } from "./claim.ts";
import { endsOf, gapOf, runFrom, runsOf, type Sequence, type Step } from "./list.ts";
import {
  extendsName,
  isFirm,
  isMeantFor,
  isNear,
  isOneByOne,
  isPair,
  isPower,
  isSentence,
  isTold,
  kindOf,
  type Row,
  sexes,
} from "./meant.ts";
import { isTwoSided } from "./net.ts";
import { isAlso, isOverlapping, namesOf, tailsOf } from "./parts.ts";
import { isSlip } from "./slip.ts";
import { amount, type Entry } from "./stream.ts";
import { areOfMetal, isWhole } from "./total.ts";
import { isComplement, isPlace, isSeries, statesTotal } from "./words.ts";

/** Most figures back that a complete set (男…，女…) may split. */
const LOOK_BACK = 60;

/** `opened` are figures that have their total; `headed` is the total a header names, by the sentence it heads. */
export function rowSums(
  sequence: Sequence,
  opened: ReadonlySet<number>,
  headed: ReadonlyMap<number, Entry>,
  split: Set<Entry>,
): Claim[] {
  const claims: Claim[] = [];
  const { entries, openers } = sequence;
  const inside = runsOf(sequence);
  const wholes = entries.map(isWhole);
  for (let i = 0; i < entries.length; i++) {
    const first = entries[i] as Entry;
    if (openers[i] || opened.has(first.index)) continue;
    const steps = runFrom(sequence, i, "list");
    if (steps.length < 2 && first.times === 1 && !isAlso([first], entries[i + 1])) continue;
    const earlier: Entry[] = [];
    for (let k = i - 1; k >= 0 && k >= i - LOOK_BACK; k--) if (wholes[k]) earlier.push(entries[k] as Entry);
    for (const end of steps.length > 1 ? rowEnds(sequence, steps) : [0]) {
      const row = steps.slice(0, end + 1).map(({ k }) => entries[k] as Entry);
      const following = entries[(steps[end] as Step).k + 1];
      // …12人遇难，5人受伤，另有1人失踪
      const also = end === steps.length - 1 && isAlso(row, following);
      const list = also ? [...row, following] : row;
      if (list.some((part) => opened.has(part.index))) break;
      const names =
        also && !isComplement(tailsOf(list)) ? list.map(({ lead, tail }) => lead + tail) : namesOf(list);
      const whole = end === steps.length - 1 || (steps[end + 1] as Step).level >= LEVEL.part;
      const own = earlier.filter((total) => areOfMetal(total, list));
      const after = also ? entries[(steps[end] as Step).k + 2] : following;
      const claim = rowSum(
        { list, names, sum: sumOf(list), before: own[0], earlier: own, whole, after },
        aheadOf(first, headed.get(first.clause.sentence)),
        headed.get(first.clause.sentence - 1),
        split,
      );
      if (
        !claim ||
        (isInside(inside, first, claim.total) &&
          !(claim.holds && openers[inside.get(first.index) as number]?.kind !== "spread"))
      )
        continue;
      claims.push(claim);
      if (claim.holds) split.add(claim.total);
      i = (steps[end] as Step).k;
      break;
    }
  }
  return claims;
}

/** Where the row may end: at its marks, and where what is counted comes to stand behind: 甲船6人，乙船5人，10人获救. */
function rowEnds({ entries }: Sequence, steps: readonly Step[]): number[] {
  const bare = steps.map(({ k }) => entries[k]?.name === "");
  const change = bare.findIndex((now, j) => j > 1 && now && !bare[j - 1]);
  const ends = endsOf(steps);
  return change > 1 && !ends.includes(change - 1) ? [...ends, change - 1] : ends;
}

/** Both stand in one list that words open. */
const isInside = (runs: ReadonlyMap<number, number>, first: Entry, total: Entry) =>
  runs.has(first.index) && runs.get(first.index) === runs.get(total.index);

/** A total stands before its parts. */
const aheadOf = (first: Entry, total: Entry | undefined) =>
  total && total.index < first.index ? total : undefined;

/** `header` is the total its sentence splits already, `anew` the one the sentence before it split, `split` all
 * that lists have split. */
function rowSum(
  row: Row,
  header: Entry | undefined,
  anew: Entry | undefined,
  split: ReadonlySet<Entry>,
): Claim | null {
  const { list, names, sum, before } = row;
  // 第二批150顶，第三批50顶 go on after 第一批200顶.
  if (isTwoSided(list) || (before && isSeries([before.name, ...names]))) return null;
  const first = list[0] as Entry;
  const holds = (total: Entry) => agrees(total, sum, list);
  const claim = (total: Entry, right: boolean) => sumClaim(total, list, right, "likely");
  const vague = list.some(isVague);
  const bare = names.every((name) => name === "");
  const complement = kindOf(row) === "complement" && list.length <= 4 && !isPower(list);
  if (
    before &&
    statesTotal.test(before.lead) &&
    before.mention.class !== "枚" &&
    gapOf(before, first).level <= LEVEL.clause
  ) {
    // 河北1亿元、北京和天津各0.5亿元 are three of one row.
    const beside = list.length === 1 && gapOf(before, first).level < LEVEL.clause;
    if (holds(before) && !beside) return claim(before, true);
    if (row.whole && !beside && isFirm(before, list, names, sum)) return claim(before, false);
  }
  if (header && holds(header)) return claim(header, true);
  // 其中，外来7例、本地2例。甲市4例、乙市5例: what one sentence split, the next splits anew.
  if (anew && holds(anew) && kindOf(row) !== "none") return claim(anew, true);
  if (header && row.whole && !vague && (bare || complement) && isNear(sum, amount(header)))
    return claim(header, false);
  const alike = header ? kindOf(row) : "none";
  const exclusive =
    complement || alike === "places" || alike === "counterparts" || (alike === "alike" && list.length > 2);
  if (
    header &&
    row.whole &&
    !vague &&
    exclusive &&
    !isOverlapping(list) &&
    isSlip(header, list, sum) &&
    amount(header) >= 10
  )
    if (complement || list.length > 2) return claim(header, false);
  // 列车上有乘客120人，100人已转移，其余20人正在转移
  const rest = /其余|剩余|余下|剩下/.test((list.at(-1) as Entry).lead);
  if (before && rest && before.clause.sentence === first.clause.sentence) {
    // 左线长3120米，右线长3085米，左线已掘进2410米，剩余710米
    const own = row.earlier.filter(({ clause }) => clause.sentence === first.clause.sentence);
    const meant = own.find(holds);
    if (meant) return claim(meant, true);
    // 175名乘客和6名机组人员，除2名获救，其余179人遇难: two wholes together.
    const [second, ...others] = list;
    if (second && amount(before) + amount(second) === sumOf(others)) return null;
    if (own.some((total, k) => own[k + 1] && amount(total) + amount(own[k + 1] as Entry) === sum))
      return null;
    const near = (total: Entry) => sum > amount(total) * 0.8 && sum < amount(total) * 1.25;
    const firm = own.filter((total) => !isVague(total));
    const slipped = firm.find((total) => isSlip(total, list, sum)) ?? firm.find(near);
    return slipped && !vague ? claim(slipped, false) : null;
  }
  // 8例病例，4例有接触史，4例为家属; 新增6例。5例为密切接触者，1例无接触史
  if (
    before &&
    bare &&
    (before.clause.sentence === first.clause.sentence || isSentence(row, before)) &&
    amount(before) > (list.every(({ tail }) => /^[为系是属来从在]/.test(tail)) ? 1 : 3) &&
    holds(before)
  )
    return claim(before, true);
  if (before && bare && !vague && isOneByOne(row, before)) return claim(before, false);
  // 共计2600册。一批800册，二批1000册，三批800册: a sentence that numbers them all.
  if (before && !vague && !isVague(before) && isSentence(row, before) && isSlip(before, list, sum))
    if (kindOf(row) === "counterparts" || complement) return claim(before, false);
  // 常住人口4万人，男…，女…；城镇…，乡村…: what was split whole is split whole again.
  const again = row.earlier.find(
    (total) =>
      split.has(total) &&
      first.clause.sentence - total.clause.sentence <= (complement ? 1 : 0) &&
      isSlip(total, list, sum),
  );
  if (again && (complement || kindOf(row) === "counterparts") && !vague && !row.earlier.some(holds))
    return claim(again, false);
  if (before && isMeantFor(row, before)) return claim(before, false);
  if (before && extendsName(before, names)) {
    const right = holds(before);
    // What is larger than the whole is none of it, unless a digit too many or too few makes it so.
    const more =
      list.every((part) => amount(part) < amount(before)) ||
      (amount(before) >= 10 && isSlip(before, list, sumOf(list)));
    return right || (complement && !vague && more) ? claim(before, right) : null;
  }
  if (complement && sexes.test(names[0] ?? "") && list.length === 2 && !vague && !row.earlier.some(holds)) {
    // 男389例，女409例 after 797例 some sentences back: so near that it can only be meant for it.
    const meant = row.earlier.find(
      (entry) =>
        (Math.abs(sum / amount(entry) - 1) < 0.1 || isSlip(entry, list, sum)) &&
        amount(entry) >= 20 &&
        !isVague(entry),
    );
    return meant ? claim(meant, false) : null;
  }
  const { after } = row;
  // 一等奖3名、二等奖6名、三等奖12名，获奖学生21名
  if (after && holds(after) && isTold(row, after)) return claim(after, true);
  const kind = kindOf(row);
  // 总造价2.86亿元，一至三标段1.42亿元，四至七标段1.44亿元
  if (before && kind === "alike" && list.length === 2 && row.whole && isPair(before, row))
    return claim(before, true);
  const many = list.length > 2 || kind === "complement" || kind === "counterparts";
  if (
    before &&
    many &&
    kind !== "none" &&
    row.whole &&
    amount(before) > 3 &&
    holds(before) &&
    !isApproximate(before)
  )
    if (before.clause.sentence === first.clause.sentence && gapOf(before, first).level === LEVEL.clause)
      return claim(before, true);
  if (!complement && kind !== "counterparts" && list.length < 3) return null;
  const reach =
    (complement && isComplement(names)) || bare ? LOOK_BACK : list.length >= 5 && kind === "places" ? 30 : 3;
  const found = row.earlier
    .slice(0, reach)
    .find((entry) => holds(entry) && amount(entry) >= 10 && !isApproximate(entry));
  // A list of places is read from its first.
  const goesOn = before && isPlace(before.name) && gapOf(before, first).level <= LEVEL.part;
  if (!found && list.length >= 5 && kind === "places" && row.whole && !vague && !goesOn) {
    const meant = row.earlier.slice(0, reach).find((entry) => isNear(sum, amount(entry)) && !isVague(entry));
    if (meant) return claim(meant, false);
  }
  const plain = kind === "none" && !complement && !bare;
  return found && (!plain || (list.length >= 4 && found === before)) ? claim(found, true) : null;
}

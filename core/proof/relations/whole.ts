/** Of what a share is: the whole that its words name, that its part is part of, or that is told right before its part. */
import { amount, type Entry, grain } from "./stream.ts";

/** 占参赛总人数的 of 参赛选手共150名: the words of the whole, or what is left of them without 总人数. */
export function isCalled({ lead, tail }: Entry, named: string): boolean {
  if (lead.includes(named)) return true;
  const core = named
    .replace(/^(?:全部|全体|总|年度|全年)/, "")
    .replace(/(?:总(?:人?数|量|额|值|面积|投资|户数)|人数|数量)$/, "");
  return core !== named && core.length > 1 && (lead + tail).includes(core);
}

/** What the figure is part of, what that is part of, and so on: 其中65岁以上者占9%, of all people. */
export function wholesAbove(part: Entry, wholeOf: ReadonlyMap<Entry, Entry>): Entry[] {
  const found: Entry[] = [];
  for (let whole = wholeOf.get(part); whole && found.length < DEEPEST; whole = wholeOf.get(whole))
    found.push(whole);
  return found;
}

const DEEPEST = 4;

const counted = /计划|目标|任务|应|共|总|全[市县省区州校镇]|现有|登记|累计|受理|核定|划定/;
/** What is done of what there is to do. */
const doing = /已|移栽|播种|完成|完工|实际|其中|整改|办结|核查|到位|达标/;

const surveyed = /问卷|受访|被访|调查对象|样本|抽样|抽查|抽检/;

/** 计划改造36个，目前已完工27个，占75%: the whole told right before its part, in the same words of counting. */
export function wholeBefore(part: Entry, before: Entry | undefined): Entry | null {
  if (!before || before.index !== part.index - 1 || before.clause.sentence !== part.clause.sentence)
    return null;
  if (before.mention.class !== part.mention.class) return null;
  if (before.clause === part.clause && !doing.test(part.lead)) return null;
  if (amount(before) <= amount(part) || grain(before) * 20 > amount(before)) return null;
  if (surveyed.test(before.lead + before.tail)) return before;
  return counted.test(before.lead) && doing.test(part.lead) ? before : null;
}

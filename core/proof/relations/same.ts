/**
 * One quantity told twice: in a headline and the body, in two paragraphs, or taken up again (436名确诊患者中).
 *
 * Two figures are taken for one quantity only where their words agree and no other day or year is spoken of; a
 * difference is then a question for a person, never a certain error.
 */

import { type Claim, claimOf } from "./claim.ts";
import { headlines, isHead, overlap, pairs, wordsAround } from "./headlined.ts";
import { restated, streaks } from "./restated.ts";
import { isMisprint } from "./slip.ts";
import { amount, type Entry, firstQuantity, type Stream } from "./stream.ts";
import { isCurrent, isNew, isPlace } from "./words.ts";

const LOOK_BACK = 60;
/** Words a subject may drop or take on without becoming another. */
const neutral =
  /我[省市县区国]|全[省市县区国]|本[省市县]|该[省市县校]|报告|累计|目前|今年(?:以来)?|日前|本[月周]|已有?|共有?|共计|合计|达到|突破|截至|截止|上午|下午|新型冠状病毒(?:感染的)?肺炎|新冠肺炎/g;
/** A subject is one thing only where it says whose: 全县…, 我国…, 东江镇…. */
const anchored = /[全我本该][省市县区州国校镇乡村届院厂]|[省市县区州镇乡村校]|(?<![出入住在])院/;
/** What a story takes up again: 这座大桥, 该馆, 本届. Two things may be called so in turn. */
const deictic = /这[座条家所栋幢个部场只艘架口处届次]|[该本][\p{Script=Han}]|全[馆桥线园厂场院队班]/u;
const otherTime = /去年|上年|同期|上月|上周|昨[日天]|前一|此前|原来|原有|以前|计划|预计|力争|目标|将|到20/;

export function sames(stream: Stream): Claim[] {
  const heads: Entry[] = [];
  const bodies: Entry[] = [];
  for (const entry of stream.entries) {
    if (entry.mention.kind !== "quantity") continue;
    (isHead(stream, entry) ? heads : bodies).push(entry);
  }
  return [
    ...headlines(heads, bodies),
    ...repeated(stream, bodies),
    ...takenUp(bodies),
    ...restated(stream, heads, bodies),
  ];
}

/** A figure that says of what, and of when, it is: what two articles can be compared by. */
export interface Named {
  readonly entry: Entry;
  readonly subject: string;
  readonly day: string;
  /** How many digits must be right for a difference to be a slip; 0 where the subject says enough. */
  readonly least: number;
}

/** The article's figures whose subject is plainly one thing (我市累计出院病例), in text order. */
export function named(stream: Stream): Named[] {
  const found: Named[] = [];
  for (const entry of stream.entries) {
    const { mention } = entry;
    if (
      mention.kind !== "quantity" ||
      mention.upper !== null ||
      mention.approximation ||
      isHead(stream, entry)
    )
      continue;
    if (entry.name.length < SHORT || entry.mention.class === "%") continue;
    const subject = subjectOf(entry);
    const least = leastOf(entry, subject);
    if (least === null || !isAnchored(entry, subject) || otherTime.test(entry.clause.text)) continue;
    found.push({ entry, subject: `${mention.class} ${subject}`, day: dayOf(stream, entry), least });
  }
  for (const { entry, subject, place } of streaks(stream))
    if (place) found.push({ entry, subject: `连续${subject}`, day: "", least: 0 });
  return found;
}

/** Most digits that a slip of one is looked for in. */
const SHORT = 4;
const LONG = 6;

/** How plainly a subject is one thing; null where it is not one to compare. */
function leastOf(entry: Entry, subject: string): number | null {
  const { length } = subject;
  if (length < SHORT || entry.lead.endsWith("的") || entry.mention.class === "%") return null;
  if (isPlace(subject) || each.test(subject) || entry.times > 1) return null;
  if (isAnchoredIn(entry)) return length >= LONG ? 0 : 2;
  return deictic.test(entry.lead) ? 2 : length >= LONG && /大会|会议|本届|代表/.test(subject) ? 3 : null;
}

const each = /^(?:其中|另有?|还有|每|平均|最[高多大小少低]|单)/;
const isAnchoredIn = ({ lead }: Entry) => anchored.test(lead.replace(/[跨各][省市县区]/g, ""));
/** Said of what another article can say too: not 这座大桥. */
const isAnchored = (entry: Entry, subject: string) => isAnchoredIn(entry) || subject.length >= LONG;

/** The same subject twice with the same unit. */
function repeated(stream: Stream, bodies: readonly Entry[]): Claim[] {
  const claims: Claim[] = [];
  const known = new Map<string, Entry>();
  for (const entry of bodies) {
    if (entry.name.length < SHORT || entry.mention.class === "%") continue;
    const subject = subjectOf(entry);
    const least = leastOf(entry, subject);
    if (least === null) continue;
    const key = `${entry.mention.class} ${subject}`;
    const before = known.get(key);
    if (!before) {
      known.set(key, entry);
      continue;
    }
    const holds = agree(before, entry);
    if (!holds && !(differ(stream, before, entry) && isTold(before, entry, least))) continue;
    if (least > 0 && timeOf(stream, before) !== timeOf(stream, entry)) continue;
    claims.push(same(before, entry, holds));
  }
  return claims;
}

const agree = (a: Entry, b: Entry) =>
  amount(a) === amount(b) || ((a.mention.upper !== null || b.mention.upper !== null) && overlap(a, b));

/** Two that a slip tells apart, where the subject alone does not say enough. */
export const isTold = (a: Entry, b: Entry, least: number) => least === 0 || isMisprint(a, b, least);

/** Whether nothing but a slip makes the two differ: no other time, place in the sentence, or way of rounding. */
function differ(stream: Stream, before: Entry, entry: Entry): boolean {
  if (before.clause.sentence === entry.clause.sentence && before.clause.part !== entry.clause.part)
    return false;
  if (otherTime.test(entry.clause.text) || otherTime.test(before.clause.text)) return false;
  if (isCurrent(sentenceTo(before)) !== isCurrent(sentenceTo(entry))) return false;
  const [x, y] = [timeOf(stream, before), timeOf(stream, entry)];
  // 昨天投入320台…。据统计，投入230台: no day is the day told before, where a slip is plain.
  if (x !== y && !((x === " " || y === " ") && isMisprint(before, entry, 3))) return false;
  return !before.mention.approximation && !entry.mention.approximation;
}

/** The times told in the sentence before the figure: dates, and words for a day. */
const timeOf = (stream: Stream, entry: Entry) =>
  `${dayOf(stream, entry)} ${sentenceTo(entry).match(relative)?.join() ?? ""}`;
const relative = /[昨前今明当次首翌][日天晚晨早]|[上下]午|[上下]半年|[一二三四]季度|第[一二三四]/g;

/** The sentence up to the figure, a few clauses of it. */
function sentenceTo({ clause }: Entry): string {
  let words = clause.text;
  for (let k = clause.order - 1; k >= Math.max(0, clause.order - 4); k--) {
    const previous = clause.group.clauses[k];
    if (previous?.sentence !== clause.sentence) break;
    words = `${previous.text}，${words}`;
  }
  return words;
}

function subjectOf(entry: Entry): string {
  const { clause } = entry;
  if (firstQuantity(clause) !== entry) return "";
  return entry.name.replace(neutral, "");
}

/** The dates told in the sentence before the figure, as text; "" where there is none. */
function dayOf(stream: Stream, entry: Entry): string {
  const days: string[] = [];
  for (let k = entry.index - 1; k >= 0 && k > entry.index - 12; k--) {
    const other = stream.entries[k] as Entry;
    if (other.clause.sentence !== entry.clause.sentence) break;
    if (other.mention.kind === "date") days.unshift(`${other.mention.value}`);
  }
  return days.join();
}

/** 436名确诊患者中 takes up 确诊病例436例. */
function takenUp(bodies: readonly Entry[]): Claim[] {
  const claims: Claim[] = [];
  bodies.forEach((entry, i) => {
    const words = /^(?:的)?([^，]{2,12}?)(?:患者|病例|人员|者|名单)?中$/.exec(entry.tail)?.[1];
    if (words === undefined || !/^(?:这|上述|以上|全部|在|该)*$/.test(entry.lead)) return;
    // 9个市县中: without 这 or 上述 it may speak of others than the 13 before.
    if (entry.lead === "" && entry.mention.class !== "人" && words.length < 4) return;
    const wanted = pairs(words);
    let found: Entry | null = null;
    for (let k = i - 1; k >= 0 && k > i - LOOK_BACK; k--) {
      const other = bodies[k] as Entry;
      if (other.mention.class !== entry.mention.class || isNew(wordsAround(other))) continue;
      if (isPlace(other.name) || !wanted.every((pair) => wordsAround(other).includes(pair))) continue;
      if (amount(other) === amount(entry)) {
        found = other;
        break;
      }
      found ??= other;
    }
    if (found) claims.push(same(found, entry, amount(found) === amount(entry)));
  });
  return claims;
}

const same = (total: Entry, part: Entry, holds: boolean) =>
  claimOf("same", total, [part], amount(part), holds, "likely");

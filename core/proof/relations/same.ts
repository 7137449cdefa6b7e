/**
 * One quantity told twice: in a headline and the body, in two paragraphs, or taken up again (436名确诊患者中).
 *
 * Two figures are taken for one quantity only where their words agree and no other day or year is spoken of; a
 * difference is then a question for a person, never a certain error.
 */

import { type Claim, claimOf } from "./claim.ts";
import { restated, streaks } from "./restated.ts";
import { amount, type Entry, firstQuantity, grain, type Stream } from "./stream.ts";
import { isCurrent, isNew, isPlace } from "./words.ts";

const HEADS = new Set(["headline", "kicker", "deck", "caption"]);
const LOOK_BACK = 60;
/** Words a subject may drop or take on without becoming another. */
const neutral =
  /我[省市县区国]|全[省市县区国]|本[省市县]|该[省市县校]|报告|累计|目前|今年(?:以来)?|日前|本[月周]|已有?|共有?|共计|合计|达到|突破|截至|截止|上午|下午|新型冠状病毒(?:感染的)?肺炎|新冠肺炎/g;
/** A subject is one thing only where it says whose: 全县…, 我国…, 东江镇…. */
const anchored = /[全我本该][省市县区州国校镇乡村届院厂]|[省市县区州镇乡村校]|(?<![出入住在])院/;
const otherTime = /去年|上年|同期|上月|上周|昨[日天]|前一|此前|原来|原有|以前|计划|预计|力争|目标|将|到20/;

export const isHead = (stream: Stream, entry: Entry) =>
  HEADS.has(stream.article.parts[entry.part]?.role ?? "");

export function sames(stream: Stream): Claim[] {
  const heads: Entry[] = [];
  const bodies: Entry[] = [];
  for (const entry of stream.entries) {
    if (entry.mention.kind !== "quantity" || entry.mention.upper !== null) continue;
    (isHead(stream, entry) ? heads : bodies).push(entry);
  }
  return [
    ...headlines(heads, bodies),
    ...repeated(stream, bodies),
    ...takenUp(bodies),
    ...restated(stream, heads, bodies),
  ];
}

/** Most figures of a headline group that are compared. */
const MOST_HEADS = 40;

function headlines(heads: readonly Entry[], bodies: readonly Entry[]): Claim[] {
  const claims: Claim[] = [];
  for (const head of heads.slice(0, MOST_HEADS)) {
    const words = pairs(wordsAround(head));
    let best: Entry | null = null;
    let likest: { entry: Entry; share: number } | null = null;
    let bestShare = -1;
    for (const body of bodies) {
      if (body.mention.class !== head.mention.class) continue;
      const around = wordsAround(body);
      const shared = words.filter((pair) => around.includes(pair)).length;
      if (restates(head, body)) {
        if (shared > bestShare) {
          best = body;
          bestShare = shared;
        }
      } else if (words.length >= 2) {
        const share = shared / words.length;
        // 累计确诊 and 累计确定 share two pairs of three.
        const fits =
          share >= (words.length > 4 ? 0.6 : 0.75) &&
          isMore(wordsAround(head)) === isMore(around) &&
          !isPlace(body.name);
        if (fits && (!likest || share > likest.share)) likest = { entry: body, share };
      }
    }
    if (best) claims.push(same(best, head, true));
    else if (likest) claims.push(same(likest.entry, head, false));
  }
  return claims;
}

/** The day's, or some more than before. */
const isMore = (words: string) => isNew(words) || /又有|再有|再增|又增|新建|新设|新开|新注册/.test(words);

/** 16万元 or 超16万元 for 16.29万元; whole counts only as they are. */
function restates(head: Entry, body: Entry): boolean {
  const difference = Math.abs(amount(head) - amount(body));
  if (difference <= 1e-9 * amount(body)) return true;
  const { approximation } = head.mention;
  const slack = Math.max(grain(head), approximation ? amount(body) * 0.1 : 0);
  return difference < slack;
}

/** A figure that says of what, and of when, it is: what two articles can be compared by. */
export interface Named {
  readonly entry: Entry;
  readonly subject: string;
  readonly day: string;
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
    const subject = subjectOf(entry);
    if (!comparable(entry, subject) || otherTime.test(entry.clause.text)) continue;
    found.push({ entry, subject: `${mention.class} ${subject}`, day: dayOf(stream, entry) });
  }
  for (const { entry, subject, place } of streaks(stream))
    if (place) found.push({ entry, subject: `连续${subject}`, day: "" });
  return found;
}

const comparable = (entry: Entry, subject: string) =>
  subject.length >= 6 &&
  !entry.lead.endsWith("的") &&
  !isPlace(subject) &&
  entry.mention.class !== "%" &&
  anchored.test(entry.lead.replace(/[跨各][省市县区]/g, ""));

/** The same subject twice with the same unit. */
function repeated(stream: Stream, bodies: readonly Entry[]): Claim[] {
  const claims: Claim[] = [];
  const known = new Map<string, Entry>();
  for (const entry of bodies) {
    const subject = subjectOf(entry);
    if (!comparable(entry, subject)) continue;
    const key = `${entry.mention.class} ${subject}`;
    const before = known.get(key);
    if (!before) {
      known.set(key, entry);
      continue;
    }
    const holds = amount(before) === amount(entry);
    if (
      !holds &&
      before.clause.sentence === entry.clause.sentence &&
      before.clause.part !== entry.clause.part
    )
      continue;
    if (!holds && (otherTime.test(entry.clause.text) || otherTime.test(before.clause.text))) continue;
    if (!holds && isCurrent(sentenceTo(before)) !== isCurrent(sentenceTo(entry))) continue;
    if (!holds && dayOf(stream, before) !== dayOf(stream, entry)) continue;
    if (!holds && (before.mention.approximation || entry.mention.approximation)) continue;
    claims.push(same(before, entry, holds));
  }
  return claims;
}

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

const wordsAround = (entry: Entry) => `${entry.lead}${entry.tail}`;

function pairs(text: string): string[] {
  const found: string[] = [];
  const plain = text.replace(/[\s“”‘’]/g, "").slice(-30);
  for (let k = 0; k + 2 <= plain.length; k++) found.push(plain.slice(k, k + 2));
  return found;
}

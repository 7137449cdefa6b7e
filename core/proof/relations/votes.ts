/**
 * Votes: 赞成, 反对 and 弃权 against the ballots, or against the people who were there to cast them.
 *
 * More votes than voters cannot be. Fewer can (someone did not vote), so that is a question.
 */
import { type Claim, claimOf, isVague, sumOf } from "./claim.ts";
import { isSlip } from "./slip.ts";
import { amount, countable, type Entry, type Stream } from "./stream.ts";

const roles: readonly (readonly [name: string, before: RegExp, after: RegExp])[] = [
  ["for", /(?:赞成|同意)(?:票)?(?:有|为)?$/, /^(?:赞成|同意)/],
  ["against", /(?:反对|不同意|不赞成)(?:票)?(?:有|为)?$/, /^(?:反对|不同意|不赞成)/],
  ["abstained", /弃权(?:票)?(?:有|为)?$/, /^弃权/],
  ["void", /(?:无效票|废票|未按表决器|未投票)(?:的)?(?:有|为)?$/, /^(?:无效|作废|未按)/],
];
const ballots = /(?:收回|有效|总|共投|投出|发出)[^，。]{0,8}$/;
const voters = /(?:出席|实到|到会|与会|参加(?:表决|投票|会议)|有表决权|应参加)[^，。]{0,16}$/;
const LOOK_BACK = 24;

const roleOf = ({ lead, tail }: Entry) =>
  roles.find(([, before, after]) => before.test(lead) || after.test(tail))?.[0] ?? null;

export function votes(stream: Stream): Claim[] {
  const claims: Claim[] = [];
  const { entries } = stream;
  for (let i = 0; i < entries.length; i++) {
    const first = entries[i] as Entry;
    if (!isVote(first) || roleOf(first) === null) continue;
    const parts = [first];
    const seen = new Set([roleOf(first)]);
    let k = i + 1;
    for (; k < entries.length; k++) {
      const entry = entries[k] as Entry;
      const role = roleOf(entry);
      if (!isVote(entry) || role === null || seen.has(role)) break;
      if (entry.clause.sentence !== first.clause.sentence || entry.mention.class !== first.mention.class)
        break;
      seen.add(role);
      parts.push(entry);
    }
    if (parts.length >= 2 && seen.has("for")) {
      const claim = votesOf(entries, i, parts);
      if (claim) claims.push(claim);
    }
    i = k - 1;
  }
  return claims;
}

/** 收回有效选票1260张。甲得846票，乙得414票: what each got, against the ballots. */
export function tallies(stream: Stream): Claim[] {
  const claims: Claim[] = [];
  const { entries } = stream;
  for (let i = 0; i < entries.length; i++) {
    const parts: Entry[] = [];
    for (let k = i; k < entries.length && parts.length < MOST; k++) {
      const entry = entries[k] as Entry;
      const first = parts[0] ?? entry;
      if (!isGot(entry) || entry.clause.sentence !== first.clause.sentence) break;
      parts.push(entry);
    }
    if (parts.length < 2) continue;
    const claim = votesOf(entries, i, parts);
    if (claim && (claim.holds || isSlip(claim.total, parts, sumOf(parts)))) claims.push(claim);
    i += parts.length - 1;
  }
  return claims;
}

/** Most candidates of one ballot. */
const MOST = 30;
const isGot = (entry: Entry) =>
  countable(entry) && entry.mention.unit === "票" && /(?:得|获|获得|得到)$/.test(entry.lead);

const isVote = (entry: Entry) => countable(entry) && /^(?:票|人|张)$/.test(entry.mention.class);

function votesOf(entries: readonly Entry[], i: number, parts: readonly Entry[]): Claim | null {
  const first = parts[0] as Entry;
  const sum = sumOf(parts);
  let nearest: Entry | null = null;
  for (let k = i - 1; k >= 0 && i - k < LOOK_BACK; k--) {
    const entry = entries[k] as Entry;
    if (first.clause.sentence - entry.clause.sentence > 2) break;
    if (!isVote(entry) || isVague(entry)) continue;
    const words = entry.lead + entry.tail;
    if (/缺席|请假|列席/.test(words) || !(ballots.test(entry.lead) || voters.test(entry.lead))) continue;
    if (amount(entry) === sum) return claimOf("sum", entry, parts, sum, true, "stated");
    nearest ??= entry;
  }
  // 赞成41票，反对1票，弃权1票，出席会议的43名委员全部参加表决
  const behind = entries[i + parts.length];
  if (!nearest && behind && isVote(behind) && behind.clause.sentence === first.clause.sentence)
    if (!isVague(behind) && voters.test(behind.lead)) nearest = behind;
  if (nearest === behind && nearest && amount(nearest) === sum)
    return claimOf("sum", nearest, parts, sum, true, "stated");
  if (!nearest || /应/.test(nearest.lead)) return null;
  const whole = amount(nearest);
  if (sum > whole) return claimOf("sum", nearest, parts, sum, false, "stated");
  return sum > whole * 0.8 ? claimOf("sum", nearest, parts, sum, false, "likely") : null;
}
